import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFinding } from '../text/catalogue.ts';
import { clonePlan } from './clone.ts';
import { definePlan, parsePlan } from './define.ts';
import { smallPlan } from './fixtures/small.ts';
import { moveDate, moveYearWords } from './years.ts';

const plan = definePlan({
  ...smallPlan,
  number: '05',
  date: '2019-09-05',
  reports: [
    { ...smallPlan.reports[0]!, window: { rule: 'stated', from: '15/12', fromYearOffset: -1, to: '20/5' } },
    {
      id: 'special',
      name: 'chuyên đề năm 2019',
      kind: 'thematic',
      frequency: 'once',
      due: { rule: 'date', on: '15/5/2019', time: '16:00', words: 'trước 16 giờ 00 ngày 15/5/2019' },
    },
  ],
});
const { decisions, plan: next } = clonePlan(plan, { id: 'ttdn-2020', year: 2020 });

describe('a plan of 2019 made into one of 2020', () => {
  test('has the new id and year, and no number or date', () => {
    expect(next).toMatchObject({ id: 'ttdn-2020', year: 2020 });
    expect(next).not.toHaveProperty('number');
    expect(next).not.toHaveProperty('date');
  });

  test('says the new year of itself, and of the school year that touches it', () => {
    expect(next.title).toEqual(['Hoạt động thông tin đối ngoại', 'năm 2020']);
    expect(next.opening).toContain('xây dựng Kế hoạch năm 2020');
    expect(next.closing).toBe('Trên đây là Kế hoạch năm 2020./.');
    expect(next.aims.requirements.items[0]?.text).toBe('Bám sát nhiệm vụ năm học 2020-2021.');
  });

  test('moves dates that name a year, with their words; others and cut-offs stay', () => {
    expect(next.reports[0]?.due).toEqual(plan.reports[0]?.due);
    expect(next.reports[0]?.window).toEqual(plan.reports[0]?.window);
    expect(next.reports[1]).toMatchObject({
      name: 'chuyên đề năm 2020',
      due: { on: '2020-05-15', words: 'trước 16 giờ 00 ngày 15/5/2020' },
    });
    expect(next.tasks.groups[0]?.tasks[0]?.schedule).toMatchObject({ words: 'Quý I năm 2020' });
    expect(next.tasks.groups[1]?.tasks[1]?.schedule).toMatchObject({ on: '2020-11-20' });
  });

  test('keeps the cited documents as they are', () => {
    expect(next.documents).toEqual(plan.documents);
  });

  test('lists what a person decides: plans above, years left in the text, the number', () => {
    expect(decisions.map(({ rule, where }) => `${where.join('.')}: ${rule}`)).toEqual([
      'documents.0: clone.basis-to-renew',
      'tasks.groups.1.tasks.1.text: clone.year-left',
      'number: clone.number-blank',
    ]);
    expect(describeFinding(decisions[1]!).message).toBe(
      'Nội dung vẫn nhắc đến năm 2019: “Tổ chức hội thi trước ngày 20/11/2019.”.',
    );
  });

  test('names programmes that have ended by the new year', () => {
    const ended = clonePlan(plan, { id: 'ttdn-2021', year: 2021 }).decisions.filter(
      ({ rule }) => rule === 'clone.programme-ended',
    );
    expect(ended).toMatchObject([{ where: ['documents', 1], params: { endsIn: 2020, year: 2021 } }]);
  });

  test('is a sound plan', () => {
    expect(parsePlan(next)).toEqual({ ok: true, value: next, findings: [] });
  });
});

test('cloning year by year gives the same plan as cloning at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 2020, max: 2030 }), (a, b) => {
      const middle = clonePlan(plan, { id: 'ttdn-a', year: a }).plan;
      expect(clonePlan(middle, { id: 'ttdn-b', year: b }).plan).toEqual(
        clonePlan(plan, { id: 'ttdn-b', year: b }).plan,
      );
    }),
  );
});

test.each([
  ['2020-02-29', 1, '2021-02-28'],
  ['2020-02-29', 4, '2024-02-29'],
  ['2019-12-31', 1, '2020-12-31'],
  ['05/6', 1, '05/6'],
])('%s moved by %i year(s) is %s', (date, by, moved) => {
  expect(moveDate(date, { by })).toBe(moved);
});

test.each([
  ['năm 2019', 'năm 2020'],
  ['Năm 2019 và Quý I năm 2019', 'Năm 2020 và Quý I năm 2020'],
  ['năm học 2018-2019; năm học 2019 – 2020', 'năm học 2019-2020; năm học 2020 – 2021'],
  ['đến năm 2019, từ năm 2019', 'đến năm 2019, từ năm 2019'],
  ['năm 2018, năm 20190, ngày 05/6/2019', 'năm 2018, năm 20190, ngày 05/6/2019'],
])('the words %j become %j', (before, after) => {
  expect(moveYearWords(before, { from: 2019, by: 1 })).toBe(after);
});
