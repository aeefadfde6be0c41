import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { askedOf, chooseReport, unknownUnit } from '../commands/which.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import { fileFinding } from '../files/source.ts';
import { word } from '../text/parse.ts';
import { formOf } from '../desk/consolidation.ts';
import { unitReportPaper } from '../desk/papers.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { aliases, output } from './plans.ts';
import { reportAndPeriod } from './request.ts';

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
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const unknown = unknownUnit(folder, unit);
  const chosen = chooseReport(folder, { plan: flags.plan, report, period });
  if (!chosen.ok || unknown.length > 0)
    return refuse(context, [...unknown, ...(chosen.ok ? [] : chosen.findings)], flags);
  const choice = chosen.value;
  const form = formOf(choice);
  if (form === undefined)
    return refuse(context, [fileFinding('command.no-form', choice.file.source.file, { report })], flags);
  const today = todayOf(context, flags.today);
  const inbox = await readInbox(context, folder, { ...askedOf(choice), paths: flags.from });
  if (!inbox.ok) return refuse(context, inbox.findings, flags);
  const received = inbox.value.find(({ submission }) => submission.unit === unit);
  if (received === undefined) {
    const name = folder.directory.at(unit, today)?.name ?? unit;
    return refuse(context, [fileFinding('command.unit-not-sent', flags.from.join(', '), { unit: name })], flags);
  }
  mention(
    context,
    inbox.findings.filter(({ file }) => file === received.source.file),
    flags,
  );
  const bytes = await unitReportPaper(folder, choice, { form, submission: received.submission, today });
  return deliver(context, folder, { name: `bao-cao-${unit}-${period}`, bytes, flags });
}

export const renderUnitReportCommand = command<Flags, readonly [string, string, string]>({
  run: renderUnitReport,
  brief: 'Báo cáo của một đơn vị, từ tệp JSON của đơn vị',
  parameters: {
    flags: {
      plan: shared.plan,
      from: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        placeholder: 'PATH',
        brief: 'Tệp .json của đơn vị, hoặc thư mục chứa tệp đó',
      },
      today: shared.today,
      ...output,
    },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [{ parse: word, placeholder: 'unit', brief: 'Mã đơn vị' }, ...reportAndPeriod],
    },
  },
});
