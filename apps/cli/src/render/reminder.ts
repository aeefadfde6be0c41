import { timeOf } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { draftLetter } from '../acts/draft-letter.ts';
import { askForLedger } from '../commands/consolidate-ledger.ts';
import { aliases, docxFlags, flags as shared, reportAndPeriod, serviceFlags } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { momentOf } from '../commands/today.ts';
import { withChoice, withInbox } from '../commands/with-choice.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { board } from '../desk/board.ts';
import { nameOf, owed, wordsOf } from '../desk/choice.ts';
import { fileFinding } from '../files/source.ts';
import { findPeriod } from '../service/api.ts';
import { withService } from '../service/connect.ts';
import { notRead } from '../service/findings.ts';
import type { ConnectFlags } from '../service/service.ts';
import { askForDocx } from './output.ts';
import { deliverReminder, nobodyLate, type LetterFlags } from './reminder-letter.ts';
import { sendByPast } from './send-by.ts';

interface Flags extends LetterFlags, ConnectFlags {
  readonly plan?: string;
  readonly from?: readonly string[];
  readonly today?: string;
}

/** Makes the letter that urges the units whose report has not come by the end of the day. */
export async function renderReminder(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const { from } = flags;
  if (from !== undefined) return fromFiles(context, { ...flags, from }, [report, period]);
  await askForLedger(context, flags);
  return withService(context, flags, async (service) => {
    const of = await findPeriod(service, { plan: flags.plan, report, period });
    return of.ok ? draftLetter(context, service, { of: of.value, flags }) : notRead(context, of.findings, flags);
  });
}

function fromFiles(
  context: CliContext,
  flags: Flags & { readonly from: readonly string[] },
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
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
      const nobody = nobodyLate(rows);
      if (nobody !== undefined) return refusal(nobody);
      mention(context, findings, flags);
      const countedOn = flags.today === undefined ? { day: now.day, time: timeOf(now.minute) } : { day: now.day };
      const named = nameOf(folder, choice);
      return deliverReminder(context, folder, { office: folder, choice, rows, now, countedOn, flags, named });
    });
  });
}

export const renderReminderCommand = command<Flags, readonly [string, string]>({
  run: renderReminder,
  brief: 'Công văn đôn đốc, kèm danh sách đơn vị chưa gửi báo cáo',
  more: [
    'Không ghi --from thì lập từ nhật ký, tính đến lúc chạy lệnh.',
    'Với --from, danh sách tính đến hết ngày ghi ở --today, theo ngày nhận (receivedOn) trong các tệp. Là dự thảo để lãnh đạo xem; đơn vị gửi sau đó cần được gạch khỏi danh sách trước khi ký.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: shared.fromOrLedger,
      today: shared.today,
      sendBy: {
        ...shared.sendBy,
        brief: 'Thời hạn gửi mới: "14/11/2019 16:00"; mặc định: 16 giờ 00 sau 03 ngày làm việc',
      },
      contact: shared.contact,
      second: { kind: 'boolean', optional: true, withNegated: false, brief: 'Công văn đôn đốc lần 2' },
      ...serviceFlags,
      ...docxFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
