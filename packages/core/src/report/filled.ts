import type { FindingParams } from '../text/finding.ts';
import type { FieldDescription, FormDescription, SectionDescription } from './describe.ts';
import type { Answers, AnswerValue, Gates } from './values.ts';

/** What a form is held against, field by field already of the right types; a field that was not is left out. */
export interface Filled {
  readonly gates: Gates;
  readonly answers: Answers;
}

export interface Filing {
  /** `draft`: what is still missing is no finding. */
  readonly mode: 'submit' | 'draft';
  /** The whole report is 'không phát sinh': nothing is required, nothing may have arisen. */
  readonly nothing: boolean;
}

export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const isBlank = (value: AnswerValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Label and section number: what every sentence about an answer names. */
export const placeOf = (section: SectionDescription, field: FieldDescription): FindingParams => ({
  label: field.label,
  section: section.number,
});

/** Adds up a computed field from what was given; `undefined` while none of its parts is. */
export const computed = (field: FieldDescription, answers: Answers): number | undefined => {
  let sum: number | undefined;
  for (const id of field.sumOf ?? []) {
    const part = own(answers, id);
    if (typeof part === 'number') sum = (sum ?? 0) + part;
  }
  return sum;
};

/** A field with the section it stands in. */
export interface Placed {
  readonly section: SectionDescription;
  readonly field: FieldDescription;
}

/** Sections and fields by field id. */
export const fieldsById = (description: FormDescription): ReadonlyMap<string, Placed> =>
  new Map(description.sections.flatMap((section) => section.fields.map((field) => [field.id, { section, field }])));

/** A description with its fields at hand: made once for many submissions. */
export interface Prepared {
  readonly description: FormDescription;
  readonly byId: ReadonlyMap<string, Placed>;
}

/** Gives the answer to a field; of a computed one that was not given, the sum of its parts. `undefined` is a blank. */
const answerOf = (field: FieldDescription, answers: Answers): AnswerValue | undefined =>
  own(answers, field.id) ?? (field.type === 'computed' ? computed(field, answers) : undefined);

export const valueOf = ({ field }: Placed, answers: Answers): AnswerValue | undefined => answerOf(field, answers);

/** Gates and fields of whose value something is already found (`gates/{id}`, `answers/{id}`): neither missing nor compared. */
export type Skip = ReadonlySet<string>;

/** Tells whether a field's value cannot be relied on: it was refused itself, or one of the parts that it adds up was. */
export const isRefused = (skip: Skip, { id, sumOf = [] }: FieldDescription): boolean =>
  [id, ...sumOf].some((one) => skip.has(`answers/${one}`));
