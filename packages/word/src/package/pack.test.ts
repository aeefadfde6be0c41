import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readDocument } from '../testing/xml.ts';
import { paragraph } from './markup.ts';
import { pack } from './pack.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
});

const same = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  a.length === b?.length && a.every((byte, i) => byte === b[i]);

describe('the same input', () => {
  // Nothing kept from the first run may help the second: modules are loaded anew, on another day.
  const atTime = async (now: string): Promise<ReadonlyMap<string, Uint8Array>> => {
    vi.resetModules();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const { samples } = await import('../testing/samples.ts');
    const made = new Map<string, Uint8Array>();
    for (const [name, make] of Object.entries(samples)) made.set(name, await make());
    return made;
  };

  test('gives the same bytes at another time', async () => {
    const first = await atTime('2026-11-22T08:00:00Z');
    const second = await atTime('2027-03-01T23:59:57Z');
    expect(first.size).toBeGreaterThan(10);
    const changed = [...first].filter(([name, bytes]) => !same(bytes, second.get(name)));
    expect(changed.map(([name]) => name)).toEqual([]);
  }, 20_000);

  test('made together or one after another gives the same', async () => {
    const make = () =>
      pack({
        parts: [{ kind: 'paper', turned: false, body: paragraph('NoiDung', 'a') }],
        title: 'a',
        author: 'b',
        date: '2020-06-05',
      });
    const [one, two] = await Promise.all([make(), make()]);
    expect(one).toEqual(two);
    expect(await make()).toEqual(one);
  });
});

describe('the file', () => {
  const properties = (bytes: Uint8Array) =>
    Object.fromEntries(
      readDocument(bytes)
        .part('docProps/core.xml')
        .children.map(({ name, text }) => [name, text]),
    );
  const make = (date?: string, title = 'Tên') =>
    pack({
      parts: [{ kind: 'paper', turned: false, body: paragraph('NoiDung', title) }],
      title,
      author: 'Phòng',
      date,
    });

  test("carries the document's date in its properties and its ZIP entries", async () => {
    const bytes = await make('2020-06-05');
    expect(properties(bytes)).toMatchObject({
      'dcterms:created': '2020-06-05T00:00:00Z',
      'dcterms:modified': '2020-06-05T00:00:00Z',
      'dc:title': 'Tên',
    });
    // Date and time of the first entry, as MS-DOS keeps them: bytes 10 to 13 of its header.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const [time, day] = [view.getUint16(10, true), view.getUint16(12, true)];
    expect([1980 + (day >> 9), (day >> 5) & 15, day & 31, time >> 11]).toEqual([2020, 6, 5, 12]);
  });

  test.each(['1979-12-31', '2100-01-01'])('of %s, a year that ZIP cannot hold, is made all the same', async (date) => {
    const bytes = await make(date);
    expect(properties(bytes)).toMatchObject({ 'dcterms:created': `${date}T00:00:00Z` });
    const day = new DataView(bytes.buffer, bytes.byteOffset).getUint16(12, true);
    expect(1980 + (day >> 9)).toBe(2000);
  });

  test('begins with its content types, and holds each part once', async () => {
    const { paths } = readDocument(await make());
    expect(paths[0]).toBe('[Content_Types].xml');
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('any text gives well-formed parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const document = readDocument(await make(undefined, text));
        expect(document.part('docProps/core.xml').name).toBe('cp:coreProperties');
      }),
      { numRuns: 40 },
    );
  });
});
