import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, it } from 'vitest';
import { openLibsql } from './libsql.ts';
import { createStore } from './store.ts';
import {
  act,
  adoption,
  at,
  actor,
  consolidated,
  draftOf,
  keyOf,
  period,
  sessionOf,
  streamOfUnit,
  submitted,
} from './testing/story.ts';
import type { Statement, Store } from './types.ts';

/** What a request does, and may not take longer for an office's having worked for years. */
const hot: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  pulse: (store) => store.pulse(),
  append: (store) =>
    store.append({
      contents: [...adoption, act('a', 1, submitted()), ...consolidated],
      effects: () => ({
        dropDrafts: [keyOf('a')],
        remember: { principal: 'p', key: 'k', requestHash: 'h', status: 200, body: '{}', at },
      }),
    }),
  'redact: the stream alone': (store) =>
    store.redact({ stream: streamOfUnit('a'), version: 1, reason: 'x', at, actor }),
  'facts of a report': (store) => store.facts(period),
  'facts of a unit': (store) => store.facts({ unit: 'a' }),
  'facts of some units': (store) => store.facts({ units: ['a', 'b'] }),
  filed: (store) => store.filed(period),
  'a revision': (store) => store.filed({ ...keyOf('a'), revision: 1 }),
  'entries of a stream': (store) => store.entries({ streams: [streamOfUnit('a')], data: 'all' }),
  'entries that begin so': (store) => store.entries({ prefix: 'obligation:ttdn-2020/', data: 'without-content' }),
  'entries from there on': (store) => store.entries({ after: 100, limit: 50 }),
  'entries up to a size': (store) => store.entries({ after: 100, limit: 50, bytes: 1000, data: 'all' }),
  'heads of some streams': (store) => store.heads([streamOfUnit('a')]),
  'heads after a stream': (store) => store.headsAfter({ stream: 'obligation:', entries: 200 }),
  'what checkpoints hold': (store) => store.sealed({ after: 'obligation:', upTo: 'office' }),
  planHistories: (store) => store.planHistories(['ttdn-2020', 'ttdn-2021']),
  planHistory: (store) => store.planHistory('ttdn-2020'),
  consolidation: (store) => store.consolidation(period),
  draft: (store) => store.draft(keyOf('a')),
  'drafts of a report': (store) => store.drafts(period),
  'drafts of a unit': (store) => store.drafts({ unit: 'a' }),
  'saving a draft': (store) => store.saveDraft(draftOf('a', 1)),
  remembered: (store) => store.remembered({ principal: 'p', key: 'k' }),
  document: (store) => store.document('x'),
  session: (store) => store.sessionOf('x'),
  enrol: (store) => store.enrol(sessionOf('ses-1', 'lnk-1')),
  setting: (store) => store.setting('x'),
};

// Not libSQL: its client does not give the plan of what writes.
const planner = new DatabaseSync(':memory:');
const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
for (const { sql } of readMigrationFiles({ migrationsFolder })) for (const one of sql) planner.exec(one);

it.each(Object.keys(hot))('%s finds its rows by an index', async (name) => {
  const { driver, close } = await openLibsql(':memory:');
  const run: Statement[] = [];
  const watched = createStore({
    batch: (statements) => {
      run.push(...statements);
      return driver.batch(statements);
    },
  });
  await watched.append({ contents: [act('b', 1, submitted())] });
  run.length = 0;
  await hot[name]!(watched);
  close();
  const plans = run.map(({ sql, params }) => planner.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params));
  const scans = plans
    .flatMap((rows) => rows.map(({ detail }) => String(detail)))
    // The office is one row, as is no table at all; a virtual table is the list of what was asked for, a page what was found.
    .filter((detail) => /^SCAN (?!office$|page$|CONSTANT ROW$|\(subquery-|.* VIRTUAL TABLE)/.test(detail));
  expect(scans).toEqual([]);
  expect(plans.length).toBeGreaterThan(0);
});
