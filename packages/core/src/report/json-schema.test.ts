import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validAnswers } from '../submission/fixtures/arbitrary.ts';
import { answerChecker, type CheckedAnswersOptions } from './answers.ts';
import { describeForm, type FormDescription } from './describe.ts';
import { smallForm } from './fixtures/small-form.ts';
import { answersJsonSchema } from './json-schema.ts';

const checkAnswers = (description: FormDescription, input: unknown, options: CheckedAnswersOptions = {}) =>
  answerChecker(description)(input, options);

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;

/** The few keywords that the schema uses, read as JSON Schema 2020-12 defines them; any other keyword fails the test. */
const accepts = (schema: Schema, value: unknown): boolean =>
  Object.entries(schema).every(([keyword, expected]) => {
    const list = expected as readonly unknown[]; // where the keyword takes one
    const number = Number(expected);
    switch (keyword) {
      case '$schema':
      case '$comment':
      case 'title':
      case 'description':
      case 'readOnly':
        return true;
      case 'type':
        return typeOf(value) === expected || (expected === 'number' && typeof value === 'number');
      case 'const':
        return value === expected;
      case 'enum':
        return list.includes(value);
      case 'minimum':
        return typeof value !== 'number' || value >= number;
      case 'maximum':
        return typeof value !== 'number' || value <= number;
      case 'maxLength':
        return typeof value !== 'string' || [...value].length <= number;
      case 'pattern':
        return typeof value !== 'string' || new RegExp(String(expected), 'u').test(value);
      case 'minItems':
        return !Array.isArray(value) || value.length >= number;
      case 'maxItems':
        return !Array.isArray(value) || value.length <= number;
      case 'items':
        return !Array.isArray(value) || value.every((item) => accepts(expected as Schema, item));
      case 'required':
        return !isObject(value) || list.every((key) => Object.hasOwn(value, String(key)));
      case 'properties':
        return (
          !isObject(value) ||
          Object.entries(expected as Record<string, Schema>).every(
            ([key, inner]) => !Object.hasOwn(value, key) || accepts(inner, value[key]),
          )
        );
      case 'additionalProperties':
        return (
          !isObject(value) ||
          Object.keys(value).every((key) => Object.hasOwn((schema['properties'] ?? {}) as object, key))
        );
      case 'allOf':
        return list.every((inner) => accepts(inner as Schema, value));
      case 'anyOf':
        return list.some((inner) => accepts(inner as Schema, value));
      case 'not':
        return !accepts(expected as Schema, value);
      default:
        throw new Error(`a keyword this test does not know: ${keyword}`);
    }
  });

const kinds = ['mam-non', 'tieu-hoc'] as const;
const reports = ['half', 'year'] as const;

describe.each(kinds.flatMap((kind) => reports.map((report) => ({ kind, report }))))(
  'the JSON Schema of $report for $kind',
  ({ kind, report }) => {
    const description = describeForm({ form: smallForm, report, kind, year: 2020 });

    test('is plain JSON of draft 2020-12', () => {
      const schema = answersJsonSchema(description);
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
    });

    test.each(['submit', 'draft'] as const)(
      'in mode %s accepts what the form accepts, and refuses nothing that it accepts',
      (mode) => {
        const schema = answersJsonSchema(description, { mode }) as Schema;
        const mutation = fc.record({
          drop: fc.option(fc.constantFrom('has-plan', 'meetings', 'posts-a', 'next-steps', 'plan-number', 'sessions'), {
            nil: undefined,
          }),
          set: fc.option(
            fc.tuple(
              fc.constantFrom(
                'meetings',
                'sessions',
                'cash',
                'note',
                'plan-date',
                'session-list',
                'zz',
                'classes',
                'has-plan',
              ),
              fc.oneof(fc.constantFrom<unknown>(0, -1, 1.5, '', ' ', 'x', true, null, [], 7), fc.jsonValue()),
            ),
            { nil: undefined },
          ),
          gate: fc.option(fc.constantFrom<unknown>(true, false, 'no'), { nil: undefined }),
        });
        fc.assert(
          fc.property(validAnswers(description), mutation, (given, { drop, set, gate }) => {
            const answers: Record<string, unknown> = { ...given.answers };
            if (drop !== undefined) delete answers[drop];
            if (set !== undefined) answers[set[0]] = set[1];
            const input = { gates: gate === undefined ? given.gates : { ...given.gates, sessions: gate }, answers };
            const { ok, findings } = checkAnswers(description, input, { mode });
            // What JSON Schema cannot say; everything else is the same in both.
            const beyond = new Set([
              'answer.part-of',
              'answer.computed-differs',
              'answer.part-over-whole',
              'answer.not-a-date',
              'answer.row-id-twice',
              'answer.unusable-character',
              'answer.missing-column',
            ]);
            const sayable = findings.filter(({ rule, severity }) => severity === 'error' && !beyond.has(rule));
            fc.pre(ok || sayable.length > 0);
            expect(accepts(schema, input)).toBe(ok);
          }),
          { numRuns: 100 },
        );
      },
    );

    test('of a nil report asks nothing and takes nothing that arose', () => {
      const schema = answersJsonSchema(description, { nothing: true }) as Schema;
      expect(accepts(schema, {})).toBe(true);
      expect(accepts(schema, { answers: { meetings: 0, 'has-plan': true } })).toBe(true);
      expect(accepts(schema, { answers: { meetings: 1 } })).toBe(false);
      expect(accepts(schema, { gates: { money: true } })).toBe(false);
    });
  },
);
