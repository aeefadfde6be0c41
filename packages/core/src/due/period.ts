import { addDays, daysInMonth, isoOf, yearOf } from '../calendar/day.ts';
import { formatMonth } from '../text/format.ts';
import type { Frequency } from './schema.ts';
import type { Period, PeriodKind } from './types.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Days of `year`, from the first of `firstMonth` to the last of `lastMonth`. */
const months = (year: number, firstMonth: number, lastMonth: number) => ({
  year,
  firstDay: isoOf(year, firstMonth, 1),
  lastDay: isoOf(year, lastMonth, daysInMonth(year, lastMonth)),
});

const month = (year: number, m: number): Period => ({
  id: `${year}-${String(m).padStart(2, '0')}`,
  kind: 'month',
  ...months(year, m, m),
  words: `Tháng ${formatMonth(m)} năm ${year}`,
});
const quarter = (year: number, q: number): Period => ({
  id: `${year}-Q${q}`,
  kind: 'quarter',
  ...months(year, q * 3 - 2, q * 3),
  words: `Quý ${ROMAN[q - 1] ?? q} năm ${year}`,
});
const half1 = (year: number): Period => ({
  id: `${year}-H1`,
  kind: 'half-year-1',
  ...months(year, 1, 6),
  words: `6 tháng đầu năm ${year}`,
});
const half2 = (year: number): Period => ({
  id: `${year}-H2`,
  kind: 'half-year-2',
  ...months(year, 7, 12),
  words: `6 tháng cuối năm ${year}`,
});
const nineMonths = (year: number): Period => ({
  id: `${year}-9M`,
  kind: 'nine-months',
  ...months(year, 1, 9),
  words: `9 tháng đầu năm ${year}`,
});
const wholeYear = (year: number): Period => ({
  id: `${year}`,
  kind: 'year',
  ...months(year, 1, 12),
  words: `Năm ${year}`,
});

// The frame of the school year is set each year by the ministry and refined by the province: it begins on 05/9 (pupils
// gather from the end of August), the first term ends in mid-January, the year before 31/5. These round days hold the
// frame of every year since 2019; an office whose dates differ states its data window (`WindowRule` 'stated').
const SCHOOL_YEAR = { from: '09-01', to: '05-31' } as const;
const FIRST_TERM_ENDS = '01-15';

const schoolYear = (year: number): Period => ({
  id: `${year}-${year + 1}`,
  kind: 'school-year',
  year,
  firstDay: `${year}-${SCHOOL_YEAR.from}`,
  lastDay: `${year + 1}-${SCHOOL_YEAR.to}`,
  words: `Năm học ${year}-${year + 1}`,
});
const term1 = (year: number): Period => ({
  id: `${year}-${year + 1}-HK1`,
  kind: 'school-term-1',
  year,
  firstDay: `${year}-${SCHOOL_YEAR.from}`,
  lastDay: `${year + 1}-${FIRST_TERM_ENDS}`,
  words: `Học kỳ I năm học ${year}-${year + 1}`,
});
const term2 = (year: number): Period => ({
  id: `${year}-${year + 1}-HK2`,
  kind: 'school-term-2',
  year,
  firstDay: addDays(`${year + 1}-${FIRST_TERM_ENDS}`, 1),
  lastDay: `${year + 1}-${SCHOOL_YEAR.to}`,
  words: `Học kỳ II năm học ${year}-${year + 1}`,
});

const ID = /^([1-9]\d{3})(?:-(?:(H[12])|Q([1-4])|(9M)|(0[1-9]|1[0-2])|([1-9]\d{3})(?:-HK([12]))?))?$/;

/**
 * Reads a period's id: `2019`, `2019-H1`, `2019-Q3`, `2019-06`, `2019-9M`, `2019-2020`, `2019-2020-HK1`.
 * Gives undefined for anything else, `on-{event}` too: an event's day is not in its id (`eventPeriod`).
 * The `year` of a school year and its terms is the one in which it begins.
 */
