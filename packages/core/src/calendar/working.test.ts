import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcements } from './announcements.ts';
import { addDays, dayNumberOf, daysBetween, isoDay, weekdayOf } from './day.ts';
import { createCalendar, type CalendarChange } from './working.ts';

const plain = createCalendar();

/** What an office of that year enters from the announcement. */
const exchanges = announcements.flatMap((a) =>
  a.exchanges.flatMap(({ off, work, name }): CalendarChange[] => [
    { from: off, kind: 'off', name },
    { from: work, kind: 'work', name },
  ]),
);

const daysOf = (year: number) =>
  Array.from({ length: dayNumberOf(year + 1, 1, 1) - dayNumberOf(year, 1, 1) }, (_, i) => addDays(`${year}-01-01`, i));
const isWeekend = (iso: string) => weekdayOf(iso) === 0 || weekdayOf(iso) === 6;

describe('the calendar of state offices', () => {
  // Weekdays off and Saturdays worked, as announced for civil servants; Tết and National Day from the ministry's notices.
  test.each([
    [2019, '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02', '05-04'],
    [2020, '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02', ''],
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
  ])('%i: off on %s, Saturdays worked: %s', (year, off, worked) => {
    const office = createCalendar({ swaps: exchanges });
    const short = (days: readonly string[]) => days.map((d) => d.slice(5)).join(' ');
    expect(short(daysOf(year).filter((d) => !isWeekend(d) && !office.isWorkingDay(d)))).toBe(off);
    expect(short(daysOf(year).filter((d) => isWeekend(d) && office.isWorkingDay(d)))).toBe(worked);
  });

  test.each([
    ['2022-06-04', 'thứ Bảy'],
    ['2023-06-04', 'Chủ nhật'],
    ['2019-06-04', undefined],
    ['2026-02-17', 'Tết Nguyên đán'],
    ['2026-11-24', 'Ngày Văn hóa Việt Nam'],
    ['2023-09-04', 'Nghỉ bù Quốc khánh'],
    ['2023-09-02', 'Quốc khánh'], // a Saturday: the holiday is the better reason
  ])('%s is off because: %s', (day, reason) => {
    expect(plain.restReason(day)).toBe(reason);
    expect(plain.isWorkingDay(day)).toBe(reason === undefined);
  });

  test.each([
    // 04/6 and 04/11 are the last on-time days of 'trước ngày 05/6' and 'trước ngày 05/11'.
    ['2022-06-04', '2022-06-03', '2022-06-06'],
    ['2023-06-04', '2023-06-02', '2023-06-05'],
    ['2028-06-04', '2028-06-02', '2028-06-05'],
    ['2023-11-04', '2023-11-03', '2023-11-06'],
    ['2028-11-04', '2028-11-03', '2028-11-06'],
    ['2029-11-04', '2029-11-02', '2029-11-05'],
    ['2020-06-04', '2020-06-04', '2020-06-04'],
    ['2026-02-20', '2026-02-13', '2026-02-23'],
  ])('%s: last working day up to it %s, first from it %s', (day, last, first) => {
    expect(plain.lastWorkingDayUpTo(day)).toBe(last);
    expect(plain.firstWorkingDayFrom(day)).toBe(first);
  });
});

describe('the office own changes', () => {
  test('a day off and its make-up Saturday hold for that office only', () => {
    const office = createCalendar({
      swaps: [
        { from: '2026-08-31', kind: 'off', name: 'Hoán đổi' },
        { from: '2026-08-22', kind: 'work', name: 'Làm bù' },
      ],
    });
    expect(office.isWorkingDay('2026-08-31')).toBe(false);
    expect(office.restReason('2026-08-31')).toBe('Hoán đổi');
    expect(office.isWorkingDay('2026-08-22')).toBe(true);
    expect(plain.isWorkingDay('2026-08-31')).toBe(true);
    expect(plain.isWorkingDay('2026-08-22')).toBe(false);
  });

  test('an announced Tết rest takes the place of the guess', () => {
    // Without it, 2027 is guessed as Thursday 04/02 to Wednesday 10/02.
    expect(plain.isWorkingDay('2027-02-10')).toBe(false);
    const office = createCalendar({
      swaps: [{ from: '2027-02-05', to: '2027-02-09', kind: 'off', name: 'Nghỉ Tết Đinh Mùi' }],
    });
    expect(office.isWorkingDay('2027-02-04')).toBe(true);
    expect(office.restReason('2027-02-06')).toBe('Nghỉ Tết Đinh Mùi');
    expect(office.isWorkingDay('2027-02-10')).toBe(true);
    expect(office.isWorkingDay('2027-09-02')).toBe(false);
  });

  test('an announced rest around 02/9 takes the place of the guess', () => {
    expect(plain.isWorkingDay('2027-09-03')).toBe(false);
    const office = createCalendar({
      swaps: [{ from: '2027-09-01', to: '2027-09-02', kind: 'off', name: 'Nghỉ Quốc khánh' }],
    });
    expect(office.isWorkingDay('2027-09-01')).toBe(false);
    expect(office.isWorkingDay('2027-09-03')).toBe(true);
  });

  test('a make-up working day wins over a day off, and a change may run over New Year', () => {
    const office = createCalendar({
      swaps: [
        { from: '2026-12-30', to: '2027-01-06', kind: 'off', name: 'Nghỉ' },
        { from: '2027-01-05', kind: 'work', name: 'Làm bù' },
      ],
    });
    expect(daysOf(2026).filter((d) => d >= '2026-12-28' && office.isWorkingDay(d))).toEqual([
      '2026-12-28',
      '2026-12-29',
    ]);
    expect(daysOf(2027).find(office.isWorkingDay)).toBe('2027-01-05');
  });

  test('a year is announced only where the office says so', () => {
    const office = createCalendar({ announcedYears: [2026] });
    expect(office.isAnnounced(2026)).toBe(true);
    expect(office.isAnnounced(2027)).toBe(false);
    expect(plain.isAnnounced(2026)).toBe(false);
  });
});

