import { describe, expect, test } from 'vitest';
import { scanJson } from './json.ts';
import { parseSource } from './read.ts';
import { MOST_FINDINGS, placesIn } from './source.ts';
import { parseYaml } from './yaml.ts';

const parse = (text: string, json = false) => parseSource({ path: '/x', file: 'x', text }, json);
const locate = (
  text: string,
  where: (string | number)[],
  more: { json?: boolean; rule?: string; word?: string } = {},
) => {
  const read = parse(text, more.json ?? false);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const params = more.word === undefined ? {} : { word: more.word };
  const found = read.value.locate({ rule: more.rule ?? 'any', severity: 'error', where, params });
  return [found.line, found.column, found.text];
};

test('YAML that nests without end is one finding', () => {
  const read = parse(`a: ${'['.repeat(20_000)}`);
  expect(read.findings.map(({ rule }) => rule)).toEqual(['file.too-deep']);
});

describe('places in YAML', () => {
  const text =
    'format: dondoc.plan/1\nreports:\n  - id: year\n    due: { rule: date, on: 31/02 }\n  - id: nửa-năm\n    lạ: 1\n';

  test.each([
    ['a value', ['reports', 0, 'due', 'on'], [4, 28, '    due: { rule: date, on: 31/02 }']],
    ['an item of a list', ['reports', 1], [5, 5, '  - id: nửa-năm']],
    ['a value that is absent, at what should hold it', ['reports', 1, 'due'], [5, 5, '  - id: nửa-năm']],
    ['the root', [], [1, 1, 'format: dondoc.plan/1']],
  ])('finds %s', (_, where, expected) => {
    expect(locate(text, where)).toEqual(expected);
  });

  test('shows an unknown key itself', () => {
    expect(locate(text, ['reports', 1, 'lạ'], { rule: 'schema.unknown-key' })).toEqual([6, 5, '    lạ: 1']);
  });

  test('shows a word inside a folded paragraph', () => {
    const long = 'text: >-\n  Chấp hành nghiêm\n  theo cácquy định\nnext: 1\n';
    expect(locate(long, ['text'], { word: 'cácquy' })).toEqual([3, 8, '  theo cácquy định']);
  });

  test('follows an alias to where the value is written', () => {
    expect(locate('a: &x { b: 1 }\nc: *x\n', ['c', 'b'])).toEqual([1, 12, 'a: &x { b: 1 }']);
  });

  test('keeps its places with CRLF', () => {
    expect(locate('a: 1\r\nb: 2\r\n', ['b'])).toEqual([2, 4, 'b: 2']);
  });
});

describe('places in JSON', () => {
  const text = '{\n  "a": [ {"b": "x\\"y"}, 2 ],\n  "ê": {}\n}';

  test.each([
    ['a value', ['a', 0, 'b'], [2, 16]],
    ['an item', ['a', 1], [2, 25]],
    ['an empty object', ['ê'], [3, 8]],
    ['what is absent', ['a', 0, 'z'], [2, 10]],
  ])('finds %s', (_, where, expected) => {
    expect(locate(text, where, { json: true }).slice(0, 2)).toEqual(expected);
  });

  test.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ["{'a': 1}", 1],
    ['[1, 2', 5],
    ['{"a": 01}', 7],
    ['"x', 0],
    ['nul', 0],
    ['{} {}', 3],
    ['', 0],
    ['{"a": "line\nbreak"}', 6],
  ])('says where %j stops being JSON', (bad, offset) => {
    expect(scanJson(bad)).toEqual({ ok: false, offset });
  });

  test.each(['{}', '[]', ' {"a":[1.5e-3,true,false,null,"\\u00e1\\n"]} ', '"x"', '-0', '[[[[]]]]'])(
    'takes %j as JSON.parse does',
    (good) => {
      expect(scanJson(good).ok).toBe(true);
      expect(() => JSON.parse(good) as unknown).not.toThrow();
    },
  );

  test('finds a key written twice', () => {
    const read = parse('{\n "a": 1,\n "a": 2\n}', true);
    expect(read.findings).toMatchObject([{ rule: 'file.yaml-key-twice', line: 3, column: 2, params: { key: 'a' } }]);
  });

  test('refuses brackets without end instead of falling over', () => {
    expect(parse('['.repeat(100_000), true).ok).toBe(false);
  });
});

