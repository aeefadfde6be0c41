import { addDays, daysInMonth, isoOf, monthOf, yearOf } from '../calendar/day.ts';
import { minuteOf, readMonthDay } from '../calendar/parse.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { DueRule } from './schema.ts';
import type { Due, Period } from './types.ts';

export interface DueContext {
  /** The period whose due date is asked; its `year` is the year of a day that the rule names without one. */
  readonly period: Period;
  /** The year the plan is issued for: what 'Quý I' without a year means. */
  readonly planYear: number;
  readonly calendar: WorkCalendar;
  /** What happens when the last on-time day is a rest day. Default: it stays, the plan names a date. */
  readonly restDay?: 'keep' | 'next-working-day';
  /** Days (ISO) on which events happened, by event: what `working-days-after` counts from. */
  readonly eventDays?: ReadonlyMap<string, string>;
}

/** A rule that has found its day, before rest days are looked at. */
interface Named {
  readonly date: string;
  readonly reading: 'before' | 'by';
  readonly time?: string | undefined;
}

/**
 * Gives the named day, or the last of its month where the month is too short for it: 31 in a month of 30 days, 29/02 in a
 * common year.
 * @see Civil Code 2015, article 148.3, which ends a term counted in months this way
 */
const inMonth = (year: number, month: number, day: number) =>
  isoOf(year, month, Math.min(day, daysInMonth(year, month)));

/** Gives year and month of the period's last month, moved by whole months. */
const lastMonth = (period: Period, offset: number) => {
  const months = yearOf(period.lastDay) * 12 + monthOf(period.lastDay) - 1 + offset;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
};

const MONTH_DAY = /^\d{2}\/\d{1,2}$/;

const dateOf = (on: string, year: number) => {
  if (!MONTH_DAY.test(on)) return on;
  const { day, month } = readMonthDay(on);
  return inMonth(year, month, day);
};

/** A day that a rule names and its year does not have. */
export interface MissingDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Tells which day a rule names that is not in the calendar of the period's year: 29/02 in a common year, 31 in a month of 30. */
export const missingDay = (rule: DueRule, period: Period): MissingDay | undefined => {
  const named =
    rule.rule === 'day-of-month'
      ? { ...lastMonth(period, rule.monthOffset), day: rule.day }
      : rule.rule === 'date' && MONTH_DAY.test(rule.on)
        ? { ...readMonthDay(rule.on), year: period.year + rule.yearOffset }
        : undefined;
  if (named === undefined || named.day <= daysInMonth(named.year, named.month)) return undefined;
  return { day: named.day, month: named.month, year: named.year };
};

/**
 * Moves `before` a day that its month lacks to before the first of the next: the last day of the month, which the named
 * one would have followed, stays on time.
 */
const beforeMissing = (named: Named, rule: DueRule, period: Period): Named => {
  const excludesDay = named.reading === 'before' && (named.time === undefined || minuteOf(named.time) === 0);
  return excludesDay && missingDay(rule, period) !== undefined ? { ...named, date: addDays(named.date, 1) } : named;
};

const eventDay = (event: string, { period, eventDays }: DueContext): string | undefined =>
  eventDays?.get(event) ?? (period.id === `on-${event}` ? period.firstDay : undefined);

/** Finds the day that a rule names; undefined where it waits for an event of unknown day. */
const name = (
  rule: Exclude<DueRule, { rule: 'none' | 'on-occurrence' | 'all-year' }>,
  context: DueContext,
): Named | undefined => {
  const { period, planYear, calendar } = context;
  switch (rule.rule) {
    case 'date':
      return beforeMissing(
        { date: dateOf(rule.on, period.year + rule.yearOffset), reading: rule.reading, time: rule.time },
        rule,
        period,
      );
    case 'day-of-month': {
      const { year, month } = lastMonth(period, rule.monthOffset);
      return beforeMissing(
        { date: inMonth(year, month, rule.day), reading: rule.reading, time: rule.time },
        rule,
        period,
      );
    }
    case 'last-working-day': {
      const { year, month } = lastMonth(period, rule.monthOffset);
      return { date: calendar.lastWorkingDayUpTo(inMonth(year, month, 31)), reading: 'by', time: rule.time };
    }
    case 'within-quarter':
      return { date: inMonth(rule.year ?? planYear, rule.quarter * 3, 31), reading: 'by' };
    case 'working-days-after': {
      const from = eventDay(rule.event, context);
      return from === undefined
        ? undefined
        : { date: calendar.addWorkingDays(from, rule.days), reading: 'by', time: rule.time };
    }
  }
};

/** Gives the last on-time moment, both parts inclusive. `before` excludes the day, or the minute where there is one. */
const lastMoment = ({ date, reading, time }: Named): { readonly lastDay: string; readonly lastMinute: number } => {
  if (time === undefined) return { lastDay: reading === 'before' ? addDays(date, -1) : date, lastMinute: 1439 };
  const lastMinute = minuteOf(time) - (reading === 'before' ? 1 : 0);
  // Before midnight of a day is the whole day before.
  return lastMinute < 0 ? { lastDay: addDays(date, -1), lastMinute: 1439 } : { lastDay: date, lastMinute };
};

/**
 * Finds when a rule falls due for one period.
 *
 * The last on-time day decides whether a rest day is met: with `next-working-day` it moves to the first working day
 * after, and the day named moves with it (`before` 05/6/2023: the Sunday 04/6 becomes Monday 05/6, the words then read
 * 'trước ngày 06/6'). Rules without a day, and rules whose event has no known day yet, give an undated due.
 *
 * @see Civil Code 2015, article 147.2 (first day not counted), 148.3 (short months), 148.5 (rest days)
 */
export const resolveDue = (rule: DueRule, context: DueContext): Due => {
  const words = rule.words === undefined ? {} : { words: rule.words };
  if (rule.rule === 'none' || rule.rule === 'on-occurrence' || rule.rule === 'all-year') {
    return { kind: 'undated', why: rule.rule, ...words };
  }
  const named = name(rule, context);
  if (named === undefined) return { kind: 'undated', why: 'awaiting-event', ...words };

  const { calendar } = context;
  const { date, reading, time } = named;
  const { lastDay, lastMinute } = lastMoment(named);
  const moves = context.restDay === 'next-working-day' && !calendar.isWorkingDay(lastDay);
  const finalDay = moves ? calendar.firstWorkingDayFrom(lastDay) : lastDay;
  return {
    kind: 'dated',
    date: moves ? (lastDay === date ? finalDay : addDays(finalDay, 1)) : date,
    ...(time === undefined ? {} : { time }),
    reading,
    lastDay: finalDay,
    lastMinute,
    lastWorkingDay: calendar.lastWorkingDayUpTo(finalDay),
    ...(moves ? { movedFrom: date } : {}),
    ...words,
  };
};
