import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../calendar/day.ts';
import { createCalendar } from '../calendar/working.ts';
import { eventPeriod, parsePeriod } from './period.ts';
import { duePhrase } from './phrase.ts';
import { missingDay, resolveDue, type DueContext } from './rule.ts';
import { dueRuleSchema, type DueRuleInput } from './schema.ts';
import type { Due } from './types.ts';

const calendar = createCalendar();

const due = (rule: DueRuleInput, periodId: string, rest: Partial<DueContext> = {}): Due => {
  const period = rest.period ?? parsePeriod(periodId)!;
  return resolveDue(v.parse(dueRuleSchema, rule), { period, planYear: period.year, calendar, ...rest });
};
const dated = (...args: Parameters<typeof due>) => {
  const value = due(...args);
  if (value.kind !== 'dated') throw new Error('undated');
  return value;
};

describe('a day of the year', () => {
  test("'trước ngày 05/6' excludes the 5th", () => {
    expect(due({ rule: 'date', on: '05/6', words: 'trước ngày 05⁄6' }, '2020-H1')).toEqual({
      kind: 'dated',
      date: '2020-06-05',
      reading: 'before',
      lastDay: '2020-06-04',
      lastMinute: 1439,
      lastWorkingDay: '2020-06-04',
      words: 'trước ngày 05⁄6',
    });
  });

  test.each<[string, DueRuleInput, string, string, number, string]>([
    // what, rule, period, last on-time day, its last minute, the phrase
    [
      'before',
      { rule: 'date', on: '05/11' },
      '2019',
      '2019-11-04',
      1439,
      'trước ngày 05/11/2019 (chậm nhất hết ngày 04/11/2019)',
    ],
    ['by', { rule: 'date', on: '05/6', reading: 'by' }, '2020-H1', '2020-06-05', 1439, 'chậm nhất hết ngày 05/6/2020'],
    [
      'before an hour',
      { rule: 'date', on: '15/5', time: '16:00' },
      '2020-H1',
      '2020-05-15',
      959,
      'trước 16 giờ 00 ngày 15/5/2020',
    ],
    [
      'by an hour',
      { rule: 'date', on: '15/5', time: '16:00', reading: 'by' },
      '2020-H1',
      '2020-05-15',
      960,
      'đến 16 giờ 00 ngày 15/5/2020',
    ],
    [
      'before midnight',
      { rule: 'date', on: '15/5', time: '00:00' },
      '2020-H1',
      '2020-05-14',
      1439,
      'trước 00 giờ 00 ngày 15/5/2020',
    ],
    [
      'by midnight',
      { rule: 'date', on: '15/5', time: '00:00', reading: 'by' },
      '2020-H1',
      '2020-05-15',
      0,
      'đến 00 giờ 00 ngày 15/5/2020',
    ],
    [
      'a whole date',
      { rule: 'date', on: '05/6/2021' },
      '2020-H1',
      '2021-06-04',
      1439,
      'trước ngày 05/6/2021 (chậm nhất hết ngày 04/6/2021)',
    ],
    [
      'next year',
      { rule: 'date', on: '10/01', yearOffset: 1 },
      '2020',
      '2021-01-09',
      1439,
      'trước ngày 10/01/2021 (chậm nhất hết ngày 09/01/2021)',
    ],
    [
      'over New Year',
      { rule: 'date', on: '01/01', yearOffset: 1 },
      '2020',
      '2020-12-31',
      1439,
      'trước ngày 01/01/2021 (chậm nhất hết ngày 31/12/2020)',
    ],
    [
      'a school term',
      { rule: 'date', on: '31/01', yearOffset: 1, reading: 'by' },
      '2019-2020-HK1',
      '2020-01-31',
      1439,
      'chậm nhất hết ngày 31/01/2020',
    ],
  ])('%s', (_, rule, period, lastDay, lastMinute, phrase) => {
    const value = dated(rule, period);
    expect(value).toMatchObject({ lastDay, lastMinute });
    expect(duePhrase(value)).toBe(phrase);
  });

  test.each([
    // 29/02 is the last of February where the year is common: the day named exists, and no time is given away.
    ['29/02', 'by', '2020', '2020-02-29', '2020-02-29'],
    ['29/02', 'by', '2021', '2021-02-28', '2021-02-28'],
    ['29/02', 'before', '2020', '2020-02-29', '2020-02-28'],
    // Before a day that is not there: the last day of the month would still have been on time.
    ['29/02', 'before', '2019', '2019-03-01', '2019-02-28'],
    ['29/02', 'before', '2021', '2021-03-01', '2021-02-28'],
    ['29/02', 'by', '2100', '2100-02-28', '2100-02-28'],
    ['01/3', 'before', '2020', '2020-03-01', '2020-02-29'],
    ['01/3', 'before', '2021', '2021-03-01', '2021-02-28'],
  ] as const)('%s (%s) in %s names %s, on time up to %s', (on, reading, period, date, lastDay) => {
    expect(dated({ rule: 'date', on, reading }, period)).toMatchObject({ date, lastDay });
  });
});