describe('what is not YAML', () => {
  test.each([
    ['a tab before a key', 'a:\n\tb: 1\n', 'file.yaml-tab', 2],
    ['a key written twice', 'a: 1\nb: 2\na: 3\n', 'file.yaml-key-twice', 3],
    ['two documents', 'a: 1\n---\nb: 2\n', 'file.yaml-documents', 2],
    ['an alias to nothing', 'a: *x\n', 'file.yaml-alias', 1],
    ['an open bracket', 'a: [1, 2\nb: 3\n', /^file\.yaml/, 2],
    ['nothing but a comment', '# only\n', 'file.empty', 1],
    ['a line with two colons', 'a: b: c\n', 'file.yaml-colon', 1],
  ])('refuses %s', (_, text, rule, line) => {
    const read = parse(text);
    expect(read.ok).toBe(false);
    expect(read.findings[0]?.rule).toMatch(rule);
    expect(read.findings[0]?.line).toBe(line);
  });

  test('refuses a bomb of aliases', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `l${n}: &l${n} [${Array.from({ length: 10 }, () => (n === 0 ? '1' : `*l${n - 1}`)).join(', ')}]`,
    );
    const read = parseYaml(levels.join('\n'));
    expect(read).toMatchObject({ ok: false, faults: [{ rule: 'file.yaml-alias-bomb' }] });
  });

  test('refuses brackets without end instead of falling over', () => {
    expect(parseYaml(`a: ${'['.repeat(50_000)}`).ok).toBe(false);
  });

  test('takes neither dates nor yes and no for other than text', () => {
    const read = parseYaml('a: 2019-08-23\nb: 05/6\nc: yes\nd: 5-6\n');
    expect(read).toMatchObject({ ok: true, value: { a: '2019-08-23', b: '05/6', c: 'yes', d: '5-6' } });
  });

  test('does not let a file reach the prototype of objects', () => {
    const read = parse('{"__proto__": {"polluted": true}}', true);
    expect(read.ok).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('placesIn counts from 1 and gives the line', () => {
  expect(placesIn('ab\ncd')(0)).toEqual({ line: 1, column: 1, text: 'ab' });
  expect(placesIn('ab\r\ncd')(5)).toEqual({ line: 2, column: 2, text: 'cd' });
  const places = placesIn('a\n\r\nb\n');
  expect([0, 1, 2, 4, 6].map((offset) => places(offset))).toEqual([
    { line: 1, column: 1, text: 'a' },
    { line: 1, column: 2, text: 'a' },
    { line: 2, column: 1, text: '' },
    { line: 3, column: 1, text: 'b' },
    { line: 4, column: 1, text: '' },
  ]);
});

describe('a file with more findings than anybody mends', () => {
  const many = `{${Array.from({ length: 100_000 }, () => '"a": 1').join(',\n')}}`;

  test('shows the first of them, and how many more there are, without going through the file for each', () => {
    const started = performance.now();
    const { findings } = parse(many, true);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(findings).toHaveLength(MOST_FINDINGS + 1);
    expect(findings[0]).toMatchObject({ line: 2, column: 1 });
    expect(findings.at(-1)).toMatchObject({
      rule: 'file.more-findings',
      severity: 'error',
      params: { count: 99_999 - MOST_FINDINGS },
    });
  });

  test('finds keys of YAML that are written twice without holding each against every other', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: 1`);
    const started = performance.now();
    const { ok, findings } = parse([...keys, 'k7: 2', 'in: { a: 1, a: 2 }'].join('\n'));
    expect(performance.now() - started).toBeLessThan(4000);
    expect(ok).toBe(false);
    expect(findings).toMatchObject([
      { rule: 'file.yaml-key-twice', line: 20_001, column: 1, params: { key: 'k7' } },
      { rule: 'file.yaml-key-twice', line: 20_002, column: 13, params: { key: 'a' } },
    ]);
  });

  test('shows the gravest first', () => {
    const read = parse('a: 1\n');
    if (!read.ok) throw new Error('not read');
    const finding = (severity: 'hint' | 'error') => ({ rule: 'x', severity, where: ['a'], params: {} });
    const hints = Array.from({ length: MOST_FINDINGS }, () => finding('hint'));
    expect(read.value.locateAll(hints)).toHaveLength(MOST_FINDINGS);
    const shown = read.value.locateAll([...hints, finding('error')]);
    expect(shown[0]).toMatchObject({ severity: 'error', line: 1 });
    expect(shown.at(-1)).toMatchObject({ rule: 'file.more-findings', severity: 'hint', params: { count: 1 } });
  });
});
