import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { describeFinding, isKnownRule } from './catalogue.ts';
import { findingsOf } from './issues.ts';
import { byId, line, slug } from './schema.ts';

const day = v.pipe(
  v.string(),
  v.check((s) => /^\d{4}-/.test(s), 'date.not-a-date'),
  v.transform((s) => s),
);
const dayOfYear = v.pipe(
  v.string(),
  v.check((s) => /^\d\d\/\d$/.test(s), 'date.not-a-month-day'),
  v.transform((s) => s),
);
const name = v.strictObject({ full: line(), short: v.exactOptional(line()) });

const schema = v.strictObject({
  id: slug,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  number: v.exactOptional(line(20)),
  draft: v.exactOptional(v.boolean()),
  due: v.exactOptional(
    v.variant('rule', [
      v.strictObject({ rule: v.literal('date'), on: v.union([dayOfYear, day]) }),
      v.strictObject({ rule: v.literal('none') }),
    ]),
  ),
  frequency: v.exactOptional(v.picklist(['month', 'quarter', 'year'])),
  names: v.exactOptional(
    v.union([v.array(v.strictObject({ from: v.exactOptional(day), value: v.union([line(), name]) })), line(), name]),
  ),
  tags: v.exactOptional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(3))),
  email: v.exactOptional(v.pipe(v.string(), v.email())),
  settings: v.exactOptional(v.optional(v.strictObject({ dueSoonDays: v.optional(v.number(), 7) }), {})),
});

const sound = { id: 'a', year: 2019 };
const read = (input: unknown) => {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? [] : findingsOf(parsed.issues, schema);
};
const rulesAt = (input: unknown) => read(input).map(({ rule, where }) => `${where.join('.')}: ${rule}`);

