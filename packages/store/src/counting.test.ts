import { expect, it } from 'vitest';
import { countingDriver, LimitExceeded } from './counting.ts';
import type { Driver, SqlValue } from './types.ts';

const nothing: Driver = { batch: (statements) => Promise.resolve(statements.map(() => [])) };
const statement = (...params: readonly SqlValue[]) => ({ sql: 'SELECT 1', params });
const statements = (count: number) => Array.from({ length: count }, () => statement());

it.each([
  { what: '100 values', params: Array.from({ length: 100 }, () => 1), refused: false },
  { what: '101 values', params: Array.from({ length: 101 }, () => 1), refused: true },
  { what: 'a text of 1,500,000 bytes', params: ['x'.repeat(1_500_000)], refused: false },
  { what: 'a text of 1,500,003 bytes, 500,001 characters', params: ['ắ'.repeat(500_001)], refused: true },
  { what: '1,500,001 bytes', params: [new Uint8Array(1_500_001)], refused: true },
])('$what in a statement: refused $refused', async ({ params, refused }) => {
  const run = countingDriver(nothing).driver.batch([statement(...params)]);
  const told = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(told instanceof LimitExceeded).toBe(refused);
});

it('takes fifty statements from one reset to the next, in however many batches', async () => {
  const { driver, reset, statements: counted, batches } = countingDriver(nothing);
  await driver.batch(statements(30));
  await driver.batch(statements(20));
  expect([counted(), batches()]).toEqual([50, 2]);
  await expect(driver.batch(statements(1))).rejects.toThrow(LimitExceeded);
  reset();
  await driver.batch(statements(50));
  expect([counted(), batches()]).toEqual([50, 1]);
});
