import * as v from 'valibot';
import type { Result } from '../text/result.ts';
import { type Issue, ofIssue, pathOf, unknownKeys } from './answer-findings.ts';
import type { FormDescription } from './describe.ts';
import { fieldSchemaOf, isRecord, ownValue } from './field-schema.ts';
import { fieldsById, type Filled, type Prepared } from './filled.ts';
import { questions } from './questions.ts';
import { refusals } from './refusals.ts';
import { settle } from './settle.ts';
import type { Answers, AnswerValue, Gates } from './values.ts';

export interface AnswersOptions {
  /** `draft`: what is still missing is no finding. `submit` unless given. */
  readonly mode?: 'submit' | 'draft';
  /** The whole report is 'không phát sinh': nothing is required, nothing may have arisen. */
  readonly nothing?: boolean;
}

/** Gates and answers as their form accepts them: blanks left out, closed gates' numbers 0, computed fields calculated. */
export interface AcceptedAnswers {
  readonly gates: Gates;
  readonly answers: Answers;
}

const isOpenObject = v.custom<Record<string, unknown>>(isRecord, 'answer.not-an-object');

const fieldsSchema = (description: FormDescription) => {
  const gates: Record<string, v.ExactOptionalSchema<v.BooleanSchema<string>, undefined>> = {};
  const answers: Record<string, v.ExactOptionalSchema<v.GenericSchema<unknown, AnswerValue>, undefined>> = {};
  for (const section of description.sections) {
    if (section.gate) gates[section.id] = v.exactOptional(v.boolean('answer.gate-not-yes-or-no'));
    for (const field of section.fields) answers[field.id] = v.exactOptional(fieldSchemaOf(field));
  }
  return v.pipe(
    isOpenObject,
    v.strictObject({
      gates: v.optional(v.pipe(isOpenObject, v.strictObject(gates)), {}),
      answers: v.optional(v.pipe(isOpenObject, v.strictObject(answers)), {}),
    }),
  );
};

/** Values that are of the right type, also where others are not. */
const usable = (output: unknown, skip: ReadonlySet<string>): Filled => {
  const keep = (part: 'gates' | 'answers') => {
    const values = ownValue(output, part);
    return isRecord(values)
      ? Object.fromEntries(
          Object.entries(values).filter(([id, value]) => value !== undefined && !skip.has(`${part}/${id}`)),
        )
      : {};
  };
  // What the schema found nothing about has the schema's types.
  return { gates: keep('gates') as Gates, answers: keep('answers') as Answers };
};

const skipped = (issues: readonly Issue[] | undefined): ReadonlySet<string> =>
  new Set(issues?.map((issue) => pathOf(issue).slice(0, 2).join('/')));

/** Where not even `answers` could be read, everything would be missing, which helps no one. */
const modeFor = (mode: 'submit' | 'draft', skip: ReadonlySet<string>): 'submit' | 'draft' =>
  skip.has('') || skip.has('answers') || skip.has('gates') ? 'draft' : mode;

/**
 * Builds the valibot schema of `{ gates, answers }` for what one kind of unit is asked in one report.
 *
 * It refuses what `answerChecker` refuses, with a rule id as the message of each issue, and its output is what is kept:
 * blanks left out, closed gates' numbers 0, computed fields calculated.
 */
export const answersSchema = (
  description: FormDescription,
  { mode = 'submit', nothing = false }: AnswersOptions = {},
): v.GenericSchema<unknown, AcceptedAnswers> => {
  const prepared: Prepared = { description, byId: fieldsById(description) };
  return v.pipe(
    fieldsSchema(description),
    v.rawCheck(({ dataset, addIssue }) => {
      const skip = skipped(dataset.issues);
      for (const { rule, where } of refusals(prepared, usable(dataset.value, skip), {
        mode: modeFor(mode, skip),
        nothing,
        skip,
      })) {
        let input: unknown = dataset.value;
        const path: v.ObjectPathItem[] = [];
        for (const key of where.map(String)) {
          const holder = (input ?? {}) as Record<string, unknown>; // only to be named in the issue's path
          path.push({ type: 'object', origin: 'value', input: holder, key, value: holder[key] });
          input = holder[key];
        }
        const [first, ...rest] = path;
        if (first !== undefined) addIssue({ message: rule, path: [first, ...rest], input });
      }
    }),
    v.transform((filled) => settle(description, usable(filled, new Set()))),
  );
};

export interface CheckedAnswersOptions extends AnswersOptions {
  /** The day of sending, inclusive ISO: dates after it are questioned. */
  readonly today?: string;
}

/**
 * Prepares the check of `{ gates, answers }` against one form: use it for many submissions of one kind of unit.
 *
 * The check gives every finding at once, each with the path of its answer (`['answers', field]`, then row and column).
 * Errors refuse; warnings and hints come with the accepted value. It never throws, whatever it is given.
 */
export const answerChecker = (description: FormDescription) => {
  const prepared: Prepared = { description, byId: fieldsById(description) };
  const schema = fieldsSchema(description);
  return (
    input: unknown,
    { mode = 'submit', nothing = false, today }: CheckedAnswersOptions = {},
  ): Result<AcceptedAnswers> => {
    const parsed = v.safeParse(schema, input);
    const skip = skipped(parsed.issues);
    const filled = usable(parsed.output, skip);
    const errors = [
      ...(parsed.issues ?? []).flatMap((issue) => ofIssue(issue, prepared) ?? []),
      ...(parsed.success ? [] : unknownKeys(input, prepared)),
      ...refusals(prepared, filled, { mode: modeFor(mode, skip), nothing, skip }),
    ];
    const asked = questions(prepared, filled, { skip, today });
    if (errors.length > 0) return { ok: false, findings: [...errors, ...asked] };
    return { ok: true, value: settle(description, filled), findings: asked };
  };
};
