import * as v from 'valibot';
import { dutiesOf } from './duties.ts';
import { vietnamMoment } from '../calendar/day.ts';
import { isInstant } from '../calendar/parse.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { EntryContent } from '../ledger/types.ts';
import type { Plan } from '../plan/schema.ts';
import { error, type Finding } from '../text/finding.ts';
import { findingsOf } from '../text/issues.ts';
import type { Result } from '../text/result.ts';
import { type PeriodOpeningInput, periodOpeningSchema, type PlanEventInput, planEventSchema } from './schema.ts';
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

const checkInstant = ({ at }: PlanActContext): readonly Finding[] =>
  isInstant(at) ? [] : [error('act.not-an-instant', ['at'], { received: at })];

/**
 * A request whose last on-time day has passed on the day it is made would bind nobody; one of today whose hour has passed
 * would find everybody late. What was asked on a day before is only written down now.
 */
const checkDueAhead = (event: PlanEvent, { plan, history, calendar, at }: PlanActContext): readonly Finding[] => {
  const duties = dutiesOf({ plan, calendar, events: [...history.events, event] });
  const due = duties.find(({ period }) => period.id === `on-${event.event}`)?.due;
  if (due?.kind !== 'dated') return [];
  const { lastDay, lastMinute, time } = due;
  if (lastDay < event.on) return [error('act.due-before-request', ['due'], { day: lastDay, on: event.on })];
  const now = vietnamMoment(Date.parse(at));
  return time !== undefined && event.on === lastDay && now.day === lastDay && now.minute > lastMinute
    ? [error('act.date-past', ['due'], { day: lastDay, time })]
    : [];
};

/**
 * Decides the opening of a period, written when its request letter is finished, and gives its entry. It settles cut-off,
 * method, contact and form of that period and never its due date. Refuses what `periodOpeningSchema` does (a day that is
 * not in the calendar), a report, period or form that the plan does not have, and a window that ends before it begins.
 */
export const openPeriod = (input: PeriodOpeningInput, context: PlanActContext): Result<PlanEntry> => {
  const parsed = v.safeParse(periodOpeningSchema, input);
  if (!parsed.success) return { ok: false, findings: findingsOf(parsed.issues, periodOpeningSchema) };
  const opening = parsed.output;
  const { plan, history, calendar } = context;
  const { report, period, cutoff, form } = opening;
  const duties = dutiesOf({ plan, calendar, events: history.events }).filter((duty) => duty.report.id === report);
  const findings = [
    ...checkInstant(context),
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
 * Decides an ad hoc request, or the record of an event that a due rule waits for, and gives its entry. Refuses what
 * `planEventSchema` does (a day that is not in the calendar), an event whose id is taken or reserved for the unit's own
 * plan, a report or form that the plan does not have, a last on-time day before the day of the request, and an hour of
 * today that has passed.
 */
export const requestReport = (input: PlanEventInput, context: PlanActContext): Result<PlanEntry> => {
  const parsed = v.safeParse(planEventSchema, input);
  if (!parsed.success) return { ok: false, findings: findingsOf(parsed.issues, planEventSchema) };
  const event = parsed.output;
  const { plan, history } = context;
  const taken =
    history.events.some((other) => other.event === event.event) ||
    (event.report === undefined && plan.reports.some(({ id }) => id === event.event));
  // An event without a report of the plan declares one with its own id.
  const reserved = !taken && event.report === undefined && event.event === 'unit-plan';
  const unknown = event.report !== undefined && plan.reports.every(({ id }) => id !== event.report);
  const findings = [
    ...checkInstant(context),
    ...(taken ? [error('act.event-taken', ['event'], { event: event.event })] : []),
    ...(reserved ? [error('act.event-reserved', ['event'], { event: event.event })] : []),
    ...(unknown ? [error('act.unknown-report', ['report'], { report: event.report ?? '' })] : []),
    ...checkForm(event.form, context),
    ...(isInstant(context.at) ? checkDueAhead(event, context) : []),
  ];
  return findings.length > 0
    ? { ok: false, findings }
    : { ok: true, value: entryOf('request', event, context), findings: [] };
};
