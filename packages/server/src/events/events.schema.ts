import * as v from 'valibot';
import { dueSchema } from '../obligations/obligations.schema.ts';
import { slug } from '../obligations/queries.ts';

const text = v.pipe(v.string(), v.maxLength(2000));

/**
 * An ad hoc request, or the day of something that a due rule waits for. Core reads it, with every finding at its place;
 * here stands what is needed to find its plan.
 */
export const eventBody = v.looseObject({
  /** Absent: the office's standing plan of the year, `requests-{year}`, which the first request makes. */
  plan: v.exactOptional(slug),
  /** Slug; unique in the plan. */
  event: text,
  title: text,
  /** The day it was asked or happened. Default: today. */
  on: v.exactOptional(text),
  /** Whom it binds: agencies by id, or by kind or parent. Default: whom the plan binds. */
  units: v.exactOptional(v.array(v.looseObject({}))),
  /** By when, with or without an hour: `{ rule: 'date', on: '2020-05-15', time: '16:00' }`. */
  due: v.exactOptional(v.looseObject({ rule: text })),
  /** A form of the plan. */
  form: v.exactOptional(text),
  /** A report of the plan that it is for; absent: it declares one with the event's own id. */
  report: v.exactOptional(text),
});
export type EventBody = v.InferOutput<typeof eventBody>;

/** What the request letter settles for a period; never its due date. */
export const openingBody = v.looseObject({
  /** Both days inclusive. */
  cutoff: v.exactOptional(v.looseObject({ from: text, to: text })),
  method: v.exactOptional(text),
  contact: v.exactOptional(text),
  form: v.exactOptional(text),
});
export type OpeningBody = v.InferOutput<typeof openingBody>;

export const eventSchema = v.object({
  plan: v.string(),
  event: v.string(),
  title: v.string(),
  on: v.string(),
  /** The period that it makes. */
  period: v.string(),
  report: v.exactOptional(v.string()),
  form: v.exactOptional(v.string()),
  /** Absent: it asks for no report by itself. */
  due: v.exactOptional(dueSchema),
  /** Units that owe what it asks for. */
  units: v.number(),
});
export type EventAnswer = v.InferOutput<typeof eventSchema>;

export const eventMadeSchema = v.object({
  ...eventSchema.entries,
  /** Version of the plan's stream after it. */
  version: v.number(),
});

export const openingSchema = v.object({
  plan: v.string(),
  report: v.string(),
  period: v.string(),
  cutoff: v.exactOptional(v.object({ from: v.string(), to: v.string() })),
  method: v.exactOptional(v.string()),
  contact: v.exactOptional(v.string()),
  form: v.exactOptional(v.string()),
  version: v.number(),
});
