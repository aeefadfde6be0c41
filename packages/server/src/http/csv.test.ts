import { expect, test } from 'vitest';
import { csv, type CsvCell } from './csv.ts';

test.each<[CsvCell, string]>([
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-2', "'-2"],
  ['@nguoi', "'@nguoi"],
  ['\tx', "'\tx"],
  // A number of our own stays one.
  [-2, '-2'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['hai\ndòng', '"hai\ndòng"'],
  [' cách ', '" cách "'],
  [undefined, ''],
  ['–', '–'],
])('writes %j as %j', (cell, written) => {
  expect(csv([[cell, 'x']])).toBe(`\uFEFF${written},x\r\n`);
});
