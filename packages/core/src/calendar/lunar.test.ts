import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { daysBetween } from './day.ts';
import { lunarNewYear, lunarToSolar } from './lunar.ts';

const YEARS = Array.from({ length: 32 }, (_, i) => 2019 + i);
const independent = new Holidays('VN');

/** Days of the lunar year that the independent source knows by name. */
const known = [
  { name: 'Tết Nguyên Đán', month: 1, day: 1 },
  { name: 'Tết Nguyên Tiêu', month: 1, day: 15 },
  { name: 'Giỗ tổ Hùng Vương', month: 3, day: 10 },
  { name: 'Lễ Phật đản', month: 4, day: 15 },
  { name: 'Tết Đoan ngọ', month: 5, day: 5 },
  { name: 'Rằm Tháng Bảy, Vu Lan', month: 7, day: 15 },
  { name: 'Tết Trung thu', month: 8, day: 15 },
];

/**
 * Months that the independent source begins a day too early: its own rounding to midnight loses the day, while the
 * instant of the new moon (Meeus, chapter 49, with all terms; here on Vietnam's clock) is hours away from midnight.
 */
const roundedAway: Readonly<Record<string, { readonly newMoon: string; readonly theirs: string }>> = {
  '2040-02-05': { newMoon: '14/01/2040, 10 giờ 25', theirs: '2040-02-04' },
  '2043-05-23': { newMoon: '09/5/2043, 10 giờ 21', theirs: '2043-05-22' },
  '2050-04-01': { newMoon: '23/3/2050, 07 giờ 41', theirs: '2050-03-31' },
  '2050-08-31': { newMoon: '17/8/2050, 18 giờ 47', theirs: '2050-08-30' },
};
const asTheyHaveIt = (iso: string) => roundedAway[iso]?.theirs ?? iso;

describe('the Vietnamese lunar calendar', () => {
  test.each(known)('$name falls on the day of an independent source, 2019 to 2050', ({ name, month, day }) => {
    const theirs = YEARS.map((year) =>
      independent
        .getHolidays(year)
        .find((h) => h.name === name)
        ?.date.slice(0, 10),
    );
    expect(YEARS.map((year) => asTheyHaveIt(lunarToSolar({ year, month, day })))).toEqual(theirs);
  });

  test('the twelfth month belongs to the lunar year that it ends', () => {
    for (const year of YEARS) {
      const kitchenGods = independent.getHolidays(year).find((h) => h.name === 'Ông Táo chầu trời');
      expect(asTheyHaveIt(lunarToSolar({ year: year - 1, month: 12, day: 23 }))).toBe(kitchenGods?.date.slice(0, 10));
    }
  });

  test.each([
    [1985, '1985-01-21'], // China: 20 February
    [2007, '2007-02-17'], // China: 18 February
    [2019, '2019-02-05'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2030, '2030-02-02'], // China: 3 February
    [2034, '2034-02-19'],
    [2050, '2050-01-23'],
  ])('Tết %i is on %s', (year, day) => {
    expect(lunarNewYear(year)).toBe(day);
  });

  test('years have 353 to 355 days, or 383 to 385 with a leap month', () => {
    for (let year = 1950; year < 2100; year++) {
      const length = daysBetween(lunarNewYear(year), lunarNewYear(year + 1));
      expect([353, 354, 355, 383, 384, 385], `${year}: ${length}`).toContain(length);
    }
  });

  test('months have 29 or 30 days where no leap month comes between', () => {
    for (const year of YEARS) {
      for (let month = 1; month < 12; month++) {
        const length = daysBetween(
          lunarToSolar({ year, month, day: 1 }),
          lunarToSolar({ year, month: month + 1, day: 1 }),
        );
        expect([29, 30, 58, 59, 60], `${year}/${month}: ${length}`).toContain(length);
      }
    }
  });
});
