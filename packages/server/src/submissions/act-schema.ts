import {
  byId,
  dateSchema,
  lineSchema,
  mostAtOnce,
  slugSchema,
  submissionSchema,
  textSchema,
  timeSchema,
  type ObligationKind,
} from '@dondoc/core';
import * as v from 'valibot';

/** What an act may be called by a caller. `include` is none: issuing a consolidation writes it. */
export type CallersAct = Exclude<ObligationKind, 'include'>;

/** Acts that bring a report. */
const filingActs = ['submit', 'revise', 'record'] as const;
type FilingAct = (typeof filingActs)[number];

export const isFilingAct = (act: ObligationKind): act is FilingAct => filingActs.some((one) => one === act);

// Blank reasons are core's to refuse: it says what they are for.
const reason = textSchema(1000);

/** An arrival: a day, or a day and its minute; core says which of the two is needed and whether it can be. */
export const arrivalSchema = v.pipe(v.string(), v.maxLength(16, 'date.not-an-arrival'));

const channelSchema = submissionSchema.entries.channel.wrapped;
const signedDocumentSchema = submissionSchema.entries.signedDocument.wrapped;

/** A submission as it comes: core reads it, with the form of the unit that it is for. */
const submission = v.pipe(v.unknown(), v.description('dondoc.submission/1; answers by the schema that `form` gives'));

const toDay = { to: dateSchema, reason };
const because = { reason };
const reminder = { channel: lineSchema(50), text: textSchema(5000), rung: v.exactOptional(lineSchema(64)) };
const back = {
  due: dateSchema,
  dueTime: v.exactOptional(timeSchema),
  /** By field id; '' for the report as a whole. */
  notes: byId(textSchema(2000), v.union([v.literal(''), slugSchema], 'id.not-a-slug')),
};
const accepted = { accepted: v.literal(true), note: reason, receivedOn: v.exactOptional(arrivalSchema) };
const rejected = { accepted: v.literal(false), note: reason };

/**
 * The body of an act on one obligation. A unit's `receivedOn` is taken in so that its refusal can say why a unit does
 * not declare it.
 */
export const actSchema = v.variant('act', [
  v.strictObject({ act: v.literal('submit'), submission, receivedOn: v.exactOptional(arrivalSchema) }),
  v.strictObject({ act: v.literal('revise'), submission }),
  v.strictObject({
    act: v.literal('record'),
    submission,
    receivedOn: arrivalSchema,
    channel: channelSchema,
    note: v.exactOptional(reason),
    /** The signed document came with it. Default: its number or file is told. */
    signedCopy: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ act: v.literal('withdraw'), reason: v.exactOptional(reason) }),
  v.strictObject({ act: v.literal('return'), ...back }),
  v.strictObject({ act: v.literal('confirm'), note: v.exactOptional(reason) }),
  v.strictObject({
    act: v.literal('attach-signed-copy'),
    signedDocument: signedDocumentSchema,
    receivedOn: v.exactOptional(arrivalSchema),
  }),
  v.strictObject({ act: v.literal('ask-extension'), ...toDay }),
  v.strictObject({ act: v.literal('extend'), ...toDay }),
  v.strictObject({ act: v.literal('set-date'), ...toDay }),
  v.strictObject({ act: v.literal('refuse-extension'), ...because }),
  v.strictObject({ act: v.literal('waive'), ...because }),
  v.strictObject({ act: v.literal('unwaive'), ...because }),
  v.strictObject({ act: v.literal('contest'), ...because }),
  v.strictObject({ act: v.literal('remind'), ...reminder }),
  v.strictObject({ act: v.literal('urge'), ...reminder }),
  v.variant('accepted', [
    v.strictObject({ act: v.literal('answer'), ...accepted }),
    v.strictObject({ act: v.literal('answer'), ...rejected }),
  ]),
]);
export type ActBody = v.InferOutput<typeof actSchema>;

const ofMany = {
  units: v.pipe(v.array(slugSchema), v.minLength(1), v.maxLength(10 * mostAtOnce)),
  /** The version of each unit's stream that the sender means: what `If-Match` is for one. */
  versions: v.exactOptional(byId(v.pipe(v.number(), v.integer(), v.minValue(0)))),
};
/** The words for a unit where they differ from `text`. */
const texts = v.exactOptional(byId(textSchema(5000)));

/** The body of one act of the desk on many units. What is told of a single report has no place here. */
export const manySchema = v.variant('act', [
  v.strictObject({ act: v.literal('return'), ...back, ...ofMany }),
  v.strictObject({ act: v.literal('confirm'), note: v.exactOptional(reason), ...ofMany }),
  v.strictObject({ act: v.literal('extend'), ...toDay, ...ofMany }),
  v.strictObject({ act: v.literal('set-date'), ...toDay, ...ofMany }),
  v.strictObject({ act: v.literal('refuse-extension'), ...because, ...ofMany }),
  v.strictObject({ act: v.literal('waive'), ...because, ...ofMany }),
  v.strictObject({ act: v.literal('unwaive'), ...because, ...ofMany }),
  v.strictObject({ act: v.literal('remind'), ...reminder, texts, ...ofMany }),
  v.strictObject({ act: v.literal('urge'), ...reminder, texts, ...ofMany }),
]);
export type ManyBody = v.InferOutput<typeof manySchema>;

/** The body of an import: submissions that came in files. */
export const importSchema = v.strictObject({
  submissions: v.pipe(
    v.array(v.strictObject({ name: v.exactOptional(lineSchema(255)), submission })),
    v.minLength(1),
    v.maxLength(mostAtOnce),
  ),
  /** When and how they came, for those that do not say it themselves. */
  receivedOn: v.exactOptional(arrivalSchema),
  channel: v.exactOptional(channelSchema),
  note: v.exactOptional(reason),
  /** Only says what would be recorded. */
  dryRun: v.exactOptional(v.boolean()),
});
export type ImportBody = v.InferOutput<typeof importSchema>;
