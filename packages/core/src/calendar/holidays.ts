import { announcement } from './announcements.ts';
import { addDays, dayNumber, isoDay, isoOf, weekdayOf, weekdayOfNumber } from './day.ts';
import { lunarNewYear, lunarToSolar } from './lunar.ts';

export type HolidayId =
  | 'new-year'
  | 'tet'
  | 'hung-kings'
  | 'victory-day'
  | 'labour-day'
  | 'national-day'
  | 'beside-national-day'
  | 'culture-day';

/** A day of rest by law. */
export interface Holiday {
  readonly id: HolidayId;
  /** ISO. */
  readonly day: string;
  readonly name: string;
  /** The law that grants it, with its article. */
  readonly source: string;
  /** `guessed`: the law leaves this day to a yearly announcement that this release does not know. */
  readonly basis: 'law' | 'announced' | 'guessed';
}

interface HolidayRule {
  readonly id: HolidayId;
  readonly name: string;
  readonly source: string;
  /** First and last year in which it is a day off; open where absent. */
  readonly since?: number;
  readonly until?: number;
  readonly days: (year: number) => readonly Pick<Holiday, 'day' | 'basis'>[];
}

const CODE_2012 = 'Bộ luật Lao động số 10/2012/QH13, khoản 1 Điều 115 (đến hết năm 2020)';
const CODE_2019 = 'Bộ luật Lao động số 45/2019/QH14, khoản 1 Điều 112 (từ ngày 01/01/2021)';
const CULTURE_DAY = 'Nghị quyết số 28/2026/QH16, Điều 2 (từ ngày 01/7/2026)';

const solar = (month: number, day: number) => (year: number) => [
  { day: isoOf(year, month, day), basis: 'law' as const },
];

// Without an announcement: two days of the old year and three of the new; one and four where the first day of Tết is a
// Tuesday, which joins the weekend before. Every announcement from 2019 to 2026 is of this form.
const tetDays: HolidayRule['days'] = (year) => {
  const known = announcement(year)?.tet;
  const newYear = lunarNewYear(year);
  const first = known?.from ?? addDays(newYear, weekdayOf(newYear) === 2 ? -1 : -2);
  return [0, 1, 2, 3, 4].map((i) => ({ day: addDays(first, i), basis: known ? 'announced' : 'guessed' }));
};

// Without an announcement: the neighbour of 02/9 that makes the longer unbroken rest, as every announcement since 2021.
const besideNationalDay: HolidayRule['days'] = (year) => {
  const known = announcement(year)?.besideNationalDay;
  const after = [0, 1, 4].includes(weekdayOf(isoOf(year, 9, 2)));
  return [{ day: known ?? isoOf(year, 9, after ? 3 : 1), basis: known === undefined ? 'guessed' : 'announced' }];
};

const underBothCodes = (rule: Omit<HolidayRule, 'source'>): readonly HolidayRule[] => [
  { ...rule, source: CODE_2012, until: 2020 },
  { ...rule, source: CODE_2019, since: 2021 },
];

/**
 * The paid days off of the law, each with the years in which it holds: ten a year under the Labour Code of 2012, eleven
 * under that of 2019, twelve with Vietnam Culture Day, whose resolution came into force on 01/7/2026.
 */
const rules: readonly HolidayRule[] = [
  ...underBothCodes({ id: 'new-year', name: 'Tết Dương lịch', days: solar(1, 1) }),
  ...underBothCodes({ id: 'tet', name: 'Tết Nguyên đán', days: tetDays }),
  ...underBothCodes({
    id: 'hung-kings',
    name: 'Giỗ Tổ Hùng Vương',
    days: (year) => [{ day: lunarToSolar({ year, month: 3, day: 10 }), basis: 'law' }],
  }),
  ...underBothCodes({ id: 'victory-day', name: 'Ngày Chiến thắng', days: solar(4, 30) }),
  ...underBothCodes({ id: 'labour-day', name: 'Ngày Quốc tế lao động', days: solar(5, 1) }),
  ...underBothCodes({ id: 'national-day', name: 'Quốc khánh', days: solar(9, 2) }),
  {
    id: 'beside-national-day',
    name: 'Ngày liền kề Quốc khánh',
    source: CODE_2019,
    since: 2021,
    days: besideNationalDay,
  },
  { id: 'culture-day', name: 'Ngày Văn hóa Việt Nam', source: CULTURE_DAY, since: 2026, days: solar(11, 24) },
];

/**
 * Lists the statutory holidays of a year in order of time, without the days that make up for rest days.
 * Held against an independent source for 2019 to 2050; earlier years are given as the Labour Code of 2012 has them.
 * @see Labour Code 2019, article 112 (until 2020: Labour Code 2012, article 115); Resolution 28/2026/QH16, article 2
 */
export const statutoryHolidays = (year: number): readonly Holiday[] =>
  rules
    .filter((rule) => year >= (rule.since ?? year) && year <= (rule.until ?? year))
    .flatMap(({ id, name, source, days }) => days(year).map(({ day, basis }) => ({ id, day, name, source, basis })))
    .toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day));

const MAKE_UP_2012 = 'Bộ luật Lao động số 10/2012/QH13, khoản 3 Điều 115';
const MAKE_UP_2019 = 'Bộ luật Lao động số 45/2019/QH14, khoản 3 Điều 111';

const isRestDay = (weekday: number) => weekday === 0 || weekday === 6;

/**
 * Lists the days off that make up for holidays falling on a Saturday or Sunday: for each, in order of time, the next day
 * that is neither a rest day nor a holiday nor already taken. Culture Day is not made up: the article names only the
 * days of article 112.1, and an office enters what an announcement adds.
 * @see Labour Code 2019, article 111.3 (until 2020: Labour Code 2012, article 115.3)
 */
export const compensationDays = (holidays: readonly Holiday[]): readonly Holiday[] => {
  const taken = new Set(holidays.map((h) => dayNumber(h.day)));
  return holidays
    .filter((h) => isRestDay(weekdayOf(h.day)) && h.id !== 'culture-day')
    .map(({ id, day: holiday, name, basis }) => {
      let n = dayNumber(holiday) + 1;
      while (taken.has(n) || isRestDay(weekdayOfNumber(n))) n++;
      taken.add(n);
      const day = isoDay(n);
      return { id, day, name: `Nghỉ bù ${name}`, source: day < '2021' ? MAKE_UP_2012 : MAKE_UP_2019, basis };
    });
};
