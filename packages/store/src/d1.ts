import { asDriverError } from './errors.ts';
import type { Driver, SqlValue } from './types.ts';

/** What is asked of Cloudflare's `D1Database`, so that the package's types need not Cloudflare's. */
export interface D1<Prepared extends D1Prepared<Prepared>> {
  prepare: (sql: string) => Prepared;
  batch: (statements: Prepared[]) => Promise<readonly { readonly results: readonly unknown[] }[]>;
}

export interface D1Prepared<Prepared> {
  bind: (...values: SqlValue[]) => Prepared;
}

type Row = Readonly<Record<string, SqlValue>>;

const rowOf = (row: unknown): Row => {
  // D1's batch gives each row as an object by column name, its values text, numbers, null and, for bytes, lists of numbers.
  const values = row as Record<string, SqlValue | number[]>;
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) values[name] = Uint8Array.from(value);
  }
  // The lists of numbers have just been replaced.
  return values as Row;
};

/** Makes the driver of a D1 database. Its migrations are applied by `wrangler d1 migrations apply`. */
export const d1Driver = <Prepared extends D1Prepared<Prepared>>(database: D1<Prepared>): Driver => ({
  batch: async (statements) => {
    try {
      const results = await database.batch(statements.map(({ sql, params }) => database.prepare(sql).bind(...params)));
      return results.map(({ results: rows }) => rows.map(rowOf));
    } catch (error) {
      throw asDriverError(error);
    }
  },
});
