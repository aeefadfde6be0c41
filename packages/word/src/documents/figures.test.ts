import { describe, expect, test } from 'vitest';
import { answerInSentence, answerText, changeText, columnHead, sourceText, totalText, type Shown } from './figures.ts';

const sumOfMoney: Shown = { type: 'computed', unit: 'triệu đồng' };

describe('a sum of money', () => {
  test('is kept in đồng and written in triệu đồng, like money itself', () => {
    for (const field of [sumOfMoney, { type: 'money', unit: 'triệu đồng' }]) {
      expect(answerText(12_500_000, field)).toBe('12,5');
      expect(totalText({ is: 'number', value: 12_500_000 }, field)).toBe('12,5');
      expect(changeText(-2_500_000, field)).toBe('−2,5');
    }
    const asked = {
      id: 'total',
      section: 's',
      label: 'Tổng',
      type: 'computed',
      unit: 'triệu đồng',
      need: 'optional',
      prefilled: false,
      periods: 'add',
    } as const;
    expect(answerInSentence(12_500_000, asked)).toBe('12,5 triệu đồng');
  });

  test('in a column of a list says its unit of measure, once', () => {
    const column = { id: 'value', required: false } as const;
    expect(columnHead({ ...column, label: 'Giá trị', type: 'money' })).toBe('Giá trị (triệu đồng)');
    expect(columnHead({ ...column, label: 'Giá trị (triệu đồng)', type: 'money' })).toBe('Giá trị (triệu đồng)');
    expect(columnHead({ ...column, label: 'Lượt người', type: 'count' })).toBe('Lượt người');
  });

  test('is told from a sum of anything else', () => {
    expect(answerText(1_250, { type: 'computed', unit: 'tin, bài' })).toBe('1.250');
    expect(changeText(1_250, { type: 'computed', unit: 'tin, bài' })).toBe('+1.250');
  });
});

describe('what one unit gives to a total', () => {
  test.each([
    ['nothing', 'count', '0'],
    ['nothing', 'money', '0'],
    ['nothing', 'computed', '0'],
    ['nothing', 'yesno', 'không phát sinh'],
    ['nothing', 'choice', 'không phát sinh'],
    ['nothing', 'ratio', 'không phát sinh'],
    ['blank', 'count', 'để trống'],
    ['missing', 'count', 'chưa có số liệu'],
    ['not-applicable', 'count', '–'],
  ] as const)('%s in a field of type %s is written %s', (state, type, written) => {
    expect(sourceText({ unit: 'don-vi-1', state }, { type })).toBe(written);
  });
});
