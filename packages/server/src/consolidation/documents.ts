import { decideConsolidation, type ConsolidationState, type Issue, type IssuedFile } from '@dondoc/core';
import type { Effects, Principal, ReportPeriod } from '@dondoc/store';
import type { App } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import type { SentFile } from '../http/file.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { fileKey, type Upload } from '../http/upload.ts';
import { appendDecided } from '../ledger/append.ts';
import { chooseReport } from './choice.ts';
import { documentLimit } from './issue.ts';
import { frozenContent } from './live.ts';
import { consolidationPaper, docx, paperName } from './paper.ts';

/** Finds an issue of a consolidation by its number. */
export const findIssue = async (
  { store }: Pick<App, 'store'>,
  of: ReportPeriod,
  issue: number,
): Promise<Outcome<{ readonly state: ConsolidationState; readonly issued: Issue }>> => {
  const state = await store.consolidation(of);
  const issued = state?.issues.find((one) => one.issue === issue);
  return state === undefined || issued === undefined
    ? failed('not-found', { params: { what: `Lần phát hành ${issue}` } })
    : done({ state, issued });
};

const fileOf = ({ files }: Issue, kind: IssuedFile['kind']): IssuedFile | undefined =>
  files.find((file) => file.kind === kind);

interface Attaching {
  readonly issue: number;
  readonly at: string;
  readonly principal: Principal;
}

/** Appends that an issue has these bytes. The same bytes again: nothing to append. */
const attach = async (
  app: Pick<App, 'store'>,
  of: ReportPeriod,
  { issue, at, principal, file, effects }: Attaching & { file: IssuedFile; effects: Omit<Effects, 'remember'> },
): Promise<Outcome<IssuedFile>> => {
  const appended = await appendDecided(app, {
    decide: async () => {
      const found = await findIssue(app, of, issue);
      if (!found.ok) return found;
      const { state, issued } = found.value;
      const { contentHash } = issued;
      const decided = decideConsolidation(
        { act: 'attach', issue, file },
        { of, state, contentHash, at, actor: principal.id },
      );
      if (!decided.ok) return failed('act-refused', { findings: decided.findings });
      return done({ contents: decided.value === undefined ? [] : [decided.value], value: file, effects });
    },
  });
  return appended.ok ? done(appended.value.value) : appended;
};

/** Makes an issue's .docx from what it froze, on the plan and office as they were when it was issued. */
const generate = async (
  { store, configurations }: Pick<App, 'store' | 'configurations'>,
  of: ReportPeriod,
  { issued, state }: { readonly issued: Issue; readonly state: ConsolidationState },
): Promise<Outcome<SentFile>> => {
  const content = await frozenContent(store, of, issued);
  if (content === undefined) return failed('not-found', { params: { what: 'Nội dung đã phát hành' } });
  const view = await configurations.asOf(issued.at);
  const chosen = await chooseReport(view, of);
  if (!chosen.ok) return chosen;
  const { number, date, signatory } = issued;
  const bytes = await consolidationPaper({
    view,
    choice: chosen.value,
    content,
    before: state.issues.find(({ issue }) => issue === issued.issue - 1),
    day: date,
    issued: { number, date, signatory },
  });
  return done(docx(bytes, paperName(of, issued.issue)));
};

/**
 * Issues what was approved, the second step: makes the document and keeps its bytes. They are the document from then on;
 * asked again it answers with what is kept.
 */
export const makeDocument = async (
  app: Pick<App, 'store' | 'configurations' | 'config'>,
  of: ReportPeriod,
  { issue, at, principal }: Attaching,
): Promise<Outcome<IssuedFile>> => {
  const found = await findIssue(app, of, issue);
  if (!found.ok) return found;
  const kept = fileOf(found.value.issued, 'generated');
  if (kept !== undefined) return done(kept);
  const made = await generate(app, of, found.value);
  if (!made.ok) return made;
  const { bytes, mediaType, name } = made.value;
  if (bytes.byteLength > (app.config.documentLimit ?? documentLimit)) return failed('document-too-large');
  const sha256 = await sha256Hex(bytes);
  const file: IssuedFile = { kind: 'generated', sha256, mediaType, size: bytes.byteLength, name };
  const effects = { documents: [{ sha256, mediaType, name, bytes }] };
  return attach(app, of, { issue, at, principal, file, effects });
};

/** Keeps the signed PDF of an issue: in the database while it is small enough to, else beside it. */
export const keepSignedCopy = async (
  app: Pick<App, 'store' | 'config' | 'files'>,
  of: ReportPeriod,
  { issue, at, principal, upload }: Attaching & { upload: Upload },
): Promise<Outcome<IssuedFile>> => {
  const found = await findIssue(app, of, issue);
  if (!found.ok) return found;
  const { bytes, mediaType, sha256 } = upload;
  const name = `${paperName(of, issue)}.pdf`;
  const file: IssuedFile = { kind: 'signed', sha256, mediaType, size: bytes.byteLength, name };
  const isSmall = bytes.byteLength <= (app.config.documentLimit ?? documentLimit);
  if (isSmall)
    return attach(app, of, {
      issue,
      at,
      principal,
      file,
      effects: { documents: [{ sha256, mediaType, name, bytes }] },
    });
  if (app.files === undefined) return failed('no-files');
  // Before the entry that names it: bytes without an entry are forgotten, an entry without bytes would be a lie.
  await app.files.put(fileKey(sha256), { bytes, mediaType });
  return attach(app, of, { issue, at, principal, file, effects: {} });
};

/** Reads the kept bytes of an issue. */
export const readDocument = async (
  app: Pick<App, 'store' | 'files'>,
  of: ReportPeriod,
  { issue, kind }: { readonly issue: number; readonly kind: IssuedFile['kind'] },
): Promise<Outcome<SentFile>> => {
  const found = await findIssue(app, of, issue);
  if (!found.ok) return found;
  const file = fileOf(found.value.issued, kind);
  if (file === undefined) {
    const what = kind === 'generated' ? 'Văn bản của lần phát hành này' : 'Bản có chữ ký của lần phát hành này';
    return failed('not-found', { params: { what } });
  }
  const stored = (await app.store.document(file.sha256)) ?? (await app.files?.get(fileKey(file.sha256)));
  if (stored === undefined) return failed('not-found', { params: { what: file.name } });
  return done({ bytes: stored.bytes, mediaType: file.mediaType, name: file.name });
};
