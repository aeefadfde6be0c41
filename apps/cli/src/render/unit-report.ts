import { command } from '../commands/command.ts';
import { askForLedger } from '../commands/consolidate-ledger.ts';
import {
  aliases,
  docxFlags,
  flags as shared,
  reportAndPeriod,
  serviceFlags,
  unitParameter,
} from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { withChoice, withInbox } from '../commands/with-choice.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { nameOf, neededForm } from '../desk/choice.ts';
import { unitReportPaper } from '../desk/papers.ts';
import { fileFinding } from '../files/source.ts';
import { askBytes, findPeriod, reportPath } from '../service/api.ts';
import { withService } from '../service/connect.ts';
import { notRead } from '../service/findings.ts';
import type { ConnectFlags } from '../service/service.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';

interface Flags extends OutputFlags, ConnectFlags {
  readonly plan?: string;
  readonly from?: readonly string[];
  readonly today?: string;
}

/** Makes the Word file of one unit's report, for its head to sign: from its file, or from what it sent. */
export async function renderUnitReport(
  context: CliContext,
  flags: Flags,
  args: readonly [string, string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const { from } = flags;
  if (from !== undefined) return fromFiles(context, { ...flags, from }, args);
  await askForLedger(context, flags);
  return fromLedger(context, flags, args);
}

const fromLedger = (
  context: CliContext,
  flags: Flags,
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const of = await findPeriod(service, { plan: flags.plan, report, period });
    if (!of.ok) return notRead(context, of.findings, flags);
    const bytes = await askBytes(service, `${reportPath(of.value)}/submissions/${encodeURIComponent(unit)}.docx`);
    if (!bytes.ok) return notRead(context, bytes.findings, flags);
    const name = `bao-cao-${unit}-${report}-${period}`;
    return deliver(context, { folder: service.folder ?? context.cwd }, { name, bytes: bytes.value, flags });
  });

function fromFiles(
  context: CliContext,
  flags: Flags & { readonly from: readonly string[] },
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> {
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
  brief: 'Báo cáo của một đơn vị, từ nhật ký hoặc từ tệp JSON của đơn vị',
  parameters: {
    flags: {
      plan: shared.plan,
      from: { ...shared.fromOrLedger, brief: 'Tệp .json của đơn vị, hoặc thư mục chứa tệp đó, thay cho nhật ký' },
      today: shared.today,
      ...serviceFlags,
      ...docxFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: [unitParameter, ...reportAndPeriod] },
  },
});
