import * as v from 'valibot';
import { parseDate, parseMonthDay, parseTime } from './parse.ts';

const read = (parse: (words: string) => string | undefined, refusal: string) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: refusal });
      return NEVER;
    }),
  );

/** A day: `2019-06-05`, or as people write it, `05/6/2019`, `5-6-2019`, `05⁄6/2019`, `5.6.2019`. Becomes ISO. */
export const date = read(parseDate, 'date.not-a-date');

/** A day of any year: `05/6`, `5-6`, `05⁄6`. Becomes `05/6` (day first: an ISO-like `06-05` would read both ways). */
export const monthDay = read(parseMonthDay, 'date.not-a-month-day');

/** A time of day: `16:00`, `16 giờ 00`, `16h00`. Becomes `16:00`. */
export const time = read(parseTime, 'date.not-a-time');
