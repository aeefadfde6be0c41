import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml } from '../testing/xml.ts';
import { paragraph } from './markup.ts';
import { clean, escape } from './text.ts';

describe('what XML forbids', () => {
  test.each([
    ['a control character', 'a\u0001b', 'ab'],
    ['a C1 control', 'a\u0080b', 'ab'],
    ['a lone high surrogate', 'a\uD800b', 'ab'],
    ['a lone low surrogate', 'a\uDC00b', 'ab'],
    ['a noncharacter', 'a\uFFFE\uFFFFb', 'ab'],
    ['a whole pair stays', 'a😀b', 'a😀b'],
    ['line ends become one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a letter and its mark are composed', 'u\u031Bo\u031B\u0300', '\u01B0\u1EDD'],
    ['a letter and a mark on both sides of a control', 'o\u0001\u0302', 'ô'],
  ])('is removed: %s', (_, given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  test('markup is escaped and read back as it was', () => {
    expect(readXml(`<a b="${escape('"<&>')}">${escape('"<&>')}</a>`)).toMatchObject({
      text: '"<&>',
      attributes: { b: '"<&>' },
    });
  });

  test('any string at all becomes a well-formed paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(readXml(paragraph('NoiDung', text)).name).toBe('w:p');
      }),
      { numRuns: 500 },
    );
    // Single code units too: the arbitrary above gives whole code points.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }), (units) => {
        expect(readXml(paragraph('NoiDung', String.fromCharCode(...units))).name).toBe('w:p');
      }),
      { numRuns: 500 },
    );
  });
});

describe('lines and tabs', () => {
  test('inside a run become breaks and tabs', () => {
    expect(paragraph('NoiDung', 'a\tb\nc')).toContain(
      '<w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">b</w:t><w:br/><w:t xml:space="preserve">c</w:t>',
    );
  });
});
