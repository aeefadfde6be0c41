import type { Json } from '../ledger/types.ts';
import type { AnswersOptions } from './answers.ts';
import { maxOf, type FieldDescription, type FormDescription, type SectionDescription } from './describe.ts';
import { MAX_CELL, MAX_COUNT, MAX_MONEY } from './field-schema.ts';
import type { Column } from './schema.ts';

type Schema = { readonly [key: string]: Json };

const count: Schema = { type: 'integer', minimum: 0, maximum: MAX_COUNT };
const money: Schema = { type: 'integer', minimum: 0, maximum: MAX_MONEY, description: 'Số tiền tính bằng đồng (VND).' };
const day: Schema = { type: 'string', maxLength: 40, description: 'Ngày: 2020-06-05, 05/6/2020 hoặc 5-6-2020.' };
const words = (max: number): Schema => ({ type: 'string', maxLength: max });
// '' is a blank, as a web form sends it.
const choice = (choices: readonly { readonly id: string; readonly label: string }[]): Schema => ({
  type: 'string',
  enum: [...choices.map(({ id }) => id), ''],
  description: choices.map(({ id, label }) => `${id}: ${label}`).join('; '),
});

const cell = (column: Column): Schema => {
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
      return { type: 'boolean' };
    case 'choice':
      return choice(column.choices ?? []);
  }
};

const rows = ({ columns = [], ...field }: FieldDescription, submit: boolean): Schema => ({
  type: 'array',
  maxItems: maxOf('list', field),
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      id: { type: 'string', maxLength: 64, pattern: '\\S' },
      ...Object.fromEntries(columns.map((column) => [column.id, { title: column.label, ...cell(column) }])),
    },
    required: ['id', ...(submit ? columns.filter((column) => column.required).map(({ id }) => id) : [])],
  },
});

const value = (field: FieldDescription, submit: boolean): Schema => {
  switch (field.type) {
    case 'count':
      return count;
    case 'money':
      return money;
    case 'computed':
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, readOnly: true };
    case 'ratio':
      return {
        type: 'object',
        additionalProperties: false,
        properties: { part: count, whole: count },
        required: ['part', 'whole'],
        $comment: 'part ≤ whole',
      };
    case 'yesno':
      return { type: 'boolean' };
    case 'choice':
      return choice(field.choices ?? []);
    case 'date':
      return day;
    case 'text':
      return { ...words(maxOf('text', field)), pattern: '^[^\\n]*$' };
    case 'narrative':
      return words(maxOf('narrative', field));
    case 'list':
      return rows(field, submit);
  }
};

/** What an answer must be so that it counts as given. */
const filled = ({ type }: FieldDescription): Schema => {
  if (type === 'text' || type === 'narrative' || type === 'date' || type === 'choice') return { pattern: '\\S' };
  return type === 'list' ? { minItems: 1 } : {};
};

/** What an answer may be in a section where nothing arose. */
const nothing = ({ type }: FieldDescription): Schema => {
  switch (type) {
    case 'count':
    case 'money':
    case 'computed':
      return { const: 0 };
    case 'ratio':
      return { properties: { part: { const: 0 }, whole: { const: 0 } } };
    case 'yesno':
      return { const: false };
    case 'list':
      return { maxItems: 0 };
    default:
      return { pattern: '^\\s*$' };
  }
};

const properties = (fields: readonly FieldDescription[], of: (field: FieldDescription) => Schema): Schema =>
  Object.fromEntries(fields.map((field) => [field.id, of(field)]));

const requiring = (fields: readonly FieldDescription[]): Schema => ({
  required: ['answers'],
  properties: { answers: { required: fields.map(({ id }) => id), properties: properties(fields, filled) } },
});

const ifGate = (section: SectionDescription, open: boolean): Schema => ({
  required: ['gates'],
  properties: { gates: { required: [section.id], properties: { [section.id]: { const: open } } } },
});

const ifAnswer = ({ field, is }: NonNullable<FieldDescription['when']>): Schema => ({
  required: ['answers'],
  properties: {
    answers: {
      required: [field],
      properties: { [field]: is === 'positive' ? { type: 'integer', minimum: 1 } : { const: is === 'yes' } },
    },
  },
});

/** 'If, then' in the words of the older keywords, which an object with a key `then` would not be. */
const implies = (condition: Schema, consequence: Schema): Schema => ({ anyOf: [{ not: condition }, consequence] });

const conditions = (section: SectionDescription): Schema[] => {
  const asked = section.fields.filter((field) => field.need !== 'optional');
  const always = asked.filter(({ when }) => when === undefined);
  const gate = section.gate ? [ifGate(section, true)] : [];
  const conditional = asked.flatMap((field) =>
    field.when === undefined ? [] : [implies({ allOf: [...gate, ifAnswer(field.when)] }, requiring([field]))],
  );
  if (always.length === 0) return conditional;
  return [section.gate ? implies(ifGate(section, true), requiring(always)) : requiring(always), ...conditional];
};

/**
 * Writes the JSON Schema (draft 2020-12) of `{ gates, answers }` for what one kind of unit is asked in one report: the
 * types, bounds, gates and conditions of `answersSchema`, for editors and other programs. What JSON Schema cannot say
 * (part ≤ whole, sums, days that exist) only `answersSchema` refuses.
 */
export const answersJsonSchema = (
  description: FormDescription,
  { mode = 'submit', nothing: nil = false }: AnswersOptions = {},
): Json => {
  const submit = mode === 'submit';
  const fields = description.sections.flatMap((section) => section.fields);
  const gated = description.sections.filter((section) => section.gate);
  const required = submit && !nil ? gated.map(({ id }) => id) : [];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: description.title,
    type: 'object',
    additionalProperties: false,
    properties: {
      gates: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          gated.map(({ id, title }) => [id, { title, type: 'boolean', ...(nil ? { const: false } : {}) }]),
        ),
        required,
      },
      answers: {
        type: 'object',
        additionalProperties: false,
        properties: properties(fields, (field) => ({
          title: field.label,
          ...(field.help === undefined ? {} : { description: field.help }),
          ...value(field, submit),
          ...(nil && field.periods === 'add' ? nothing(field) : {}),
        })),
      },
    },
    ...(required.length === 0 ? {} : { required: ['gates'] }),
    allOf: [
      ...(nil
        ? []
        : gated.map((section) =>
            implies(ifGate(section, false), {
              properties: { answers: { properties: properties(section.fields, nothing) } },
            }),
          )),
      ...(submit && !nil ? description.sections.flatMap(conditions) : []),
    ],
  };
};
