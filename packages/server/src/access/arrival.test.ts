import { createStore, type Driver } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { expect, test } from 'vitest';
import { createServer } from '../server.ts';
import { people } from '../testing/app.ts';

const came = Date.parse('2020-06-04T16:59:59.900Z');

/** The whole app on a database each of whose batches takes until `meanwhile` has passed. */
const appOn = async (meanwhile: () => void, clock: () => number) => {
  const { driver, close } = await openLibsql(':memory:');
  const slow: Driver = {
    batch: async (statements) => {
      const rows = await driver.batch(statements);
      meanwhile();
      return rows;
    },
  };
  const app = createServer({
    database: createStore(slow),
    clock,
    config: { version: '0', publicUrl: 'https://dondoc.example' },
    authenticate: () => people.admin,
  });
  return { ask: (path: string) => app.request(`https://dondoc.example${path}`), close };
};

test('a request came when it came, however long the database then took', async () => {
  let now = came;
  const { ask, close } = await appOn(
    () => (now += 2_000),
    () => now,
  );
  const me = await ask('/v1/me');
  expect(await me.json()).toMatchObject({ now: new Date(came).toISOString() });
  close();
});

test('a database that fails is told as such, again and again', async () => {
  let fails = false;
  const { ask, close } = await appOn(
    () => {
      if (fails) throw new Error('gone');
    },
    () => came,
  );
  expect((await ask('/v1/me')).status).toBe(200);
  fails = true;
  for (const path of ['/v1/me', '/v1/me']) expect((await ask(path)).status).toBe(500);
  close();
});
