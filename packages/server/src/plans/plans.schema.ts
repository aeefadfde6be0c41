import * as v from 'valibot';
import { dueSchema } from '../obligations/obligations.schema.ts';

const count = v.pipe(v.number(), v.integer());

export const planSummarySchema = v.object({
  id: v.string(),
  year: count,
  title: v.string(),
  /** Newest version, 1 and up. */
  version: count,
  adopted: v.string(),
  /** Version of the plan's stream: what `If-Match` names. */
  streamVersion: count,
});

/** A plan as it was adopted: `plan.schema.json` of @dondoc/core describes it in full. */
const plan = v.looseObject({
  format: v.literal('dondoc.plan/1'),
  id: v.string(),
  year: count,
  title: v.array(v.string()),
});

export const planSchema = v.object({
  ...planSummarySchema.entries,
  plan,
  /** What it asks for, in its own order. */
  periods: v.array(
    v.object({
      report: v.object({ id: v.string(), title: v.string() }),
      period: v.object({ id: v.string(), words: v.string() }),
      due: dueSchema,
      opensOn: v.string(),
      /** Units that owe it. */
      units: count,
    }),
  ),
});

export const versionSummarySchema = v.object({
  version: count,
  adopted: v.string(),
  title: v.string(),
  number: v.exactOptional(v.string()),
  date: v.exactOptional(v.string()),
});

export const versionSchema = v.object({ version: count, adopted: v.string(), plan });

export const diffSchema = v.object({
  plan: v.string(),
  from: count,
  to: count,
  changes: v.array(
    v.looseObject({
      path: v.array(v.union([v.string(), v.number()])),
      part: v.string(),
      kind: v.picklist(['added', 'removed', 'changed']),
      id: v.exactOptional(v.string()),
      /** The change as a Vietnamese sentence. */
      words: v.string(),
    }),
  ),
});