describe('a day that is not in the calendar of its year', () => {
  test.each<[DueRuleInput, string]>([
    [{ rule: 'date', on: '29/02' }, 'trước ngày 01/3/2019 (chậm nhất hết ngày 28/02/2019)'],
    [{ rule: 'date', on: '29/02', reading: 'by' }, 'chậm nhất hết ngày 28/02/2019'],
    [{ rule: 'date', on: '29/02', time: '16:00' }, 'trước 16 giờ 00 ngày 28/02/2019'],
    [{ rule: 'date', on: '29/02', time: '00:00' }, 'trước 00 giờ 00 ngày 01/3/2019'],
  ])('%j: %s', (rule, phrase) => {
    const value = dated(rule, '2019');
    expect(value.lastDay).toBe('2019-02-28');
    expect(duePhrase(value)).toBe(phrase);
  });

  test.each<[DueRuleInput, string, ReturnType<typeof missingDay>]>([
    [{ rule: 'date', on: '29/02' }, '2019', { day: 29, month: 2, year: 2019 }],
    [{ rule: 'date', on: '29/02' }, '2020', undefined],
    [{ rule: 'date', on: '29/02', yearOffset: 1 }, '2020', { day: 29, month: 2, year: 2021 }],
    [{ rule: 'date', on: '29/02/2020' }, '2019', undefined],
    [{ rule: 'day-of-month', day: 31 }, '2020-06', { day: 31, month: 6, year: 2020 }],
    [{ rule: 'last-working-day' }, '2019-02', undefined],
    [{ rule: 'none' }, '2019', undefined],
  ])('%j in %s is named: %j', (rule, period, expected) => {
    expect(missingDay(v.parse(dueRuleSchema, rule), parsePeriod(period)!)).toEqual(expected);
  });
});

describe('a last on-time day that is a rest day', () => {
  test.each([
    // the day, last on-time day, the working day to remind for
    ['2021', '2021-06-04', '2021-06-04'],
    ['2022', '2022-06-04', '2022-06-03'], // Saturday
    ['2023', '2023-06-04', '2023-06-02'], // Sunday
    ['2028', '2028-06-04', '2028-06-02'], // Sunday
  ])('stays where it is in %s: %s, reminded for on %s', (year, lastDay, lastWorkingDay) => {
    const value = dated({ rule: 'date', on: '05/6' }, `${year}-H1`);
    expect(value).toMatchObject({ lastDay, lastWorkingDay });
    expect(value.movedFrom).toBeUndefined();
  });

  test.each<[string, DueRuleInput, string, Partial<Due>]>([
    [
      'before, Sunday',
      { rule: 'date', on: '05/6' },
      '2023-H1',
      { date: '2023-06-06', lastDay: '2023-06-05', movedFrom: '2023-06-05' },
    ],
    [
      'by, Sunday',
      { rule: 'date', on: '04/6', reading: 'by' },
      '2023-H1',
      { date: '2023-06-05', lastDay: '2023-06-05', movedFrom: '2023-06-04' },
    ],
    [
      'with an hour',
      { rule: 'date', on: '04/6', time: '16:00' },
      '2023-H1',
      { date: '2023-06-05', lastDay: '2023-06-05', lastMinute: 959, movedFrom: '2023-06-04' },
    ],
    [
      'over Tết',
      { rule: 'date', on: '24/01', reading: 'by' },
      '2020',
      { date: '2020-01-30', lastDay: '2020-01-30', movedFrom: '2020-01-24' },
    ],
    // Friday is on time whatever the named Saturday is.
    ['only the day named', { rule: 'date', on: '05/6' }, '2021-H1', { date: '2021-06-05', lastDay: '2021-06-04' }],
  ])('moves to the next working day where the office chose so: %s', (_, rule, period, expected) => {
    const value = dated(rule, period, { restDay: 'next-working-day' });
    expect(value).toMatchObject(expected);
    expect('movedFrom' in value).toBe('movedFrom' in expected);
    expect(value.lastWorkingDay).toBe(value.lastDay);
  });
});

