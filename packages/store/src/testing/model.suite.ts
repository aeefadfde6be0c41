import { factsOf, isObligationEntry, planStream } from '@dondoc/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../store.ts';
import type { Store } from '../types.ts';
import type { Bench } from './conformance.ts';
import { historyArbitrary } from './history.ts';
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
  submitted,
  sure,
} from './story.ts';

export const modelSuite = (bench: Bench): void => {
  describe('read models', () => {
    it('are empty before anything happened', async () => {
      expect(await bench.store.configuration()).toEqual({
        revision: 0,
        agencies: [],
        agencyVersions: {},
        officeVersion: 0,
        plans: [],
      });
      expect(await bench.store.planHistory(plan.id)).toBeUndefined();
      expect(await bench.store.consolidation(period)).toBeUndefined();
      expect(await bench.store.pulse()).toEqual({ seq: 0, configuration: 0 });
    });

    it('give what the office adopted, agencies in its own order', async () => {
      await appendAll(bench.store, adoption);
      const configuration = await bench.store.configuration();
      expect(configuration).toMatchObject({ revision: adoption.length, settings: office.settings, officeVersion: 1 });
      expect(configuration.agencies.map(({ order }) => order)).toEqual(
        office.agencies.map(({ order }) => order).toSorted(),
      );
      expect(new Set(configuration.agencies)).toEqual(new Set(office.agencies));
      expect(configuration.plans).toEqual([
        { id: plan.id, year: 2020, title: plan.title.join(' '), version: 1, adopted: '2020-02-24', streamVersion: 1 },
      ]);
      expect(await bench.store.planHistory(plan.id)).toEqual({
        versions: [{ version: 1, adopted: '2020-02-24', plan }],
        events: [],
        openings: [],
        version: 1,
      });
    });

    it('follow what is adopted later, and keep what is not', async () => {
      await appendAll(bench.store, adoption);
      const [agency] = office.agencies;
      const renamed = { ...sure(agency), names: [{ value: { full: 'Tên mới' } }] };
      await appendAll(bench.store, [
        adopted(`agency:${renamed.id}`, 2, { agency: renamed }),
        adopted(planStream(plan.id), 2, { adopted: '2020-05-01', plan: { ...plan, title: ['Bản', 'hai'] } }),
        { ...adopted(planStream(plan.id), 3, { event: 'lu', title: 'Lũ', on: '2020-05-02' }), kind: 'request' },
      ]);
      const configuration = await bench.store.configuration();
      expect(configuration.agencies).toContainEqual(renamed);
      expect(configuration.agencyVersions[renamed.id]).toBe(2);
      expect(configuration.settings).toEqual(office.settings);
      expect(configuration.plans).toMatchObject([
        { version: 2, title: 'Bản hai', adopted: '2020-05-01', streamVersion: 3 },
      ]);
      const history = await bench.store.planHistory(plan.id);
      expect(history?.versions.map(({ version, plan }) => [version, plan.title])).toEqual([
        [1, plan.title],
        [2, ['Bản', 'hai']],
      ]);
      expect(history).toMatchObject({ events: [{ event: 'lu' }], version: 3 });
    });

    it('give the histories of several plans as they give each', async () => {
      const next = { ...plan, id: 'ttdn-2021', year: 2021 };
      await appendAll(bench.store, adoption);
      await appendAll(bench.store, [adopted(planStream(next.id), 1, { adopted: '2021-02-01', plan: next })]);
      const both = await bench.store.planHistories([plan.id, 'khac', next.id]);
      expect(bench.counting.statements()).toBe(2);
      expect([...both.keys()].toSorted()).toEqual([plan.id, next.id]);
      for (const [id, history] of both) expect(history).toEqual(await bench.store.planHistory(id));
      expect(await bench.store.planHistories([])).toEqual(new Map());
    });

    it('move the revision with office, agencies and plans alone', async () => {
      await appendAll(bench.store, adoption);
      const revision = adoption.length;
      await appendAll(bench.store, [
        act('a', 1, submitted()),
        { ...adopted('office', 2, { credentials: ['tok-1'] }), kind: 'revoke' },
        ...consolidated,
      ]);
      expect(await bench.store.pulse()).toEqual({ seq: revision + 8, configuration: revision });
      expect((await bench.store.configuration()).officeVersion).toBe(2);
      await appendAll(bench.store, [
        { ...adopted(planStream(plan.id), 2, { report: 'half-year', period: '2020-H1' }), kind: 'open-period' },
        act('a', 2, ['confirm', {}]),
      ]);
      expect(await bench.store.pulse()).toEqual({ seq: revision + 10, configuration: revision + 9 });
    });

    it('give facts by any part of the key', async () => {
      const other = {
        stream: 'obligation:ttdn-2020/year/2020/a',
        version: 1,
        at,
        actor,
        kind: 'waive',
        data: { reason: 'x' },
      };
      await appendAll(bench.store, [act('b', 1, submitted()), act('a', 1, submitted()), other]);
      const units = async (of: Parameters<Store['facts']>[0]) =>
        (await bench.store.facts(of)).map(({ report, unit }) => `${report} ${unit}`);
      expect(await units({})).toEqual(['half-year a', 'half-year b', 'year a']);
      expect(await units({ plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' })).toEqual([
        'half-year a',
        'half-year b',
      ]);
      expect(await units({ unit: 'a' })).toEqual(['half-year a', 'year a']);
      expect(await units({ units: ['b', 'c'] })).toEqual(['half-year b']);
      expect(await units({ units: [] })).toEqual([]);
      expect(await units({ plan: 'khac' })).toEqual([]);
    });

    it('give what each unit sent last, and any revision of one', async () => {
      await appendAll(bench.store, [
        act('a', 1, submitted({ n: 1 })),
        act('a', 2, ['withdraw', {}]),
        act('a', 3, submitted({ n: 2 })),
        act('a', 4, ['confirm', {}]),
        act('b', 1, ['waive', { reason: 'x' }]),
        act('c', 1, submitted({ n: 3 })),
      ]);
      const row = (unit: string, revision: number, n: number) => ({ ...keyOf(unit), revision, content: { n } });
      expect(await bench.store.filed(period)).toEqual([row('a', 2, 2), row('c', 1, 3)]);
      expect(await bench.store.filed({ ...period, unit: 'c' })).toEqual([row('c', 1, 3)]);
      expect(await bench.store.filed({ ...keyOf('a'), revision: 1 })).toEqual([row('a', 1, 1)]);
      expect(await bench.store.filed({ ...keyOf('a'), revision: 3 })).toEqual([]);
    });

    it('give the state of a consolidation, its content in the ledger alone', async () => {
      await appendAll(bench.store, consolidated);
      const state = await bench.store.consolidation(period);
      expect(state?.issues).toMatchObject([{ issue: 1, version: 5, files: [{ name: 'bao-cao.docx' }] }]);
      expect(state?.issues[0]).not.toHaveProperty('content');
      expect(await bench.store.consolidations('ttdn-2020')).toEqual([{ ...period, state }]);
      expect(await bench.store.consolidations('khac')).toEqual([]);
      const [, , , , issue] = await bench.store.entries({ prefix: 'consolidation:', data: 'all' });
      expect(issue?.secret?.data).toHaveProperty('content.consolidation');
    });

    it('take as many statements for 500 units as for one', async () => {
      await appendAll(
        bench.store,
        Array.from({ length: 500 }, (_, n) => act(`u-${n}`, 1, submitted())),
      );
      expect(await bench.store.facts(period)).toHaveLength(500);
      expect(bench.counting.statements()).toBe(1);
      expect(await bench.store.filed(period)).toHaveLength(500);
      expect(bench.counting.statements()).toBe(1);
    });

    it('come out equal when they are folded from the ledger again', async () => {
      await fc.assert(
        fc.asyncProperty(historyArbitrary, fc.array(fc.nat(), { maxLength: 3 }), async (history, erased) => {
          // Each history is told in a database of its own.
          const { store, close } = await bench.anew();
          try {
            for (const contents of history) await appendAll(store, contents);
            const written = await everything(store);
            const entries = await store.entries({ data: 'all' });
            for (const { plan, report, period, unit, facts } of written.facts) {
              const stream = `obligation:${plan}/${report}/${period}/${unit}`;
              const own = entries.flatMap(({ secret, ...entry }) => {
                const content = { ...entry, data: secret?.data ?? null };
                return entry.stream === stream && isObligationEntry(content) ? [content] : [];
              });
              expect(facts).toEqual(factsOf(own));
            }
            for (const n of erased) {
              const { stream, version } = sure(entries[n % entries.length]);
              await store.redact({ stream, version, reason: 'Theo yêu cầu.', at: later, actor });
            }
            const before = await everything(store);
            await store.rebuild();
            expect(await everything(store)).toEqual(before);
          } finally {
            close();
          }
        }),
        { numRuns: bench.runs },
      );
    });

    it('are rebuilt with what is appended meanwhile', async () => {
      await appendAll(bench.store, [act('a', 1, submitted())]);
      let interrupted = false;
      const { store } = bench;
      const slow = createStore({
        batch: async (statements) => {
          if (!interrupted && statements.some(({ sql }) => sql.startsWith('DELETE'))) {
            interrupted = true;
            await appendAll(store, [act('a', 2, ['confirm', {}])]);
          }
          return bench.raw.batch(statements);
        },
      });
      await slow.rebuild();
      expect((await store.facts({}))[0]?.facts).toMatchObject({ filing: 'confirmed', version: 2 });
    });
  });
};
