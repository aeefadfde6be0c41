import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  answerChecker,
  answersJsonSchema,
  describeForm,
  foreignInformationForm,
  templates,
  type FormDescription,
} from '@dondoc/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { submissions } from '../bench/data.ts';

const require = createRequire(import.meta.url);
const published = (name: string): object =>
  JSON.parse(readFileSync(require.resolve(`@dondoc/core/schemas/${name}.schema.json`), 'utf8')) as object;

const ajv = () => new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });

describe('the published JSON Schemas, by an independent validator', () => {
  const plan = ajv().compile(published('plan'));
  const office = ajv().compile(published('office'));
  const submission = ajv().compile(published('submission'));

  test.each(templates.map((template) => [template.id, template] as const))(
    'accept the plan and the office of %s',
    (_, template) => {
      const made = template.make();
      expect(plan(made.plan), JSON.stringify(plan.errors)).toBe(true);
      expect(office(made.office), JSON.stringify(office.errors)).toBe(true);
    },
  );

  test('accept a submission', () => {
    expect(submission(submissions(1)[0]), JSON.stringify(submission.errors)).toBe(true);
  });

  test('refuse unknown keys, wrong types and a classified plan', () => {
    const { plan: sound } = templates[0]!.make();
    expect(plan({ ...sound, mật: true })).toBe(false);
    expect(plan({ ...sound, year: '2019' })).toBe(false);
    expect(plan({ ...sound, classification: 'Mật' })).toBe(false);
    expect(submission({ ...submissions(1)[0], unit: 'Trường A' })).toBe(false);
  });
});

describe('the JSON Schema of a form, by an independent validator', () => {
  const form = foreignInformationForm();
  const described = (kind: string): FormDescription => describeForm({ form, report: 'year', kind, year: 2019 });

  test('says the same as the checker of a form, for sound answers and for spoilt ones', () => {
    // The first five units are one of each kind.
    for (const [i, kind] of ['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap'].entries()) {
      const schema = ajv().compile(answersJsonSchema(described(kind)) as object);
      const check = answerChecker(described(kind));
      const { gates, answers } = submissions(5)[i]!;
      const variants: readonly (readonly [string, unknown, boolean])[] = [
        ['as sent', { gates, answers }, true],
        ['a negative count', { gates, answers: { ...answers, briefings: -1 } }, false],
        ['a count in words', { gates, answers: { ...answers, briefings: 'khoảng 50' } }, false],
        ['a part of a unit', { gates, answers: { ...answers, briefings: 1.5 } }, false],
        ['an unknown key', { gates, answers: { ...answers, khac: 1 } }, false],
        ['a gate in words', { gates: { ...gates, press: 'có' }, answers }, false],
        [
          'a required count left out',
          { gates, answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'briefings')) },
          false,
        ],
      ];
      for (const [what, value, sound] of variants) {
        expect(schema(value), `${kind}, ${what}: ${JSON.stringify(schema.errors?.slice(0, 2))}`).toBe(sound);
        expect(check(value).ok, `${kind}, ${what}`).toBe(sound);
      }
    }
  });
});
