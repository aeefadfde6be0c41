import * as v from 'valibot';

/** The most plans of one adoption. */
const MOST_PLANS = 20;

/** What is proposed. Core reads office and plans itself, with every finding at its place. */
export const adoptionBody = v.strictObject({
  /** As `office.schema.json` of @dondoc/core describes it; absent: it stays as it is. */
  office: v.exactOptional(v.unknown()),
  /** As `plan.schema.json` of @dondoc/core describes them. */
  plans: v.exactOptional(v.pipe(v.array(v.unknown()), v.maxLength(MOST_PLANS))),
  /** Only shows what would change, and what to look at again in it. */
  dryRun: v.exactOptional(v.boolean()),
});
export type AdoptionBody = v.InferOutput<typeof adoptionBody>;

const changeSchema = v.looseObject({
  stream: v.string(),
  kind: v.picklist(['office', 'agency', 'plan']),
  change: v.picklist(['added', 'changed']),
  id: v.string(),
  name: v.string(),
  /** The change as a Vietnamese sentence. */
  words: v.string(),
});

const pointSchema = v.object({
  pointer: v.exactOptional(v.string()),
  rule: v.string(),
  severity: v.picklist(['error', 'warning', 'hint']),
  label: v.string(),
  message: v.string(),
  why: v.exactOptional(v.string()),
  source: v.exactOptional(v.string()),
  mend: v.exactOptional(v.string()),
});
export type Point = v.InferOutput<typeof pointSchema>;

export const adoptionSchema = v.object({
  changes: v.array(changeSchema),
  /** seq of the last entry that changed office, agencies or plans, after this. */
  revision: v.number(),
  /** Điểm cần xem lại, of a dry run: what the checker finds in what is proposed. */
  points: v.exactOptional(v.array(pointSchema)),
});
