import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, reportAndPeriod, unitParameter } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { withChoice, withInbox } from '../commands/with-choice.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { nameOf, neededForm } from '../desk/choice.ts';
import { unitReportPaper } from '../desk/papers.ts';
import { fileFinding } from '../files/source.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly from: readonly string[];
  readonly today?: string;
}

/** Makes the Word file of one unit's report, for its head to sign. */
export async function renderUnitReport(
  context: CliContext,
  flags: Flags,
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  return withChoice(context, flags, { unit, report, period }, async ({ folder, choice }) => {
    const form = neededForm(choice);
    if (!form.ok) return refuse(context, form.findings, flags);
    const today = todayOf(context, flags.today);
    return withInbox(context, flags, { folder, choice }, async ({ received, findings }) => {
      const one = received.find(({ submission }) => submission.unit === unit);
      if (one === undefined) {
        const name = folder.directory.at(unit, today)?.name ?? unit;
        return refuse(context, [fileFinding('command.unit-not-sent', flags.from.join(', '), { unit: name })], flags);
      }
      mention(
        context,
        findings.filter(({ file }) => file === one.source.file),
        flags,
      );
      const { submission } = one;
      const bytes = await unitReportPaper(folder, choice, { form: form.value, submission, today });
      return deliver(context, folder, { name: `bao-cao-${unit}-${nameOf(folder, choice)}`, bytes, flags });
    });
  });
}

export const renderUnitReportCommand = command<Flags, readonly [string, string, string]>({
  run: renderUnitReport,
  brief: 'Báo cáo của một đơn vị, từ tệp JSON của đơn vị',
  parameters: {
    flags: {
      plan: shared.plan,
      from: { ...shared.from, brief: 'Tệp .json của đơn vị, hoặc thư mục chứa tệp đó' },
      today: shared.today,
      ...docxFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: [unitParameter, ...reportAndPeriod] },
  },
});
