import { describe, expect, test } from 'vitest';
import { parsePlan } from '../plan/define.ts';
import type { PlanInput } from '../plan/schema.ts';
import { wordsAgainstRule, wordsNotInText } from './due-words.ts';
import { soundPlan } from './fixtures/sound.ts';

type Due = PlanInput['reports'][number]['due'];

const plan = (due: Due, text = '') => {
  const sound = soundPlan();
  sound.reports[0]!.due = due;
  sound.organisation.items[0]!.text += text;
  const parsed = parsePlan(sound);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.value;
};

describe('words that say what the rule reads', () => {
  test.each<Due>([
    { rule: 'date', on: '05/6', words: 'trước ngày 05/6' },
    { rule: 'date', on: '05/6', words: 'trước ngày 05⁄6' },
    { rule: 'date', on: '05/6', words: 'trước 5-6 hằng năm' },
    { rule: 'date', on: '05/6', words: 'Trước ngày 05 tháng 6 năm 2026' },
    { rule: 'date', on: '2026-06-05', words: 'trước ngày 05/6/2026' },
    { rule: 'date', on: '05/01', yearOffset: 1, words: 'trước ngày 05/01/2027' },
    { rule: 'date', reading: 'by', on: '05/6', words: 'chậm nhất ngày 05/6' },
    { rule: 'date', reading: 'by', on: '05/6', words: 'đến hết ngày 05/6' },
    { rule: 'date', on: '15/5', time: '16:00', words: 'trước 16 giờ 00 ngày 15/5' },
    { rule: 'date', on: '15/5', time: '16:30', words: 'trước 16h30 ngày 15/5' },
    { rule: 'day-of-month', day: 20, words: 'trước ngày 20 hằng tháng' },
    { rule: 'within-quarter', quarter: 4, words: 'trong Quý IV năm 2026' },
    { rule: 'within-quarter', quarter: 1, words: 'quý 1/2026' },
    { rule: 'working-days-after', days: 5, event: 'su-kien', words: 'trong 05 ngày làm việc kể từ khi kết thúc' },
    { rule: 'all-year', words: 'thường xuyên' },
    { rule: 'none', words: 'khi có yêu cầu' },
  ])('$words', (due) => {
    expect(wordsAgainstRule({ plan: plan(due) })).toEqual([]);
  });
});

describe('words that contradict the rule', () => {
  test.each<[due: Due, about: string, said: string, read: string]>([
    [{ rule: 'date', on: '06/6', words: 'trước ngày 05/6' }, 'day', '05/6', '06/6'],
    [{ rule: 'date', on: '05/11', words: 'trước ngày 05/6' }, 'day', '05/6', '05/11'],
    [{ rule: 'date', on: '05/6', words: 'trước ngày 05/6/2025' }, 'year', '2025', '2026'],
    [{ rule: 'date', on: '2025-06-05', words: 'trước ngày 05/6/2026' }, 'year', '2026', '2025'],
    [{ rule: 'date', on: '15/5', words: 'trước 16 giờ 00 ngày 15/5' }, 'time', '16 giờ 00', ''],
    [{ rule: 'date', on: '15/5', time: '17:00', words: 'trước 16 giờ ngày 15/5' }, 'time', '16 giờ', '17:00'],
    [{ rule: 'date', on: '05/6', words: 'chậm nhất ngày 05/6' }, 'reading', 'by', 'before'],
    [{ rule: 'day-of-month', day: 25, words: 'trước ngày 20 hằng tháng' }, 'day', '20', '25'],
    [{ rule: 'within-quarter', quarter: 1, words: 'Quý II' }, 'quarter', 'II', 'I'],
    [{ rule: 'within-quarter', quarter: 1, words: 'Quý I năm 2025' }, 'year', '2025', '2026'],
    [{ rule: 'working-days-after', days: 3, event: 'su-kien', words: 'trong 05 ngày làm việc' }, 'days', '05', '3'],
    [{ rule: 'none', words: 'trước ngày 05/6' }, 'day', '05/6', ''],
  ])('%j', (due, about, said, read) => {
    expect(wordsAgainstRule({ plan: plan(due) })).toMatchObject([
      {
        rule: 'check.words-contradict-rule',
        severity: 'warning',
        where: ['reports', 0, 'due'],
        params: { about, said, read },
      },
    ]);
  });

  test('a softer reading is the office’s to choose, and is only pointed out', () => {
    expect(
      wordsAgainstRule({ plan: plan({ rule: 'date', reading: 'by', on: '05/6', words: 'trước ngày 05/6' }) }),
    ).toMatchObject([{ severity: 'hint', params: { about: 'reading', said: 'before', read: 'by' } }]);
  });
});

test('words stand in the plan’s text whatever their case, spaces and slashes', () => {
  const missing = (words: string, text: string) =>
    wordsNotInText({ plan: plan({ rule: 'date', on: '05/6', words }, text) }).length;
  expect(missing('trước ngày  05⁄6', '')).toBe(0);
  expect(missing('TRƯỚC NGÀY 05/6', '')).toBe(0);
  expect(missing('trước 05/6', '')).toBe(1);
  expect(missing('trước 05/6', ' Gửi trước 05∕6.')).toBe(0);
});
