import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { formatDate, formatDateLong, formatTime } from '../text/format.ts';
import { dayNumberOf, isoDay } from './day.ts';
import { isInstant, minuteOf, parseDate, parseMonthDay, parseTime, readMonthDay, timeOf } from './parse.ts';
import { date, monthDay, time } from './schema.ts';

const someDay = fc.integer({ min: dayNumberOf(1900, 1, 1), max: dayNumberOf(2200, 12, 31) }).map(isoDay);
const separators = ['/', '-', '.', '⁄', '∕', '/', '–', '‑', ' / ', ' - '];

describe('a day as people write it', () => {
  test.each([
    '2019-06-05',
    '2019/6/5',
    '05/6/2019',
    '5-6-2019',
    '05⁄6/2019', // U+2044, as the fraction slash comes out of a PDF
    '5.6.2019',
    ' 05 / 06 / 2019 ',
    'ngày 05 tháng 6 năm 2019',
    'Ngày 05/6/2019',
    'ngày 05/6 năm 2019',
    'ngày 05 tháng 6 năm 2019', // no-break spaces
    'ngày 05 tháng 6 năm 2019'.normalize('NFD'),
  ])('%s is 5 June 2019', (words) => {
    expect(parseDate(words)).toBe('2019-06-05');
  });

  test.each([
    '31/02/2020', // not in the calendar
    '29/02/2019',
    '31/4/2020',
    '00/6/2020',
    '05/13/2020',
    '05/6', // no year
    '05/6/20', // two digits could be any century
    '2019-06',
    '2019-06-05T10:00',
    '0919-06-05',
    '5 June 2019',
    '20190605',
    '',
    'trước ngày 05/6/2019',
  ])('%s is no day', (words) => {
    expect(parseDate(words)).toBeUndefined();
  });

  test('29/02 is a day of leap years only', () => {
    expect(parseDate('29/02/2020')).toBe('2020-02-29');
    expect(parseDate('29/02/2100')).toBeUndefined();
  });

  test('what is written is read back, with every separator', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...separators), (iso, separator) => {
        expect(parseDate(formatDate(iso))).toBe(iso);
        expect(parseDate(formatDateLong(iso))).toBe(iso);
        expect(parseDate(formatDate(iso).replaceAll('/', separator))).toBe(iso);
        expect(parseDate(iso)).toBe(iso);
      }),
    );
  });

  test('any text gives a day that exists or none', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const iso = parseDate(words);
        expect(iso === undefined || parseDate(iso) === iso).toBe(true);
      }),
    );
  });
});

describe('a day of any year', () => {
  test.each(['05/6', '05/06', '5-6', '05⁄6', '5.6', 'ngày 05 tháng 6', 'ngày 05/6', '05 - 06'])(
    '%s is 05/6',
    (words) => {
      expect(parseMonthDay(words)).toBe('05/6');
    },
  );

  test.each([
    ['05/11', '05/11'],
    ['1/2', '01/02'],
    ['30/10', '30/10'],
    ['29/02', '29/02'], // some years have it
    ['31/4', undefined],
    ['30/02', undefined],
    ['05/6/2019', undefined], // a whole date is another thing
    ['2019-06', undefined],
    ['6', undefined],
  ])('%s is read as %s', (words, expected) => {
    expect(parseMonthDay(words)).toBe(expected);
  });

  test('its day and month are read back', () => {
    expect(readMonthDay('05/6')).toEqual({ day: 5, month: 6 });
    expect(readMonthDay('31/12')).toEqual({ day: 31, month: 12 });
  });
});

describe('a time of day', () => {
  test.each([
    ['16:00', '16:00'],
    ['16 giờ 00', '16:00'],
    ['16h00', '16:00'],
    ['16g30', '16:30'],
    ['16h', '16:00'],
    ['16 giờ', '16:00'],
    ['7 giờ 05 phút', '07:05'],
    ['7:30', '07:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', undefined], // the end of a day is the day without an hour
    ['16:60', undefined],
    ['16', undefined],
    ['4 giờ chiều', undefined],
    ['', undefined],
  ])('%s is %s', (words, expected) => {
    expect(parseTime(words)).toBe(expected);
  });

  test('every minute of the day is written and read back', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(parseTime(formatTime(clock))).toBe(clock);
      expect(minuteOf(clock)).toBe(minute);
      expect(timeOf(minute)).toBe(clock);
    }
  });
});

describe('the schemas', () => {
  test('refuse with the id of a rule', () => {
    const refusal = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).issues?.[0].message;
    expect(refusal(date, '31/02/2020')).toBe('date.not-a-date');
    expect(refusal(monthDay, '31/02')).toBe('date.not-a-month-day');
    expect(refusal(time, '25:00')).toBe('date.not-a-time');
  });

  test('give the canonical form', () => {
    expect(v.parse(date, '05⁄6/2019')).toBe('2019-06-05');
    expect(v.parse(monthDay, '5-6')).toBe('05/6');
    expect(v.parse(time, '16 giờ 00')).toBe('16:00');
  });
});

describe('an instant of the clock', () => {
  test.each([
    ['2020-06-03T05:00:00.000Z', true],
    ['2020-06-03T05:00:00Z', true],
    ['2020-02-29T23:59:59.999Z', true],
    ['2020-02-30T05:00:00.000Z', false],
    ['2020-06-03T24:00:00.000Z', false],
    ['2020-06-03T05:00:00+07:00', false], // entries sort by their text, so all are in UTC
    ['2020-06-03', false],
    ['03/6/2020T05:00:00Z', false],
    ['garbage', false],
    ['', false],
  ])('%s: %s', (text, is) => expect(isInstant(text)).toBe(is));
});
