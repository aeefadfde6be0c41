import { clockMoment, decide, refusalOf, type Facts, type SignedDocument } from '@dondoc/core';
import type { ObligationKey } from '@dondoc/store';
import type { App, FileStore } from '../context.ts';
import type { SentFile } from '../http/file.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { extensionOf, fileKey, fileName, fileNamed, type Upload } from '../http/upload.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import type { Asked } from './act.ts';
import { actAnswer, type ActAnswer, type Done } from './act-answer.ts';
import { datedAhead } from './core-act.ts';
import { factsOfOne, findDuty, type Duty } from './duty.ts';
import { refusal } from './reading.ts';
import { notAllowed, sideOf } from './who.ts';

/** What is told of a signed copy beside its bytes. */
export interface CopyDetails {
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  readonly signerTitle?: string;
  readonly receivedOn?: string;
}

const unchanged = ({ signedDocument = {} }: Facts, told: SignedDocument): boolean =>
  Object.entries(told).every(([part, value]) => signedDocument[part as keyof SignedDocument] === value);

/** What a copy that is there already with the same details is answered with. */
export interface Unchanged {
  readonly unchanged: true;
  readonly version: number;
  readonly file: string;
}

interface Attaching {
  readonly duty: Duty;
  readonly told: SignedDocument;
  readonly receivedOn: string | undefined;
}

const decideAttach = async (
  app: Pick<App, 'store'>,
  { duty, told, receivedOn }: Attaching,
  { principal, at, version }: Pick<Asked<unknown>, 'principal' | 'at'> & { readonly version: number | undefined },
): Promise<Outcome<Decided<Done>>> => {
  const facts = await factsOfOne(app, duty.key);
  if (version !== undefined && version !== facts.version) {
    return failed('version-mismatch', { more: { version: facts.version } });
  }
  const decided = decide(
    { act: 'attach-signed-copy', signedDocument: told, ...(receivedOn === undefined ? {} : { receivedOn }) },
    { obligation: duty.obligation, facts, at, actor: principal.id, by: sideOf(principal) },
  );
  if (!decided.ok) return failed('act-refused', { findings: decided.findings });
  return done({
    contents: [decided.value],
    value: { duty, before: facts, entry: decided.value, principal, findings: [] },
  });
};

/**
 * Keeps the signed copy of a unit's report and says so in the ledger. The bytes are stored first, under their SHA-256:
 * a copy whose entry is then refused lies there unnamed and harms nobody. The same copy again changes nothing.
 */
export const attachSignedCopy = async (
  app: Pick<App, 'store' | 'files'>,
  {
    view,
    key,
    principal,
    at,
    version,
    details,
    read,
  }: Omit<Asked<unknown>, 'body'> & {
    readonly key: ObligationKey;
    readonly version?: number | undefined;
    readonly details: CopyDetails;
    /** Reads the body, once it is known that it may come. */
    readonly read: () => Promise<Outcome<Upload>>;
  },
): Promise<Outcome<ActAnswer | Unchanged>> => {
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  const { obligation, settings } = duty.value;
  const refused = notAllowed('attach-signed-copy', { principal, settings, unit: key.unit });
  if (refused !== undefined) return { ok: false, failure: refused };
  if (app.files === undefined) return failed('no-files');
  const facts = await factsOfOne(app, key);
  const rule = refusalOf('attach-signed-copy', { obligation, facts, now: clockMoment(at) });
  if (rule !== undefined) return failed('act-refused', { findings: [refusal(rule)] });
  const ahead = datedAhead(details.date, at, ['date']);
  if (ahead.length > 0) return failed('act-refused', { findings: ahead });

  const body = await read();
  if (!body.ok) return body;
  const { bytes, mediaType, sha256 } = body.value;
  const { receivedOn, ...told } = details;
  const file = fileName(body.value);
  if (unchanged(facts, { ...told, file })) {
    return done({ unchanged: true, version: facts.version, file });
  }
  await app.files.put(fileKey(sha256), { bytes, mediaType });
  const committed = await appendDecided(app, {
    decide: () =>
      decideAttach(app, { duty: duty.value, told: { ...told, file }, receivedOn }, { principal, at, version }),
    once: version !== undefined,
  });
  if (!committed.ok) return committed;
  const [entry] = committed.value.entries;
  if (entry === undefined) throw new Error('an act that was appended has its entry');
  return done(actAnswer(committed.value.value, entry));
};

/** The signed copy that an obligation's facts name, with a name for the reader's machine. */
export const signedCopyOf = async (
  app: Pick<App, 'store'> & { readonly files: FileStore | undefined },
  { view, key }: Pick<Asked<unknown>, 'view'> & { readonly key: ObligationKey },
): Promise<Outcome<SentFile>> => {
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  if (app.files === undefined) return failed('no-files');
  const { signedDocument } = await factsOfOne(app, key);
  const named = signedDocument?.file === undefined ? undefined : fileNamed(signedDocument.file);
  const found = named && (await app.files.get(fileKey(named.sha256)));
  if (named === undefined || found === undefined) return failed('not-found', { params: { what: 'Bản có chữ ký' } });
  const { unit, report, period } = key;
  // The kind is the one that was looked at when it came, whatever the file store says.
  return done({
    bytes: found.bytes,
    mediaType: named.mediaType,
    name: `${unit}-${report}-${period}-ban-ky.${extensionOf(named.mediaType)}`,
  });
};
