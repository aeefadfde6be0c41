import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { eventPeriod, parsePeriod, periodInSentence, periodsOf, previousPeriod, yearBefore } from './period.ts';
import { frequencySchema, type Frequency } from './schema.ts';

const frequencies = frequencySchema.options.filter((f) => f !== 'event');
const anyPeriod = fc
  .tuple(fc.constantFrom(...frequencies), fc.integer({ min: 2000, max: 2100 }), fc.nat(11))
  .map(([frequency, year, index]) => {
    const list = periodsOf(frequency, year);
    return list[index % list.length]!;
  });

describe('a period by its id', () => {
  test.each([
    ['2019', 'year', '2019-01-01', '2019-12-31', 'Năm 2019'],
    ['2020-H1', 'half-year-1', '2020-01-01', '2020-06-30', '6 tháng đầu năm 2020'],
    ['2020-H2', 'half-year-2', '2020-07-01', '2020-12-31', '6 tháng cuối năm 2020'],
    ['2019-9M', 'nine-months', '2019-01-01', '2019-09-30', '9 tháng đầu năm 2019'],
    ['2019-Q1', 'quarter', '2019-01-01', '2019-03-31', 'Quý I năm 2019'],
    ['2019-Q3', 'quarter', '2019-07-01', '2019-09-30', 'Quý III năm 2019'],
    ['2019-Q4', 'quarter', '2019-10-01', '2019-12-31', 'Quý IV năm 2019'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29', 'Tháng 02 năm 2020'],
    ['2019-06', 'month', '2019-06-01', '2019-06-30', 'Tháng 6 năm 2019'],
    ['2019-12', 'month', '2019-12-01', '2019-12-31', 'Tháng 12 năm 2019'],
    ['2019-2020', 'school-year', '2019-09-01', '2020-05-31', 'Năm học 2019-2020'],
    ['2019-2020-HK1', 'school-term-1', '2019-09-01', '2020-01-15', 'Học kỳ I năm học 2019-2020'],
    ['2019-2020-HK2', 'school-term-2', '2020-01-16', '2020-05-31', 'Học kỳ II năm học 2019-2020'],
  ])('%s is a %s from %s to %s: %s', (id, kind, firstDay, lastDay, words) => {
    expect(parsePeriod(id)).toEqual({ id, kind, year: Number(id.slice(0, 4)), firstDay, lastDay, words });
  });

  test.each([
    '',
    '19',
    '2019-H3',
    '2019-Q5',
    '2019-13',
    '2019-00',
    '2019-6',
    '2019-2021',
    '2019-2019',
    '2019-HK1',
    '2019-2020-HK3',
    'on-bao-so-3',
    '2019 ',
    '0999',
  ])('%j is none', (id) => {
    expect(parsePeriod(id)).toBeUndefined();
  });

  test('every period is read back from its id', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(period.id)).toEqual(period);
      }),
    );
  });
});

describe('the periods of a year', () => {
  test.each<[Frequency, readonly string[]]>([
    [
      'month',
      [
        '2020-01',
        '2020-02',
        '2020-03',
        '2020-04',
        '2020-05',
        '2020-06',
        '2020-07',
        '2020-08',
        '2020-09',
        '2020-10',
        '2020-11',
        '2020-12',
      ],
    ],
    ['quarter', ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4']],
    ['half-year-1', ['2020-H1']],
    ['half-year-2', ['2020-H2']],
    ['half-years', ['2020-H1', '2020-H2']],
    ['nine-months', ['2020-9M']],
    ['year', ['2020']],
    ['once', ['2020']],
    ['school-term-1', ['2020-2021-HK1']],
    ['school-term-2', ['2020-2021-HK2']],
    ['school-year', ['2020-2021']],
    ['event', []],
  ])('%s: %j', (frequency, ids) => {
    expect(periodsOf(frequency, 2020).map((p) => p.id)).toEqual(ids);
  });

  test('those of one frequency follow each other without a gap', () => {
    for (const frequency of ['month', 'quarter', 'half-years'] as const) {
      const list = periodsOf(frequency, 2020);
      for (const [i, period] of list.slice(1).entries()) expect(period.firstDay).toBe(addDays(list[i]!.lastDay, 1));
      expect([list[0]?.firstDay, list.at(-1)?.lastDay]).toEqual(['2020-01-01', '2020-12-31']);
    }
  });
});

describe('periods to compare with', () => {
  test.each([
    ['2020-01', '2019-12', '2019-01'],
    ['2020-06', '2020-05', '2019-06'],
    ['2020-Q1', '2019-Q4', '2019-Q1'],
    ['2020-Q4', '2020-Q3', '2019-Q4'],
    ['2020-H1', '2019-H2', '2019-H1'],
    ['2020-H2', '2020-H1', '2019-H2'],
    ['2020', '2019', '2019'],
    ['2020-9M', '2019-9M', '2019-9M'],
    ['2019-2020', '2018-2019', '2018-2019'],
    ['2019-2020-HK1', '2018-2019-HK2', '2018-2019-HK1'],
    ['2019-2020-HK2', '2019-2020-HK1', '2018-2019-HK2'],
  ])('%s: before it %s, the year before %s', (id, before, year) => {
    expect(previousPeriod(parsePeriod(id)!)?.id).toBe(before);
    expect(yearBefore(parsePeriod(id)!)?.id).toBe(year);
  });

  test('the one before ends before it begins, and is of its own series', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(previousPeriod(period)!.lastDay < period.firstDay).toBe(true);
        expect(yearBefore(period)).toMatchObject({ kind: period.kind, year: period.year - 1 });
      }),
    );
  });
});

describe('the period of a request', () => {
  const period = eventPeriod({ event: 'bao-so-3', title: 'Báo cáo thiệt hại do bão số 3', on: '2024-09-10' });

  test('is the day it was asked, in the words of its title', () => {
    expect(period).toEqual({
      id: 'on-bao-so-3',
      kind: 'event',
      year: 2024,
      firstDay: '2024-09-10',
      lastDay: '2024-09-10',
      words: 'Báo cáo thiệt hại do bão số 3',
    });
  });

  test('has nothing before it', () => {
    expect(previousPeriod(period)).toBeUndefined();
    expect(yearBefore(period)).toBeUndefined();
  });

  test('keeps its capital inside a sentence, where other periods lose theirs', () => {
    expect(periodInSentence(period)).toBe('Báo cáo thiệt hại do bão số 3');
    expect(periodInSentence(parsePeriod('2019-Q3')!)).toBe('quý III năm 2019');
    expect(periodInSentence(parsePeriod('2020-H1')!)).toBe('6 tháng đầu năm 2020');
  });
});
