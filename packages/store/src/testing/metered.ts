import type { D1, D1Prepared } from '../d1.ts';

interface Meta {
  readonly rows_written?: number;
}

/** Counts the rows that D1 says were written, indexes among them: what the free plan counts by the day. */
export const metered = <Prepared extends D1Prepared<Prepared>>(database: D1<Prepared>) => {
  let written = 0;
  const counted: D1<Prepared> = {
    prepare: (sql) => database.prepare(sql),
    batch: async (statements) => {
      const results = await database.batch(statements);
      // D1 tells it with every result; the driver does not ask for it.
      for (const { meta } of results as readonly { readonly meta?: Meta }[])
        written += meta?.rows_written ?? Number.NaN;
      return results;
    },
  };
  return { database: counted, written: () => written };
};
