import type { EntryContent } from '@dondoc/core';
import { describe, expect, it } from 'vitest';
import { createStore } from '../store.ts';
import type { LedgerQuery } from '../types.ts';
import type { Bench } from './conformance.ts';
import {
  act,
  adoption,
  appendAll,
  at,
  actor,
  consolidated,
  draftOf,
  keyOf,
  later,
  streamOfUnit,
  submitted,
  sure,
} from './story.ts';
import { verifyStore } from './verifying.ts';

const many = (count: number): readonly EntryContent[] =>
  Array.from({ length: count }, (_, index) => act(`don-vi-${index}`, 1, submitted()));

export const ledgerSuite = (bench: Bench): void => {
  describe('ledger', () => {
    it('seals, chains and keeps what was appended, in order', async () => {
      const first = await appendAll(bench.store, [
        act('a', 1, submitted()),
        act('b', 1, submitted()),
        act('a', 2, ['confirm', {}]),
      ]);
      const second = await appendAll(bench.store, [act('a', 3, ['contest', { reason: 'x' }])]);
      expect(first.map(({ seq, stream, version }) => [seq, stream, version])).toEqual([
        [1, streamOfUnit('a'), 1],
        [2, streamOfUnit('b'), 1],
        [3, streamOfUnit('a'), 2],
      ]);
      expect(second[0]?.prev).toBe(first[2]?.hash);
      expect(await bench.store.entries({})).toEqual([...first, ...second]);
      expect(await verifyStore(bench.store)).toMatchObject({ ok: true, streams: 2, entries: 4, redacted: [] });
    });

    it('keeps data word for word, whatever is in them', async () => {
      const content = {
        text: 'Trường "TH" \\ Tân Lập\u2028\u0000\uFFFD 🏫 \' ; DROP TABLE ledger; --',
        'key "quoted" $.content': [1e21, 0.1, -0.5, 123456789012345, true, null, '', {}],
        nested: { content: { deeper: [[[]]] } },
      };
      await appendAll(bench.store, [act('a', 1, submitted(content))]);
      const [row] = await bench.store.entries({ data: 'all' });
      expect(row?.secret?.data).toEqual(submitted(content)[1]);
      expect((await bench.store.filed(keyOf('a')))[0]?.content).toEqual(content);
      expect((await verifyStore(bench.store)).ok).toBe(true);
    });

    it('lets no clock of a stream go back', async () => {
      const early = { at: '2020-05-01T00:00:00.000Z' };
      await appendAll(bench.store, [act('a', 1, submitted())]);
      const [second, third, other] = await appendAll(bench.store, [
        { ...act('a', 2, ['confirm', {}]), ...early },
        { ...act('a', 3, ['contest', { reason: 'x' }]), ...early },
        { ...act('b', 1, submitted()), ...early },
      ]);
      expect([second?.at, third?.at, other?.at]).toEqual([later, later, early.at]);
      expect((await verifyStore(bench.store)).ok).toBe(true);
    });

    it('keeps the day a report was received', async () => {
      await appendAll(bench.store, [{ ...act('a', 1, submitted()), receivedOn: '2020-06-01' }]);
      expect((await bench.store.entries({}))[0]?.receivedOn).toBe('2020-06-01');
      expect((await bench.store.facts(keyOf('a')))[0]?.facts.firstArrival?.day).toBe('2020-06-01');
    });

    it('takes as many statements for 101 entries as for one', async () => {
      await appendAll(bench.store, many(1));
      const one = bench.counting.statements();
      await appendAll(bench.store, many(102).slice(1));
      expect(bench.counting.statements()).toBe(one);
      expect(bench.counting.batches()).toBe(2);
    });

    it('writes all kinds of entry and effect at once by twelve statements at most', async () => {
      const sizes: number[] = [];
      const counted = createStore({
        batch: (statements) => {
          sizes.push(statements.length);
          return bench.counting.driver.batch(statements);
        },
      });
      const appended = await counted.append({
        contents: [...adoption, ...consolidated, ...many(20)],
        effects: () => ({
          dropDrafts: [keyOf('a')],
          remember: { principal: 'p', key: 'k', requestHash: 'h', status: 200, body: '{}', at },
          grants: { revoke: ['lnk-1'] },
        }),
      });
      expect(appended.ok).toBe(true);
      expect(sizes).toHaveLength(2);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
    });

    it('refuses what does not follow the head of its stream, and writes nothing of the rest', async () => {
      await appendAll(bench.store, [act('a', 1, submitted())]);
      for (const version of [1, 3]) {
        const contents = [act('b', 1, submitted()), act('a', version, ['confirm', {}])];
        expect(await bench.store.append({ contents })).toEqual({ ok: false, conflict: [streamOfUnit('a')] });
      }
      expect(await bench.store.pulse()).toEqual({ seq: 1, configuration: 0 });
      expect(await bench.store.facts({})).toHaveLength(1);
    });

    it('lets one of two at once through, with its effects and not the other’s', async () => {
      await bench.store.saveDraft(draftOf('a'));
      const answer = (principal: string) => ({ principal, key: 'k', requestHash: 'h', status: 200, body: '{}', at });
      const both = await Promise.all(
        ['x', 'y'].map((principal) =>
          bench.store.append({
            contents: [act('a', 1, submitted({ principal }))],
            effects: () => ({ remember: answer(principal), dropDrafts: [keyOf('a')] }),
          }),
        ),
      );
      expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, conflict: [streamOfUnit('a')] });
      const remembered = await Promise.all(
        ['x', 'y'].map((principal) => bench.store.remembered({ principal, key: 'k' })),
      );
      expect(remembered.map((answer) => answer !== undefined)).toEqual(both.map(({ ok }) => ok));
      expect(await bench.store.draft(keyOf('a'))).toBeUndefined();
    });

    it('writes neither entry nor draft where an answer is remembered already', async () => {
      const remember = { principal: 'p', key: 'k', requestHash: 'h', status: 200, body: '{}', at };
      await bench.store.append({ contents: [act('a', 1, submitted())], effects: () => ({ remember }) });
      const again = await bench.store.append({ contents: [act('b', 1, submitted())], effects: () => ({ remember }) });
      expect(again).toEqual({ ok: false, conflict: [] });
      expect(await bench.store.entries({})).toHaveLength(1);
    });

    it('tells the sealed entries to whoever makes the effects', async () => {
      let told: readonly string[] = [];
      const appended = await bench.store.append({
        contents: [act('a', 1, submitted()), act('a', 2, ['confirm', {}])],
        effects: (sealed) => {
          told = sealed.map(({ hash }) => hash);
          return {};
        },
      });
      expect(appended.ok && appended.entries.map(({ hash }) => hash)).toEqual(told);
    });

    it.each([
      { stream: 'obligation:p/r/2020', kind: 'submit' },
      { stream: 'obligation:p/r//u', kind: 'submit' },
      { stream: 'obligation:p/r/2020/u', kind: 'adopt' },
      { stream: 'something', kind: 'adopt' },
      { stream: 'agency:a/b', kind: 'adopt' },
    ])('takes $kind in $stream for a mistake of the caller', async ({ stream, kind }) => {
      const contents = [{ stream, version: 1, at, actor, kind, data: {} }];
      await expect(bench.store.append({ contents })).rejects.toThrow(RangeError);
      expect((await bench.store.pulse()).seq).toBe(0);
    });

    it.each<{ query: LedgerQuery; seqs: readonly number[] }>([
      { query: {}, seqs: [1, 2, 3, 4, 5] },
      { query: { streams: [streamOfUnit('b'), streamOfUnit('a_b')] }, seqs: [2, 3] },
      { query: { streams: [] }, seqs: [] },
      { query: { prefix: 'obligation:ttdn-2020/half-year/2020-H1/a' }, seqs: [1, 3, 4, 5] },
      // No pattern: an underscore is an underscore.
      { query: { prefix: 'obligation:ttdn-2020/half-year/2020-H1/a_' }, seqs: [3] },
      { query: { prefix: 'obligation:ttdn-2020/half-year/2020-H1/%' }, seqs: [] },
      { query: { after: 3 }, seqs: [4, 5] },
      { query: { limit: 2 }, seqs: [1, 2] },
      { query: { after: 1, limit: 2, prefix: 'obligation:' }, seqs: [2, 3] },
      { query: { until: at }, seqs: [4] },
      { query: { until: '2020-06-01T00:59:59.999Z' }, seqs: [] },
      { query: { until: later, streams: [streamOfUnit('a')] }, seqs: [1, 5] },
    ])('gives the entries of $query', async ({ query, seqs }) => {
      await appendAll(bench.store, [
        act('a', 1, submitted()),
        act('b', 1, submitted()),
        act('a_b', 1, submitted()),
        { ...act('axb', 1, submitted()), at },
        act('a', 2, ['confirm', {}]),
      ]);
      expect((await bench.store.entries(query)).map(({ seq }) => seq)).toEqual(seqs);
    });

    it('gives data only where asked, and without the submissions where these are not wanted', async () => {
      await appendAll(bench.store, [act('a', 1, submitted({ big: 'x'.repeat(1000) }))]);
      const [none, some, all] = await Promise.all(
        (['none', 'without-content', 'all'] as const).map(async (data) => (await bench.store.entries({ data }))[0]),
      );
      expect(none).not.toHaveProperty('secret');
      expect(some?.secret?.data).toEqual({ report: 'report', signedCopy: false, awaitsSignedCopy: false });
      expect(all?.secret?.data).toHaveProperty('content.big');
      expect(all?.secret?.salt).toMatch(/^[A-Za-z0-9_-]{22}$/);
    });

    it('gives the heads of all streams or of some', async () => {
      const entries = await appendAll(bench.store, [
        act('a', 1, submitted()),
        act('a', 2, ['confirm', {}]),
        act('b', 1, submitted()),
      ]);
      const head = (index: number) => {
        const { version, hash } = sure(entries[index]);
        return { version, hash };
      };
      const all = new Map([
        [streamOfUnit('a'), head(1)],
        [streamOfUnit('b'), head(2)],
      ]);
      expect(await bench.store.heads()).toEqual(all);
      expect(await bench.store.heads([streamOfUnit('b'), 'office'])).toEqual(new Map([[streamOfUnit('b'), head(2)]]));
    });

    it('seals in a checkpoint the heads that moved since the last one', async () => {
      expect(await bench.store.checkpoint({ at, actor })).toBeUndefined();
      await appendAll(bench.store, [act('a', 1, submitted()), act('b', 1, submitted())]);
      expect(await bench.store.checkpoint({ at, actor })).toMatchObject({ stream: 'checkpoint', version: 1 });
      expect(await bench.store.checkpoint({ at: later, actor })).toBeUndefined();
      const [entry] = await appendAll(bench.store, [act('a', 2, ['confirm', {}])]);
      await bench.store.checkpoint({ at: later, actor });
      const [, last] = await bench.store.entries({ streams: ['checkpoint'], data: 'all' });
      expect(last?.secret?.data).toEqual({ heads: { [streamOfUnit('a')]: { version: 2, hash: entry?.hash } } });
      expect((await verifyStore(bench.store)).ok).toBe(true);
    });

    it('makes one checkpoint where two are asked for at once', async () => {
      await appendAll(bench.store, [act('a', 1, submitted())]);
      const made = await Promise.all([1, 2].map(() => bench.store.checkpoint({ at, actor })));
      expect(made.filter((entry) => entry !== undefined)).toHaveLength(1);
    });
  });
};
