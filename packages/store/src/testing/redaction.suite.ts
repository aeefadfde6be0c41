import { describe, expect, it } from 'vitest';
import { createStore } from '../store.ts';
import type { Bench } from './conformance.ts';
import {
  act,
  actor,
  adopted,
  adoption,
  appendAll,
  at,
  consolidated,
  everything,
  keyOf,
  later,
  office,
  period,
  plan,
  streamOfUnit,
  submitted,
  sure,
} from './story.ts';
import { verifyStore } from './verifying.ts';

type Acts = readonly Parameters<typeof act>[2][];

export const redactionSuite = (bench: Bench): void => {
  describe('redaction', () => {
    const redact = { reason: 'Theo yêu cầu của bà A.', at: later, actor };

    it('erases the data of an entry, says so, and folds anew what came of it', async () => {
      await appendAll(bench.store, adoption);
      const said = {
        report: 'nothing-to-report',
        reason: 'Bà A ốm.',
        content: { by: 'Bà A' },
        signedCopy: false,
        awaitsSignedCopy: false,
      } as const;
      await appendAll(bench.store, [act('a', 1, ['submit', said]), act('a', 2, ['confirm', {}])]);
      expect((await bench.store.facts(keyOf('a')))[0]?.facts.nothingReason).toBe('Bà A ốm.');
      const stream = streamOfUnit('a');
      expect(await bench.store.redact({ stream, version: 1, ...redact })).toMatchObject({
        ok: true,
        entries: [{ stream: 'office', version: 2, kind: 'redact' }],
      });
      const { facts } = sure((await bench.store.facts(keyOf('a')))[0]);
      expect(facts).not.toHaveProperty('nothingReason');
      expect(facts).toMatchObject({ filing: 'confirmed', revision: 1, version: 2 });
      expect(await bench.store.filed(period)).toEqual([{ ...keyOf('a'), revision: 1, content: null }]);
      expect((await bench.store.entries({ streams: [stream], data: 'all' }))[0]?.secret).toBeNull();
      expect(await verifyStore(bench.store)).toMatchObject({ ok: true, redacted: [{ stream, version: 1 }] });
      const written = await everything(bench.store);
      await bench.store.rebuild();
      expect(await everything(bench.store)).toEqual(written);
    });

    it('knows no entry that is not there', async () => {
      expect(await bench.store.redact({ stream: streamOfUnit('a'), version: 1, ...redact })).toBeUndefined();
      await appendAll(bench.store, [act('a', 1, submitted())]);
      expect(await bench.store.redact({ stream: streamOfUnit('a'), version: 2, ...redact })).toBeUndefined();
      expect(await bench.store.entries({})).toHaveLength(1);
    });

    it('refuses what is in force until something newer has taken its place', async () => {
      await appendAll(bench.store, [...adoption, ...consolidated]);
      await bench.store.checkpoint({ at, actor });
      const { id } = sure(office.agencies[0]);
      const inForce = { ok: false, conflict: [], refused: 'in-force' };
      const { stream } = sure(consolidated[0]);
      for (const [of, version] of [
        ['office', 1],
        [`agency:${id}`, 1],
        [`plan:${plan.id}`, 1],
        [stream, 5],
        ['checkpoint', 1],
      ] as const) {
        expect(await bench.store.redact({ stream: of, version, ...redact }), of).toEqual(inForce);
      }
      await appendAll(bench.store, [
        adopted('office', 2, { settings: office.settings }),
        adopted(`agency:${id}`, 2, { agency: sure(office.agencies[0]) }),
      ]);
      const before = await everything(bench.store);
      expect(await bench.store.redact({ stream: 'office', version: 1, ...redact })).toMatchObject({ ok: true });
      expect(await bench.store.redact({ stream: `agency:${id}`, version: 1, ...redact })).toMatchObject({ ok: true });
      expect(await bench.store.redact({ stream, version: 2, ...redact })).toMatchObject({ ok: true });
      const { seq } = await bench.store.pulse();
      expect(await everything(bench.store)).toMatchObject({
        facts: before.facts,
        history: before.history,
        consolidations: before.consolidations,
        pulse: { seq, configuration: before.pulse.configuration },
      });
      await bench.store.rebuild();
      expect((await bench.store.configuration()).settings).toEqual(office.settings);
      expect(await verifyStore(bench.store)).toMatchObject({ ok: true, redacted: { length: 3 } });
    });

    const to = '2020-06-20';
    const report = submitted();
    const because = { reason: 'Bà A ốm.' };
    const again = { due: '2020-06-12', notes: { '': 'Bà A ghi lại.' } };
    const asksFor = ['ask-extension', { to, ...because }] as const;

    it.each<readonly [string, Acts, Acts]>([
      ['a report that an issue counts', [report, ['include', { in: 'số 12', revision: 1 }]], []],
      ['an exemption', [['waive', because]], [['unwaive', because]]],
      [
        'the end of an exemption',
        [
          ['waive', because],
          ['unwaive', because],
        ],
        [['waive', because]],
      ],
      ['an extension', [['extend', { to, ...because }]], [['extend', { to: '2020-06-25', ...because }]]],
      ['a request for an extension', [asksFor], [['refuse-extension', because]]],
      ['the refusal of an extension', [asksFor, ['refuse-extension', because]], [asksFor]],
      ['a day that was set', [['set-date', { to, ...because }]], [['set-date', { to: '2020-06-25', ...because }]]],
      ['a return', [report, ['return', again]], [['revise', report[1]]]],
    ])('keeps %s while it decides something', async (_, before, after) => {
      const stream = streamOfUnit('a');
      const append = (acts: Acts, from: number) =>
        appendAll(
          bench.store,
          acts.map((said, index) => act('a', from + index, said)),
        );
      await append(before, 1);
      const version = before.length;
      const known = await everything(bench.store);
      expect(await bench.store.redact({ stream, version, ...redact })).toMatchObject({ refused: 'in-force' });
      expect(await everything(bench.store)).toEqual(known);
      if (after.length === 0) return;
      await append(after, version + 1);
      const [now] = await bench.store.facts(keyOf('a'));
      expect(await bench.store.redact({ stream, version, ...redact })).toMatchObject({ ok: true });
      expect((await bench.store.facts(keyOf('a')))[0]?.facts).toEqual(now?.facts);
    });

    it('erases an entry once, whoever asks for it at the same time', async () => {
      const stream = streamOfUnit('a');
      await appendAll(bench.store, [act('a', 1, submitted())]);
      const asked = { stream, version: 1, ...redact };
      const answers = await Promise.all(Array.from({ length: 5 }, () => bench.store.redact(asked)));
      expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
      const { seq } = await bench.store.pulse();
      expect(await bench.store.redact(asked)).toEqual({ ok: false, conflict: [], refused: 'erased' });
      expect((await bench.store.pulse()).seq).toBe(seq);
      expect((await bench.store.entries({ streams: ['office'] })).filter(({ kind }) => kind === 'redact')).toHaveLength(
        1,
      );
    });

    it('does not let an act that was decided before it bring the erased words back', async () => {
      const stream = streamOfUnit('a');
      await appendAll(bench.store, [act('a', 1, ['contest', { reason: 'Bà A ốm.' }])]);
      let interrupted = false;
      const { store } = bench;
      const slow = createStore({
        batch: async (statements) => {
          if (!interrupted && statements.some(({ sql }) => sql.startsWith('INSERT'))) {
            interrupted = true;
            await store.redact({ stream, version: 1, ...redact });
          }
          return bench.raw.batch(statements);
        },
      });
      const contents = [act('a', 2, ['remind', { channel: 'chat', text: 'x' }])];
      expect(await slow.append({ contents })).toEqual({ ok: false, conflict: [] });
      expect((await slow.append({ contents })).ok).toBe(true);
      const [row] = await store.facts(keyOf('a'));
      expect(row?.facts).toMatchObject({ version: 2, contested: { reason: '' } });
      expect(JSON.stringify(row)).not.toContain('Bà A');
    });

    it('gives way to an act that came between', async () => {
      await appendAll(bench.store, [act('a', 1, submitted())]);
      let interrupted = false;
      const { store } = bench;
      const slow = createStore({
        batch: async (statements) => {
          if (!interrupted && statements.some(({ sql }) => sql.startsWith('UPDATE'))) {
            interrupted = true;
            await appendAll(store, [act('a', 2, ['confirm', {}])]);
          }
          return bench.raw.batch(statements);
        },
      });
      const asked = { stream: streamOfUnit('a'), version: 1, ...redact };
      expect((await slow.redact(asked))?.ok).toBe(false);
      expect((await verifyStore(store)).redacted).toEqual([]);
      expect((await slow.redact(asked))?.ok).toBe(true);
      expect((await store.facts({}))[0]?.facts.filing).toBe('confirmed');
    });
  });
};
