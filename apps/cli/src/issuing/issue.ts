import { join } from 'node:path';
import { proseCount } from '@dondoc/core';
import { readSignedCopy, type SignedCopy } from '../acts/signed-copy.ts';
import { command } from '../commands/command.ts';
import { aliases, flags as shared, reportAndPeriod } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { safeName } from '../files/names.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { askForDocx } from '../render/output.ts';
import { askBytes, findPeriod, once, param, reportsOf, said, sendBytes, type ReportOf } from '../service/api.ts';
import { agreed } from '../service/confirm.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import type { IssuedFile, LiveConsolidation } from '../service/shapes.ts';
import { day, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { consolidationPath, liveConsolidation, stageWords, stepFlags, tellStanding } from './workflow.ts';

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly number?: string;
  readonly date?: string;
  readonly signedCopy?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Of what was begun and not finished: the number of the issue that stands frozen, and what of it is kept already. */
interface Frozen {
  readonly issue: number;
  readonly number: string;
  readonly date: string;
  /** Whether its document is made. */
  readonly made: boolean;
  /** SHA-256 of its signed copy. */
  readonly signed?: string;
}

/** The last issue, where its content is today's or where its second step is still to be done. */
function frozenIn({ issues, stage }: LiveConsolidation): Frozen | undefined {
  const last = issues.at(-1);
  if (last === undefined) return undefined;
  const { issue, number, date, files } = last;
  const made = files.some(({ kind }) => kind === 'generated');
  const signed = files.find(({ kind }) => kind === 'signed')?.sha256;
  if (stage !== 'issued' && made) return undefined;
  return { issue, number, date, made, ...(signed === undefined ? {} : { signed }) };
}

/** Refuses another number or date for what has one: what was issued keeps them. */
function otherNumber({ number, date }: Frozen, { of, flags }: Asking): readonly LocatedFinding[] {
  if ((flags.number ?? number) === number && (flags.date ?? date) === date) return [];
  return [fileFinding('issue.other-number', `${of.report} ${of.period}`, { number, date })];
}

const NEXT: Readonly<Partial<Record<LiveConsolidation['stage'], string>>> = {
  draft: 'trình và phê duyệt trước: dondoc present, rồi dondoc approve.',
  presented: 'lãnh đạo phê duyệt trước: dondoc approve.',
};

interface Asking {
  readonly service: Service;
  readonly of: ReportOf;
  readonly flags: Flags;
}

/** First step: number and date, figures and text frozen. */
async function freeze(
  context: CliContext,
  { service, of, flags }: Asking,
  live: LiveConsolidation,
): Promise<Read<Frozen> | undefined> {
  const next = NEXT[live.stage];
  if (next !== undefined) {
    const finding = fileFinding('issue.stage', `${of.report} ${of.period}`, { stage: stageWords[live.stage], next });
    return { ok: false, findings: [finding] };
  }
  const { number, date } = flags;
  if (number === undefined || date === undefined)
    throw new UsageError('Ghi số và ngày của văn bản: --number 45 --date 12/6/2020.');
  if (flags.json !== true) tellStanding(context, live);
  if (!(await agreed(context, `Phát hành với số ${number}, ngày ${date}? Nội dung sẽ không sửa được nữa.`, flags)))
    return undefined;
  const json = { number, date, contentHash: live.contentHash };
  const issued = await said(service, reportsOf(service).consolidation.issues.$post({ param: param(of), json }, once()));
  return issued.ok
    ? { ok: true, value: { issue: issued.value.issue, number, date, made: false }, findings: [] }
    : issued;
}

/** Second step: the document's bytes made and kept. It may be done again. */
async function makeDocument({ service, of }: Asking, { made, issue }: Frozen): Promise<readonly LocatedFinding[]> {
  if (made) return [];
  const { document } = reportsOf(service).consolidation.issues[':issue'];
  const done = await said(service, document.$post({ param: param({ ...of, issue: String(issue) }) }));
  return done.ok ? [] : done.findings;
}

/** Adds the signed copy; what is said against it is said of its file. */
async function attach({ service, of }: Asking, frozen: Frozen, copy: SignedCopy): Promise<Read<IssuedFile>> {
  const path = `${consolidationPath(of)}/issues/${String(frozen.issue)}/signed-copy`;
  const kept = await sendBytes<IssuedFile>(service, path, copy);
  if (kept.ok) return kept;
  return { ok: false, findings: kept.findings.map((one) => ({ ...one, file: copy.file, where: [] })) };
}

/** Issues what was approved: number and date, the document, the signed copy; what was begun before is gone on with. */
export async function issue(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const copy =
    flags.signedCopy === undefined ? undefined : await readSignedCopy(context, flags.signedCopy, { pdf: true });
  if (copy?.ok === false) return notDone(context, copy.findings, flags);
  return withService(context, { ...flags, role: 'registrar' }, async (service) => {
    const found = await findPeriod(service, { plan: flags.plan, report, period });
    if (!found.ok) return notDone(context, found.findings, flags);
    const asking: Asking = { service, of: found.value, flags };
    const live = await liveConsolidation(service, found.value);
    if (!live.ok) return notDone(context, live.findings, flags);
    const begun = frozenIn(live.value);
    const other = begun === undefined ? [] : otherNumber(begun, asking);
    if (other.length > 0) return notDone(context, other, flags);
    const frozen: Read<Frozen> | undefined =
      begun === undefined ? await freeze(context, asking, live.value) : { ok: true, value: begun, findings: [] };
    if (frozen === undefined) {
      tell(context, 'Chưa phát hành.');
      return 1;
    }
    if (!frozen.ok) return notDone(context, frozen.findings, flags);
    const findings = await makeDocument(asking, frozen.value);
    if (findings.length > 0) {
      tell(context, `Số ${frozen.value.number} đã ghi; chưa xong bước lập văn bản. Chạy lại lệnh để làm tiếp.`);
      return notDone(context, findings, flags);
    }
    if (copy === undefined) return deliver(context, asking, { frozen: frozen.value });
    const signed = await attach(asking, frozen.value, copy.value);
    if (!signed.ok) {
      tell(context, `Đã phát hành số ${frozen.value.number}; chưa đính kèm được bản có chữ ký ${copy.value.file}.`);
      return notDone(context, signed.findings, flags);
    }
    const before = signed.value.sha256 === frozen.value.signed;
    const words = `Bản có chữ ký ${copy.value.file} ${before ? 'đã được đính kèm từ trước' : 'đã được đính kèm'}.`;
    return deliver(context, asking, { frozen: frozen.value, words });
  });
}

/** Writes the issued document beside the office's other papers: the very bytes that are kept. */
async function deliver(
  context: CliContext,
  { service, of, flags }: Asking,
  { frozen, words }: { readonly frozen: Frozen; readonly words?: string },
): Promise<ExitCode> {
  const bytes = await askBytes(service, `${consolidationPath(of)}/issues/${String(frozen.issue)}.docx`);
  if (!bytes.ok) return refuse(context, bytes.findings, { ...flags, kept: '' });
  const own = join(service.folder ?? context.cwd, 'out');
  const supplement = frozen.issue > 1 ? `-bo-sung-${String(frozen.issue - 1)}` : '';
  const path = flags.output ?? join(own, safeName(`bao-cao-tong-hop-${of.report}-${of.period}${supplement}`, '.docx'));
  const failures = await writeFiles(context, [{ path, content: bytes.value }], {
    force: flags.force === true,
    own: [own],
  });
  if (failures.length > 0) return refuse(context, failures, flags);
  const file = flags.output ?? shown(context, path);
  if (flags.json === true) say(context, JSON.stringify({ issue: frozen.issue, number: frozen.number, file }, null, 2));
  else {
    tell(
      context,
      `Đã phát hành số ${frozen.number}${frozen.issue > 1 ? ` (báo cáo bổ sung ${proseCount(frozen.issue - 1)})` : ''}. Đã ghi ${file}. Nội dung đã phát hành không sửa được; báo cáo đến sau vào báo cáo bổ sung.`,
    );
    if (words !== undefined) tell(context, words);
  }
  return 0;
}

export const issueCommand = command<Flags, readonly [string, string]>({
  run: issue,
  brief: 'Ghi số, ngày và phát hành báo cáo tổng hợp đã phê duyệt (văn thư)',
  more: [
    'Ví dụ: dondoc issue half-year 2020-H1 --number 45 --date 12/6/2020\n       dondoc issue half-year 2020-H1 --signed-copy ban-ky.pdf',
    'Gồm hai bước làm lại được: (1) ghi số, ngày, giữ nguyên số liệu và lời văn; (2) lập và lưu văn bản Word, thêm bản có chữ ký. Tệp Word được ghi vào out/, đúng từng byte với bản lưu. Lần phát hành sau là báo cáo bổ sung.',
  ],
  parameters: {
    flags: {
      number: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'NUMBER',
        brief: 'Số văn bản, không kèm ký hiệu',
      },
      date: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Ngày văn bản' },
      signedCopy: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'FILE.pdf',
        brief: 'Bản có chữ ký (PDF)',
      },
      output: { ...shared.output, brief: 'Tệp .docx; mặc định: trong thư mục out của cơ quan' },
      force: shared.force,
      ...stepFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
