import { createHash } from 'node:crypto';
import type { LedgerEntry } from '@dondoc/core';
import { createStore, type Store } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardOn, days } from './papers.ts';
import { happenings } from './tale.ts';
import { demoWorld, type DemoWorld } from './testing.ts';

interface Board {
  readonly rows: readonly {
    readonly unit: { readonly id: string };
    readonly status: { readonly filing: string; readonly timeliness: { readonly kind?: string } };
    readonly facts: { readonly firstArrival?: { readonly day: string }; readonly urgings: number };
  }[];
  readonly rates: Readonly<Record<string, number>>;
}

describe('the ledger of the demo', () => {
  let place: DemoWorld;
  let store: Store;
  let close: () => void;
  let entries: readonly LedgerEntry[];
  beforeAll(async () => {
    place = await demoWorld();
    const opened = await openLibsql(`${place.folder}/.dondoc/dondoc.db`);
    close = opened.close;
    store = createStore(opened.driver);
    entries = await store.entries({});
  });
  afterAll(async () => {
    close();
    await place.remove();
  });

  const board = async (...line: readonly string[]): Promise<Board> => {
    const { stdout } = await place.run(['status', ...line, '--json']);
    return JSON.parse(stdout) as Board;
  };

  test('tells of the annual report what the files tell, as on the day of the reminder letter', async () => {
    const told = await board('year', '2019', '--as-of', days.reminder);
    const files = boardOn(place.tale, place.tale.annual, days.reminder);
    expect(told.rows).toHaveLength(files.length);
    for (const { obligation, facts, status } of files) {
      const row = told.rows.find(({ unit }) => unit.id === obligation.unit);
      expect([obligation.unit, row?.facts.firstArrival?.day, row?.facts.urgings]).toEqual([
        obligation.unit,
        facts.firstArrival?.day,
        place.tale.urgings.filter(({ unit }) => unit === obligation.unit).length,
      ]);
      expect(row?.status.timeliness, obligation.unit).toEqual(status.timeliness);
    }
    expect(told.rates).toMatchObject({ expected: 23, received: 19, onTime: 15, late: 4, missing: 4 });
  });

  test('ends on the morning of 01/6/2020: what arrives later is not in it', async () => {
    const half = await board('half-year', '2020-H1');
    expect(half.rates).toMatchObject({ expected: 23, received: 4, missing: 19 });
    expect(entries.every(({ at }) => at <= '2020-06-01T01:00:00.000Z')).toBe(true);
  });

  test('has a request with an hour: in time, late by minutes, by telephone, never', async () => {
    const asked = await board('ky-niem-130-nam', 'on-ky-niem-130-nam');
    expect(asked.rates).toMatchObject({ expected: 23, received: 21, onTime: 20, late: 1, missing: 2 });
  });

  test('has the annual report issued with its document kept', async () => {
    const state = await store.consolidation({ plan: 'ttdn-2019', report: 'year', period: '2019' });
    expect(state?.issues).toMatchObject([{ issue: 1, number: '412', date: '2019-11-22' }]);
    const [file] = state?.issues[0]?.files ?? [];
    const document = await store.document(file?.sha256 ?? '');
    expect(
      createHash('sha256')
        .update(document?.bytes ?? '')
        .digest('hex'),
    ).toBe(file?.sha256);
  });

  test('was written by those whose work it is, in the order of time, and sealed every night', () => {
    const who = (kind: string) => new Set(entries.filter((entry) => entry.kind === kind).map(({ actor }) => actor));
    expect(who('approve')).toEqual(new Set(['truong-phong']));
    for (const kind of ['record', 'return', 'confirm', 'urge', 'issue', 'request', 'open-period'])
      expect(who(kind), kind).toEqual(new Set(['van-thu']));
    for (const actor of who('submit')) expect(actor).toMatch(/:filer$/);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    expect(entries.filter(({ kind }) => kind === 'checkpoint').length).toBeGreaterThan(15);
  });

  test('agrees with the files beside it: nothing is left to adopt, and it verifies', async () => {
    const adopted = await place.run(['adopt', '--as', 'van-thu', '--json']);
    expect(adopted.code).toBe(0);
    expect(JSON.parse(adopted.stdout)).toMatchObject({ changes: [] });
    expect((await place.run(['verify'])).code).toBe(0);
  });

  test('keeps a draft that was begun, and the clock that goes on from there', async () => {
    const drafts = await store.drafts({});
    expect(drafts).toMatchObject([{ unit: 'th-phu-loc', period: '2020-H1' }]);
    expect(drafts[0]?.answered).toBeGreaterThan(0);
    expect(drafts[0]?.answered).toBeLessThan(drafts[0]?.asked ?? 0);
    const clock = JSON.parse((await store.setting('demo-clock')) ?? '{}') as unknown;
    expect(clock).toEqual({ office: '2020-06-01T01:00:00.000Z', real: '2026-11-23T03:00:00.000Z' });
  });

  test('has no chance in it but salts', () => {
    const plain = (list: ReturnType<typeof happenings>) => list.map(({ at, as }) => ({ at, as }));
    expect(plain(happenings(place.tale))).toEqual(plain(happenings(place.tale)));
  });
});
