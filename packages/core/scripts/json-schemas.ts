import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { date, monthDay, time } from '../src/calendar/schema.ts';
import { officeSchema } from '../src/plan/office.ts';
import { planSchema } from '../src/plan/schema.ts';
import { formSchema } from '../src/report/schema.ts';
import { submissionSchema } from '../src/submission/schema.ts';
import { agencySchema, unitSelectorSchema } from '../src/agency/schema.ts';
import { dueRuleSchema } from '../src/due/schema.ts';
import { slug } from '../src/text/schema.ts';
import { words, type Words } from './json-schema-words.ts';

// Patterns are for an editor: they accept what people write; the parser says whether the day exists.
const days = {
  date: {
    pattern: String.raw`^\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*[/\u2044\u2215.-]\s*\d{1,2}\s*[/\u2044\u2215.-]\s*\d{4})\s*$`,
    description: 'Ngày, tháng, năm: 2019-06-05 hoặc 05/6/2019.',
  },
  'month-day': {
    pattern: String.raw`^\s*\d{1,2}\s*[/\u2044\u2215.-]\s*\d{1,2}\s*$`,
    description: 'Ngày và tháng, ngày viết trước: 05/6.',
  },
  time: {
    pattern: String.raw`^\s*\d{1,2}\s*(?::|h|giờ)\s*(?:\d{1,2})?\s*(?:phút)?\s*$`,
    description: 'Giờ và phút: 16:00 hoặc 16 giờ 00.',
  },
} as const;

const definitions = {
  id: slug,
  date,
  'month-day': monthDay,
  time,
  'due-rule': dueRuleSchema,
  'unit-selector': unitSelectorSchema,
};

const titles = { plan: 'Kế hoạch', office: 'Cơ quan', submission: 'Báo cáo của đơn vị' } as const;

type Definitions = Readonly<Record<string, v.GenericSchema>>;

const generate = (name: keyof typeof words, schema: v.GenericSchema, shared: Definitions): JsonSchema => {
  const generated = toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    // The checks that have no counterpart (control characters, line breaks) stay with the parser.
    errorMode: 'ignore',
    definitions: shared,
  });
  // A copy: the converter shares the lists of choices with the schemas themselves.
  const copy = structuredClone(generated);
  for (const [key, day] of Object.entries(days)) {
    if (copy.$defs?.[key] !== undefined) copy.$defs[key] = { type: 'string', ...day };
  }
  describe(copy, words[name], copy.$defs ?? {});
  const { $schema: dialect, ...rest } = copy;
  if (name !== 'submission')
    rest.properties = {
      $schema: { type: 'string', description: 'Lược đồ của tệp này, để trình soạn thảo gợi ý.' },
      ...rest.properties,
    };
  return { $schema: dialect, $id: `urn:dondoc:${name}:1`, title: titles[name], ...rest };
};

type SharedSchemas = Readonly<Record<string, JsonSchema | boolean>>;

/** Adds titles and descriptions along the tree of words; a word for a key that the schema lacks is a mistake. */
const describe = (schema: JsonSchema, { about, keys }: Words, definitions: SharedSchemas): void => {
  if (about !== undefined) schema.description = about;
  for (const [key, inner] of Object.entries(keys ?? {})) {
    const found = places(schema, definitions).flatMap((place) => {
      const property = place.properties?.[key];
      return typeof property === 'object' ? [property] : [];
    });
    if (found.length === 0) throw new Error(`no key '${key}' to describe`);
    for (const property of found) describe(property, inner, definitions);
  }
};

/** The objects that a schema describes: itself, the members of its list, its alternatives. */
const places = (schema: JsonSchema, definitions: SharedSchemas): readonly JsonSchema[] => {
  const target = schema.$ref === undefined ? schema : definitions[schema.$ref.replace('#/$defs/', '')];
  if (typeof target !== 'object') return [];
  const { anyOf = [], items, oneOf = [] } = target;
  const inner = [...anyOf, ...oneOf, ...(typeof items === 'object' && !Array.isArray(items) ? [items] : [])];
  return [target, ...inner.flatMap((part) => (typeof part === 'object' ? places(part, definitions) : []))];
};

/** Generates the published JSON Schemas (draft 2020-12) of what people write by hand, by file name. */
export const jsonSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  'plan.schema.json': generate('plan', planSchema, { ...definitions, form: formSchema }),
  'office.schema.json': generate('office', officeSchema, { id: slug, date, agency: agencySchema }),
  'submission.schema.json': generate('submission', submissionSchema, { id: slug, date }),
});
