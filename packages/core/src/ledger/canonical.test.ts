import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import type { Json } from './types.ts';

const jsonValue = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map((value) => value as Json);

const reordered = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  );
};

describe('canonical JSON', () => {
  test('writes the example of RFC 8785, section 3.2.2', () => {
    const value: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000_000_000_000_000_000_000_000_001],
      string: '\u20ac$\u000F\u000aA\u0027\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('orders keys by their UTF-16 code units, as RFC 8785, section 3.2.3 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(written) as object)).toHaveLength(keys.length);
    // '1' comes first in any object that JavaScript reads back, so the text itself is looked at.
    const places = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'].map((key) =>
      written.indexOf(`"${key}"`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [999_999_999_999_999_900_000, '999999999999999900000'],
    [5e-324, '5e-324'],
    [9_007_199_254_740_991, '9007199254740991'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('writes the number %d as ECMAScript does: %s', (value, written) => {
    expect(canonicalJson(value)).toBe(written);
  });

  test.each([['\ud800'], ['a\udc00b'], ['\udc00\ud800'], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    'refuses %j, which JSON text cannot carry',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
      expect(() => canonicalJson({ in: [value] })).toThrow(TypeError);
    },
  );

  test('refuses a lone surrogate in a key', () => {
    expect(() => canonicalJson({ '\ud83d': 1 })).toThrow(TypeError);
  });

  test.each([100_000, 1002])('refuses lists %i deep by saying so', (depth) => {
    let deep: Json = 0;
    for (let i = 0; i < depth; i++) deep = i % 2 === 0 ? [deep] : { a: deep };
    expect(() => canonicalJson(deep)).toThrow('Canonical JSON cannot hold values nested more than 1000 deep.');
  });

  test('takes what is nested a thousand deep', () => {
    let deep: Json = 0;
    for (let i = 0; i < 1000; i++) deep = [deep];
    expect(canonicalJson(deep)).toHaveLength(2001);
  });

  test('is the same for equal values whatever the order of their keys, and reads back equal', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const written = canonicalJson(value);
        expect(canonicalJson(reordered(value))).toBe(written);
        // -0 and 0 are one number in JSON.
        expect(canonicalJson(JSON.parse(written) as Json)).toBe(written);
      }),
    );
  });
});

describe('UTF-8', () => {
  test('encodes every well-formed text as the URI functions of the language do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = encodeURIComponent(text).replaceAll(/%([0-9A-F]{2})/g, (_, digits: string) =>
          String.fromCodePoint(Number.parseInt(digits, 16)),
        );
        expect([...utf8(text)]).toEqual(Array.from(escaped, (character) => character.codePointAt(0)));
      }),
    );
  });
});
