import { addDays, dayNumber, dayNumberOf, isoDay, isoOf, weekdayOfNumber, yearOf } from './day.ts';
import { compensationDays, statutoryHolidays } from './holidays.ts';
import { lunarNewYear } from './lunar.ts';

/** One announced change of the working calendar: days off (`off`) or make-up working days (`work`); both days inclusive. */
export interface CalendarChange {
  readonly from: string;
  /** Absent: the one day. */
  readonly to?: string;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source?: string;
}

/** The working days of one office. All days are ISO. */
export interface WorkCalendar {
  readonly isWorkingDay: (iso: string) => boolean;
  /** Why a day is off: a holiday's name, 'thứ Bảy' or 'Chủ nhật'; undefined for a working day. */
  readonly restReason: (iso: string) => string | undefined;
  /** The day itself where it is a working day, else the last one before it. */
  readonly lastWorkingDayUpTo: (iso: string) => string;
  /** The day itself where it is a working day, else the first one after it. */
  readonly firstWorkingDayFrom: (iso: string) => string;
  /**
   * The nth working day after a day, which is not counted itself (Civil Code 2015, article 147); before it where `n` is
   * negative. 0 gives the day itself, working or not.
   */
  readonly addWorkingDays: (iso: string, n: number) => string;
  /** How many working days lie after the first day up to the second, the second included; negative where it comes first. */
  readonly workingDaysBetween: (after: string, upTo: string) => number;
  /** Whether the yearly announcement (Tết, National Day, exchanged days) of a year has been entered by the office. */
  readonly isAnnounced: (year: number) => boolean;
}

interface YearTable {
  readonly first: number;
  readonly reasons: readonly (string | undefined)[];
  /** Working days of the year before the day at the index; one entry more than the year has days. */
  readonly before: Uint16Array;
}

const WEEKEND = ['Chủ nhật', undefined, undefined, undefined, undefined, undefined, 'thứ Bảy'] as const;

/** Longer than any rest there is: a range of days off without an end must not be walked to its end. */
const LONGEST_REST = 400;

/**
 * Makes the working calendar of an office: Monday to Friday, less the statutory holidays and the days that make up for
 * them, then the office's own changes, which win over both ('work' over 'off').
 *
 * Changes of kind 'off' that cover the first day of Tết state that year's whole Tết rest, and those that cover 02/9 the
 * rest around National Day: the days that would otherwise be guessed or known are then left out, so that an announcement
 * of a later year replaces the guess by being entered.
 *
 * Tables are made once a year and then only read: a question costs no more for a calendar of many changes. Where days off
 * leave no working day for a year and more, the search for one ends at the last found, else at the day it began with.
 */
export const createCalendar = (
  input: { readonly swaps?: readonly CalendarChange[]; readonly announcedYears?: readonly number[] } = {},
): WorkCalendar => {
  const changes = input.swaps ?? [];
  const announced = new Set(input.announcedYears);
  const tables = new Map<number, YearTable>();

  const covers = (iso: string) => changes.some((c) => c.kind === 'off' && c.from <= iso && iso <= (c.to ?? c.from));

  const makeTable = (year: number): YearTable => {
    const first = dayNumberOf(year, 1, 1);
    const length = dayNumberOf(year + 1, 1, 1) - first;
    const reasons: (string | undefined)[] = Array.from({ length }, (_, i) => WEEKEND[weekdayOfNumber(first + i)]);

    const ownTet = covers(lunarNewYear(year));
    const ownNationalDay = covers(isoOf(year, 9, 2));
    const holidays = statutoryHolidays(year).filter(
      ({ id }) =>
        !(ownTet && id === 'tet') && !(ownNationalDay && (id === 'national-day' || id === 'beside-national-day')),
    );
    for (const { day, name } of [...compensationDays(holidays), ...holidays]) reasons[dayNumber(day) - first] = name;
    for (const kind of ['off', 'work'] as const) {
      for (const change of changes) {
        if (change.kind !== kind) continue;
        const from = Math.max(dayNumber(change.from), first);
        const to = Math.min(dayNumber(change.to ?? change.from), first + length - 1);
        for (let n = from; n <= to; n++) {
          reasons[n - first] = kind === 'off' ? change.name : undefined;
        }
      }
    }

    const before = new Uint16Array(length + 1);
    for (let i = 0; i < length; i++) before[i + 1] = (before[i] ?? 0) + (reasons[i] === undefined ? 1 : 0);
    return { first, reasons, before };
  };

  const tableOf = (year: number): YearTable => {
    let table = tables.get(year);
    if (table === undefined) {
      table = makeTable(year);
      tables.set(year, table);
    }
    return table;
  };

  const restReason = (iso: string) => {
    const { first, reasons } = tableOf(yearOf(iso));
    return reasons[dayNumber(iso) - first];
  };
  const isWorkingDay = (iso: string) => restReason(iso) === undefined;

  const seek = (iso: string, step: 1 | -1) => {
    let day = iso;
    for (let rest = 0; !isWorkingDay(day); rest++) {
      if (rest === LONGEST_REST) return iso;
      day = addDays(day, step);
    }
    return day;
  };

  const addWorkingDays = (iso: string, n: number) => {
    const step = n < 0 ? -1 : 1;
    let day = dayNumber(iso);
    let last = day;
    for (let left = Math.abs(n), rest = 0; left > 0 && rest < LONGEST_REST; rest++) {
      day += step;
      if (!isWorkingDay(isoDay(day))) continue;
      left--;
      last = day;
      rest = 0;
    }
    return isoDay(last);
  };

  /** Working days from the first day of the year up to a day, included. */
  const upToInYear = (iso: string) => {
    const { first, before } = tableOf(yearOf(iso));
    return before[dayNumber(iso) - first + 1] ?? 0;
  };

  const workingDaysBetween = (after: string, upTo: string): number => {
    if (upTo < after) return -workingDaysBetween(upTo, after);
    let count = upToInYear(upTo) - upToInYear(after);
    for (let year = yearOf(after); year < yearOf(upTo); year++) count += tableOf(year).before.at(-1) ?? 0;
    return count;
  };

  return {
    isWorkingDay,
    restReason,
    lastWorkingDayUpTo: (iso) => seek(iso, -1),
    firstWorkingDayFrom: (iso) => seek(iso, 1),
    addWorkingDays,
    workingDaysBetween,
    isAnnounced: (year) => announced.has(year),
  };
};
