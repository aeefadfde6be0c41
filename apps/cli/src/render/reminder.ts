import { formatCoverage, parseDate, parseTime } from '@dondoc/core';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { momentOf } from '../commands/today.ts';
import { askedOf, chooseReport } from '../commands/which.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import { fileFinding } from '../files/source.ts';
import { word } from '../text/parse.ts';
import { board, isMissing } from '../desk/board.ts';
import { owed } from '../desk/consolidation.ts';
import { reminderPaper } from '../desk/papers.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { aliases, output } from './plans.ts';
import { reportAndPeriod } from './request.ts';

interface SendBy {
  readonly day: string;
  readonly time?: string;
}

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly from: readonly string[];
  readonly today?: string;
  readonly sendBy?: SendBy;
  readonly contact?: string;
  readonly second?: boolean;
}

/** Working days that a unit is given where the letter does not say how many. */
const DAYS_GIVEN = 3;

/** Reads `2019-11-14`, `14/11/2019`, `14/11/2019 16:00` or `2019-11-14T16:00`. */
export function sendBy(input: string): SendBy {
  const [date = '', hour] = input.trim().split(/[T\s]+/, 2);
  const day = parseDate(date);
  const time = hour === undefined ? undefined : parseTime(hour);
  if (day === undefined || (hour !== undefined && time === undefined)) {
    throw new SyntaxError(
      `“${input}” không phải là ngày, giờ có trong lịch. Ghi dạng 14/11/2019 hoặc "14/11/2019 16:00".`,
    );
  }
  return time === undefined ? { day } : { day, time };
}

/** Makes the letter that urges the units whose report has not come by the end of the day. */
export async function renderReminder(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const chosen = chooseReport(folder, { plan: flags.plan, report, period });
  if (!chosen.ok) return refuse(context, chosen.findings, flags);
  const choice = chosen.value;
  const now = momentOf(context, flags.today);
  const file = choice.file.source.file;
  const refusal = (rule: string) => refuse(context, [fileFinding(rule, file, { report, period })], flags);
  const duties = owed(folder, choice);
  if (duties.length === 0) return refusal('render.nobody-owes');
  // Nobody is chased for a date that passed before the plan was issued, nor before the date has passed.
  if (duties.every(({ notApplicable }) => notApplicable)) return refusal('render.not-applicable');
  const inbox = await readInbox(context, folder, { ...askedOf(choice), paths: flags.from });
  if (!inbox.ok) return refuse(context, inbox.findings, flags);
  const rows = board(folder, choice, { submissions: inbox.value.map(({ submission }) => submission), now });
  const missing = rows.filter(isMissing);
  if (missing.length === 0) return refusal('render.all-sent');
  if (missing.every(({ status }) => status.phase !== 'overdue')) return refusal('render.not-yet-due');
  mention(context, inbox.findings, flags);
  const bytes = await reminderPaper(folder, choice, {
    rows,
    countedOn: flags.today === undefined ? { day: now.day, time: clock(now.minute) } : { day: now.day },
    sendBy: flags.sendBy ?? { day: folder.calendar.addWorkingDays(now.day, DAYS_GIVEN), time: '16:00' },
    second: flags.second === true,
    ...(flags.contact === undefined ? {} : { contact: flags.contact }),
  });
  const owing = rows.filter(({ status }) => status.relief !== 'waived' && status.relief !== 'not-applicable');
  tell(
    context,
    `Đã nhận ${formatCoverage(owing.length - missing.length, owing.length)}; chưa gửi: ${missing.map(({ name }) => name).join('; ')}.`,
  );
  return deliver(context, folder, { name: `cong-van-don-doc-${period}`, bytes, flags });
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const renderReminderCommand = command<Flags, readonly [string, string]>({
  run: renderReminder,
  brief: 'Công văn đôn đốc, kèm danh sách đơn vị chưa gửi báo cáo',
  more: [
    'Danh sách tính đến hết ngày ghi ở --today, theo ngày nhận (receivedOn) trong các tệp. Là dự thảo để lãnh đạo xem; đơn vị gửi sau đó cần được gạch khỏi danh sách trước khi ký.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        placeholder: 'PATH',
        brief: 'Tệp .json hoặc thư mục chứa báo cáo đã nhận',
      },
      today: shared.today,
      sendBy: {
        kind: 'parsed',
        parse: sendBy,
        optional: true,
        placeholder: 'MOMENT',
        brief: 'Hạn mới: "14/11/2019 16:00"; mặc định: 16 giờ 00 sau 03 ngày làm việc',
      },
      contact: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'TEXT',
        brief: 'Người liên hệ: chức danh, họ tên, điện thoại',
      },
      second: { kind: 'boolean', optional: true, withNegated: false, brief: 'Công văn đôn đốc lần 2' },
      ...output,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
