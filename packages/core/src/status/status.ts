import { daysBetween } from '../calendar/day.ts';
import { minuteOf } from '../calendar/parse.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { Obligation } from '../obligation/types.ts';
import { decidingArrival, effectiveDue, isPast } from './effective.ts';
import type { EffectiveDue, Facts, Lateness, Moment, Phase, Relief, Status, Timeliness } from './types.ts';

export interface StatusOptions {
  readonly calendar: WorkCalendar;
  /** `due-soon` begins this many days before the last on-time day. Default 7. */
  readonly dueSoonDays?: number;
}

/** Measures how far a moment lies after the last on-time one; minutes are told only on that very day. */
const latenessOf = (moment: Moment, { lastDay, due }: EffectiveDue, calendar: WorkCalendar): Lateness => {
  const days = daysBetween(lastDay, moment.day);
  const workingDays = calendar.workingDaysBetween(lastDay, moment.day);
  if (days > 0 || due.time === undefined) return { days, workingDays };
  // 'Trước 16 giờ 00' is missed at 16:00 itself, by less than a minute: never said to be 0 minutes late.
  return { days, workingDays, minutes: Math.max(1, moment.minute - minuteOf(due.time)) };
};

const reliefOf = (obligation: Obligation, facts: Facts): Relief => {
  if (facts.waived !== undefined) return 'waived';
  if (obligation.notApplicable) return 'not-applicable';
  return facts.extendedTo === undefined ? 'none' : 'extended';
};

const phaseOf = (
  obligation: Obligation,
  { effective, now, dueSoonDays }: { effective: EffectiveDue | undefined; now: Moment; dueSoonDays: number },
): Phase => {
  if (effective === undefined) return 'no-deadline';
  if (isPast(now, effective)) return 'overdue';
  if (now.day === effective.lastDay) return 'last-day';
  if (now.day < obligation.opensOn) return 'upcoming';
  return daysBetween(now.day, effective.lastDay) <= dueSoonDays ? 'due-soon' : 'open';
};

const timelinessOf = (
  obligation: Obligation,
  { facts, effective, calendar }: { facts: Facts; effective: EffectiveDue | undefined; calendar: WorkCalendar },
): Timeliness => {
  if (obligation.notApplicable) return { is: 'not-judged' };
  const arrival = decidingArrival(obligation, facts);
  if (arrival === undefined) return { is: 'pending' };
  if (effective === undefined) return { is: 'not-judged' };
  return isPast(arrival, effective) ? { is: 'late', ...latenessOf(arrival, effective, calendar) } : { is: 'on-time' };
};

/**
 * Computes the state of an obligation at a Vietnam day and minute: four values that never stand for one another.
 *
 * `phase` is the calendar's alone (an obligation that was met goes on to be `overdue`; whether anything is missing is
 * `filing`'s to say; what has no date or is not applicable is `no-deadline`). `timeliness` is judged by the first
 * arrival of what the report's `timelinessBasis` names, against the date in force; a deadline for resubmission does not
 * change it.
 */
export const status = (obligation: Obligation, facts: Facts, now: Moment, options: StatusOptions): Status => {
  const { calendar, dueSoonDays = 7 } = options;
  const effective = effectiveDue(obligation, facts, calendar);
  const phase = phaseOf(obligation, { effective, now, dueSoonDays });
  return {
    phase,
    filing: facts.filing,
    relief: reliefOf(obligation, facts),
    timeliness: timelinessOf(obligation, { facts, effective, calendar }),
    flags: {
      awaitingSignedCopy: facts.awaitingSignedCopy,
      extensionAsked: facts.extensionAsked !== undefined,
      contested: facts.contested !== undefined,
    },
    ...(effective === undefined ? {} : { effective, daysLeft: daysBetween(now.day, effective.lastDay) }),
    ...(phase === 'overdue' && effective !== undefined ? { overdueBy: latenessOf(now, effective, calendar) } : {}),
  };
};
