import type { WorkCalendar } from '../calendar/working.ts';
import type { Obligation } from '../obligation/types.ts';
import type { Arrival, EffectiveDue, Facts, Moment } from './types.ts';

type LastOnTime = Pick<EffectiveDue, 'lastDay' | 'lastMinute'>;

const until = (lastDay: string, calendar: WorkCalendar): EffectiveDue => ({
  lastDay,
  lastMinute: 1439,
  due: {
    kind: 'dated',
    date: lastDay,
    reading: 'by',
    lastDay,
    lastMinute: 1439,
    lastWorkingDay: calendar.lastWorkingDayUpTo(lastDay),
  },
});

/** Tells whether the end of a day lies after a last on-time moment. */
export const isLater = (day: string, { lastDay, lastMinute }: LastOnTime): boolean =>
  day > lastDay || (day === lastDay && lastMinute < 1439);

/**
 * Gives the last on-time moment in force: the plan's, or the day that an officer set where the plan has none, or the
 * extension's where that is later (both inclusive, to the end of the day). None for what is not applicable.
 */
export const lastOnTime = (
  { due, notApplicable }: Obligation,
  { dueSet, extendedTo }: Facts,
): LastOnTime | undefined => {
  if (notApplicable) return undefined;
  const set = dueSet === undefined ? undefined : { lastDay: dueSet, lastMinute: 1439 };
  const base = due.kind === 'dated' ? due : set;
  return extendedTo !== undefined && (base === undefined || isLater(extendedTo, base))
    ? { lastDay: extendedTo, lastMinute: 1439 }
    : base;
};

/** Gives the last on-time moment in force with the date as it is written; see `lastOnTime`. */
export const effectiveDue = (
  obligation: Obligation,
  facts: Facts,
  calendar: WorkCalendar,
): EffectiveDue | undefined => {
  const last = lastOnTime(obligation, facts);
  if (last === undefined) return undefined;
  const { due } = obligation;
  return due.kind === 'dated' && last === due
    ? { lastDay: due.lastDay, lastMinute: due.lastMinute, due }
    : until(last.lastDay, calendar);
};

/** Tells whether a moment lies after the last on-time one. */
export const isPast = (moment: Moment, { lastDay, lastMinute }: LastOnTime): boolean =>
  moment.day > lastDay || (moment.day === lastDay && moment.minute > lastMinute);

/** Gives the arrival that decides whether the report was on time: of the data, or of the signed document. */
export const decidingArrival = (obligation: Obligation, facts: Facts): Arrival | undefined =>
  obligation.report.timelinessBasis === 'signed-document' ? facts.firstSignedArrival : facts.firstArrival;
