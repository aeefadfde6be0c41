import { expect, test } from 'vitest';
import { keptBodies } from './kept-bodies.ts';

const bytes = (length: number) => new Uint8Array(length);

test('the bodies asked for last are kept, up to their number', () => {
  const kept = keptBodies({ most: 2, mostBytes: 100 });
  for (const key of ['a', 'b']) kept.keep(key, bytes(1));
  kept.get('a');
  kept.keep('c', bytes(1));
  expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
});

test('and up to their bytes together; one larger than all is not kept', () => {
  const kept = keptBodies({ most: 10, mostBytes: 100 });
  kept.keep('a', bytes(60));
  kept.keep('b', bytes(50));
  expect([kept.get('a'), kept.get('b')?.byteLength]).toEqual([undefined, 50]);
  kept.keep('c', bytes(101));
  expect([kept.get('b')?.byteLength, kept.get('c')]).toEqual([50, undefined]);
});

test('a body that takes the place of another counts once', () => {
  const kept = keptBodies({ most: 10, mostBytes: 100 });
  kept.keep('a', bytes(60));
  kept.keep('a', bytes(60));
  kept.keep('b', bytes(40));
  expect([kept.get('a')?.byteLength, kept.get('b')?.byteLength]).toEqual([60, 40]);
});
