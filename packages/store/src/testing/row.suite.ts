import { describe, expect, it } from 'vitest';
import { RowTooLarge } from '../errors.ts';
import type { StoredDocument } from '../types.ts';
import type { Bench } from './conformance.ts';
import { act, adoption, appendAll, at, draftOf, later, submitted, tokenOf } from './story.ts';

const documentOf = (size: number, sha256 = 'a'.repeat(64)): StoredDocument => ({
  sha256,
  mediaType: 'application/pdf',
  name: 'bao-cao.pdf',
  bytes: Uint8Array.from({ length: size }, (_, n) => n % 256),
});

export const rowSuite = (bench: Bench): void => {
  const store = (document: StoredDocument, version: number) =>
    bench.store.append({
      contents: [act('a', version, ['remind', { channel: 'chat', text: 'x' }])],
      effects: () => ({ documents: [document] }),
    });

  describe('documents', () => {
    it.each([0, 1, 3, 256, 100_000])('keep their %d bytes', async (size) => {
      await store(documentOf(size), 1);
      expect(await bench.store.document('a'.repeat(64))).toEqual(documentOf(size));
    });

    it('are listed without their bytes, and kept once', async () => {
      await store(documentOf(3), 1);
      await store({ ...documentOf(3), name: 'khac.pdf' }, 2);
      expect(await bench.store.documents()).toEqual([
        { sha256: 'a'.repeat(64), mediaType: 'application/pdf', name: 'bao-cao.pdf' },
      ]);
      expect(await bench.store.document('b'.repeat(64))).toBeUndefined();
    });
  });

  describe('a row that D1 could not hold', () => {
    const large = 'ắ'.repeat(600_000);

    it('is refused before anything is written', async () => {
      const contents = [act('a', 1, submitted()), act('b', 1, submitted(large))];
      await expect(bench.store.append({ contents })).rejects.toThrow(RowTooLarge);
      await expect(bench.store.saveDraft(draftOf('a', 0, large))).rejects.toThrow(RowTooLarge);
      await expect(store(documentOf(1_500_001), 1)).rejects.toMatchObject({ bytes: 1_500_001, limit: 1_500_000 });
      expect(await bench.store.entries({})).toEqual([]);
      expect(await bench.store.documents()).toEqual([]);
    });

    it('is not refused for being one of many that are large together', async () => {
      const contents = Array.from({ length: 4 }, (_, n) => act(`u-${n}`, 1, submitted('x'.repeat(600_000))));
      await appendAll(bench.store, contents);
      expect(await bench.store.filed({ plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' })).toHaveLength(4);
    });
  });

  describe('other rows', () => {
    it('remember an answer for its principal and key', async () => {
      const remember = { principal: 'p', key: 'k', requestHash: 'h', status: 201, body: '{"a":1}', at };
      await bench.store.append({ contents: adoption, effects: () => ({ remember }) });
      expect(await bench.store.remembered({ principal: 'p', key: 'k' })).toEqual(remember);
      expect(await bench.store.remembered({ principal: 'q', key: 'k' })).toBeUndefined();
      await bench.store.tidy({ answers: at, access: at });
      expect(await bench.store.remembered({ principal: 'p', key: 'k' })).toEqual(remember);
      await bench.store.tidy({ answers: later, access: at });
      expect(await bench.store.remembered({ principal: 'p', key: 'k' })).toBeUndefined();
    });

    it('are set along with entries, once: with a key that is set already nothing is written', async () => {
      const once = (version: number, settings: Readonly<Record<string, string>>) =>
        bench.store.append({
          contents: [act('a', version, ['remind', { channel: 'chat', text: 'x' }])],
          effects: () => ({ settings }),
        });
      expect(await once(1, { 'setup:a': '1' })).toMatchObject({ ok: true });
      expect(await once(2, { 'setup:b': '2', 'setup:a': '2' })).toEqual({ ok: false, conflict: [] });
      expect(await bench.store.setting('setup:a')).toBe('1');
      expect(await bench.store.setting('setup:b')).toBeUndefined();
      expect((await bench.store.pulse()).seq).toBe(1);
    });

    it('are not written without an entry that they would go with', async () => {
      const effects = () => ({ grants: { tokens: [tokenOf('tok-1')], revoke: ['tok-2'] }, settings: { key: 'x' } });
      expect(await bench.store.append({ contents: [], effects })).toEqual({ ok: true, entries: [] });
      expect([await bench.store.tokens(), await bench.store.setting('key')]).toEqual([[], undefined]);
    });

    it('hold what the deployment set once, replaced only where that is meant', async () => {
      expect(await bench.store.setting('demo-clock')).toBeUndefined();
      const first = await Promise.all(['1', '2'].map((value) => bench.store.setSetting('demo-clock', value)));
      expect(first.filter(Boolean)).toHaveLength(1);
      expect(await bench.store.setSetting('demo-clock', '3')).toBe(false);
      expect(await bench.store.setting('demo-clock')).toBe(first[0] ? '1' : '2');
      expect(await bench.store.setSetting('demo-clock', '3', true)).toBe(true);
      expect(await bench.store.setting('demo-clock')).toBe('3');
    });
  });
};