describe('findingsOf', () => {
  test('gives every issue at once, each with its path', () => {
    expect(rulesAt({ id: 'Không Dấu', year: 1999.5, number: 5, tags: [], mor: 1 })).toEqual([
      'id: id.not-a-slug',
      'year: schema.not-whole',
      'year: schema.too-small',
      'number: schema.number-for-text',
      'tags: schema.too-few',
      'mor: schema.unknown-key',
    ]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an empty YAML key', { number: null }, 'number: schema.empty-key'],
    ['a list where a text belongs', { number: ['5'] }, 'number: schema.wrong-type'],
    ['a text where a list belongs', { tags: 'a' }, 'tags: schema.wrong-type'],
    ['a text where yes or no belongs', { draft: 'có' }, 'draft: schema.wrong-type'],
    ['too many members', { tags: ['a', 'b', 'c', 'd'] }, 'tags: schema.too-many'],
    ['a bad member of a list', { tags: ['a', 'B'] }, 'tags.1: id.not-a-slug'],
    ['no address', { email: 'vanthu' }, 'email: schema.not-an-email'],
    ['a year past the limit', { year: 2101 }, 'year: schema.too-large'],
    ['an unknown choice', { frequency: 'yaer' }, 'frequency: schema.not-a-choice'],
    ['an unknown key deep inside', { settings: { dueSonDays: 3 } }, 'settings.dueSonDays: schema.unknown-key'],
    ['a list where keys belong', { settings: ['x'] }, 'settings: schema.wrong-type'],
    ['a blank text', { number: '  ' }, 'number: text.blank'],
  ])('%s', (_what, part, expected) => {
    expect(rulesAt({ ...sound, ...part })).toEqual([expected]);
  });

  test('says of a variant what its key may be, or that it is missing, or that no object stands there', () => {
    expect(read({ ...sound, due: { rule: 'dat' } })).toMatchObject([
      {
        rule: 'schema.not-a-choice',
        where: ['due', 'rule'],
        params: { choices: ['date', 'none'], near: 'date', received: '“dat”' },
      },
    ]);
    expect(rulesAt({ ...sound, due: {} })).toEqual(['due.rule: schema.missing-key']);
    expect(rulesAt({ ...sound, due: { rule: null } })).toEqual(['due.rule: schema.empty-key']);
    expect(read({ ...sound, due: '05/6' })).toMatchObject([
      { rule: 'schema.wrong-type', where: ['due'], params: { expected: ['Object'], received: '“05/6”' } },
    ]);
  });

  test('says of a union what is wrong in the branch that was meant', () => {
    expect(rulesAt({ ...sound, names: [{ from: '2019-01-01', value: { ful: 'A' } }] })).toEqual([
      'names.0.value.full: schema.missing-key',
      'names.0.value.ful: schema.unknown-key',
    ]);
    expect(rulesAt({ ...sound, names: '' })).toEqual(['names: text.blank']);
    expect(rulesAt({ ...sound, due: { rule: 'date', on: '31/02' } })).toEqual(['due.on: date.not-a-month-day']);
    expect(rulesAt({ ...sound, due: { rule: 'date', on: '31/02/2020' } })).toEqual(['due.on: date.not-a-date']);
    expect(read({ ...sound, names: 5 })).toMatchObject([{ rule: 'schema.wrong-type', where: ['names'] }]);
  });

  test('brings the known key that a mistyped one looks like, also inside unions', () => {
    const nears = (input: object) => read({ ...sound, ...input }).flatMap(({ params }) => params['near'] ?? []);
    expect(nears({ nubmer: '5' })).toEqual(['number']);
    expect(nears({ names: { full: 'A', shrot: 'B' } })).toEqual(['short']);
    expect(nears({ hoàn: 1 })).toEqual([]);
  });

  test('survives keys that name what every object inherits', () => {
    const input: unknown = JSON.parse(
      '{"id":"a","year":2019,"constructor":{"x":1},"toString":1,"settings":{"__proto__":{"a":1}}}',
    );
    expect(rulesAt(input)).toContain('constructor: schema.unknown-key');
  });

  test('shows what was found on one line and shortened', () => {
    const [finding] = read({ ...sound, frequency: `x\n${'y'.repeat(100)}` });
    expect(finding?.params['received']).toBe(`“x ${'y'.repeat(58)}…”`);
  });

  test.each([[null], [undefined], ['chữ'], [[]], [5]])('reports a root that is %j', (input) => {
    const findings = read(input);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(isKnownRule(finding.rule)).toBe(true);
  });

  test('says in Vietnamese what is expected and what was found', () => {
    const messages = read({
      id: 'a',
      year: '2019',
      number: 5,
      due: { rule: 'dat' },
      frequency: null,
      recipents: 1,
    }).map((finding) => describeFinding(finding).message);
    expect(messages).toEqual([
      'Mục “year” cần một số, hiện ghi “2019”.',
      'Mục “number” cần một đoạn chữ, hiện ghi 5.',
      'Mục “rule” nhận một trong các giá trị “date”, “none”, hiện ghi “dat”.',
      'Mục “frequency” chưa có giá trị.',
      'Không có mục “recipents” ở vị trí này.',
    ]);
  });
});

test('of ten thousand issues the first three hundred are told', () => {
  const lists = v.array(line());
  const issues =
    v.safeParse(
      lists,
      Array.from({ length: 10_000 }, () => 1),
    ).issues ?? [];
  expect(findingsOf(issues, lists).map(({ where }) => where)).toEqual(Array.from({ length: 300 }, (_, i) => [i]));
});

test.each(['\u202A', '\u202E', '\u2066', '\u2069'])('a text with %j, which turns letters round, is refused', (mark) => {
  expect(v.safeParse(line(), `Trường ${mark}Tiểu học`).issues?.map(({ message }) => message)).toEqual([
    'text.control-character',
  ]);
});

describe('ids that a record would lose', () => {
  const records = v.strictObject({ id: v.exactOptional(slug), by: v.exactOptional(byId(line())) });
  const found = (input: unknown) =>
    findingsOf(v.safeParse(records, input).issues ?? [], records).map(
      ({ rule, where }) => `${rule} ${where.join('.')}`,
    );

  test.each(['constructor', 'prototype'])('%s is refused as an id and as a key', (id) => {
    expect(found({ id })).toEqual(['id.reserved id']);
    expect(found({ by: { a: 'A', [id]: 'B' } })).toEqual([`id.reserved by.${id}`]);
  });

  test('__proto__ is refused as any other key that is no id', () => {
    expect(found(JSON.parse('{ "by": { "__proto__": "B", "a": "A" } }'))).toEqual(['id.not-a-slug by.__proto__']);
  });

  test('other findings are kept beside it, and a sound record is read', () => {
    expect(found({ by: { constructor: 'A', b: '' } })).toEqual(['text.blank by.b', 'id.reserved by.constructor']);
    expect(v.parse(records, { by: { a: ' A ' } })).toEqual({ by: { a: 'A' } });
    expect(found({ by: 'A' })).toEqual(['schema.wrong-type by']);
  });
});
