import { effectiveIssueDay, type Plan } from '@dondoc/core';
import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, unitParameter } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { choosePlan, unknownUnit } from '../desk/choice.ts';
import { loadOffice, type OfficeFolder } from '../files/office.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { word } from '../text/parse.ts';
import { planPaper, unitPlanPaper } from '../desk/papers.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';

/** Makes the Word file of a plan. */
export async function renderPlan(
  context: CliContext,
  flags: OutputFlags,
  [planId]: readonly [string?],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const chosen = choosePlan(loaded.value, planId);
  if (!chosen.ok) return refuse(context, chosen.findings, flags);
  const { plan } = chosen.value;
  return deliver(context, loaded.value, {
    name: `ke-hoach-${plan.id}`,
    bytes: await planPaper(loaded.value, plan),
    flags,
  });
}

interface UnitPlanFlags extends OutputFlags {
  readonly plan?: string;
}

/** Says why an agency makes no plan of its own under the office's: merged, closed, not yet open, or not bound by it. */
function unboundUnit({ directory }: OfficeFolder, plan: Plan, unit: string): readonly LocatedFinding[] {
  const day = effectiveIssueDay(plan);
  const seen = directory.at(unit, day);
  if (seen === undefined || directory.matching(plan.units, day).some(({ id }) => id === unit)) return [];
  const agency = directory.all.find(({ id }) => id === unit);
  const heir =
    agency?.mergedInto === undefined ? '' : (directory.at(agency.mergedInto, day)?.name ?? agency.mergedInto);
  const params = { unit: seen.name, state: seen.state, day, opened: agency?.opened ?? '', heir };
  return [fileFinding('render.unit-not-bound', 'dondoc', params)];
}

/** Makes the Word frame of a unit's own plan. */
export async function renderUnitPlan(
  context: CliContext,
  flags: UnitPlanFlags,
  [unit]: readonly [string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const unknown = unknownUnit(loaded.value, unit);
  const chosen = choosePlan(loaded.value, flags.plan);
  if (!chosen.ok || unknown.length > 0)
    return refuse(context, [...unknown, ...(chosen.ok ? [] : chosen.findings)], flags);
  const { plan } = chosen.value;
  const unbound = unboundUnit(loaded.value, plan, unit);
  if (unbound.length > 0) return refuse(context, unbound, flags);
  return deliver(context, loaded.value, {
    name: `ke-hoach-${plan.id}-${unit}`,
    bytes: await unitPlanPaper(loaded.value, plan, unit),
    flags,
  });
}

export const renderPlanCommand = command<OutputFlags, readonly [string?]>({
  run: renderPlan,
  brief: 'Kế hoạch của cơ quan',
  parameters: {
    flags: docxFlags,
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'kế-hoạch', brief: 'Mã kế hoạch; không cần ghi khi chỉ có một' },
      ],
    },
  },
});

export const renderUnitPlanCommand = command<UnitPlanFlags, readonly [string]>({
  run: renderUnitPlan,
  brief: 'Khung kế hoạch của đơn vị, có sẵn thời hạn gửi báo cáo',
  parameters: {
    flags: { plan: shared.plan, ...docxFlags },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [unitParameter],
    },
  },
});
