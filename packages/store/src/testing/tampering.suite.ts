import { describe, expect, it } from 'vitest';
import type { SqlValue } from '../types.ts';
import type { Bench } from './conformance.ts';
import { act, actor, appendAll, at, streamOfUnit, submitted } from './story.ts';
import { verifyStore } from './verifying.ts';

const TRIGGERS = [
  'ledger_no_update',
  'ledger_no_delete',
  'ledger_no_replace',
  'ledger_data_only_erased',
  'ledger_data_no_delete',
  'ledger_data_no_replace',
];

export const tamperingSuite = (bench: Bench): void => {
  const run = (sql: string, ...params: readonly SqlValue[]) => bench.raw.batch([{ sql, params }]);

  const story = async () => {
    await appendAll(bench.store, [
      act('a', 1, submitted()),
      act('a', 2, ['withdraw', {}]),
      act('a', 3, submitted({ n: 2 })),
      act('b', 1, submitted()),
    ]);
    await bench.store.checkpoint({ at, actor });
  };

  describe('the ledger is append-only', () => {
    it.each([
      "UPDATE ledger SET actor = 'x' WHERE seq = 1",
      'UPDATE ledger SET seq = 100 WHERE seq = 5',
      'DELETE FROM ledger WHERE seq = 5',
      'DELETE FROM ledger',
      `INSERT OR REPLACE INTO ledger SELECT seq, stream, version, at, received_on, 'x', kind, data_digest, prev, hash
       FROM ledger WHERE seq = 5`,
      `INSERT OR REPLACE INTO ledger (stream, version, at, actor, kind, data_digest, hash)
       SELECT stream, version, at, 'x', kind, data_digest, hash FROM ledger WHERE seq = 5`,
      "UPDATE ledger_data SET data = '{}' WHERE seq = 1",
      "UPDATE ledger_data SET data = NULL, salt = 'x' WHERE seq = 1",
      'UPDATE ledger_data SET data = NULL WHERE seq = 1',
      'UPDATE ledger_data SET seq = 100, data = NULL, salt = NULL WHERE seq = 1',
      'DELETE FROM ledger_data WHERE seq = 1',
      "INSERT OR REPLACE INTO ledger_data (seq, data, salt) VALUES (1, '{}', 'x')",
    ])('refuses %s', async (sql) => {
      await story();
      const before = await bench.store.entries({ data: 'all' });
      await expect(run(sql)).rejects.toThrow(/append-only|can only be erased|UNIQUE constraint failed/);
      expect(await bench.store.entries({ data: 'all' })).toEqual(before);
    });

    it('lets data be erased', async () => {
      await story();
      await run('UPDATE ledger_data SET data = NULL, salt = NULL WHERE seq = 1');
      expect(await verifyStore(bench.store)).toMatchObject({
        ok: true,
        redacted: [{ stream: streamOfUnit('a'), version: 1 }],
      });
    });

    it('keeps no data without an entry', async () => {
      await expect(run("INSERT INTO ledger_data (seq, data, salt) VALUES (99, '{}', 'x')")).rejects.toThrow(
        /FOREIGN KEY/,
      );
    });
  });

  describe('whoever drops the triggers is found out', () => {
    it.each<{ name: string; sql: readonly string[]; problems: readonly (readonly [string, number, string])[] }>([
      {
        name: 'an altered entry',
        sql: ["UPDATE ledger SET at = '2020-05-30T00:00:00.000Z' WHERE seq = 2"],
        problems: [['a', 2, 'entry-altered']],
      },
      {
        name: 'altered data',
        sql: ["UPDATE ledger_data SET data = json_set(data, '$.content.answers.n', 2) WHERE seq = 1"],
        problems: [['a', 1, 'data-altered']],
      },
      {
        name: 'a dropped entry',
        sql: ['DELETE FROM ledger_data WHERE seq = 2', 'DELETE FROM ledger WHERE seq = 2'],
        problems: [
          ['a', 2, 'missing'],
          ['a', 3, 'chain-broken'],
        ],
      },
      {
        name: 'the last entry of a stream dropped',
        sql: ['DELETE FROM ledger_data WHERE seq = 3', 'DELETE FROM ledger WHERE seq = 3'],
        problems: [['a', 3, 'dropped']],
      },
      {
        name: 'a dropped stream',
        sql: ['DELETE FROM ledger_data WHERE seq = 4', 'DELETE FROM ledger WHERE seq = 4'],
        problems: [['b', 1, 'dropped']],
      },
      {
        name: 'reordered entries',
        sql: [
          'UPDATE ledger SET version = -2 WHERE seq = 2',
          'UPDATE ledger SET version = 2 WHERE seq = 3',
          'UPDATE ledger SET version = 3 WHERE seq = 2',
        ],
        problems: [
          ['a', 2, 'out-of-order'],
          ['a', 2, 'chain-broken'],
          ['a', 3, 'chain-broken'],
          ['a', 2, 'entry-altered'],
          ['a', 3, 'entry-altered'],
          ['a', 3, 'replaced'],
        ],
      },
      {
        name: 'entries that changed places in the ledger',
        sql: [
          'PRAGMA defer_foreign_keys = ON',
          'UPDATE ledger SET seq = 100 WHERE seq = 2',
          'UPDATE ledger SET seq = 2 WHERE seq = 3',
          'UPDATE ledger SET seq = 3 WHERE seq = 100',
          'UPDATE ledger_data SET seq = 100 WHERE seq = 2',
          'UPDATE ledger_data SET seq = 2 WHERE seq = 3',
          'UPDATE ledger_data SET seq = 3 WHERE seq = 100',
        ],
        problems: [['a', 2, 'out-of-order']],
      },
    ])('$name', async ({ sql, problems }) => {
      await story();
      await bench.raw.batch(TRIGGERS.map((name) => ({ sql: `DROP TRIGGER ${name}`, params: [] })));
      await bench.raw.batch(sql.map((one) => ({ sql: one, params: [] })));
      const found = await verifyStore(bench.store);
      expect(found.ok).toBe(false);
      const expected = problems.map(([unit, version, problem]) => ({ stream: streamOfUnit(unit), version, problem }));
      expect(new Set(found.problems)).toEqual(new Set(expected));
    });
  });
};
