import * as v from 'valibot';
import { date, monthDay, time } from '../calendar/schema.ts';
import { line, slug } from '../text/schema.ts';

/** `before` excludes the day named ('trước ngày 05/6': last on-time day 04/6); `by` includes it ('đến hết ngày'). */
const reading = v.optional(v.picklist(['before', 'by']), 'before');
/** The plan's own words, kept beside their reading. */
const words = v.exactOptional(line());
const yearOffset = v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(2)), 0);
const dayOfMonth = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31));
const monthOffset = v.optional(v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(3)), 0);

/** The schema of a {@link DueRule}. */
export const dueRuleSchema = v.variant('rule', [
  v.strictObject({
    rule: v.literal('date'),
    reading,
    on: v.union([monthDay, date]),
    time: v.exactOptional(time),
    yearOffset,
    words,
  }),
  v.strictObject({
    rule: v.literal('day-of-month'),
    reading,
    day: dayOfMonth,
    time: v.exactOptional(time),
    monthOffset,
    words,
  }),
  v.strictObject({ rule: v.literal('last-working-day'), time: v.exactOptional(time), monthOffset, words }),
  v.strictObject({
    rule: v.literal('within-quarter'),
    quarter: v.picklist([1, 2, 3, 4]),
    year: v.exactOptional(v.pipe(v.number(), v.integer())),
    words,
  }),
  v.strictObject({
    rule: v.literal('working-days-after'),
    days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
    event: slug,
    time: v.exactOptional(time),
    words,
  }),
  v.strictObject({ rule: v.literal('on-occurrence'), words }),
  v.strictObject({ rule: v.literal('all-year'), words }),
  v.strictObject({ rule: v.literal('none'), words }),
]);
/**
 * When something is due, in the plan's words and in one reading of them.
 *
 * - `date`: a day of the period's year (`05/6`, with `yearOffset`), or one whole date (`on`); with a time the day
 *   itself counts up to that minute.
 * - `day-of-month`, `last-working-day`: of the period's last month, moved by `monthOffset`.
 * - `within-quarter`: by the last day of that quarter of the plan's year.
 * - `working-days-after`: n working days after the event's day, the first one not counted (Civil Code 2015, 147).
 * - `on-occurrence`, `all-year`, `none`: no day. Never overdue.
 *
 * `reading` is `before` unless stated: it excludes the day named ('trước ngày 05/6': last on-time day 04/6); `by` includes
 * it. A day that its month lacks gives the month's last day as the last on-time one, whatever the reading.
 */
export type DueRule = v.InferOutput<typeof dueRuleSchema>;
/** A {@link DueRule} as people write it: days as '05/6' or '05/6/2020', defaults left out. */
export type DueRuleInput = v.InferInput<typeof dueRuleSchema>;

/** The schema of a {@link WindowRule}. */
export const windowRuleSchema = v.variant('rule', [
  v.strictObject({
    rule: v.literal('stated'),
    from: monthDay,
    fromYearOffset: v.optional(v.picklist([-1, 0, 1]), 0),
    to: monthDay,
    toYearOffset: v.optional(v.picklist([-1, 0, 1]), 0),
  }),
  v.strictObject({ rule: v.literal('decree-09-2019') }),
  v.strictObject({ rule: v.literal('education') }),
  v.strictObject({ rule: v.literal('calendar') }),
]);
/**
 * The data window of a report (kỳ số liệu, chốt số liệu), both days inclusive.
 *
 * - `stated`: two days of the period's year; `fromYearOffset` is -1 where it opens in the year
 *   before; a school year's own year is the one in which it begins, so its spring has offset 1.
 * - `decree-09-2019`: Decree 09/2019/NĐ-CP, article 12. - `calendar`: the period's own first and last day.
 * - `education`: Circular 19/2020/TT-BGDĐT's own windows where it has them, else as the decree.
 */
export type WindowRule = v.InferOutput<typeof windowRuleSchema>;

/** The schema of a {@link Frequency}. */
export const frequencySchema = v.picklist([
  'month',
  'quarter',
  'half-year-1',
  'half-year-2',
  'half-years',
  'nine-months',
  'year',
  'school-term-1',
  'school-term-2',
  'school-year',
  'once',
  'event',
]);
/** How often a report is due; `event` for ad hoc requests, `once` for a duty that the plan's year has once. */
export type Frequency = v.InferOutput<typeof frequencySchema>;