describe('working-day arithmetic', () => {
  const office = createCalendar({ swaps: exchanges });
  const day = fc.integer({ min: dayNumberOf(2019, 1, 1), max: dayNumberOf(2050, 12, 31) }).map(isoDay);

  test.each([
    ['2020-06-11', 0, '2020-06-11'],
    ['2020-06-11', 1, '2020-06-12'],
    ['2020-06-12', 1, '2020-06-15'], // over a weekend
    ['2020-06-13', 1, '2020-06-15'], // from a Saturday
    ['2020-06-13', 0, '2020-06-13'], // nothing to add, wherever it is
    ['2020-01-22', 3, '2020-02-03'], // over Tết
    ['2020-06-15', -1, '2020-06-12'],
    ['2019-12-31', 1, '2020-01-02'],
    ['2024-05-03', 1, '2024-05-04'], // a Saturday worked
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(office.addWorkingDays(from, n)).toBe(to);
  });

  test.each([
    ['2020-06-04', '2020-06-06', 1], // 'quá hạn 02 ngày (01 ngày làm việc)'
    ['2020-06-04', '2020-06-04', 0],
    ['2019-12-31', '2020-01-02', 1],
    ['2020-06-06', '2020-06-04', -1],
    ['2019-12-31', '2020-12-31', 252], // 366 days, 104 of them on weekends, ten on weekdays off,
  ])('from %s to %s there are %i', (after, upTo, n) => {
    expect(office.workingDaysBetween(after, upTo)).toBe(n);
  });

  test('what is added is counted, and ends on a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const to = office.addWorkingDays(from, n);
        expect(office.isWorkingDay(to)).toBe(true);
        expect(office.workingDaysBetween(from, to)).toBe(n);
        expect(office.workingDaysBetween(to, from)).toBe(-n);
        expect(office.addWorkingDays(to, -n) <= from || !office.isWorkingDay(from)).toBe(true);
      }),
    );
  });

  test('counting is looking at every day, whichever years it runs over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (after, length) => {
        const upTo = addDays(after, length);
        let count = 0;
        for (let d = 1; d <= length; d++) if (office.isWorkingDay(addDays(after, d))) count++;
        expect(office.workingDaysBetween(after, upTo)).toBe(count);
      }),
    );
  });

  test('counts over two stretches add up', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(office.workingDaysBetween(a, b) + office.workingDaysBetween(b, c)).toBe(office.workingDaysBetween(a, c));
      }),
    );
  });

  test('the nearest working days enclose the day with no working day between', () => {
    fc.assert(
      fc.property(day, (d) => {
        const last = office.lastWorkingDayUpTo(d);
        const first = office.firstWorkingDayFrom(d);
        expect(last <= d && d <= first).toBe(true);
        expect(last === first).toBe(office.isWorkingDay(d));
        expect(daysBetween(last, first)).toBeLessThanOrEqual(10);
        expect(office.workingDaysBetween(last, first)).toBe(last === first ? 0 : 1);
      }),
    );
  });
});

describe('days off without an end', () => {
  const closed = createCalendar({ swaps: [{ from: '2020-06-01', to: '9999-12-31', kind: 'off', name: 'Nghỉ' }] });

  test('are not walked to their end', () => {
    const started = performance.now();
    expect(closed.firstWorkingDayFrom('2020-06-05')).toBe('2020-06-05');
    expect(closed.addWorkingDays('2020-05-28', 5)).toBe('2020-05-29');
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('leave what lies before them as it is', () => {
    expect(closed.lastWorkingDayUpTo('2020-06-05')).toBe('2020-05-29');
    expect(closed.workingDaysBetween('2020-05-27', '2020-06-30')).toBe(2);
  });
});
