import { daysInMonth, isoOf, monthOf, yearOf } from '../calendar/day.ts';
import { readMonthDay } from '../calendar/parse.ts';
import type { WindowRule } from './schema.ts';
import type { DataWindow, Period, PeriodKind } from './types.ts';

const DECREE = 'Nghị định số 09/2019/NĐ-CP, Điều 12';
const EDUCATION = 'Thông tư số 19/2020/TT-BGDĐT';

/**
 * How a period's data window lies: from the 15th of the month before its first month to the 14th of its last month, both
 * days included. Article 12 of the decree says so for months, quarters, half-years and years, in these words or as dates
 * (15/12 to 14/6, 15/6 to 14/12, 15/12 to 14/12).
 */
const statutory: { readonly [K in PeriodKind]?: string } = {
  month: DECREE,
  quarter: DECREE,
  'half-year-1': DECREE,
  'half-year-2': DECREE,
  year: DECREE,
  // Not in the decree; provinces carry its pattern over (Quyết định số 01/2023/QĐ-UBND của UBND tỉnh Khánh Hòa: 15/12 to 14/9).
  'nine-months': `${DECREE} (vận dụng đối với kỳ 9 tháng)`,
};

/** School terms and school years end with teaching, not on the 14th: the decree leaves them to the sector. */
const ofTheSector: { readonly [K in PeriodKind]?: string } = {
  'school-year': EDUCATION,
  'school-term-1': EDUCATION,
  'school-term-2': EDUCATION,
};

const calendarWindow = (period: Period): DataWindow => ({
  from: period.firstDay,
  to: period.lastDay,
  source: 'calendar',
});

const fifteenthToFourteenth = (period: Period): Pick<DataWindow, 'from' | 'to'> => {
  const year = yearOf(period.firstDay);
  const month = monthOf(period.firstDay);
  return {
    from: month === 1 ? isoOf(year - 1, 12, 15) : isoOf(year, month - 1, 15),
    to: isoOf(yearOf(period.lastDay), monthOf(period.lastDay), 14),
  };
};

const stated = (words: string, year: number) => {
  const { day, month } = readMonthDay(words);
  return isoOf(year, month, Math.min(day, daysInMonth(year, month)));
};

/**
 * Finds the data window of a period, both days inclusive. Where the plan states none, article 12 of Decree 09/2019/NĐ-CP
 * holds; a kind of period that the chosen source does not know keeps its own first and last day (`source: 'calendar'`).
 * @see Decree 09/2019/NĐ-CP, article 12; Circular 19/2020/TT-BGDĐT (the education sector, same windows by year)
 */
export const dataWindow = (rule: WindowRule | undefined, period: Period): DataWindow => {
  const chosen = rule?.rule ?? 'decree-09-2019';
  if (rule?.rule === 'stated') {
    return {
      from: stated(rule.from, period.year + rule.fromYearOffset),
      to: stated(rule.to, period.year + rule.toYearOffset),
      source: 'stated',
    };
  }
  if (chosen === 'education') {
    if (ofTheSector[period.kind] !== undefined)
      return { from: period.firstDay, to: period.lastDay, source: 'education' };
    if (statutory[period.kind] !== undefined) return { ...fifteenthToFourteenth(period), source: 'education' };
  }
  if (chosen === 'decree-09-2019' && statutory[period.kind] !== undefined) {
    return { ...fifteenthToFourteenth(period), source: 'decree-09-2019' };
  }
  return calendarWindow(period);
};

/** Names the text that a window rests on; undefined where the plan, a request or the calendar itself gives it. */
export const windowSource = (window: DataWindow, kind: PeriodKind): string | undefined => {
  if (window.source === 'decree-09-2019') return statutory[kind];
  if (window.source === 'education') return ofTheSector[kind] ?? `${EDUCATION}, theo ${statutory[kind] ?? DECREE}`;
  return undefined;
};
