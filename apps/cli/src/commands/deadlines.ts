import { extname, join } from 'node:path';
import { proseCount } from '@dondoc/core';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { deadlines } from '../deadlines/deadlines.ts';
import { deadlineCsv, deadlineIcs, deadlineJson, deadlineTable } from '../deadlines/write.ts';
import { unknownPlan, unknownReport, unknownUnit } from '../desk/choice.ts';
import { loadOffice } from '../files/office.ts';
import { writeFiles } from '../files/write.ts';
import { day, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { command } from './command.ts';
import { aliases, flags as shared, oneFormat } from './flags.ts';
import { refuse } from './refuse.ts';
import { todayOf } from './today.ts';

interface Flags {
  readonly plan?: string;
  readonly unit?: string;
  readonly report?: string;
  readonly from?: string;
  readonly to?: string;
  readonly today?: string;
  readonly format: 'table' | 'json' | 'csv' | 'ics';
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

type Format = Flags['format'];

/** What a file of each format ends with. */
const EXTENSIONS: Readonly<Record<Format, string>> = { table: '.txt', json: '.json', csv: '.csv', ics: '.ics' };

/** Refuses a file name that says another format than its content has: a program would open it as what it is not. */
function askForExtension(output: string | undefined, format: Format): void {
  if (output === undefined) return;
  const extension = extname(output).toLowerCase();
  if (extension === EXTENSIONS[format]) return;
  const meant = Object.entries(EXTENSIONS).find(([, one]) => one === extension)?.[0];
  const hint = meant === undefined ? '' : ` Với tệp ${extension}, ghi --format ${meant}.`;
  throw new UsageError(`--format ${format} cần --output có phần mở rộng ${EXTENSIONS[format]}.${hint}`);
}

/** Lists what is due and by when. */
export async function listDeadlines(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  const format = oneFormat(flags, 'table');
  askForExtension(flags.output, format);
  if (flags.from !== undefined && flags.to !== undefined && flags.to < flags.from)
    throw new UsageError('Ngày ghi ở --to trước ngày ghi ở --from. Đề nghị kiểm tra lại.');
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const unknown = [
    ...unknownPlan(folder, flags.plan),
    ...unknownReport(folder, flags.report, flags.plan),
    ...unknownUnit(folder, flags.unit),
  ];
  if (unknown.length > 0) return refuse(context, unknown, flags);
  const list = deadlines(folder, flags);
  const today = todayOf(context, flags.today);
  const name = `Thời hạn báo cáo${flags.unit === undefined ? '' : `, ${folder.directory.at(flags.unit, today)?.name ?? flags.unit}`}`;
  const content = {
    table: () => deadlineTable(folder, list, { today, columns: context.terminal.columns }),
    json: () => deadlineJson(folder, list),
    csv: () => deadlineCsv(folder, list),
    ics: () => deadlineIcs(folder, list, { name, ...(flags.unit === undefined ? {} : { unit: flags.unit }) }),
  }[format]();
  if (flags.output === undefined) context.process.stdout.write(content);
  else {
    const failures = await writeFiles(context, [{ path: flags.output, content }], {
      force: flags.force === true,
      own: [join(folder.folder, 'out')],
    });
    if (failures.length > 0) return refuse(context, failures, flags);
    tell(context, `Đã ghi ${flags.output}.`);
  }
  if (list.length === 0) tell(context, 'Không có thời hạn nào trong khoảng đã chọn.');
  const undated = list.filter(({ due }) => due.kind === 'undated').length;
  if (format === 'ics' && undated > 0)
    tell(context, `${proseCount(undated)} nội dung không có ngày cụ thể, không đưa vào lịch.`);
  return 0;
}

export const deadlinesCommand = command<Flags, readonly []>({
  run: listDeadlines,
  brief: 'Liệt kê thời hạn: báo cáo của đơn vị, báo cáo của cơ quan, nhiệm vụ',
  more: [
    'Ngày cuối là ngày cuối cùng còn trong hạn: “trước ngày 05/6” thì ngày cuối là 04/6. Bảng và lịch (ics) gộp mỗi báo cáo, mỗi kỳ thành một dòng; json và csv có một dòng cho từng đơn vị.',
    'Tệp csv theo UTF-8 có BOM để Excel hiển thị đúng tiếng Việt. Tệp ics theo RFC 5545, nhập được vào Google Calendar, Outlook, điện thoại.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      unit: { kind: 'parsed', parse: word, optional: true, placeholder: 'UNIT', brief: 'Chỉ của một đơn vị (mã)' },
      report: { kind: 'parsed', parse: word, optional: true, placeholder: 'REPORT', brief: 'Chỉ của một báo cáo (mã)' },
      from: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Ngày cuối từ ngày này' },
      to: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Ngày cuối đến hết ngày này' },
      today: shared.today,
      format: { kind: 'enum', values: ['table', 'json', 'csv', 'ics'], default: 'table', brief: 'Dạng kết quả' },
      json: shared.json,
      output: shared.output,
      force: shared.force,
    },
    aliases,
  },
});
