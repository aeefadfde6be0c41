import { bytesOf, ROW_LIMIT } from './sql/bulk.ts';
import type { Driver } from './types.ts';

/** D1's limits, which a local one does not enforce: statements of one invocation (each of a batch counts), and of each its values. */
const STATEMENTS = 50;
const PARAMS = 100;

/** A call asked more of the database than D1 gives. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}

export interface Counting {
  readonly driver: Driver;
  /** Statements since the last `reset`. */
  readonly statements: () => number;
  /** Round trips since the last `reset`. */
  readonly batches: () => number;
  /** Begins another invocation. */
  readonly reset: () => void;
}

/**
 * Wraps a driver for tests, so that it holds to D1's limits wherever it runs: at most 50 statements from one `reset` to
 * the next, 100 values a statement, 1.5 MB a value. More rejects with `LimitExceeded` before anything is run.
 */
export const countingDriver = (driver: Driver): Counting => {
  let statements = 0;
  let batches = 0;
  return {
    driver: {
      batch: async (batch) => {
        statements += batch.length;
        batches += 1;
        if (statements > STATEMENTS) throw new LimitExceeded(`${statements} statements in one invocation.`);
        for (const { sql, params } of batch) {
          if (params.length > PARAMS) throw new LimitExceeded(`${params.length} values in: ${sql}`);
          for (const param of params) {
            const bytes = typeof param === 'string' ? bytesOf(param) : param instanceof Uint8Array ? param.length : 0;
            if (bytes > ROW_LIMIT) throw new LimitExceeded(`A value of ${bytes} bytes in: ${sql}`);
          }
        }
        return driver.batch(batch);
      },
    },
    statements: () => statements,
    batches: () => batches,
    reset: () => {
      statements = 0;
      batches = 0;
    },
  };
};
