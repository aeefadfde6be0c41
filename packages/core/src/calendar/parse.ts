import { fold } from '../text/fold.ts';
import { formatMonthDay } from '../text/format.ts';
import { daysInMonth, isoOf } from './day.ts';

// One separator for all that Word, PDF extraction and keyboards put between the parts of a date:
// '/', fraction slash U+2044, division slash U+2215, full-width slash, hyphens and dashes, minus, full stop.
const SEPARATORS = /\s*[/\u2044\u2215\uFF0F\-\u2010-\u2014\u2212.]\s*/gu;

const unify = (words: string) =>
  fold(words)
    .toLowerCase()
    .replace(/^ngày\s*/, '')
    .replace(/\s*tháng\s*/, '/')
    .replace(/\s*năm\s*/, '/')
    .replaceAll(SEPARATORS, '/');

const exists = (year: number, month: number, day: number) => day >= 1 && day <= daysInMonth(year, month);

/**
 * Reads a day as people write it and gives it in ISO: `2019-06-05`, `05/6/2019`, `5-6-2019`, `05⁄6/2019`, `5.6.2019`,
 * `ngày 05 tháng 6 năm 2019`. Day before month unless the year stands first; the year has four digits.
 * Gives undefined for anything else and for a day that is not in the calendar (`31/02/2020`).
 */
export const parseDate = (words: string): string | undefined => {
  const text = unify(words);
  const yearFirst = /^([1-9]\d{3})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  const dayFirst = yearFirst ? null : /^(\d{1,2})\/(\d{1,2})\/([1-9]\d{3})$/.exec(text);
  const [year, month, day] = yearFirst
    ? [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
    : dayFirst
      ? [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
      : [0, 0, 0];
  return exists(year, month, day) ? isoOf(year, month, day) : undefined;
};

// A leap year: 29/02 is a day of some years, `resolveDue` says what it is in the others.
const LEAP = 2020;

/**
 * Reads a day of any year, day first (`05/6`, `5-6`, `05⁄6`, `ngày 05 tháng 6`), and gives it as `05/6`.
 * Gives undefined for anything else and for a day that no year has (`31/4`); `29/02` is accepted.
 */
export const parseMonthDay = (words: string): string | undefined => {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(unify(words));
  const day = Number(match?.[1] ?? 0);
  const month = Number(match?.[2] ?? 0);
  return exists(LEAP, month, day) ? formatMonthDay(day, month) : undefined;
};

/** Splits what `parseMonthDay` gave: `05/6` → day 5, month 6. */
export const readMonthDay = (canonical: string): { readonly day: number; readonly month: number } => ({
  day: Number(canonical.slice(0, 2)),
  month: Number(canonical.slice(3)),
});

/**
 * Reads a time of day and gives it as `HH:MM`: `16:00`, `16 giờ 00`, `16h00`, `16h`, `7 giờ 30 phút`, `16 giờ`.
 * Gives undefined for anything else, `24:00` too: the end of a day is written as the day without an hour.
 */
export const parseTime = (words: string): string | undefined => {
  const match = /^(\d{1,2})\s*(?::\s*(\d{2})|(?:giờ|h|g)\s*(?:(\d{2})\s*(?:phút|p|ph)?)?)$/.exec(
    fold(words).toLowerCase(),
  );
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? match[3] ?? 0);
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
};

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/** Tells whether a text is an instant in UTC as a clock writes it: `2020-06-03T05:00:00.000Z`, on a day that exists. */
export const isInstant = (text: string): boolean => {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && parseDate(day) === day;
};

/** Counts the minutes from midnight to a time `HH:MM`: `16:00` → 960. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Writes a minute of the day, 0 to 1439, as a time: 920 → `15:20`. The inverse of `minuteOf`. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
