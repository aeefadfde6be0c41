import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCheckpoint, checkpoint } from './checkpoint.ts';
import { receiptCode } from './receipt.ts';
import { seal } from './seal.ts';
import type { Digest, EntryContent, EntryData, LedgerEntry, SealedEntry, StreamHead } from './types.ts';
import { verify } from './verify.ts';

// Core's compiler options know no runtime; the tests run where Web Crypto is.
const { crypto } = globalThis as unknown as {
  crypto: { subtle: { digest: (name: string, bytes: Uint8Array) => Promise<ArrayBuffer> } };
};
const digest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const stream = 'obligation:ttdn-2019/year/2019/th-a';
const content = (version: number, data: EntryContent['data'] = { n: version }): EntryContent => ({
  stream,
  version,
  at: `2019-11-0${version}T01:00:00.000Z`,
  actor: 'co-oanh',
  kind: 'submit',
  data,
});

let grains = 0;
const salt = () => `salt-${(grains += 1)}`;
const sealed = async (contents: readonly EntryContent[], previous?: StreamHead) =>
  seal(contents, { salt, digest, ...(previous === undefined ? {} : { previous }) });

const ledgerOf = async (contents: readonly EntryContent[]) => {
  const parts = await sealed(contents);
  const secrets = new Map(parts.map(({ entry, secret }) => [entry.version, secret]));
  return { entries: parts.map(({ entry }, index): LedgerEntry => Object.assign({ seq: index + 1 }, entry)), secrets };
};
const check = (
  entries: readonly SealedEntry[],
  secrets: ReadonlyMap<number, EntryData>,
  held: readonly (StreamHead & { stream: string })[] = [],
) => verify({ entries, dataOf: (entry) => secrets.get(entry.version), held, digest });

describe('a sealed stream', () => {
  test('verifies, each entry holding the hash of the one before', async () => {
    const { entries, secrets } = await ledgerOf([content(1), content(2), content(3)]);
    expect(entries.map((entry) => entry.prev)).toEqual([null, entries[0]!.hash, entries[1]!.hash]);
    expect(await check(entries, secrets)).toEqual({ ok: true, streams: 1, entries: 3, problems: [], redacted: [] });
  });

  test('goes on from its head as if it had been sealed in one go', async () => {
    const first = await sealed([content(1)]);
    const second = await sealed([content(2)], first[0]!.entry);
    expect(second[0]!.entry.prev).toBe(first[0]!.entry.hash);
  });

  test('does not take an entry that leaves a gap or belongs to another stream', async () => {
    await expect(sealed([content(2)])).rejects.toThrow(RangeError);
    await expect(sealed([content(1), { ...content(2), stream: 'office' }])).rejects.toThrow(RangeError);
  });

  test('hides equal data behind their salt', async () => {
    const [one, two] = await sealed([content(1, 'như nhau'), content(2, 'như nhau')]);
    expect(one!.entry.dataDigest).not.toBe(two!.entry.dataDigest);
  });
});

