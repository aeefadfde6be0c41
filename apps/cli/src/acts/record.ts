import type { Channel, Path } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { reportAndPeriod, unitParameter } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { readSource } from '../files/read.ts';
import { fileFinding, type Read, type Source } from '../files/source.ts';
import { officeNow, once, only, param, reportPath, reportsOf, said, sendBytes } from '../service/api.ts';
import { notDone } from '../service/findings.ts';
import type { Placing } from '../service/answer.ts';
import type { ActDone, Attached, ObligationRow } from '../service/shapes.ts';
import { day, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { actFlags, showOne, withTarget, type ActFlags, type Target } from './act-on.ts';
import { arrivalFlags, arrivalOr, channels, noteFlag, submissionFor, type ArrivalFlags } from './filing.ts';
import { readSignedCopy, type SignedCopy } from './signed-copy.ts';

interface Flags extends ActFlags, ArrivalFlags {
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  readonly signedCopy?: string;
  readonly note?: string;
  readonly from?: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gives findings about a submission their lines in the file that it came from. */
export const placedIn =
  (source: Source, before: number): Placing =>
  (path: Path, finding) =>
    source.locate({ ...finding, where: path.slice(before) });

/** Number, date and signer of the signed document, as the flags say them. */
const signedIn = ({ number, date, signer }: Flags) => {
  const said = { number, date, signer };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};

/** The submission that is recorded: what the file holds, or none but its head; the flags' document over both. */
function submissionOf(row: ObligationRow, source: Source | undefined, flags: Flags): unknown {
  const held = source === undefined ? submissionFor(row) : source.value;
  const signed = signedIn(flags);
  if (!isRecord(held) || Object.keys(signed).length === 0) return held;
  const known = isRecord(held['signedDocument']) ? held['signedDocument'] : {};
  return { ...held, signedDocument: { ...known, ...signed } };
}

const isWith = ({ status }: ObligationRow): boolean => !['none', 'returned'].includes(status.filing);

/** Attaches a signed copy to what has arrived. */
function attach(
  { service, of }: Target,
  { unit }: ObligationRow,
  { flags, copy }: { readonly flags: Flags; readonly copy: SignedCopy },
): Promise<Read<Attached>> {
  const { number, date, signer, received } = flags;
  const query = new URLSearchParams(only({ number, date, signer, receivedOn: received }));
  return sendBytes<Attached>(
    service,
    `${reportPath(of)}/submissions/${encodeURIComponent(unit.id)}/signed-copy?${query.toString()}`,
    copy,
  );
}

const textIn = (value: unknown, key: string): string | undefined => {
  const held = isRecord(value) ? value[key] : undefined;
  return typeof held === 'string' ? held : undefined;
};

/** How a file says that it came; what is no channel is left to the app to refuse. */
const channelIn = (source: Source | undefined): Channel | undefined =>
  channels.find((channel) => channel === textIn(source?.value, 'channel'));

async function file(
  { service, of }: Target,
  { row, source, flags }: { readonly row: ObligationRow; readonly source: Source | undefined; readonly flags: Flags },
): Promise<Read<ActDone>> {
  const now = await officeNow(service);
  if (!now.ok) return now;
  const json = {
    act: 'record' as const,
    submission: submissionOf(row, source, flags),
    receivedOn: flags.received ?? textIn(source?.value, 'receivedOn') ?? arrivalOr(now.value, flags, row),
    channel: flags.channel ?? channelIn(source) ?? 'paper',
    ...only({ note: flags.note }),
  };
  const acts = reportsOf(service).submissions[':unit'].acts;
  const pending = acts.$post({ param: param({ ...of, unit: row.unit.id }), json }, once());
  return said(service, pending, source === undefined ? undefined : placed(source));
}

// What the flags say beside the submission has no line in its file.
const placed =
  (source: Source): Placing =>
  (path, finding) =>
    path[0] === 'submission' ? placedIn(source, 1)(path, finding) : undefined;

/** Records a report that arrived another way, with its content where there is a file, and the copy that was signed. */
export async function record(
  context: CliContext,
  flags: Flags,
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> {
  const copy = flags.signedCopy === undefined ? undefined : await readSignedCopy(context, flags.signedCopy);
  const source = flags.from === undefined ? undefined : await readSource(context, flags.from);
  const findings = [...(copy?.findings ?? []), ...(source?.findings ?? [])];
  if (copy?.ok === false || source?.ok === false) return notDone(context, findings, flags);
  return withTarget(context, flags, { units: [unit], report, period }, async (target) => {
    const [row] = target.rows;
    if (row === undefined) throw new Error('one unit was asked for');
    const done: Attached[] = [];
    // The data came by themselves; now it is the paper that arrives.
    const onlyCopy = copy !== undefined && source === undefined && isWith(row);
    if (!onlyCopy) {
      if (source === undefined && target.board.report.form !== undefined)
        return notDone(context, [fileFinding('record.needs-content', unit)], flags);
      const filed = await file(target, { row, source: source?.value, flags });
      if (!filed.ok) {
        const at = source?.value.file ?? unit;
        return notDone(
          context,
          filed.findings.map((one) => (one.file === target.service.at ? { ...one, file: at } : one)),
          flags,
        );
      }
      done.push(filed.value);
    }
    if (copy !== undefined) {
      const attached = await attach(target, row, { flags, copy: copy.value });
      if (!attached.ok) {
        if (!onlyCopy)
          tell(
            context,
            `Đã ghi nhận báo cáo, chưa đính kèm được ${copy.value.file}. Chạy lại lệnh chỉ với --signed-copy.`,
          );
        return notDone(context, attached.findings, flags);
      }
      done.push(attached.value);
    }
    if (flags.json === true) say(context, JSON.stringify(done, null, 2));
    else
      for (const one of done)
        if ('unchanged' in one) tell(context, `${row.unit.shortName}: bản có chữ ký này đã được đính kèm từ trước.`);
        else showOne(context, row, one);
    return 0;
  });
}

/** Refuses a document's number without a report to go with, before anything is read. */
export function recordChecked(
  context: CliContext,
  flags: Flags,
  args: readonly [string, string, string],
): Promise<ExitCode> {
  if (flags.from !== undefined && !/\.json$/i.test(flags.from))
    throw new UsageError('--from nhận tệp .json (dondoc.submission/1); việc đọc biểu mẫu Excel có ở phiên bản sau.');
  return record(context, flags, args);
}

export const recordCommand = command<Flags, readonly [string, string, string]>({
  run: recordChecked,
  brief: 'Ghi nhận báo cáo nhận qua kênh khác: bản giấy, hệ thống văn bản, thư điện tử, Zalo',
  more: [
    'Ví dụ: dondoc record th-an-thinh half-year 2020-H1 --received 03/6/2020 --channel paper --number 12/BC-THAT --date 02/6/2020 --signed-copy ban-ky.pdf\n       dondoc record th-an-thinh half-year 2020-H1 --from inbox/2020-H1/th-an-thinh.json --received 03/6/2020 --channel email',
    'Ngày ghi ở --received quyết định đúng hạn hay chậm; nhật ký giữ cả thời điểm ghi và người ghi. Số liệu của báo cáo lấy từ tệp ghi ở --from. Khi số liệu đã có, chỉ ghi --signed-copy để đính kèm bản có chữ ký.',
  ],
  parameters: {
    flags: {
      ...arrivalFlags,
      number: { kind: 'parsed', parse: word, optional: true, placeholder: 'TEXT', brief: 'Số, ký hiệu của văn bản' },
      date: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Ngày của văn bản' },
      signer: { kind: 'parsed', parse: word, optional: true, placeholder: 'NAME', brief: 'Người ký' },
      signedCopy: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'FILE',
        brief: 'Bản có chữ ký: PDF hoặc ảnh, tối đa 10 MB',
      },
      from: { kind: 'parsed', parse: word, optional: true, placeholder: 'FILE.json', brief: 'Nội dung báo cáo' },
      note: noteFlag,
      ...actFlags,
    },
    positional: { kind: 'tuple', parameters: [unitParameter, ...reportAndPeriod] },
  },
});
