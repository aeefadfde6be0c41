import * as v from 'valibot';
import { date } from '../calendar/schema.ts';
import { text } from '../text/schema.ts';
import { holdsMoney, maxOf, type FieldDescription } from './describe.ts';
import type { Column } from './schema.ts';
import type { AnswerValue, CellValue, RowValue } from './values.ts';

/** More people or sheets than any unit has; with it, sums over thousands of units stay exact. */
export const MAX_COUNT = 1_000_000_000;
/** 1.000 tỷ đồng, in VND; with it, sums over nine thousand units stay exact. */
export const MAX_MONEY = 1_000_000_000_000;
export const MAX_CELL = 1000;

/** Tells a JSON object from everything else: arrays, maps and instances are none. */
export const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** A property of its own, not one that every object answers to. */
export const ownValue = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;

const record = (refusal: string) => v.custom<Record<string, unknown>>(isRecord, refusal);

const whole = (refusal: string, max: number) =>
  v.pipe(
    v.number(refusal),
    v.check((n) => !Number.isFinite(n) || n >= 0, 'answer.negative'),
    v.check((n) => n < 0 || Number.isInteger(n), refusal),
    v.check((n) => !Number.isInteger(n) || n <= max, 'answer.too-large'),
    // -0 is a number to JavaScript and a nonsense to people.
    v.transform((n) => (n === 0 ? 0 : n)),
  );

const count = whole('answer.not-a-count', MAX_COUNT);
const money = whole('answer.not-money', MAX_MONEY);
const calculated = whole('answer.not-a-count', Number.MAX_SAFE_INTEGER);
const calculatedMoney = whole('answer.not-money', Number.MAX_SAFE_INTEGER);

/** A bounded text in NFC without the characters that no document can hold. A blank one is '': the same as absent. */
const words = (max: number) =>
  v.pipe(
    v.string('answer.not-a-text'),
    // Before any work on it: normalising 50 MB is not for free.
    v.check((s) => s.length <= 4 * max + 1000, 'answer.too-long'),
    text(max),
    v.trim(),
  );

const oneLine = (max: number) =>
  v.pipe(
    words(max),
    v.check((s) => !s.includes('\n'), 'answer.line-break'),
  );

const day = v.pipe(
  v.string('answer.not-a-date'),
  v.maxLength(40, 'answer.not-a-date'),
  v.trim(),
  v.union([v.literal(''), date], 'answer.not-a-date'),
);

const choice = (choices: readonly { readonly id: string }[] | undefined) => {
  const known = new Set(choices?.map((one) => one.id));
  return v.pipe(
    v.string('answer.unknown-choice'),
    v.check((s) => s === '' || known.has(s), 'answer.unknown-choice'),
  );
};

const ratio = v.pipe(
  record('answer.not-a-ratio'),
  v.strictObject({ part: count, whole: count }, 'answer.not-a-ratio'),
  v.check((r) => r.part <= r.whole, 'answer.part-over-whole'),
);

type CellSchema = v.GenericSchema<unknown, CellValue>;
type AnswerSchema = v.GenericSchema<unknown, AnswerValue>;

const cellSchema = (column: Column): CellSchema => {
  switch (column.type) {
    case 'text':
      return words(MAX_CELL);
    case 'count':
      return count;
    case 'money':
      return money;
    case 'date':
      return day;
    case 'yesno':
      return v.boolean('answer.not-yes-or-no');
    case 'choice':
      return choice(column.choices);
  }
};

const rowId = v.pipe(
  v.string('answer.row-without-id'),
  v.trim(),
  v.nonEmpty('answer.row-without-id'),
  v.maxLength(64, 'answer.row-without-id'),
);

const withoutBlanks = (row: Readonly<Record<string, CellValue | undefined>> & { readonly id: string }): RowValue => {
  const kept: Record<string, CellValue> & { id: string } = { id: row.id };
  for (const [key, value] of Object.entries(row)) if (value !== undefined && value !== '') kept[key] = value;
  return kept;
};

const rows = (columns: readonly Column[], max: number): v.GenericSchema<unknown, readonly RowValue[]> => {
  const cells: Record<string, v.ExactOptionalSchema<CellSchema, undefined>> = {};
  for (const column of columns) cells[column.id] = v.exactOptional(cellSchema(column));
  const row = v.pipe(record('answer.not-a-row'), v.strictObject({ ...cells, id: rowId }), v.transform(withoutBlanks));
  return v.pipe(v.array(v.unknown(), 'answer.not-a-list'), v.maxLength(max, 'answer.too-many-rows'), v.array(row));
};

/** Builds the schema of one field's value. Texts may be blank; whether a blank is allowed is for the whole form to say. */
export const fieldSchemaOf = (field: FieldDescription): AnswerSchema => {
  switch (field.type) {
    case 'count':
      return count;
    case 'computed':
      return holdsMoney(field) ? calculatedMoney : calculated;
    case 'money':
      return money;
    case 'ratio':
      return ratio;
    case 'yesno':
      return v.boolean('answer.not-yes-or-no');
    case 'choice':
      return choice(field.choices);
    case 'date':
      return day;
    case 'text':
      return oneLine(maxOf('text', field));
    case 'narrative':
      return words(maxOf('narrative', field));
    case 'list':
      return rows(field.columns ?? [], maxOf('list', field));
  }
};
