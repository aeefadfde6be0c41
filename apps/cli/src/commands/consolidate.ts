import { extname, join } from 'node:path';
import { yearBefore, previousPeriod, type Consolidation, type Period } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice, type OfficeFolder } from '../files/office.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { findingJson } from '../print/findings.ts';
import { UsageError } from '../text/vietnamese.ts';
import { word } from '../text/parse.ts';
import { board } from '../desk/board.ts';
import { consolidateChoice, formOf, type Compared } from '../desk/consolidation.ts';
import { hadArrived } from '../desk/facts.ts';
import { consolidatedPaper } from '../desk/papers.ts';
import { coverageWords, totalsCsv, totalsTable } from '../desk/totals.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';
import { mention, refuse } from './refuse.ts';
import { momentOf } from './today.ts';
import { askedOf, chooseReport, type ReportChoice } from './which.ts';

interface Flags {
  readonly plan?: string;
  readonly from: readonly string[];
  readonly previous?: readonly string[];
  readonly yearBefore?: readonly string[];
  readonly internal?: boolean;
  readonly output?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

const FORMATS = ['.docx', '.csv', '.json'];

/** Adds up the reports of the units for one period. Nothing is written where any file cannot be taken. */
export async function consolidateReport(
  context: CliContext,
  flags: Flags,
  [reportId, periodId]: readonly [string, string],
): Promise<ExitCode> {
  const extension = flags.output === undefined ? '' : extname(flags.output).toLowerCase();
  if (extension === '.xlsx')
    throw new UsageError('Tệp Excel (.xlsx) có ở phiên bản sau. Hiện ghi được .docx, .csv (mở bằng Excel) hoặc .json.');
  if (flags.output !== undefined && !FORMATS.includes(extension))
    throw new UsageError(`--output cần phần mở rộng ${FORMATS.join(', ')}.`);
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const chosen = chooseReport(folder, { plan: flags.plan, report: reportId, period: periodId });
  if (!chosen.ok) return refuse(context, chosen.findings, flags);
  const choice = chosen.value;
  const form = formOf(choice);
  if (form === undefined)
    return refuse(context, [fileFinding('command.no-form', choice.file.source.file, { report: reportId })], flags);
  const today = momentOf(context, flags.today).day;
  const [main, previous, before] = [
    await consolidated(context, folder, { choice, paths: flags.from, today }),
    await compared(context, folder, { choice, paths: flags.previous, period: previousPeriod(choice.period), today }),
    await compared(context, folder, { choice, paths: flags.yearBefore, period: yearBefore(choice.period), today }),
  ];
  if (!main.ok || !previous.ok || !before.ok)
    return refuse(context, [...main.findings, ...previous.findings, ...before.findings], flags);
  const with_: Compared = {
    ...(previous.value === undefined ? {} : { previous: previous.value.consolidation }),
    ...(before.value === undefined ? {} : { yearBefore: before.value.consolidation }),
  };
  const consolidation = consolidateChoice(folder, choice, {
    form,
    submissions: main.value.submissions,
    compared: with_,
  });
  const toLookAt = consolidation.findings.map((finding): LocatedFinding => ({
    ...finding,
    file: `${reportId} ${periodId}`,
  }));

  if (flags.output !== undefined) {
    const content =
      extension === '.docx'
        ? await consolidatedPaper(folder, choice, {
            form,
            consolidation,
            today,
            rows: board(folder, choice, { submissions: main.value.submissions, now: momentOf(context, flags.today) }),
            internal: flags.internal === true,
          })
        : extension === '.csv'
          ? totalsCsv(consolidation, form)
          : asJson(consolidation, toLookAt);
    const failures = await writeFiles(context, [{ path: flags.output, content }], {
      force: flags.force === true,
      own: [join(folder.folder, 'out')],
    });
    if (failures.length > 0) return refuse(context, failures, flags);
    if (flags.json === true) say(context, asJson(consolidation, toLookAt));
  } else if (flags.json === true) say(context, asJson(consolidation, toLookAt));
  else say(context, totalsTable(consolidation, form, context.terminal.columns));

  mention(context, [...main.findings, ...toLookAt], flags);
  tell(context, coverageWords(consolidation));
  if (consolidation.coverage.missing.length > 0) {
    const names = consolidation.coverage.missing.map((id) => folder.directory.at(id, today)?.name ?? id);
    tell(context, `Chưa có báo cáo của: ${names.join('; ')}.`);
  }
  if (flags.output !== undefined) tell(context, `Đã ghi ${flags.output}.`);
  return 0;
}

const asJson = (consolidation: Consolidation, findings: readonly LocatedFinding[]): string =>
  `${JSON.stringify({ ...consolidation, findings: findings.map(findingJson) }, null, 2)}\n`;

interface Taken {
  readonly choice: ReportChoice;
  readonly paths: readonly string[];
  readonly today: string;
}

async function consolidated(context: CliContext, folder: OfficeFolder, { choice, paths, today }: Taken) {
  const read = await readInbox(context, folder, { ...askedOf(choice), paths });
  if (!read.ok) return read;
  const submissions = read.value.map(({ submission }) => submission).filter((one) => hadArrived(one, today));
  return { ok: true, value: { submissions }, findings: read.findings } as const;
}

/** Consolidates another period of the same report, to be compared with; under whichever plan had it. */
async function compared(
  context: CliContext,
  folder: OfficeFolder,
  {
    choice,
    paths,
    period,
    today,
  }: { choice: ReportChoice; paths: readonly string[] | undefined; period: Period | undefined; today: string },
): Promise<Read<{ consolidation: Consolidation } | undefined>> {
  if (paths === undefined || paths.length === 0 || period === undefined)
    return { ok: true, value: undefined, findings: [] };
  // The half-year before the first one is another report in many plans: the period alone tells which.
  const reports = new Set(
    folder.plans.flatMap(({ plan }) => plan.reports.filter(({ form }) => form !== undefined).map(({ id }) => id)),
  );
  const choices = [choice.report.id, ...reports].map((report) =>
    chooseReport(folder, { plan: undefined, report, period: period.id }),
  );
  const other = choices.find((one) => one.ok);
  if (other?.ok !== true) return { ok: false, findings: choices[0]?.ok === false ? choices[0].findings : [] };
  const form = formOf(other.value);
  if (form === undefined)
    return {
      ok: false,
      findings: [fileFinding('command.no-form', other.value.file.source.file, { report: other.value.report.id })],
    };
  const read = await consolidated(context, folder, { choice: other.value, paths, today });
  if (!read.ok) return read;
  return {
    ok: true,
    value: { consolidation: consolidateChoice(folder, other.value, { form, submissions: read.value.submissions }) },
    findings: read.findings,
  };
}

export const consolidateCommand = command<Flags, readonly [string, string]>({
  run: consolidateReport,
  brief: 'Tổng hợp báo cáo của các đơn vị: Word, CSV hoặc JSON',
  more: [
    'Ví dụ: dondoc consolidate year 2019 --from inbox/2019 -o out/bao-cao-2019.docx',
    'Đọc mọi tệp .json trong thư mục ghi ở --from. Một tệp chưa nhận được thì không tổng hợp: mọi điểm cần sửa của mọi tệp được nêu một lần. Đơn vị chưa gửi được nêu rõ; ô trống không bị tính là 0.',
    'Không ghi -o thì hiện bảng số liệu. Với --today, chỉ tính báo cáo nhận được đến hết ngày đó.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        placeholder: 'PATH',
        brief: 'Tệp .json hoặc thư mục chứa báo cáo của các đơn vị; ghi được nhiều lần',
      },
      previous: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        optional: true,
        placeholder: 'PATH',
        brief: 'Báo cáo của kỳ liền trước, để so sánh',
      },
      yearBefore: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        optional: true,
        placeholder: 'PATH',
        brief: 'Báo cáo của cùng kỳ năm trước, để so sánh',
      },
      internal: {
        kind: 'boolean',
        optional: true,
        withNegated: false,
        brief: 'Thêm các phụ lục nội bộ (tài liệu làm việc) vào tệp Word',
      },
      output: { ...shared.output, brief: 'Tệp kết quả: .docx, .csv hoặc .json' },
      today: shared.today,
      json: shared.json,
      force: shared.force,
    },
    aliases: { o: 'output' },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, placeholder: 'report', brief: 'Mã báo cáo trong kế hoạch: year, half-year…' },
        { parse: word, placeholder: 'period', brief: 'Kỳ: 2019, 2020-H1, 2020-Q3, 2020-06, 2019-2020-HK1…' },
      ],
    },
  },
});
