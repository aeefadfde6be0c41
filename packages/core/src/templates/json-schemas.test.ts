import { describe, expect, test } from 'vitest';
import office from '../../schemas/office.schema.json' with { type: 'json' };
import plan from '../../schemas/plan.schema.json' with { type: 'json' };
import submission from '../../schemas/submission.schema.json' with { type: 'json' };
import { jsonSchemas } from '../../scripts/json-schemas.ts';
import { templates } from './registry.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Enough of JSON Schema for what the generator writes: the paths at which a value is refused. */
const refusals = (schema: Schema, value: unknown, root: Schema, path = ''): readonly string[] => {
  const at = (inner: unknown, item: unknown, key: string | number) =>
    refusals(inner as Schema, item, root, `${path}/${key}`);
  const here = (ok: boolean, keyword: string) => (ok ? [] : [`${path || '/'} ${keyword}`]);
  const ref = schema['$ref'] as string | undefined;
  if (ref !== undefined)
    return refusals((root['$defs'] as Record<string, Schema>)[ref.replace('#/$defs/', '')]!, value, root, path);
  const branches = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined;
  if (branches !== undefined)
    return here(
      branches.some((branch) => refusals(branch, value, root, path).length === 0),
      'oneOf',
    );
  const types: Readonly<Record<string, boolean>> = {
    string: typeof value === 'string',
    number: typeof value === 'number',
    integer: Number.isInteger(value),
    boolean: typeof value === 'boolean',
    array: Array.isArray(value),
    object: typeof value === 'object' && value !== null && !Array.isArray(value),
  };
  const {
    type,
    const: constant,
    enum: choices,
    pattern,
    required = [],
    properties = {},
    additionalProperties,
    items,
    minItems,
  } = schema;
  if (typeof type === 'string' && types[type] !== true) return here(false, 'type');
  const found = [
    ...here(!('const' in schema) || value === constant, 'const'),
    ...here(choices === undefined || (choices as unknown[]).includes(value), 'enum'),
    ...here(typeof pattern !== 'string' || new RegExp(pattern, 'u').test(String(value)), 'pattern'),
  ];
  if (Array.isArray(value)) {
    const members = items === undefined ? [] : value.flatMap((item, index) => at(items, item, index));
    return [...found, ...here(typeof minItems !== 'number' || value.length >= minItems, 'minItems'), ...members];
  }
  if (types['object'] !== true) return found;
  const known = properties as Readonly<Record<string, Schema>>;
  return [
    ...found,
    ...(required as string[]).flatMap((key) => here(Object.hasOwn(value as object, key), `required ${key}`)),
    ...Object.entries(value as object).flatMap(([key, item]) => {
      if (Object.hasOwn(known, key)) return at(known[key], item, key);
      return additionalProperties === false ? here(false, `unknown ${key}`) : at(additionalProperties ?? {}, item, key);
    }),
  ];
};

describe('the published JSON Schemas', () => {
  test('are what the schemas of the parser give: run scripts/write-json-schemas.ts after a change', () => {
    expect({ 'plan.schema.json': plan, 'office.schema.json': office, 'submission.schema.json': submission }).toEqual(
      JSON.parse(JSON.stringify(jsonSchemas())),
    );
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    'accept the plan and the office of %s',
    (_id, { make }) => {
      const made = make();
      expect(refusals(plan, made.plan, plan)).toEqual([]);
      expect(refusals(office, made.office, office)).toEqual([]);
    },
  );

  test('accept days as people write them and refuse what is no day', () => {
    const withDate = (date: string) => refusals(plan, { ...templates[0].make().plan, date }, plan);
    for (const date of ['2019-09-05', '05/9/2019', '5-9-2019', '05⁄9/2019', '5.9.2019'])
      expect(withDate(date)).toEqual([]);
    for (const date of ['05/9', 'tháng 9', '']) expect(withDate(date)).toEqual(['/date pattern']);
  });

  test('refuse unknown keys, missing keys and classified plans', () => {
    const { issuer: _issuer, ...rest } = templates[0].make().plan;
    expect(refusals(plan, { ...rest, classification: 'Mật', recipent: [] }, plan)).toEqual([
      '/ required issuer',
      '/classification const',
      '/ unknown recipent',
    ]);
  });

  test('name every key of a plan and of an office in Vietnamese', () => {
    for (const schema of [plan, office, submission]) {
      const properties = Object.entries(
        schema.properties as Readonly<Record<string, { readonly description?: string }>>,
      );
      expect(properties.filter(([, property]) => property.description === undefined).map(([key]) => key)).toEqual([]);
    }
  });
});