describe('verify', () => {
  test.each([
    ['kind', { kind: 'confirm' }],
    ['at', { at: '2019-11-01T01:00:00.001Z' }],
    ['actor', { actor: 'someone-else' }],
    ['receivedOn added', { receivedOn: '2019-10-31' }],
    ['dataDigest', { dataDigest: '0'.repeat(64) }],
    ['a member that entries do not have', { extra: 1 }],
  ])('sees that an entry was altered: %s', async (_, change) => {
    const { entries, secrets } = await ledgerOf([content(1), content(2)]);
    const found = await check([{ ...entries[0]!, ...change }, entries[1]!], secrets);
    expect(found.problems).toContainEqual({ stream, version: 1, problem: 'entry-altered' });
  });

  test('sees data exchanged under an untouched entry', async () => {
    const { entries, secrets } = await ledgerOf([content(1)]);
    secrets.set(1, { ...secrets.get(1)!, data: { n: 2 } });
    expect((await check(entries, secrets)).problems).toEqual([{ stream, version: 1, problem: 'data-altered' }]);
  });

  test('sees a dropped entry in the middle', async () => {
    const { entries, secrets } = await ledgerOf([content(1), content(2), content(3)]);
    const { problems } = await check([entries[0]!, entries[2]!], secrets);
    expect(problems).toEqual([
      { stream, version: 2, problem: 'missing' },
      { stream, version: 3, problem: 'chain-broken' },
    ]);
  });

  test('sees two entries in the wrong order', async () => {
    const { entries, secrets } = await ledgerOf([content(1), content(2)]);
    const [one, two] = entries as [LedgerEntry, LedgerEntry];
    const exchanged = [
      { ...two, seq: one.seq },
      { ...one, seq: two.seq },
    ];
    expect((await check(exchanged, secrets)).problems).toEqual([{ stream, version: 1, problem: 'out-of-order' }]);
  });

  test('sees an entry that stands twice', async () => {
    const { entries, secrets } = await ledgerOf([content(1)]);
    const { problems } = await check([entries[0]!, { ...entries[0]!, seq: 2 }], secrets);
    expect(problems).toContainEqual({ stream, version: 1, problem: 'repeated' });
  });

  test('reports erased data as a redaction, not as a change', async () => {
    const { entries, secrets } = await ledgerOf([content(1), content(2)]);
    secrets.delete(1);
    const found = await check(entries, secrets);
    expect(found).toMatchObject({ ok: true, redacted: [{ stream, version: 1 }], problems: [] });
  });

  test('sees the end of a stream cut off only by what someone holds: a receipt or a checkpoint', async () => {
    const { entries, secrets } = await ledgerOf([content(1), content(2)]);
    const cut = [entries[0]!];
    expect((await check(cut, secrets)).ok).toBe(true);
    const receipt = { stream, version: 2, hash: entries[1]!.hash };
    expect((await check(cut, secrets, [receipt])).problems).toEqual([{ stream, version: 2, problem: 'dropped' }]);
  });

  test('sees a stream sealed anew in place of the one that someone holds a receipt of', async () => {
    const { entries } = await ledgerOf([content(1)]);
    const anew = await ledgerOf([content(1, { n: 99 })]);
    const receipt = { stream, version: 1, hash: entries[0]!.hash };
    expect((await check(anew.entries, anew.secrets, [receipt])).problems).toEqual([
      { stream, version: 1, problem: 'replaced' },
    ]);
  });

  test('sees any single character of a sealed stream changed', async () => {
    const { entries, secrets } = await ledgerOf([content(1), { ...content(2), receivedOn: '2019-11-01' }, content(3)]);
    const members = ['stream', 'at', 'receivedOn', 'actor', 'kind', 'dataDigest', 'prev', 'hash'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 2 }),
        fc.constantFrom(...members, 'data', 'salt'),
        fc.nat(),
        fc.constantFrom('0', 'x', 'ă', '😀', ''),
        async (index, member, place, character) => {
          const entry = entries[index]!;
          const secret = secrets.get(entry.version)!;
          const from =
            member === 'data' ? JSON.stringify(secret.data) : member === 'salt' ? secret.salt : entry[member];
          fc.pre(typeof from === 'string');
          const at = place % from.length;
          const to = from.slice(0, at) + character + from.slice(at + 1);
          fc.pre(to !== from);
          const isSecret = member === 'data' || member === 'salt';
          const changed = isSecret ? entries : entries.with(index, { ...entry, [member]: to });
          const kept = new Map(secrets);
          if (isSecret) kept.set(entry.version, { ...secret, [member]: to });
          const found = await check(changed, kept);
          expect(found.ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('checkpoints', () => {
  const office = { ...content(1), stream: 'office', kind: 'settings' };
  const withCheckpoints = async () => {
    const unit = await sealed([content(1), content(2)]);
    const settings = await sealed([office]);
    const one = checkpoint({
      heads: new Map([
        [stream, unit[0]!.entry],
        ['office', settings[0]!.entry],
      ]),
      known: new Map(),
      version: 1,
      at: '2019-11-01T17:00:00.000Z',
      actor: 'clock',
    });
    const two = checkpoint({
      heads: new Map([
        [stream, unit[1]!.entry],
        ['office', settings[0]!.entry],
      ]),
      known: applyCheckpoint(new Map(), one),
      version: 2,
      at: '2019-11-02T17:00:00.000Z',
      actor: 'clock',
    });
    const points = await sealed([one, two]);
    return { unit, settings, points, two };
  };
  const verifyAll = (parts: readonly { entry: SealedEntry; secret: EntryData }[], erased: readonly string[] = []) =>
    verify({
      entries: parts.map(({ entry }) => entry),
      dataOf: ({ stream, version }) =>
        erased.includes(stream)
          ? undefined
          : parts.find(({ entry }) => entry.stream === stream && entry.version === version)?.secret,
      digest,
    });

  test('name the streams that moved since the one before, and together hold all', async () => {
    const { two, unit, settings, points } = await withCheckpoints();
    expect(Object.keys(two.data.heads)).toEqual([stream]);
    expect((await verifyAll([...unit, ...settings, ...points])).ok).toBe(true);
  });

  test('show a stream that was dropped whole, and one that was cut', async () => {
    const { unit, settings, points } = await withCheckpoints();
    expect((await verifyAll([...unit, ...points])).problems).toEqual([
      { stream: 'office', version: 1, problem: 'dropped' },
    ]);
    expect((await verifyAll([unit[0]!, ...settings, ...points])).problems).toEqual([
      { stream, version: 2, problem: 'dropped' },
    ]);
  });

  test('cannot be emptied as if they held personal data', async () => {
    const { unit, settings, points } = await withCheckpoints();
    const { ok, problems } = await verifyAll([...unit, ...settings, ...points], ['checkpoint']);
    expect(ok).toBe(false);
    expect(problems.map(({ problem }) => problem)).toEqual(['data-altered', 'data-altered']);
  });
});

describe('receipt code', () => {
  test.each([
    ['0000000000', '0000-0000'],
    ['ffffffffff', 'ZZZZ-ZZZZ'],
    // 00000 00100 10001 10100 | 01010 11001 11100 01001
    ['0123456789', '04HM-ASW9'],
  ])('of a hash beginning %s is %s', (start, code) => {
    expect(receiptCode(start.padEnd(64, 'a'))).toBe(code);
  });
});
