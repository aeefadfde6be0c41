import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatCoverage,
  formatDate,
  formatDateLong,
  formatMillions,
  formatMinute,
  formatNumber,
  formatPercent,
  formatTime,
  proseCount,
} from './format.ts';

describe('days and times', () => {
  test.each([
    ['2019-06-05', '05/6/2019', 'ngày 05 tháng 6 năm 2019'],
    ['2020-01-09', '09/01/2020', 'ngày 09 tháng 01 năm 2020'],
    ['2020-02-29', '29/02/2020', 'ngày 29 tháng 02 năm 2020'],
    ['2020-03-01', '01/3/2020', 'ngày 01 tháng 3 năm 2020'], // March to September: one digit
    ['2020-09-30', '30/9/2020', 'ngày 30 tháng 9 năm 2020'],
    ['2020-10-10', '10/10/2020', 'ngày 10 tháng 10 năm 2020'],
    ['2020-12-31', '31/12/2020', 'ngày 31 tháng 12 năm 2020'],
  ])('%s is %s, or %s', (iso, short, long) => {
    expect(formatDate(iso)).toBe(short);
    expect(formatDateLong(iso)).toBe(long);
  });

  test('a time is hours and minutes of two digits', () => {
    expect(formatTime('16:00')).toBe('16 giờ 00');
    expect(formatTime('08:05')).toBe('08 giờ 05');
    expect(formatMinute(920)).toBe('15 giờ 20');
    expect(formatMinute(0)).toBe('00 giờ 00');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1.000'],
    [1234.5, '1.234,5'],
    [1_234_567, '1.234.567'],
    [-1234.5, '-1.234,5'],
    [0.1 + 0.2, '0,3'],
    [-0.0001, '0'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('whole numbers are read back by taking the dots away', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(Number(formatNumber(n).replaceAll('.', ''))).toBe(n);
        expect(formatNumber(n)).toMatch(/^-?\d{1,3}(?:\.\d{3})*$/);
      }),
    );
  });

  test.each([
    [0, '0'],
    [1, '01'],
    [5, '05'],
    [9, '09'],
    [10, '10'],
    [1250, '1.250'],
    [2.5, '2,5'],
  ])('%d stands in a sentence as %s', (value, text) => {
    expect(proseCount(value)).toBe(text);
  });

  test.each([
    [0, '0'],
    [500, '0,001'], // half a thousand dong rounds up
    [499, '0'],
    [1_500_000, '1,5'],
    [1_234_500, '1,235'],
    [12_000_000_000, '12.000'],
    [-2_500_000, '-2,5'],
  ])('%d dong are %s millions', (vnd, text) => {
    expect(formatMillions(vnd)).toBe(text);
  });
});

describe('shares', () => {
  test.each([
    [38, 41, '92,7%'],
    [41, 41, '100%'],
    [0, 41, '0%'],
    [1, 2, '50%'],
    [9999, 10_000, '99,9%'], // not all is never 100%
    [1, 10_000, '0,1%'], // something is never 0%
    [3, 2, '150%'],
    [0, 0, '–'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(formatPercent(part, whole)).toBe(text);
  });

  test('coverage names both numbers', () => {
    expect(formatCoverage(38, 41)).toBe('38/41 đơn vị (92,7%)');
    expect(formatCoverage(0, 0)).toBe('0/0 đơn vị');
  });

  test('only all is 100% and only nothing is 0%', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (whole, n) => {
        const part = n % (whole + 1);
        expect(formatPercent(part, whole) === '100%').toBe(part === whole);
        expect(formatPercent(part, whole) === '0%').toBe(part === 0);
      }),
    );
  });
});