describe('other rules', () => {
  test.each<[string, DueRuleInput, string, string, string]>([
    // what, rule, period, day named, last on-time day
    ['the 20th of the last month', { rule: 'day-of-month', day: 20 }, '2020-Q1', '2020-03-20', '2020-03-19'],
    [
      'the 5th of the month after',
      { rule: 'day-of-month', day: 5, monthOffset: 1, reading: 'by' },
      '2020-12',
      '2021-01-05',
      '2021-01-05',
    ],
    [
      'the month before',
      { rule: 'day-of-month', day: 25, monthOffset: -1, reading: 'by' },
      '2020-01',
      '2019-12-25',
      '2019-12-25',
    ],
    ['31 in a month of 30', { rule: 'day-of-month', day: 31, reading: 'by' }, '2020-06', '2020-06-30', '2020-06-30'],
    ['31 in February', { rule: 'day-of-month', day: 31, reading: 'by' }, '2021-02', '2021-02-28', '2021-02-28'],
    ['before 31 in a month of 30', { rule: 'day-of-month', day: 31 }, '2020-06', '2020-07-01', '2020-06-30'],
    ['before 31 in a month of 31', { rule: 'day-of-month', day: 31 }, '2020-05', '2020-05-31', '2020-05-30'],
    [
      'before 30 in December’s next February',
      { rule: 'day-of-month', day: 30, monthOffset: 2 },
      '2020-12',
      '2021-03-01',
      '2021-02-28',
    ],
    ['before the 1st', { rule: 'day-of-month', day: 1 }, '2020-03', '2020-03-01', '2020-02-29'],
    ['the last working day', { rule: 'last-working-day' }, '2020-05', '2020-05-29', '2020-05-29'], // 30 and 31 are a weekend
    ['the last working day before 30/4', { rule: 'last-working-day' }, '2020-04', '2020-04-29', '2020-04-29'],
    ['of the month after', { rule: 'last-working-day', monthOffset: 1 }, '2020-12', '2021-01-29', '2021-01-29'],
    ['within the quarter', { rule: 'within-quarter', quarter: 1 }, '2019', '2019-03-31', '2019-03-31'], // a Sunday, kept
    [
      'within a quarter of another year',
      { rule: 'within-quarter', quarter: 4, year: 2021 },
      '2020',
      '2021-12-31',
      '2021-12-31',
    ],
  ])('%s', (_, rule, period, date, lastDay) => {
    expect(dated(rule, period)).toMatchObject({ date, lastDay, lastMinute: 1439 });
  });

  test("a quarter is one of the plan's year, whatever the period", () => {
    const period = eventPeriod({ event: 'hop', title: 'Họp', on: '2021-02-01' });
    expect(dated({ rule: 'within-quarter', quarter: 2 }, '', { period, planYear: 2020 }).lastDay).toBe('2020-06-30');
  });

  test('an hour on the last working day is included', () => {
    expect(dated({ rule: 'last-working-day', time: '11:00' }, '2020-05')).toMatchObject({
      lastDay: '2020-05-29',
      lastMinute: 660,
    });
  });

  test.each<[DueRuleInput, string]>([
    [{ rule: 'none', words: 'báo cáo kết quả' }, 'chưa ấn định thời hạn'],
    [{ rule: 'all-year' }, 'thường xuyên trong năm'],
    [{ rule: 'on-occurrence' }, 'khi phát sinh'],
  ])('%j has no day', (rule, phrase) => {
    const value = due(rule, '2019');
    expect(value).toEqual({
      kind: 'undated',
      why: rule.rule,
      ...(rule.words === undefined ? {} : { words: rule.words }),
    });
    expect(duePhrase(value)).toBe(phrase);
  });
});

