import { describe, expect, it } from 'vitest';
import { dumpSql } from '../archive/dump.ts';
import { writeSnapshot } from '../archive/restore.ts';
import { takeSnapshot } from '../archive/snapshot.ts';
import { createStore } from '../store.ts';
import type { Driver, Store } from '../types.ts';
import type { Bench } from './conformance.ts';
import {
  act,
  actor,
  adoption,
  appendAll,
  at,
  consolidated,
  draftOf,
  everything,
  later,
  period,
  streamOfUnit,
  submitted,
} from './story.ts';
import { verifyStore } from './verifying.ts';

const document = {
  sha256: 'd'.repeat(64),
  mediaType: 'application/x',
  name: "bao'cao?.docx",
  bytes: Uint8Array.from({ length: 150_001 }, (_, n) => (n * 7) % 256),
};

/** A year in short: adopted, reported (one report is long), consolidated, a document kept, something erased, sealed. */
const tell = async (store: Store): Promise<void> => {
  await appendAll(store, adoption);
  const long = `${'Trường học '.repeat(10_000)}${'🏫'.repeat(30_000)} 'a''b' ?1 ? -- ; \u0000`;
  await appendAll(store, [act('a', 1, submitted({ long })), act('b', 1, submitted()), act('b', 2, ['confirm', {}])]);
  await store.append({ contents: consolidated, effects: () => ({ documents: [document] }) });
  await store.redact({ stream: streamOfUnit('b'), version: 1, reason: 'Theo yêu cầu.', at: later, actor });
  await store.saveDraft(draftOf('c'));
  await store.saveDeskDraft({ ...period, rev: 0, content: { text: 'x' }, by: actor, at });
  await store.setSetting('demo-clock', '{}');
  await store.checkpoint({ at, actor });
};

const kept = async (store: Store) => ({
  models: await everything(store),
  entries: await store.entries({ data: 'all' }),
  document: await store.document(document.sha256),
  drafts: [await store.draft(draftOf('c')), await store.deskDraft(period), await store.drafts({})],
  setting: await store.setting('demo-clock'),
});

const ways: Readonly<Record<string, (from: Driver) => Promise<(into: Driver) => Promise<void>>>> = {
  'from a snapshot': async (from) => {
    const snapshot = await takeSnapshot(from, { settings: ['demo-clock'] });
    return async (into) => {
      await writeSnapshot(into, snapshot);
      await createStore(into).rebuild();
    };
  },
  'from SQL': async (from) => {
    const script: string[] = [];
    for await (const sql of dumpSql(from)) script.push(sql);
    return async (into) => {
      const longest = Math.max(...script.map((sql) => new TextEncoder().encode(sql).length));
      if (longest >= 100_000) throw new Error(`D1 takes no statement of ${longest} bytes.`);
      // One by one, as a driver takes them; here nothing reads in between.
      for (const sql of script) await into.batch([{ sql, params: [] }]);
    };
  },
};

export const archiveSuite = (bench: Bench): void => {
  describe('what was kept', () => {
    it.each(Object.keys(ways))('is restored %s', async (way) => {
      await tell(bench.store);
      const before = await kept(bench.store);
      const restore = await ways[way]?.(bench.raw);
      const { store, driver, close } = await bench.anew();
      await restore?.(driver);
      expect(await kept(store)).toEqual(before);
      expect((await verifyStore(store)).ok).toBe(true);
      // It goes on where it was.
      const [entry] = await appendAll(store, [act('b', 3, ['contest', { reason: 'x' }])]);
      expect(entry?.seq).toBe(before.entries.length + 1);
      close();
    });

    it.each(Object.keys(ways))('is not restored %s into a ledger that there is', async (way) => {
      await tell(bench.store);
      const restore = await ways[way]?.(bench.raw);
      const { store, driver, close } = await bench.anew();
      await appendAll(store, [act('a', 1, submitted())]);
      await expect(restore?.(driver)).rejects.toThrow(/NOT NULL/);
      expect(await store.entries({})).toHaveLength(1);
      close();
    });
  });
};
