import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { announcement, announcements } from './announcements.ts';
import { daysBetween, weekdayOf } from './day.ts';
import { compensationDays, statutoryHolidays } from './holidays.ts';
import { lunarNewYear } from './lunar.ts';

const YEARS = Array.from({ length: 32 }, (_, i) => 2019 + i);
const independent = new Holidays('VN');

/** Public holidays of the independent source as single days. */
const theirsOf = (year: number): readonly string[] =>
  independent
    .getHolidays(year)
    .filter((h) => h.type === 'public')
    .flatMap((h) => {
      const days = Math.round((h.end.getTime() - h.start.getTime()) / 86_400_000);
      const first = Date.parse(`${h.date.slice(0, 10)}T00:00:00Z`);
      return Array.from({ length: days }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
    });

/**
 * Where the two lists differ, and why. The independent source knows the Labour Code as it stood before 2021 and one
 * fixed form of Tết; a year that is not named here differs in nothing else.
 */
const theirsAlone = (year: number): readonly string[] => {
  // Tết: it always has the last day of the old year and four of the new. Announcements give two and three in most years.
  const newYear = lunarNewYear(year);
  const first = statutoryHolidays(year).find((h) => h.id === 'tet');
  const tet = daysBetween(first!.day, newYear) === 2 ? [isoAfter(newYear, 3)] : [];
  // Giỗ Tổ 2050: it begins the third month a day early (new moon 23/3/2050 at 07:41 in Vietnam), see lunar.test.ts.
  return year === 2050 ? [...tet, '2050-03-31'] : tet;
};
const oursAlone = (year: number): readonly string[] => {
  const beside = statutoryHolidays(year).find((h) => h.id === 'beside-national-day');
  return [
    ...(theirsAlone(year).includes(isoAfter(lunarNewYear(year), 3)) ? [isoAfter(lunarNewYear(year), -2)] : []),
    ...(year === 2050 ? ['2050-04-01'] : []),
    // Labour Code 2019, article 112.1.đ: one day beside 02/9, since 2021.
    ...(year >= 2021 ? [beside!.day] : []),
    // Resolution 28/2026/QH16: since 2026.
    ...(year >= 2026 ? [`${year}-11-24`] : []),
  ];
};
const isoAfter = (iso: string, days: number) =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('statutory holidays', () => {
  test.each(YEARS)('%i: those of an independent source, but for the differences explained', (year) => {
    const ours = new Set(statutoryHolidays(year).map((h) => h.day));
    const theirs = new Set(theirsOf(year));
    expect([...theirs].filter((day) => !ours.has(day))).toEqual(theirsAlone(year));
    expect([...ours].filter((day) => !theirs.has(day)).toSorted()).toEqual(oursAlone(year).toSorted());
  });

  test.each([
    [2019, 10],
    [2020, 10],
    [2021, 11], // Labour Code 2019 in force: 02/9 has a second day
    [2025, 11],
    [2026, 12], // Ngày Văn hóa Việt Nam
    [2050, 12],
  ])('%i has %i days, none twice', (year, count) => {
    expect(new Set(statutoryHolidays(year).map((h) => h.day)).size).toBe(count);
    expect(statutoryHolidays(year)).toHaveLength(count);
  });

  test('no two holidays of 2019 to 2050 fall on one day', () => {
    const twice = YEARS.filter((year) => {
      const days = statutoryHolidays(year).map((h) => h.day);
      return new Set(days).size < days.length;
    });
    expect(twice).toEqual([]);
  });

  test('each names the law in force that year', () => {
    for (const { source } of statutoryHolidays(2020)) expect(source).toContain('10/2012/QH13');
    expect(statutoryHolidays(2021).every((h) => h.source.includes('45/2019/QH14'))).toBe(true);
    expect(statutoryHolidays(2026).find((h) => h.day === '2026-11-24')?.source).toContain('28/2026/QH16');
    expect(statutoryHolidays(2025).some((h) => h.day === '2025-11-24')).toBe(false);
  });

  test('what only an announcement fixes is called a guess where there is none', () => {
    const guessed = (year: number) => statutoryHolidays(year).filter((h) => h.basis === 'guessed');
    expect(announcements.flatMap(({ year }) => guessed(year))).toEqual([]);
    expect(announcement(2027)).toBeUndefined();
    expect(guessed(2027).map((h) => h.id)).toEqual(['tet', 'tet', 'tet', 'tet', 'tet', 'beside-national-day']);
    expect(guessed(2027)[0]?.day).toBe('2027-02-04');
  });

  test.each(announcements)('the guess would have been right for $year', ({ year, tet, besideNationalDay }) => {
    const newYear = lunarNewYear(year);
    expect(daysBetween(tet.from, newYear)).toBe(weekdayOf(newYear) === 2 ? 1 : 2);
    expect(daysBetween(tet.from, tet.to)).toBe(4);
    const after = [0, 1, 4].includes(weekdayOf(`${year}-09-02`));
    expect(besideNationalDay).toBe(year < 2021 ? undefined : `${year}-09-0${after ? 3 : 1}`);
  });

  test('an exchanged day is a weekday off for a Saturday worked', () => {
    const exchanges = announcements.flatMap((a) => a.exchanges);
    expect(exchanges).toHaveLength(5);
    expect(exchanges.filter(({ off }) => [0, 6].includes(weekdayOf(off)))).toEqual([]);
    expect(exchanges.filter(({ work }) => weekdayOf(work) !== 6)).toEqual([]);
  });
});

describe('days that make up for rest days', () => {
  const madeUp = (year: number) => compensationDays(statutoryHolidays(year)).map((h) => h.day);

  test.each([
    [2019, ['2019-04-15']], // Giỗ Tổ on a Sunday
    [2020, ['2020-01-28', '2020-01-29']], // two days of Tết on a weekend
    [2021, ['2021-02-15', '2021-02-16', '2021-05-03']],
    [2022, ['2022-01-03', '2022-04-11', '2022-05-02', '2022-05-03']],
    // Giỗ Tổ on Saturday 29/4 and 30/4 on Sunday: Monday is 01/5 itself, so Tuesday and Wednesday.
    [2023, ['2023-01-02', '2023-01-25', '2023-01-26', '2023-05-02', '2023-05-03', '2023-09-04']],
    [2024, ['2024-02-13', '2024-02-14']],
    [2025, []],
    [2026, ['2026-04-27']],
  ])('%i: %j', (year, days) => {
    expect(madeUp(year)).toEqual(days);
  });

  test('Culture Day is not made up: it is not among the days that the article names', () => {
    expect(weekdayOf('2029-11-24')).toBe(6);
    expect(madeUp(2029).filter((day) => day > '2029-11')).toEqual([]);
  });

  test('they are working weekdays of the same year, as many as holidays on a weekend', () => {
    for (const year of YEARS) {
      const holidays = statutoryHolidays(year);
      const taken = new Set(holidays.map((h) => h.day));
      const days = madeUp(year);
      expect(days).toHaveLength(
        holidays.filter((h) => [0, 6].includes(weekdayOf(h.day)) && h.id !== 'culture-day').length,
      );
      for (const day of days) {
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(day));
        expect(taken.has(day)).toBe(false);
        expect(day.slice(0, 4)).toBe(String(year));
      }
    }
  });
});