describe('working days after an event', () => {
  const rule: DueRuleInput = {
    rule: 'working-days-after',
    days: 3,
    event: 'ban-hanh',
    words: 'trong 03 ngày làm việc',
  };

  test('the day of the event is not counted', () => {
    const eventDays = new Map([['ban-hanh', '2020-06-11']]); // Thursday
    expect(dated(rule, '2020', { eventDays })).toMatchObject({
      date: '2020-06-16',
      lastDay: '2020-06-16',
      reading: 'by',
    });
  });

  test('weekends and holidays are not counted', () => {
    const eventDays = new Map([['ban-hanh', '2020-01-21']]);
    expect(dated(rule, '2020', { eventDays }).lastDay).toBe('2020-01-31');
  });

  test('no day is known before the event', () => {
    expect(due(rule, '2020')).toEqual({ kind: 'undated', why: 'awaiting-event', words: 'trong 03 ngày làm việc' });
    expect(duePhrase(due(rule, '2020'))).toBe('chưa ấn định thời hạn (chờ ghi nhận ngày bắt đầu tính)');
    expect(due(rule, '2020', { eventDays: new Map([['other', '2020-06-11']]) }).kind).toBe('undated');
  });

  test('a request counts from the day it was asked', () => {
    const period = eventPeriod({ event: 'bao-so-3', title: 'Bão số 3', on: '2024-09-10' });
    expect(dated({ ...rule, event: 'bao-so-3' }, '', { period }).lastDay).toBe('2024-09-13');
  });

  test('none after it is its own day, with an hour where the rule has one', () => {
    const eventDays = new Map([['ban-hanh', '2020-06-11']]);
    expect(
      dated({ rule: 'working-days-after', days: 0, event: 'ban-hanh', time: '16:30' }, '2020', { eventDays }),
    ).toMatchObject({
      lastDay: '2020-06-11',
      lastMinute: 990,
    });
  });
});

describe('for every dated rule', () => {
  const anyRule = fc.oneof(
    fc.record({
      rule: fc.constant('date' as const),
      reading: fc.constantFrom('before' as const, 'by' as const),
      on: fc.constantFrom('05/6', '31/12', '01/01', '29/02', '04/11', '30/4'),
    }),
    fc.record({
      rule: fc.constant('day-of-month' as const),
      reading: fc.constantFrom('before' as const, 'by' as const),
      day: fc.integer({ min: 1, max: 31 }),
      monthOffset: fc.integer({ min: -2, max: 3 }),
    }),
    fc.record({ rule: fc.constant('last-working-day' as const), monthOffset: fc.integer({ min: -2, max: 3 }) }),
    fc.record({
      rule: fc.constant('within-quarter' as const),
      quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    }),
  );
  const anyYear = fc.integer({ min: 2019, max: 2050 });

  test('the last working day is on time and the day to remind for', () => {
    fc.assert(
      fc.property(anyRule, anyYear, fc.constantFrom('', '-H1', '-06', '-02', '-Q4'), (rule, year, suffix) => {
        const value = dated(rule, `${year}${suffix}`);
        expect(calendar.isWorkingDay(value.lastWorkingDay)).toBe(true);
        expect(calendar.workingDaysBetween(value.lastWorkingDay, value.lastDay)).toBe(0);
        expect(value.lastWorkingDay <= value.lastDay).toBe(true);
        expect(daysBetween(value.lastDay, value.date)).toBe(value.reading === 'before' ? 1 : 0);
      }),
    );
  });

  test('moving for a rest day never gives less time, and ends on a working day', () => {
    fc.assert(
      fc.property(anyRule, anyYear, (rule, year) => {
        const kept = dated(rule, String(year));
        const moved = dated(rule, String(year), { restDay: 'next-working-day' });
        expect(moved.lastDay).toBe(calendar.firstWorkingDayFrom(kept.lastDay));
        expect(moved.movedFrom).toBe(moved.lastDay === kept.lastDay ? undefined : kept.date);
        expect(daysBetween(moved.lastDay, moved.date)).toBe(daysBetween(kept.lastDay, kept.date));
      }),
    );
  });

  test('the same question has the same answer, for any calendar object of the same content', () => {
    const again = createCalendar();
    fc.assert(
      fc.property(anyRule, anyYear, (rule, year) => {
        expect(dated(rule, String(year), { calendar: again })).toEqual(dated(rule, String(year)));
      }),
      { numRuns: 30 },
    );
  });

  test('a period later by a year is due later', () => {
    fc.assert(
      fc.property(anyRule, anyYear, (rule, year) => {
        const days = daysBetween(dated(rule, String(year)).lastDay, dated(rule, String(year + 1)).lastDay);
        // The last working day of a month moves by as much as a Tết that ends the month in one of the two years.
        expect(Math.abs(days - 365)).toBeLessThanOrEqual(rule.rule === 'last-working-day' ? 12 : 6);
      }),
    );
    expect(addDays('2020-06-04', 365)).toBe('2021-06-04');
  });
});
