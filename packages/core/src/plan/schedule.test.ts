import * as v from 'valibot';
import { expect, test } from 'vitest';
import { dueRuleSchema, type DueRuleInput } from '../due/schema.ts';
import { scheduleWords } from './schedule.ts';

test.each<[DueRuleInput, string | undefined]>([
  [{ rule: 'within-quarter', quarter: 1, words: 'Quý I năm 2019' }, 'Quý I năm 2019'],
  [{ rule: 'within-quarter', quarter: 4 }, 'Quý IV năm 2020'],
  [{ rule: 'within-quarter', quarter: 2, year: 2021 }, 'Quý II năm 2021'],
  [{ rule: 'date', on: '05/6' }, 'trước ngày 05/6/2020'],
  [{ rule: 'date', on: '05/6', reading: 'by' }, 'đến hết ngày 05/6/2020'],
  [{ rule: 'date', on: '15/01', yearOffset: 1 }, 'trước ngày 15/01/2021'],
  [{ rule: 'date', on: '2020-11-20', time: '16:00' }, 'trước 16 giờ 00 ngày 20/11/2020'],
  [{ rule: 'date', on: '05/6', reading: 'by', time: '16:00' }, 'trước 16 giờ 00 ngày 05/6/2020'],
  [{ rule: 'day-of-month', day: 5 }, 'trước ngày 05 của tháng'],
  [{ rule: 'last-working-day' }, 'ngày làm việc cuối cùng của tháng'],
  [{ rule: 'working-days-after', days: 5, event: 'e' }, 'trong 05 ngày làm việc'],
  [{ rule: 'on-occurrence' }, 'khi phát sinh'],
  [{ rule: 'all-year' }, 'thường xuyên trong năm 2020'],
  [{ rule: 'none' }, undefined],
])('%j in a plan of 2020 is written %s', (rule, words) => {
  expect(scheduleWords(v.parse(dueRuleSchema, rule), 2020)).toBe(words);
});
