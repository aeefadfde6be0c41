// Days are whole numbers counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar: a civil day has no
// hour and no zone, so no Date object and no time zone database can shift it.

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** Counts the days from 1970-01-01 to a day of the Gregorian calendar; months outside 1 to 12 are not checked. */
export const dayNumberOf = (year: number, month: number, day: number): number => {
  // Years begin in March, so that the leap day is the last of its year and months follow one formula.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

/** Reads the year of an ISO day (`2019-06-05` → 2019). */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
/** Reads the month of an ISO day, 1 to 12. */
export const monthOf = (iso: string): number => Number(iso.slice(5, 7));
/** Reads the day of the month of an ISO day, 1 to 31. */
export const dayOf = (iso: string): number => Number(iso.slice(8, 10));

/**
 * Counts the days from 1970-01-01 to an ISO day.
 * The day must exist (`parseDate` makes sure); nothing is checked here, this runs for every obligation.
 */
export const dayNumber = (iso: string): number => dayNumberOf(yearOf(iso), monthOf(iso), dayOf(iso));

/** Writes an ISO day from its parts, which must name a day that exists. */
export const isoOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Writes the ISO day of a day number: the inverse of `dayNumber`. */
export const isoDay = (n: number): string => {
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return isoOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
};

/** Gives the weekday of a day number: 0 is Sunday, 6 is Saturday. */
export const weekdayOfNumber = (n: number): number => (((n + 4) % 7) + 7) % 7;

/** Gives the weekday of an ISO day: 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (iso: string): number => weekdayOfNumber(dayNumber(iso));

/** Gives the day `days` calendar days after an ISO day (before it where negative). */
export const addDays = (iso: string, days: number): string => isoDay(dayNumber(iso) + days);

/** Counts the calendar days from `a` to `b`: 1 from one day to the next, negative where `b` comes first. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Gives how many days a month has; 0 for a month that is not 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/**
 * Gives the Vietnam day and the minute of it (0 to 1439) of an instant in milliseconds since 1970-01-01T00:00Z.
 * Vietnam has kept UTC+7 without summer time since 13 June 1975, so no zone database is needed.
 */
export const vietnamMoment = (epochMs: number): { readonly day: string; readonly minute: number } => {
  const minutes = Math.floor(epochMs / 60_000) + 7 * 60;
  const day = Math.floor(minutes / 1440);
  return { day: isoDay(day), minute: minutes - day * 1440 };
};

/**
 * Gives the instant (ISO 8601 in UTC) of a minute of a Vietnam day, noon unless given: the inverse of `vietnamMoment`.
 * The day must exist; nothing is checked here.
 */
export const vietnamInstant = (day: string, minute = 720): string =>
  new Date((dayNumber(day) * 1440 + minute - 7 * 60) * 60_000).toISOString();
