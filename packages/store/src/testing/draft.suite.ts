import { describe, expect, it } from 'vitest';
import type { DeskDraft } from '../types.ts';
import type { Bench } from './conformance.ts';
import { act, appendAll, draftOf, keyOf, later, period, submitted } from './story.ts';

const deskDraft = (rev: number, text: string): DeskDraft => ({
  ...period,
  rev,
  content: { text },
  by: 'can-bo',
  at: later,
});

export const draftSuite = (bench: Bench): void => {
  describe('drafts', () => {
    it('are saved while their revision is the stored one', async () => {
      const first = await bench.store.saveDraft(draftOf('a', 0, { n: 1 }));
      expect(first).toEqual({ ok: true, value: { ...draftOf('a', 0, { n: 1 }), rev: 1 } });
      const second = await bench.store.saveDraft(draftOf('a', 1, { n: 2 }));
      expect(second).toMatchObject({ ok: true, value: { rev: 2, ready: true } });
      expect(await bench.store.draft(keyOf('a'))).toEqual({ ...draftOf('a', 1, { n: 2 }), rev: 2 });
    });

    it.each([
      { stored: 1, rev: 0 },
      { stored: 2, rev: 1 },
      { stored: 1, rev: 2 },
    ])('give the stored one where revision $rev meets $stored', async ({ stored, rev }) => {
      for (let n = 0; n < stored; n++) await bench.store.saveDraft(draftOf('a', n, { by: 'other' }));
      const saved = await bench.store.saveDraft(draftOf('a', rev, { by: 'me' }));
      expect(saved).toEqual({ ok: false, current: { ...draftOf('a', stored - 1, { by: 'other' }), rev: stored } });
      expect((await bench.store.draft(keyOf('a')))?.content).toEqual({ by: 'other' });
    });

    it('do not come back once they are gone', async () => {
      await bench.store.saveDraft(draftOf('a'));
      await bench.store.dropDraft(keyOf('a'));
      expect(await bench.store.saveDraft(draftOf('a', 1))).toEqual({ ok: false, current: undefined });
      expect(await bench.store.draft(keyOf('a'))).toBeUndefined();
    });

    it('are saved only while nothing has happened since the caller looked', async () => {
      const { store } = bench;
      expect(await store.saveDraft(draftOf('a'), { version: 1 })).toEqual({ ok: false, current: undefined });
      expect((await store.saveDraft(draftOf('a'), { version: 0 })).ok).toBe(true);
      await appendAll(store, [act('a', 1, submitted())]);
      expect(await store.saveDraft(draftOf('a', 1), { version: 0 })).toMatchObject({ ok: false, current: { rev: 1 } });
      expect(await store.saveDraft(draftOf('b'), { version: 0 })).toMatchObject({ ok: true });
      expect(await store.saveDraft(draftOf('a', 1), { version: 1 })).toMatchObject({ ok: true, value: { rev: 2 } });
    });

    it('do not come back where the report was sent meanwhile', async () => {
      const { store } = bench;
      await store.saveDraft(draftOf('a'));
      await store.append({ contents: [act('a', 1, submitted())], effects: () => ({ dropDrafts: [keyOf('a')] }) });
      expect(await store.saveDraft(draftOf('a'), { version: 0 })).toEqual({ ok: false, current: undefined });
      expect(await store.draft(keyOf('a'))).toBeUndefined();
    });

    it('keep one of two that are saved at once, and tell the other', async () => {
      await bench.store.saveDraft(draftOf('a'));
      const both = await Promise.all(['x', 'y'].map((by) => bench.store.saveDraft(draftOf('a', 1, { by }))));
      const winner = both.find(({ ok }) => ok);
      const loser = both.find(({ ok }) => !ok);
      expect(winner?.ok && winner.value.content).toEqual(loser?.ok === false && loser.current?.content);
    });

    it('are listed without their contents', async () => {
      for (const unit of ['b', 'a']) await bench.store.saveDraft(draftOf(unit));
      const { content: _, ...listed } = { ...draftOf('a'), rev: 1 };
      expect(await bench.store.drafts({ unit: 'a' })).toEqual([listed]);
      expect((await bench.store.drafts(period)).map(({ unit }) => unit)).toEqual(['a', 'b']);
      expect(await bench.store.drafts({ plan: 'khac' })).toEqual([]);
    });

    it('of the desk are saved and refused alike', async () => {
      expect(await bench.store.deskDraft(period)).toBeUndefined();
      expect(await bench.store.saveDeskDraft(deskDraft(0, 'x'))).toEqual({ ok: true, value: deskDraft(1, 'x') });
      expect(await bench.store.saveDeskDraft(deskDraft(1, 'y'))).toEqual({ ok: true, value: deskDraft(2, 'y') });
      expect(await bench.store.saveDeskDraft(deskDraft(1, 'z'))).toEqual({ ok: false, current: deskDraft(2, 'y') });
      expect(await bench.store.deskDraft(period)).toEqual(deskDraft(2, 'y'));
    });
  });
};
