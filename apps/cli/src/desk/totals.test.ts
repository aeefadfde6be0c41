import { expect, test } from 'vitest';
import type { Consolidation, FieldTotal, Form } from '@dondoc/core';
import { figuresCsv } from '@dondoc/server';
import { totalsTable } from './totals.ts';

const coverage = { of: 3, answered: 2, nothing: 0 };
const total = (field: string, type: string, unit: string): FieldTotal => ({
  field,
  section: 'support',
  label: field,
  unit,
  type,
  across: 'sum',
  total: { is: 'number', value: 12_500_000 },
  coverage,
  groups: [],
  yearBefore: { total: { is: 'number', value: 10_000_000 }, coverage, change: 2_500_000 },
  sources: [],
});
// Only what the totals are drawn from.
const consolidation = {
  sections: [],
  totals: [
    total('cash', 'money', 'triệu đồng'),
    total('all-support', 'computed', 'triệu đồng'),
    total('all-posts', 'computed', 'tin, bài'),
  ],
} as unknown as Consolidation;
const form = { sections: [], kindGroups: [] } as unknown as Form;

test('a sum of money is told in triệu đồng like the money that it adds up; another sum is left alone', () => {
  const [, , cash = '', support = '', posts = ''] = totalsTable(consolidation, form, 120).split('\n');
  expect(cash).toMatch(/^cash +triệu đồng +12,5 +10 +2\/3$/);
  expect(support).toMatch(/^all-support +triệu đồng +12,5 +10 +2\/3$/);
  expect(posts).toMatch(/^all-posts +tin, bài +12\.500\.000 +10\.000\.000 +2\/3$/);
});

test('and so is its change, for a spreadsheet', () => {
  const [, cash, support, posts] = figuresCsv(consolidation, form).split('\r\n');
  expect(cash).toBe(',cash,cash,triệu đồng,12.5,10,2.5,2,3');
  expect(support).toBe(',all-support,all-support,triệu đồng,12.5,10,2.5,2,3');
  expect(posts).toBe(',all-posts,all-posts,"tin, bài",12500000,10000000,2500000,2,3');
});
