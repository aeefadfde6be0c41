import { daysInMonth, isoOf } from '../calendar/day.ts';

/** The plan's own year, and by how many years it moves. */
export interface Shift {
  readonly from: number;
  readonly by: number;
}

/** Moves an ISO date by whole years; 29/02 becomes 28/02 where the year has none. A day without a year stays. */
export const moveDate = (date: string, { by }: Pick<Shift, 'by'>): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return date;
  const [year, month, day] = [Number(parts[1]) + by, Number(parts[2]), Number(parts[3])];
  return isoOf(year, month, Math.min(day, daysInMonth(year, month)));
};

// 'đến năm 2019', 'từ năm 2019' name the span of something else, not the plan's own year.
const YEAR_WORDS = /(?<!(?:đến|từ|trước|sau) )(năm (?:học )?)(\d{4})(?:(\s*[-–]\s*)(\d{4}))?(?!\d)/giu;

/** Moves 'năm 2019' and the school years that touch it ('năm học 2019-2020'); other years stay. */
export const moveYearWords = (text: string, { by, from }: Shift): string =>
  text.replaceAll(
    YEAR_WORDS,
    (whole, lead: string, first: string, dash: string | undefined, second: string | undefined) => {
      const touched = Number(first) === from || (second !== undefined && Number(second) === from);
      if (!touched) return whole;
      const end = dash === undefined || second === undefined ? '' : `${dash}${Number(second) + by}`;
      return `${lead}${Number(first) + by}${end}`;
    },
  );

/** Moves whole dates inside the words of a due rule: 'trước ngày 15/5/2019'. */
export const moveDates = (words: string, { by }: Pick<Shift, 'by'>): string =>
  words.replaceAll(
    /(\d{1,2}[/⁄.-]\d{1,2}[/⁄.-])(\d{4})/g,
    (_whole, dayMonth: string, year: string) => `${dayMonth}${Number(year) + by}`,
  );
