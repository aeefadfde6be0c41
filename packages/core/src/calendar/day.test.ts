import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  isLeapYear,
  isoDay,
  isoOf,
  vietnamInstant,
  vietnamMoment,
  weekdayOf,
} from './day.ts';

const FIRST = dayNumberOf(2019, 1, 1);
const LAST = dayNumberOf(2050, 12, 31);
const someDay = fc.integer({ min: dayNumberOf(1900, 1, 1), max: dayNumberOf(2200, 12, 31) });

describe('days as whole numbers', () => {
  test('every day from 2019 to 2050 has the date, weekday and successor that Temporal gives it', () => {
    let expected = Temporal.PlainDate.from('2019-01-01');
    const wrong: string[] = [];
    for (let n = FIRST; n <= LAST; n++) {
      const iso = isoDay(n);
      const same = iso === expected.toString() && dayNumber(iso) === n && weekdayOf(iso) === expected.dayOfWeek % 7;
      if (!same) wrong.push(`${n}: ${iso}, Temporal ${expected.toString()}`);
      expected = expected.add({ days: 1 });
    }
    expect(wrong).toEqual([]);
    expect(expected.toString()).toBe('2051-01-01');
  });

  test('adding days and counting them agree with Temporal', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (n, days) => {
        const from = isoDay(n);
        const to = addDays(from, days);
        expect(to).toBe(Temporal.PlainDate.from(from).add({ days }).toString());
        expect(daysBetween(from, to)).toBe(days);
      }),
      { numRuns: 300 },
    );
  });

  test('a day survives being written and read', () => {
    fc.assert(
      fc.property(someDay, (n) => {
        expect(dayNumber(isoDay(n))).toBe(n);
      }),
    );
  });

  test.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2019-06-05', 18_052, 3],
    ['2024-02-29', 19_782, 4],
    ['2100-03-01', 47_541, 1],
  ])('%s is day %i, weekday %i', (iso, n, weekday) => {
    expect(dayNumber(iso)).toBe(n);
    expect(isoDay(n)).toBe(iso);
    expect(weekdayOf(iso)).toBe(weekday);
  });

  test.each([
    [2019, 2, 28],
    [2020, 2, 29],
    [2100, 2, 28], // a century is no leap year
    [2000, 2, 29], // but one in four is
    [2020, 4, 30],
    [2020, 12, 31],
    [2020, 0, 0],
    [2020, 13, 0],
  ])('%i-%i has %i days', (year, month, length) => {
    expect(daysInMonth(year, month)).toBe(length);
  });

  test('leap years are those of the Gregorian calendar', () => {
    for (let year = 1900; year <= 2200; year++) {
      expect({ year, leap: isLeapYear(year) }).toEqual({
        year,
        leap: Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear,
      });
    }
  });

  test('an ISO day is written with four, two and two digits', () => {
    expect(isoOf(2019, 6, 5)).toBe('2019-06-05');
  });
});

describe('the Vietnam clock', () => {
  test.each([
    ['2020-06-04T16:59:59Z', '2020-06-04', 1439],
    ['2020-06-04T17:00:00Z', '2020-06-05', 0], // midnight in Hà Nội
    ['2020-05-15T08:59:59.999Z', '2020-05-15', 959],
    ['2020-05-15T09:00:00Z', '2020-05-15', 960],
    ['2019-12-31T17:00:00Z', '2020-01-01', 0],
    ['1969-12-31T17:30:00Z', '1970-01-01', 30],
  ])('%s is %s, minute %i', (instant, day, minute) => {
    expect(vietnamMoment(Date.parse(instant))).toEqual({ day, minute });
    expect(vietnamMoment(Date.parse(vietnamInstant(day, minute)))).toEqual({ day, minute });
  });

  test('a day without a minute is its noon', () => {
    expect(vietnamInstant('2020-06-03')).toBe('2020-06-03T05:00:00.000Z');
  });

  test('agrees with the zone database for any instant of this century', () => {
    const instants = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2050, 11, 31) });
    fc.assert(
      fc.property(instants, (ms) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
        expect(vietnamMoment(ms)).toEqual({
          day: local.toPlainDate().toString(),
          minute: local.hour * 60 + local.minute,
        });
      }),
    );
  });
});
