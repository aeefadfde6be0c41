import { describe, expect, it } from 'vitest';
import type { Bench } from './conformance.ts';
import { act, actor, appendAll, at, later, streamOfUnit, submitted } from './story.ts';

/** What is too much for one answer is given in parts. */
export const pagingSuite = (bench: Bench): void => {
  describe('a part of the ledger', () => {
    it.each([
      { bytes: 1, limit: 5, seqs: [1] },
      { bytes: 1500, limit: 5, seqs: [1, 2] },
      { bytes: 2500, limit: 5, seqs: [1, 2, 3] },
      { bytes: 2500, limit: 2, seqs: [1, 2] },
      { bytes: 1_000_000, limit: 5, seqs: [1, 2, 3, 4] },
    ])('has the entries that come to $bytes bytes, $limit at most', async ({ bytes, limit, seqs }) => {
      const large = submitted({ text: 'x'.repeat(1000) });
      await appendAll(bench.store, [
        act('a', 1, large),
        act('b', 1, large),
        act('c', 1, large),
        act('c', 2, ['confirm', {}]),
      ]);
      const rows = await bench.store.entries({ bytes, limit, data: 'all' });
      expect(rows.map(({ seq }) => seq)).toEqual(seqs);
      expect(rows[0]?.secret?.data).toHaveProperty('content.text');
    });

    it('counts the bytes of what is asked for, after what was given before', async () => {
      const large = submitted({ text: 'x'.repeat(1000) });
      await appendAll(bench.store, [act('a', 1, large), act('b', 1, large), act('c', 1, large)]);
      const rows = await bench.store.entries({ after: 1, bytes: 1500, limit: 5, data: 'without-content' });
      expect(rows.map(({ seq }) => seq)).toEqual([2, 3]);
      expect((await bench.store.entries({ after: 2, bytes: 1, limit: 5, data: 'all' })).map(({ seq }) => seq)).toEqual([
        3,
      ]);
    });

    it('has the heads of the next streams by name, until they have entries enough and one more', async () => {
      await appendAll(bench.store, [
        act('b', 1, submitted()),
        act('b', 2, ['confirm', {}]),
        act('d', 1, submitted()),
        act('a', 1, submitted()),
        act('c', 1, submitted()),
      ]);
      const heads = await bench.store.heads();
      const after = async (stream: string, entries: number) => [
        ...(await bench.store.headsAfter({ stream, entries })).entries(),
      ];
      const named = (...units: readonly string[]) =>
        units.map((unit) => [streamOfUnit(unit), heads.get(streamOfUnit(unit))]);
      expect(await after('', 100)).toEqual(named('a', 'b', 'c', 'd'));
      expect(await after('', 1)).toEqual(named('a', 'b'));
      expect(await after('', 2)).toEqual(named('a', 'b', 'c'));
      expect(await after('', 3)).toEqual(named('a', 'b', 'c'));
      expect(await after('', 4)).toEqual(named('a', 'b', 'c', 'd'));
      expect(await after(streamOfUnit('b'), 100)).toEqual(named('c', 'd'));
      expect(await after(streamOfUnit('d'), 100)).toEqual([]);
    });

    it('is held against the last of its heads that checkpoints hold', async () => {
      const { store } = bench;
      expect(await store.sealed({ after: '' })).toEqual({ heads: new Map() });
      await appendAll(store, [act('a', 1, submitted()), act('b', 1, submitted()), act('c', 1, submitted())]);
      await store.checkpoint({ at, actor });
      await appendAll(store, [act('a', 2, ['confirm', {}]), act('d', 1, submitted())]);
      await store.checkpoint({ at: later, actor });
      const heads = await store.heads();
      await appendAll(store, [act('b', 2, ['confirm', {}])]);
      const held = (...units: readonly string[]) =>
        new Map(units.map((unit) => [streamOfUnit(unit), heads.get(streamOfUnit(unit))]));
      expect(await store.sealed({ after: '' })).toEqual({
        heads: held('a', 'b', 'c', 'd'),
        last: { version: 2, at: later },
      });
      expect((await store.sealed({ after: streamOfUnit('a'), upTo: streamOfUnit('c') })).heads).toEqual(held('b', 'c'));
      expect((await store.sealed({ exactly: streamOfUnit('a') })).heads).toEqual(held('a'));
      expect((await store.sealed({ exactly: streamOfUnit('z') })).heads).toEqual(new Map());
    });
  });
};
