import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64url, sha256Hex, toBase64url } from './encoding.ts';
import { after, pageOf, pageQuery } from './paging.ts';
import { weakEtag } from './etag.ts';

describe('a cursor', () => {
  it('gives back the key that it was made of, whatever letters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (key) => {
        expect(fromBase64url(toBase64url(key))).toBe(key === '' ? undefined : key);
        expect(toBase64url(key)).toMatch(/^[\w-]*$/);
      }),
    );
  });

  it.each(['!', 'a b', 'A', '_w', '%', 'gICA', '='])('that is none of ours (%s) is no cursor', (text) => {
    expect(after(text)).toBeUndefined();
  });
});

describe('a page', () => {
  it('goes through any list once, in its order, whatever the limit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, limit) => {
        const list = all.toSorted((a, b) => a - b);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const from = after(cursor);
          const rest = list.filter((n) => from === undefined || n > Number(from)).slice(0, limit + 1);
          const page = pageOf(rest, { limit, keyOf: (n) => n });
          seen.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(list);
      }),
    );
  });

  it.each([
    [{}, { limit: 50 }],
    [{ limit: '1' }, { limit: 1 }],
    [{ limit: '200' }, { limit: 200 }],
    [{ limit: '201' }, undefined],
    [{ limit: '0' }, undefined],
    [{ limit: '-1' }, undefined],
    [{ limit: '1e2' }, undefined],
    [{ limit: ['1', '2'] }, undefined],
    [{ cursor: 'MTI' }, { limit: 50, cursor: 'MTI' }],
    [{ cursor: '***' }, undefined],
    [{ cursor: 'x'.repeat(401) }, undefined],
  ])('asked for by %j is read as %j', (query, read) => {
    const result = v.safeParse(pageQuery, query);
    expect(result.success ? result.output : undefined).toEqual(read);
  });
});

describe('an ETag', () => {
  it('is one header value, and another where any part is another', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(weakEtag(a)).toMatch(/^W\/"[\x21\x23-\x7e]*"$/);
        const same = JSON.stringify(a) === JSON.stringify(b) || (a.join('') === '' && b.join('') === '');
        expect(weakEtag(a) === weakEtag(b)).toBe(same);
      }),
    );
  });
});

it('SHA-256 is the one of FIPS 180-4', async () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await sha256Hex('abc')).toBe(abc);
  expect(await sha256Hex(new Uint8Array([97, 98, 99]))).toBe(abc);
});
