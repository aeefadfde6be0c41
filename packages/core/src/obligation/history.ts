import { dutiesOf } from './duties.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { EntryContent } from '../ledger/types.ts';
import type { Plan } from '../plan/schema.ts';
import type { Finding, FindingParams, Path } from '../text/finding.ts';
import type { Result } from '../text/result.ts';
import type { PeriodOpening, PlanEvent, PlanVersion } from './types.ts';

/** What a plan's stream holds: `adopt` a version, `request` an ad hoc report (or record an event), `open-period`. */
export type PlanEntry =
  | EntryContent<'adopt', { readonly adopted: string; readonly plan: Plan }>
  | EntryContent<'request', PlanEvent>
  | EntryContent<'open-period', PeriodOpening>;

/** The fold of a plan's stream: what `obligations` asks for. */
export interface PlanHistory {
  readonly versions: readonly PlanVersion[];
  readonly events: readonly PlanEvent[];
  readonly openings: readonly PeriodOpening[];
  /** Version of the stream after the last entry folded. */
  readonly version: number;
}

export const noHistory: PlanHistory = { versions: [], events: [], openings: [], version: 0 };

/** Names the stream of a plan: `plan:{plan}`. */
export const planStream = (plan: string): string => `plan:${plan}`;

/** Adds one entry of a plan's stream to its history. A period opened again has what its last opening says. */
export const applyPlanEntry = (history: PlanHistory, entry: PlanEntry): PlanHistory => {
  const next = { ...history, version: entry.version };
  switch (entry.kind) {
    case 'adopt':
      return { ...next, versions: [...history.versions, { version: history.versions.length + 1, ...entry.data }] };
    case 'request':
      return { ...next, events: [...history.events, entry.data] };
    case 'open-period': {
      const { report, period } = entry.data;
      const others = history.openings.filter((opening) => opening.report !== report || opening.period !== period);
      return { ...next, openings: [...others, entry.data] };
    }
  }
};

export interface PlanActContext {
  readonly plan: Plan;
  readonly history: PlanHistory;
  readonly calendar: WorkCalendar;
  /** Instant of the clock, ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
}

const error = (rule: string, where: Path, params: FindingParams): Finding => ({
  rule,
  severity: 'error',
  where,
  params,
});

const entryOf = <K extends PlanEntry['kind'], D extends PlanEntry['data']>(
  kind: K,
  data: D,
  context: PlanActContext,
) => ({
  stream: planStream(context.plan.id),
  version: context.history.version + 1,
  at: context.at,
  actor: context.actor,
  kind,
  data,
});

const checkForm = (form: string | undefined, { plan }: PlanActContext): readonly Finding[] =>
  form === undefined || plan.forms.some(({ id }) => id === form) ? [] : [error('act.unknown-form', ['form'], { form })];

/**
 * Decides the opening of a period, written when its request letter is finished, and gives its entry. It settles cut-off,
 * method, contact and form of that period and never its due date. Refuses a report, period or form that the plan does not
 * have, and a window that ends before it begins.
 */
export const openPeriod = (opening: PeriodOpening, context: PlanActContext): Result<PlanEntry> => {
  const { plan, history, calendar } = context;
  const { report, period, cutoff, form } = opening;
  const duties = dutiesOf({ plan, calendar, events: history.events }).filter((duty) => duty.report.id === report);
  const findings = [
    ...(duties.length === 0 ? [error('act.unknown-report', ['report'], { report })] : []),
    ...(duties.length > 0 && duties.every((duty) => duty.period.id !== period)
      ? [error('act.unknown-period', ['period'], { report, period })]
      : []),
    ...(cutoff !== undefined && cutoff.from > cutoff.to ? [error('act.window-reversed', ['cutoff'], cutoff)] : []),
    ...checkForm(form, context),
  ];
  return findings.length > 0
    ? { ok: false, findings }
    : { ok: true, value: entryOf('open-period', opening, context), findings: [] };
};

/**
 * Decides an ad hoc request, or the record of an event that a due rule waits for, and gives its entry. Refuses an event
 * whose id is taken, and a report or form that the plan does not have.
 */
export const requestReport = (event: PlanEvent, context: PlanActContext): Result<PlanEntry> => {
  const { plan, history } = context;
  const taken =
    history.events.some((other) => other.event === event.event) ||
    (event.report === undefined && plan.reports.some(({ id }) => id === event.event));
  const unknown = event.report !== undefined && plan.reports.every(({ id }) => id !== event.report);
  const findings = [
    ...(taken ? [error('act.event-taken', ['event'], { event: event.event })] : []),
    ...(unknown ? [error('act.unknown-report', ['report'], { report: event.report ?? '' })] : []),
    ...checkForm(event.form, context),
  ];
  return findings.length > 0
    ? { ok: false, findings }
    : { ok: true, value: entryOf('request', event, context), findings: [] };
};
