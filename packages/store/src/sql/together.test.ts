import { expect, test } from 'vitest';
import { openLibsql } from '../libsql.ts';
import { createStore } from '../store.ts';
import type { Driver } from '../types.ts';

const opened = async () => {
  const { driver, close } = await openLibsql(':memory:');
  const batches: number[] = [];
  const listening: Driver = {
    batch: (statements) => {
      batches.push(statements.length);
      return driver.batch(statements);
    },
  };
  return { store: createStore(listening), batches, close };
};

test('questions asked together are one batch, each with its own answer', async () => {
  const { store, batches, close } = await opened();
  await store.setSetting('key', 'value');
  batches.length = 0;
  const answers = await store.together((ask) => [ask.pulse(), ask.setting('key'), ask.configuration(), ask.facts({})]);
  expect(answers).toMatchObject([{ seq: 0 }, 'value', { revision: 0, agencies: [] }, []]);
  expect(batches).toEqual([7]);
  close();
});

test('what is asked after an answer is asked by itself', async () => {
  const { store, batches, close } = await opened();
  const [found] = await store.together((ask) => [
    ask.setting('a').then(async (first) => [first, await ask.setting('b')]),
  ]);
  expect(found).toEqual([undefined, undefined]);
  expect(batches).toEqual([1, 1]);
  close();
});

test('nothing asked is no batch', async () => {
  const { store, batches, close } = await opened();
  expect(await store.together(() => [Promise.resolve(1)])).toEqual([1]);
  expect(batches).toEqual([]);
  close();
});

test('a database that fails fails all of them, once', async () => {
  const store = createStore({ batch: () => Promise.reject(new Error('gone')) });
  await expect(store.together((ask) => [ask.pulse(), ask.setting('a')])).rejects.toThrow('gone');
});
