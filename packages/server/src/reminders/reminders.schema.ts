import * as v from 'valibot';
import { badgeSchema, dueSchema, unitSchema } from '../obligations/obligations.schema.ts';

const count = v.pipe(v.number(), v.integer());

export const reminderSchema = v.object({
  obligation: v.string(),
  plan: v.string(),
  report: v.object({ id: v.string(), title: v.string() }),
  period: v.object({ id: v.string(), words: v.string() }),
  unit: unitSchema,
  due: dueSchema,
  badge: badgeSchema,
  /** The step of the ladder: what `rung` of the act names once it has been taken. */
  rung: v.object({
    id: v.string(),
    /** Which act records it. */
    act: v.picklist(['remind', 'urge']),
    means: v.picklist(['letter', 'message', 'call', 'draft-letter']),
    to: v.array(v.picklist(['filer', 'unit-head', 'desk', 'leader'])),
    words: v.string(),
  }),
  /** The day from which it was due. */
  since: v.string(),
  /** Why it is due, as a sentence. */
  why: v.string(),
  /** Where the unit can be reached; absent: it has no contact. */
  contact: v.exactOptional(
    v.object({
      name: v.exactOptional(v.string()),
      phone: v.exactOptional(v.string()),
      email: v.exactOptional(v.string()),
    }),
  ),
  /** Times it was reminded and urged before. */
  reminders: count,
  urgings: count,
});
export type Reminder = v.InferOutput<typeof reminderSchema>;

export const remindersSchema = v.object({
  at: v.string(),
  items: v.array(reminderSchema),
  /** Texts for a chat group: one for each report, period and date, over the units that a message is due to. */
  texts: v.array(
    v.object({
      plan: v.string(),
      report: v.string(),
      period: v.string(),
      act: v.picklist(['remind', 'urge']),
      rung: v.string(),
      units: v.array(v.string()),
      text: v.string(),
    }),
  ),
  /** Units on the list that have neither phone nor mail. */
  withoutContact: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type Reminders = v.InferOutput<typeof remindersSchema>;