export const parsePeriod = (id: string): Period | undefined => {
  const match = ID.exec(id);
  if (!match) return undefined;
  const [, yearText, half, quarterText, nine, monthText, nextYear, term] = match;
  const year = Number(yearText);
  if (half) return half === 'H1' ? half1(year) : half2(year);
  if (quarterText) return quarter(year, Number(quarterText));
  if (nine) return nineMonths(year);
  if (monthText) return month(year, Number(monthText));
  if (!nextYear) return wholeYear(year);
  if (Number(nextYear) !== year + 1) return undefined;
  if (term === undefined) return schoolYear(year);
  return term === '1' ? term1(year) : term2(year);
};

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/**
 * Lists the periods that a frequency has in a plan's year, in order of time; a school year belongs to the year in which
 * it begins; none for `event` (a request makes them), the year itself for `once`.
 */
export const periodsOf = (frequency: Frequency, year: number): readonly Period[] => {
  switch (frequency) {
    case 'month':
      return range(12).map((m) => month(year, m));
    case 'quarter':
      return range(4).map((q) => quarter(year, q));
    case 'half-years':
      return [half1(year), half2(year)];
    case 'event':
      return [];
    case 'once':
      return [wholeYear(year)];
    default:
      return [SINGLE[frequency](year)];
  }
};

type SingleKind = Exclude<PeriodKind, 'month' | 'quarter' | 'event'>;

const SINGLE: { readonly [K in SingleKind]: (year: number) => Period } = {
  'half-year-1': half1,
  'half-year-2': half2,
  'nine-months': nineMonths,
  year: wholeYear,
  'school-year': schoolYear,
  'school-term-1': term1,
  'school-term-2': term2,
};

/** Makes the period of an ad hoc request: id `on-{event}`, both days the ISO day on which it was asked. */
export const eventPeriod = (input: {
  readonly event: string;
  readonly title: string;
  readonly on: string;
}): Period => ({
  id: `on-${input.event}`,
  kind: 'event',
  year: yearOf(input.on),
  firstDay: input.on,
  lastDay: input.on,
  words: input.title,
});

/** Gives the same period of the year (or school year) before; undefined for an event's. */
export const yearBefore = (period: Period): Period | undefined => {
  const year = period.year - 1;
  switch (period.kind) {
    case 'event':
      return undefined;
    case 'month':
      return month(year, Number(period.firstDay.slice(5, 7)));
    case 'quarter':
      return quarter(year, Number(period.lastDay.slice(5, 7)) / 3);
    default:
      return SINGLE[period.kind](year);
  }
};

/**
 * Gives the period just before in its own series: the month before, the other half-year, the other term. Kinds that come
 * once a year (year, nine months, school year) have the one of the year before; an event's has none.
 */
export const previousPeriod = (period: Period): Period | undefined => {
  const { year, kind } = period;
  switch (kind) {
    case 'month': {
      const m = Number(period.firstDay.slice(5, 7));
      return m === 1 ? month(year - 1, 12) : month(year, m - 1);
    }
    case 'quarter': {
      const q = Number(period.lastDay.slice(5, 7)) / 3;
      return q === 1 ? quarter(year - 1, 4) : quarter(year, q - 1);
    }
    case 'half-year-1':
      return half2(year - 1);
    case 'half-year-2':
      return half1(year);
    case 'school-term-1':
      return term2(year - 1);
    case 'school-term-2':
      return term1(year);
    default:
      return yearBefore(period);
  }
};

/** Writes a period inside a sentence: 'năm 2019', 'quý III năm 2019', '6 tháng đầu năm 2020'; an event's title as it is. */
export const periodInSentence = (period: Period): string =>
  period.kind === 'event' ? period.words : period.words.charAt(0).toLowerCase() + period.words.slice(1);
