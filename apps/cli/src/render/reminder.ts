import { formatCoverage, isMissing, isOwed, timeOf } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, reportAndPeriod } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { momentOf } from '../commands/today.ts';
import { withChoice, withInbox } from '../commands/with-choice.ts';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { board } from '../desk/board.ts';
import { nameOf, owed, wordsOf } from '../desk/choice.ts';
import { reminderPaper } from '../desk/papers.ts';
import { fileFinding } from '../files/source.ts';
import type { SendBy } from '../text/parse.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { sendByPast } from './send-by.ts';

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

/** Makes the letter that urges the units whose report has not come by the end of the day. */
export async function renderReminder(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  return withChoice(context, flags, { report, period }, async ({ folder, choice }) => {
    const now = momentOf(context, flags.today);
    const late = sendByPast(flags.sendBy, now);
    if (late.length > 0) return refuse(context, late, flags);
    const refusal = (rule: string) =>
      refuse(context, [fileFinding(rule, choice.file.source.file, wordsOf(choice))], flags);
    const duties = owed(folder, choice);
    if (duties.length === 0) return refusal('render.nobody-owes');
    // Nobody is chased for a date that passed before the plan was issued, nor before the date has passed.
    if (duties.every(({ notApplicable }) => notApplicable)) return refusal('render.not-applicable');
    return withInbox(context, flags, { folder, choice, countedOn: now.day }, async ({ received, findings }) => {
      const rows = board(folder, choice, { submissions: received.map(({ submission }) => submission), now });
      const missing = rows.filter(isMissing);
      if (missing.length === 0) return refusal('render.all-sent');
      if (missing.every(({ status }) => status.phase !== 'overdue')) return refusal('render.not-yet-due');
      mention(context, findings, flags);
      const bytes = await reminderPaper(folder, choice, {
        rows,
        countedOn: flags.today === undefined ? { day: now.day, time: timeOf(now.minute) } : { day: now.day },
        sendBy: flags.sendBy ?? { day: folder.calendar.addWorkingDays(now.day, DAYS_GIVEN), time: '16:00' },
        second: flags.second === true,
        ...(flags.contact === undefined ? {} : { contact: flags.contact }),
      });
      const expected = rows.filter(({ status }) => isOwed(status)).length;
      tell(
        context,
        `Đã nhận ${formatCoverage(expected - missing.length, expected)}; chưa gửi: ${missing.map(({ name }) => name).join('; ')}.`,
      );
      return deliver(context, folder, {
        name: `cong-van-don-doc-${flags.second === true ? 'lan-2-' : ''}${nameOf(folder, choice)}`,
        bytes,
        flags,
      });
    });
  });
}

export const renderReminderCommand = command<Flags, readonly [string, string]>({
  run: renderReminder,
  brief: 'Công văn đôn đốc, kèm danh sách đơn vị chưa gửi báo cáo',
  more: [
    'Danh sách tính đến hết ngày ghi ở --today, theo ngày nhận (receivedOn) trong các tệp. Là dự thảo để lãnh đạo xem; đơn vị gửi sau đó cần được gạch khỏi danh sách trước khi ký.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: shared.from,
      today: shared.today,
      sendBy: {
        ...shared.sendBy,
        brief: 'Thời hạn gửi mới: "14/11/2019 16:00"; mặc định: 16 giờ 00 sau 03 ngày làm việc',
      },
      contact: shared.contact,
      second: { kind: 'boolean', optional: true, withNegated: false, brief: 'Công văn đôn đốc lần 2' },
      ...docxFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
