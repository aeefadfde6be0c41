import * as v from 'valibot';
import { badgeSchema, statusSchema } from '../obligations/obligations.schema.ts';

// What the API answers with, for its OpenAPI document.

const count = v.pipe(v.number(), v.integer());
const json = v.unknown();
const words = v.string();

const warning = v.object({
  pointer: v.exactOptional(words),
  rule: words,
  severity: v.picklist(['error', 'warning', 'hint']),
  message: words,
  mend: v.exactOptional(words),
});

const standing = { status: statusSchema, badge: badgeSchema };

const receipt = {
  obligation: words,
  unit: words,
  /** Of the obligation's stream, after the act: the next `If-Match`. */
  version: count,
  hash: words,
  /** `7KQ2-M9XD`: what a person keeps. */
  receipt: words,
  at: words,
  receivedOn: v.exactOptional(words),
  revision: count,
  ...standing,
};

export const actAnswerSchema = v.object({ ...receipt, sentence: words, warnings: v.array(warning) });

export const manyAnswerSchema = v.object({ count, sentence: words, units: v.array(v.object(receipt)) });

const item = { index: count, name: words, unit: words };

export const importAnswerSchema = v.object({
  dryRun: v.boolean(),
  sentence: words,
  recorded: v.array(v.object({ ...item, ...standing, revision: count, receipt: v.exactOptional(actAnswerSchema) })),
  already: v.array(v.object(item)),
  warnings: v.array(warning),
});

const draft = { rev: count, answered: count, asked: count, ready: v.boolean(), by: words, at: words };

export const draftSchema = v.object({ ...draft, content: json });

export const savedDraftSchema = v.object({ ...draft, sentence: words, warnings: v.array(warning) });

const revision = v.object({
  revision: count,
  version: count,
  kind: words,
  at: words,
  receivedOn: v.exactOptional(words),
  by: words,
  receipt: words,
  nothingToReport: v.boolean(),
  erased: v.boolean(),
});

export const submissionAnswerSchema = v.object({
  obligation: words,
  unit: words,
  version: count,
  facts: v.looseObject({ filing: words, kind: words, revision: count, version: count }),
  revision: count,
  /** dondoc.submission/1; null: nothing was sent, or it was erased. */
  content: json,
  erased: v.boolean(),
  ...standing,
  revisions: v.array(revision),
  acts: v.array(words),
  draft: v.exactOptional(v.object({ rev: count, answered: count, asked: count, ready: v.boolean(), at: words })),
});

const values = v.record(v.string(), json);
const ofPeriod = { report: words, period: words, periodWords: words };

const fieldSchema = v.looseObject({ id: words, section: words, label: words, type: words, need: words });
const sectionSchema = v.looseObject({
  id: words,
  number: words,
  title: words,
  gate: v.boolean(),
  fields: v.array(fieldSchema),
});

export const formAnswerSchema = v.object({
  plan: words,
  planVersion: count,
  report: words,
  title: words,
  period: words,
  periodWords: words,
  kind: words,
  unit: v.exactOptional(words),
  unitName: v.exactOptional(words),
  /** Null: the report asks for a document only. */
  form: v.nullable(v.looseObject({ form: words, title: words, sections: v.array(sectionSchema) })),
  /** JSON Schema of `{ gates, answers }`. */
  schema: json,
  due: v.looseObject({ kind: v.picklist(['dated', 'undated']) }),
  duePhrase: words,
  window: v.object({ from: words, to: words, source: words }),
  windowPhrase: words,
  method: v.exactOptional(words),
  contact: v.exactOptional(words),
  basis: v.picklist(['data', 'signed-document']),
  nothingToReport: v.boolean(),
  previous: v.exactOptional(v.object({ ...ofPeriod, revision: count, gates: values, answers: values })),
  prefill: v.exactOptional(
    v.object({
      covers: v.array(v.object({ id: words, name: words })),
      preparedBy: v.exactOptional(v.object({ name: words, phone: v.exactOptional(words) })),
      answers: values,
      from: v.exactOptional(v.object(ofPeriod)),
    }),
  ),
});

export const signedCopyAnswerSchema = v.union([
  actAnswerSchema,
  v.object({ unchanged: v.literal(true), version: count, file: words }),
]);
