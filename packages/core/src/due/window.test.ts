import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { eventPeriod, parsePeriod, periodsOf } from './period.ts';
import { windowPhrase } from './phrase.ts';
import { windowRuleSchema, type WindowRule } from './schema.ts';
import { dataWindow, windowSource } from './window.ts';

const rule = (input: v.InferInput<typeof windowRuleSchema>): WindowRule => v.parse(windowRuleSchema, input);
const window = (id: string, r?: WindowRule) => dataWindow(r, parsePeriod(id)!);

describe('where the plan states no window', () => {
  test.each([
    ['2020-01', '2019-12-15', '2020-01-14'],
    ['2020-06', '2020-05-15', '2020-06-14'],
    ['2020-Q1', '2019-12-15', '2020-03-14'],
    ['2020-Q3', '2020-06-15', '2020-09-14'],
    ['2020-H1', '2019-12-15', '2020-06-14'],
    ['2020-H2', '2020-06-15', '2020-12-14'],
    ['2020', '2019-12-15', '2020-12-14'],
    ['2020-9M', '2019-12-15', '2020-09-14'],
  ])('%s runs from %s to %s (Decree 09/2019, article 12)', (id, from, to) => {
    expect(window(id)).toEqual({ from, to, source: 'decree-09-2019' });
    expect(window(id, rule({ rule: 'decree-09-2019' }))).toEqual(window(id));
    expect(windowSource(window(id), parsePeriod(id)!.kind)).toContain('09/2019/NĐ-CP, Điều 12');
  });

  test('a school term and a request keep their own days', () => {
    expect(window('2019-2020-HK1')).toEqual({ from: '2019-09-01', to: '2020-01-15', source: 'calendar' });
    const asked = eventPeriod({ event: 'bao', title: 'Bão', on: '2024-09-10' });
    expect(dataWindow(undefined, asked)).toEqual({ from: '2024-09-10', to: '2024-09-10', source: 'calendar' });
    expect(windowSource(dataWindow(undefined, asked), 'event')).toBeUndefined();
  });

  test('the windows of a year follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2019, max: 2050 }),
        fc.constantFrom('month' as const, 'quarter' as const, 'half-years' as const),
        (year, f) => {
          const list = [...periodsOf(f, year), ...periodsOf(f, year + 1)].map((p) => dataWindow(undefined, p));
          for (const [i, w] of list.slice(1).entries()) expect(w.from).toBe(addDays(list[i]!.to, 1));
        },
      ),
    );
  });
});

describe('other windows', () => {
  test('a stated one, from the year before', () => {
    const stated = rule({ rule: 'stated', from: '16/11', fromYearOffset: -1, to: '15/5' });
    expect(window('2020-H1', stated)).toEqual({ from: '2019-11-16', to: '2020-05-15', source: 'stated' });
  });

  test('a stated one into the spring of a school year', () => {
    const stated = rule({ rule: 'stated', from: '05/9', to: '25/5', toYearOffset: 1 });
    expect(window('2019-2020', stated)).toEqual({ from: '2019-09-05', to: '2020-05-25', source: 'stated' });
  });

  test('a stated 29/02 is the last of February in a common year', () => {
    expect(window('2021-H1', rule({ rule: 'stated', from: '01/01', to: '29/02' })).to).toBe('2021-02-28');
  });

  test.each([
    ['2020-H1', '2019-12-15', '2020-06-14', 'education'],
    ['2020', '2019-12-15', '2020-12-14', 'education'],
    ['2019-2020-HK1', '2019-09-01', '2020-01-15', 'education'],
    ['2019-2020', '2019-09-01', '2020-05-31', 'education'],
  ])("the education sector's for %s: %s to %s", (id, from, to, source) => {
    expect(window(id, rule({ rule: 'education' }))).toEqual({ from, to, source });
    expect(windowSource(window(id, rule({ rule: 'education' })), parsePeriod(id)!.kind)).toContain('19/2020/TT-BGDĐT');
  });

  test("the calendar's own days", () => {
    expect(window('2020-H1', rule({ rule: 'calendar' }))).toEqual({
      from: '2020-01-01',
      to: '2020-06-30',
      source: 'calendar',
    });
  });

  test('are written with both days', () => {
    expect(windowPhrase(window('2020-H1'))).toBe('từ ngày 15/12/2019 đến hết ngày 14/6/2020');
  });
});
