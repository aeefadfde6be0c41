import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['recipients', 'reports', 'signatory', 'year', 'on', 'id'];

describe('nearest', () => {
  test.each([
    ['recipents', 'recipients'],
    ['singatory', 'signatory'],
    ['Reports', 'reports'],
    ['yeer', 'year'],
    ['report', 'reports'],
  ])('%s looks like %s', (word, near) => {
    expect(nearest(word, known)).toBe(near);
  });

  test.each(['hoàn toàn khác', 'a', 'x', ''])('nothing looks like %j', (word) => {
    expect(nearest(word, known)).toBeUndefined();
  });

  test('knows nothing where nothing is known', () => {
    expect(nearest('year', [])).toBeUndefined();
  });
});
