import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Consolidation } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { board } from '../desk/board.ts';
import { toLookAt } from '../desk/consolidation.ts';
import { consolidatedPaper } from '../desk/papers.ts';
import { figuresCsv } from '@dondoc/server';
import { coverageWords, totalsTable } from '../desk/totals.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { findingJson } from '../print/findings.ts';
import type { ConnectFlags } from '../service/service.ts';
import { UsageError } from '../text/vietnamese.ts';
import { command } from './command.ts';
import { askForLedger, consolidateLedger } from './consolidate-ledger.ts';
import { aliases, flags as shared, reportAndPeriod, serviceFlags } from './flags.ts';
import { gatherAll, type GatherPaths, type Whole } from './gather.ts';
import { mention, refuse } from './refuse.ts';
import { momentOf } from './today.ts';
import { withChoice, type Found } from './with-choice.ts';

interface Flags extends Partial<GatherPaths>, ConnectFlags {
  readonly plan?: string;
  readonly internal?: boolean;
  readonly output?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

type FromFiles = Flags & GatherPaths;

const FORMATS = ['.docx', '.csv', '.json'];

/** Tells what kind of file is asked for by its extension; empty where none is. */
function formatOf(output: string | undefined): string {
  if (output === undefined) return '';
  const extension = extname(output).toLowerCase();
  if (extension === '.xlsx')
    throw new UsageError('Tệp Excel (.xlsx) có ở phiên bản sau. Hiện ghi được .docx, .csv (mở bằng Excel) hoặc .json.');
  if (!FORMATS.includes(extension)) throw new UsageError(`--output cần phần mở rộng ${FORMATS.join(', ')}.`);
  return extension;
}

/** Refuses to put a .json among the reports that are read: the next time it would be read as one of them. */
function outputAmongInputs(
  { cwd }: CliContext,
  { output, from, previous = [], yearBefore = [], within = [] }: FromFiles,
  format: string,
): readonly LocatedFinding[] {
  if (output === undefined || format !== '.json') return [];
  const path = resolve(cwd, output);
  const holding = [...from, ...previous, ...yearBefore, ...within].find((one) => {
    const way = relative(resolve(cwd, one), path);
    return !isAbsolute(way) && !/^\.\.(?:[/\\]|$)/.test(way);
  });
  return holding === undefined ? [] : [fileFinding('command.output-among-inputs', output, { folder: holding })];
}

/** Adds up the reports of the units for one period, from files or from the ledger. */
export async function consolidateReport(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  const format = formatOf(flags.output);
  const { from } = flags;
  if (from === undefined) {
    await askForLedger(context, flags);
    return consolidateLedger(context, { ...flags, format }, [report, period]);
  }
  if (flags.server !== undefined) throw new UsageError('--from và --server không ghi cùng nhau. Chỉ giữ một.');
  return consolidateFiles(context, { ...flags, from }, { report, period, format });
}

/** Adds up what stands in files. Nothing is written where any file cannot be taken. */
async function consolidateFiles(
  context: CliContext,
  flags: FromFiles,
  { report, period, format }: { readonly report: string; readonly period: string; readonly format: string },
): Promise<ExitCode> {
  const among = outputAmongInputs(context, flags, format);
  if (among.length > 0) return refuse(context, among, flags);
  return withChoice(context, flags, { report, period }, async ({ folder, choice }) => {
    const today = momentOf(context, flags.today).day;
    const gathered = await gatherAll(context, { folder, choice, today }, flags);
    if (!gathered.ok) return refuse(context, gathered.findings, flags);
    const { main, compared } = gathered.value;
    const { consolidation, form } = main;
    const findings = toLookAt(folder, main, compared);
    if (flags.output !== undefined) {
      const content = await contentOf(context, { folder, choice }, { flags, format, whole: gathered.value, findings });
      const own = [join(folder.folder, 'out')];
      const failures = await writeFiles(context, [{ path: flags.output, content }], {
        force: flags.force === true,
        own,
      });
      if (failures.length > 0) return refuse(context, failures, flags);
    }
    if (flags.json === true) say(context, asJson(consolidation, findings));
    else if (flags.output === undefined) say(context, totalsTable(consolidation, form, context.terminal.columns));
    mention(context, [...gathered.findings, ...findings], flags);
    tell(context, coverageWords(consolidation));
    if (consolidation.coverage.missing.length > 0) {
      const names = consolidation.coverage.missing.map((id) => folder.directory.at(id, today)?.name ?? id);
      tell(context, `Chưa có báo cáo của: ${names.join('; ')}.`);
    }
    if (flags.output !== undefined) tell(context, `Đã ghi ${flags.output}.`);
    return 0;
  });
}

interface Result {
  readonly flags: FromFiles;
  readonly format: string;
  readonly whole: Whole;
  readonly findings: readonly LocatedFinding[];
}

/** Writes the consolidation in the format of the file that is asked for. */
async function contentOf(
  context: CliContext,
  { folder, choice }: Found,
  { flags, format, whole, findings }: Result,
): Promise<string | Uint8Array> {
  const { consolidation, form, received } = whole.main;
  if (format === '.csv') return figuresCsv(consolidation, form);
  if (format === '.json') return asJson(consolidation, findings);
  const now = momentOf(context, flags.today);
  const submissions = received.map(({ submission }) => submission);
  return consolidatedPaper(folder, choice, {
    form,
    consolidation,
    today: now.day,
    rows: board(folder, choice, { submissions, now }),
    internal: flags.internal === true,
  });
}

const asJson = (consolidation: Consolidation, findings: readonly LocatedFinding[]): string =>
  `${JSON.stringify({ ...consolidation, findings: findings.map(findingJson) }, null, 2)}\n`;

export const consolidateCommand = command<Flags, readonly [string, string]>({
  run: consolidateReport,
  brief: 'Tổng hợp báo cáo của các đơn vị: Word, CSV hoặc JSON',
  more: [
    'Ví dụ: dondoc consolidate year 2019 -o out/bao-cao-2019.docx\n       dondoc consolidate year 2019 --from inbox/2019 -o out/bao-cao-2019.docx',
    'Không ghi --from thì tổng hợp từ nhật ký (sau dondoc adopt, hoặc với --server): gồm lời văn của đơn vị tổng hợp và so sánh với các kỳ trước đã có.',
    'Với --from, đọc mọi tệp .json trong thư mục ghi ở --from. Một tệp chưa nhận được thì không tổng hợp: mọi điểm cần sửa của mọi tệp được nêu một lần. Đơn vị chưa gửi được nêu rõ; ô trống không bị tính là 0.',
    'Không ghi -o thì hiện bảng số liệu. Với --today, chỉ tính báo cáo nhận được đến hết ngày đó.',
    'Ghi --previous, --year-before hoặc --within thì số liệu của từng đơn vị còn được đối chiếu với báo cáo các kỳ đó của chính đơn vị: số tăng, giảm nhiều, số cả năm nhỏ hơn số 6 tháng, đoạn văn chép nguyên.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: shared.fromOrLedger,
      previous: { ...shared.otherPeriod, brief: 'Báo cáo của kỳ liền trước, để so sánh' },
      yearBefore: { ...shared.otherPeriod, brief: 'Báo cáo của cùng kỳ năm trước, để so sánh' },
      within: {
        ...shared.otherPeriod,
        brief: 'Báo cáo của một kỳ nằm trong kỳ này (6 tháng đầu năm), để đối chiếu số liệu cả năm',
      },
      internal: {
        kind: 'boolean',
        optional: true,
        withNegated: false,
        brief: 'Thêm các phụ lục nội bộ (tài liệu làm việc) vào tệp Word',
      },
      output: { ...shared.output, brief: 'Tệp kết quả: .docx, .csv hoặc .json' },
      today: shared.today,
      ...serviceFlags,
      force: shared.force,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
