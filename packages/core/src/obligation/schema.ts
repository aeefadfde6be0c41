import * as v from 'valibot';
import { unitSelectorSchema } from '../agency/schema.ts';
import { date } from '../calendar/schema.ts';
import { dueRuleSchema } from '../due/schema.ts';
import { line, prose, slug } from '../text/schema.ts';

/** An ad hoc request, or the day of something that a due rule waits for. */
export const planEventSchema = v.strictObject({
  event: slug,
  title: line(),
  /** The day it was asked or happened. */
  on: date,
  units: v.exactOptional(unitSelectorSchema),
  due: v.exactOptional(dueRuleSchema),
  form: v.exactOptional(slug),
  /** A report of the plan that the request is for; absent: it declares one with the event's own id. */
  report: v.exactOptional(slug),
});
export type PlanEventInput = v.InferInput<typeof planEventSchema>;

/** What the request letter settles for one period. */
export const periodOpeningSchema = v.strictObject({
  report: slug,
  period: v.pipe(v.string(), v.maxLength(80, 'text.too-long')),
  /** Both days inclusive. */
  cutoff: v.exactOptional(v.strictObject({ from: date, to: date })),
  method: v.exactOptional(prose(1000)),
  contact: v.exactOptional(line()),
  form: v.exactOptional(slug),
});
export type PeriodOpeningInput = v.InferInput<typeof periodOpeningSchema>;
