import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { choosePlan, unknownUnit } from '../commands/which.ts';
import { loadOffice } from '../files/office.ts';
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
  return deliver(context, loaded.value, {
    name: `ke-hoach-${plan.id}-${unit}`,
    bytes: await unitPlanPaper(loaded.value, plan, unit),
    flags,
  });
}

export const output = {
  output: { ...shared.output, brief: 'Tệp .docx; mặc định: trong thư mục out của cơ quan' },
  force: shared.force,
  json: shared.json,
} as const;
export const aliases = { o: 'output' } as const;

export const renderPlanCommand = command<OutputFlags, readonly [string?]>({
  run: renderPlan,
  brief: 'Kế hoạch của cơ quan',
  parameters: {
    flags: output,
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'plan', brief: 'Mã kế hoạch; không cần ghi khi chỉ có một' },
      ],
    },
  },
});

export const renderUnitPlanCommand = command<UnitPlanFlags, readonly [string]>({
  run: renderUnitPlan,
  brief: 'Khung kế hoạch của đơn vị, có sẵn thời hạn phải báo cáo',
  parameters: {
    flags: { plan: shared.plan, ...output },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [{ parse: word, placeholder: 'unit', brief: 'Mã đơn vị trong office.yaml' }],
    },
  },
});
