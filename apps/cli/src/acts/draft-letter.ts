import { isMissing, timeOf } from '@dondoc/core';
import { refuse } from '../commands/refuse.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { wordsOf } from '../desk/choice.ts';
import { fileFinding } from '../files/source.ts';
import { deliverReminder, nobodyLate, type LetterFlags } from '../render/reminder-letter.ts';
import { sendByPast } from '../render/send-by.ts';
import type { ReportOf } from '../service/api.ts';
import { notRead } from '../service/findings.ts';
import { ledgerReport } from '../service/ledger-rows.ts';
import type { Service } from '../service/service.ts';

/** Drafts the letter to the late of one report and period, from the ledger. */
export async function draftLetter(
  context: CliContext,
  service: Service,
  { of, flags }: { readonly of: ReportOf; readonly flags: LetterFlags },
): Promise<ExitCode> {
  const read = await ledgerReport(service, of);
  if (!read.ok) return notRead(context, read.findings, flags);
  const { office, choice, now } = read.value;
  // Who has more time is not asked, nor counted.
  const rows = read.value.rows.filter(
    (row) => !isMissing(row) || row.status.phase === 'overdue' || row.status.relief !== 'extended',
  );
  const late = sendByPast(flags.sendBy, now);
  if (late.length > 0) return refuse(context, late, flags);
  const refusal = (rule: string) =>
    refuse(context, [fileFinding(rule, `${of.report} ${of.period}`, wordsOf(choice))], flags);
  if (rows.every(({ obligation }) => obligation.notApplicable)) return refusal('render.not-applicable');
  const nobody = nobodyLate(rows);
  if (nobody !== undefined) return refusal(nobody);
  const countedOn = { day: now.day, time: timeOf(now.minute) };
  const named = `${of.report}-${of.period}`;
  const folder = { folder: service.folder ?? context.cwd };
  return deliverReminder(context, folder, { office, choice, rows, now, countedOn, flags, named });
}
