import * as v from 'valibot';

// What the API answers with, for its OpenAPI document; the types of the answers are these schemas'.

const count = v.pipe(v.number(), v.integer());

/** A due date: the one phrase for people, the last on-time day (inclusive) and the hour for programs. */
export const dueSchema = v.object({
  phrase: v.string(),
  lastDay: v.exactOptional(v.string()),
  time: v.exactOptional(v.string()),
});

export const unitSchema = v.object({
  id: v.string(),
  name: v.string(),
  shortName: v.string(),
  kind: v.string(),
  order: v.number(),
});

export const badgeSchema = v.object({
  state: v.string(),
  text: v.string(),
  /** The sentence for the unit. */
  sentence: v.string(),
  /** The sentence for the desk; absent for a unit's people. */
  desk: v.exactOptional(v.string()),
});

const lateness = { days: count, workingDays: count, minutes: v.exactOptional(count) };
const arrival = v.object({ day: v.string(), minute: v.exactOptional(count) });

export const statusSchema = v.object({
  phase: v.string(),
  filing: v.string(),
  relief: v.string(),
  timeliness: v.object({
    is: v.picklist(['pending', 'on-time', 'late', 'not-judged']),
    days: v.exactOptional(count),
    workingDays: v.exactOptional(count),
    minutes: v.exactOptional(count),
  }),
  awaitingSignedCopy: v.boolean(),
  extensionAsked: v.boolean(),
  contested: v.boolean(),
  daysLeft: v.exactOptional(count),
  overdueBy: v.exactOptional(v.object(lateness)),
});

export const factsSchema = v.object({
  /** Version of the obligation's stream: what `If-Match` names. */
  version: count,
  kind: v.picklist(['report', 'nothing-to-report']),
  revision: count,
  firstArrival: v.exactOptional(arrival),
  lastArrival: v.exactOptional(arrival),
  /** How the last one came, where the desk recorded it. */
  channel: v.exactOptional(v.picklist(['paper', 'system', 'email', 'chat'])),
  recordedBy: v.exactOptional(v.string()),
  returnedDue: v.exactOptional(v.string()),
  reminders: count,
  urgings: count,
  lastReminder: v.exactOptional(v.string()),
  issuedIn: v.exactOptional(v.string()),
});

/** One obligation with its state. */
export const rowSchema = v.object({
  id: v.string(),
  plan: v.string(),
  planVersion: count,
  report: v.object({ id: v.string(), title: v.string() }),
  period: v.object({ id: v.string(), words: v.string() }),
  unit: unitSchema,
  /** Units merged into this one for which it answers. */
  covers: v.array(v.string()),
  opensOn: v.string(),
  due: dueSchema,
  /** The date in force, where an extension or a date set by the desk makes it another. */
  effectiveDue: v.exactOptional(dueSchema),
  status: statusSchema,
  badge: badgeSchema,
  facts: factsSchema,
  draft: v.exactOptional(v.object({ answered: count, asked: count, ready: v.boolean(), at: v.string() })),
  /** Who at the desk follows the unit; absent for a unit's people. */
  followedBy: v.exactOptional(v.object({ id: v.string(), name: v.string() })),
  /** What whoever asks may do now. */
  acts: v.array(v.string()),
});
export type ObligationRow = v.InferOutput<typeof rowSchema>;

/** One obligation with what is good to know before filling it in. */
export const obligationSchema = v.object({
  ...rowSchema.entries,
  form: v.exactOptional(v.string()),
  window: v.object({ from: v.string(), to: v.string(), phrase: v.string() }),
  timelinessBasis: v.picklist(['data', 'signed-document']),
  method: v.exactOptional(v.string()),
  guidance: v.exactOptional(v.string()),
  contact: v.exactOptional(v.string()),
  /** What is to be mended, by field; '' for the report as a whole. */
  notes: v.exactOptional(v.record(v.string(), v.string())),
});
export type ObligationAnswer = v.InferOutput<typeof obligationSchema>;

export const ratesSchema = v.object({
  expected: count,
  received: count,
  onTime: count,
  late: count,
  notJudged: count,
  missing: count,
  awaitingSignedCopy: count,
  confirmed: count,
  nothingToReport: count,
  waived: count,
  notApplicable: count,
  /** Contents filled of those asked, over what was received; counted where the board is asked for it. */
  content: v.object({ filled: count, asked: count }),
});

export const boardSchema = v.object({
  plan: v.string(),
  report: v.object({ id: v.string(), title: v.string(), form: v.exactOptional(v.string()) }),
  period: v.object({ id: v.string(), words: v.string(), firstDay: v.string(), lastDay: v.string() }),
  due: dueSchema,
  window: v.object({ from: v.string(), to: v.string(), phrase: v.string() }),
  /** The instant as of which it stands. */
  at: v.string(),
  rates: ratesSchema,
  ratesByKind: v.array(v.object({ kind: v.string(), rates: ratesSchema })),
  rows: v.array(rowSchema),
  /** Units of the plan that do not owe this report, and why. */
  others: v.array(v.object({ unit: unitSchema, badge: badgeSchema })),
});
export type Board = v.InferOutput<typeof boardSchema>;

const due = v.looseObject({ kind: v.picklist(['dated', 'undated']) });

/** Why an obligation is in its state: core's explanation. */
export const explanationSchema = v.object({
  obligation: v.string(),
  status: statusSchema,
  rule: v.object({
    rule: v.string(),
    reading: v.exactOptional(v.picklist(['before', 'by'])),
    words: v.exactOptional(v.string()),
    sources: v.array(v.string()),
  }),
  dates: v.object({
    issuedOn: v.string(),
    opensOn: v.string(),
    window: v.object({ from: v.string(), to: v.string(), source: v.string() }),
    due,
    effective: v.exactOptional(due),
    basis: v.picklist(['data', 'signed-document']),
  }),
  entries: v.array(
    v.object({
      version: count,
      kind: v.string(),
      at: v.string(),
      receivedOn: v.exactOptional(v.string()),
      actor: v.string(),
      words: v.string(),
    }),
  ),
  lines: v.array(v.string()),
});
