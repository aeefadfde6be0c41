import { createStore } from '@dondoc/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { after, type Page } from '../http/paging.ts';
import { people, testApp, type TestApp } from '../testing/app.ts';
import type { EntryAnswer } from './entries.ts';
import { verifyLedger } from './verification.ts';

const morning = '2020-06-01T00:30:00.000Z';
let app: TestApp;

beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

const pageFrom = async (query: string): Promise<Page<EntryAnswer>> => {
  const response = await app.as(people.admin)(`/v1/ledger${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page<EntryAnswer>;
};

test('a page with data comes to an end before it is too much for an answer, and nothing is left out', async () => {
  const text = 'x'.repeat(700_000);
  const contents = [1, 2, 3, 4, 5].map((version) => ({
    stream: 'office',
    version: version + 1,
    at: morning,
    actor: 'x',
    kind: 'revoke',
    data: { credentials: [], text },
  }));
  expect((await app.store.append({ contents })).ok).toBe(true);
  const seqs: number[] = [];
  const sizes: number[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page: Page<EntryAnswer> = await pageFrom(`?data=all&limit=200${cursor}`);
    seqs.push(...page.items.map(({ seq }) => seq));
    sizes.push(JSON.stringify(page).length);
    next = page.next;
  }
  expect(seqs).toEqual(Array.from({ length: await app.seq() }, (_, index) => index + 1));
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThan(3_000_000);
});

test('reads a page of the ledger and not all of it, of checkpoints what concerns the page', async () => {
  const [first] = await app.store.entries({ streams: ['agency:th-thi-tran'], data: 'all' });
  const data = first?.secret?.data ?? null;
  const contents = Array.from({ length: 900 }, (_, i) => {
    const entry = { version: 1, at: morning, actor: 'quan-tri', kind: 'adopt', data };
    return { ...entry, stream: `agency:don-vi-${i}` };
  });
  expect((await app.store.append({ contents })).ok).toBe(true);
  await app.store.checkpoint({ at: morning, actor: 'quan-tri' });
  let rows = 0;
  const store = createStore({
    batch: async (statements) => {
      const found = await app.driver.batch(statements);
      rows += found.reduce((sum, { length }) => sum + length, 0);
      return found;
    },
  });
  const read: number[] = [];
  let from: string | undefined;
  for (;;) {
    rows = 0;
    const page = await verifyLedger(store, { from });
    read.push(rows);
    const next = page.ok ? page.value.next : null;
    if (next === null) break;
    from = after(next);
  }
  expect(read.length).toBeGreaterThan(4);
  // Of each of 200 streams its head, its entry and what the checkpoint holds of it; the next stream's head, the last checkpoint.
  expect(Math.max(...read)).toBeLessThanOrEqual(602);
});
