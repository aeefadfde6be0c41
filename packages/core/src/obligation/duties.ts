import { resolveDue } from '../due/rule.ts';
import { eventPeriod, periodsOf } from '../due/period.ts';
import type { Due, Period } from '../due/types.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { UnitSelector } from '../agency/schema.ts';
import type { Plan, Report } from '../plan/schema.ts';
import { inTextOrder } from '../text/order.ts';
import { effectiveIssueDay, issueDayOfDuty } from './issue-day.ts';
import type { PlanEvent, PlanVersion } from './types.ts';

/** A report of a plan for one period, before it is known who owes it: everything that does not depend on the unit. */
export interface Duty {
  readonly plan: string;
  readonly planVersion: number;
  readonly report: Report;
  readonly period: Period;
  readonly due: Due;
  readonly units: UnitSelector;
  /** The plan's effective day of issue, for this duty. ISO. */
  readonly issuedOn: string;
  /** The day it was asked: the day of issue, an event's own day. ISO. */
  readonly askedOn: string;
  /** The day that settles who owes: the last on-time day; of an undated duty the day it was asked. ISO. */
  readonly settledOn: string;
  readonly opensOn: string;
}

interface Draft {
  readonly report: Report;
  readonly period: Period;
  readonly due: Due;
  readonly event?: PlanEvent;
}

interface Governed extends Draft {
  readonly introduced: number;
  readonly governing: number;
}

/** An event asks for a report by itself if it says whom, by when, in which form or for which report. */
const isRequest = (event: PlanEvent): boolean =>
  event.units !== undefined || event.due !== undefined || event.form !== undefined || event.report !== undefined;

const waitsFor = (report: Report, event: PlanEvent): boolean =>
  report.frequency === 'event' && report.due.rule === 'working-days-after' && report.due.event === event.event;

const requested = (plan: Plan, event: PlanEvent): readonly Report[] => {
  if (!isRequest(event)) return plan.reports.filter((report) => waitsFor(report, event));
  const own: Report = {
    id: event.event,
    name: event.title,
    kind: 'ad-hoc',
    frequency: 'event',
    due: { rule: 'none' },
    timelinessBasis: 'data',
    restDay: 'keep',
  };
  const base = event.report === undefined ? own : plan.reports.find((report) => report.id === event.report);
  if (base === undefined) return [];
  return [
    {
      ...base,
      ...(event.units === undefined ? {} : { units: event.units }),
      ...(event.due === undefined ? {} : { due: event.due }),
      ...(event.form === undefined ? {} : { form: event.form }),
    },
  ];
};

const draftsOf = (
  plan: Plan,
  { calendar, events }: { calendar: WorkCalendar; events: readonly PlanEvent[] },
): Draft[] => {
  const eventDays = new Map(events.map((event) => [event.event, event.on]));
  const draft = (report: Report, period: Period, event?: PlanEvent): Draft => ({
    report,
    period,
    due: resolveDue(report.due, { period, planYear: plan.year, calendar, restDay: report.restDay, eventDays }),
    ...(event === undefined ? {} : { event }),
  });
  return [
    ...plan.reports.flatMap((report) =>
      report.frequency === 'event' ? [] : periodsOf(report.frequency, plan.year).map((period) => draft(report, period)),
    ),
    ...events.flatMap((event) => requested(plan, event).map((report) => draft(report, eventPeriod(event), event))),
  ];
};

/** No ISO day is later: what has no date has not passed. */
const never = '9999-12-31';
const lastDayOf = (due: Due): string => (due.kind === 'dated' ? due.lastDay : never);

/**
 * Ranks reports by id: those of the current edition in its order, then requests that declare their own, then those that
 * only an earlier edition had.
 */
const ranks = (versions: readonly PlanVersion[], events: readonly PlanEvent[]): ReadonlyMap<string, number> => {
  const [current, ...earlier] = versions.map(({ plan }) => plan.reports.map(({ id }) => id)).toReversed();
  const ids = [...(current ?? []), ...events.map(({ event }) => event), ...earlier.flat()];
  return new Map([...new Set(ids)].map((id, index) => [id, index]));
};

/**
 * Lists the duties of a plan with the version that governs each, in the order of the reports of its current edition,
 * those of one report in order of time. A later version
 * takes a duty over (or drops it) if it was adopted on or before the last on-time day that the earlier one gives and
 * does not itself name a day before its own adoption: no version moves a date that has passed.
 */
export const dutiesOf = ({
  plan,
  calendar,
  events = [],
}: {
  readonly plan: Plan | readonly PlanVersion[];
  readonly calendar: WorkCalendar;
  readonly events?: readonly PlanEvent[];
}): readonly Duty[] => {
  const versions: readonly PlanVersion[] =
    'format' in plan
      ? [{ version: 1, adopted: effectiveIssueDay(plan), plan }]
      : plan.toSorted((a, b) => (a.adopted === b.adopted ? a.version - b.version : a.adopted < b.adopted ? -1 : 1));
  const current = new Map<string, Governed>();
  for (const [index, { adopted, plan: edition }] of versions.entries()) {
    const drafts = new Map(draftsOf(edition, { calendar, events }).map((d) => [`${d.report.id}/${d.period.id}`, d]));
    for (const [key, held] of current) {
      if (!drafts.has(key) && adopted <= lastDayOf(held.due)) current.delete(key);
    }
    for (const [key, draft] of drafts) {
      const held = current.get(key);
      const passed = held !== undefined && (adopted > lastDayOf(held.due) || lastDayOf(draft.due) < adopted);
      if (!passed) current.set(key, { ...draft, introduced: held?.introduced ?? index, governing: index });
    }
  }
  const rank = ranks(versions, events);
  const place = ({ report }: Draft): number => rank.get(report.id) ?? rank.size;
  const inOrder = [...current.values()].toSorted(
    (a, b) => place(a) - place(b) || inTextOrder(a.period.firstDay, b.period.firstDay),
  );
  return inOrder.flatMap(({ introduced, governing, event, report, period, due }) => {
    const version = versions[governing];
    if (version === undefined) return [];
    const issuedOn = issueDayOfDuty(versions, introduced, governing);
    const adopted = versions[introduced]?.adopted ?? issuedOn;
    const askedOn = event?.on ?? issuedOn;
    return {
      plan: version.plan.id,
      planVersion: version.version,
      report,
      period,
      due,
      units: report.units ?? version.plan.units,
      issuedOn,
      askedOn,
      settledOn: due.kind === 'dated' ? due.lastDay : askedOn,
      opensOn: event?.on ?? (adopted > period.firstDay ? adopted : period.firstDay),
    };
  });
};
