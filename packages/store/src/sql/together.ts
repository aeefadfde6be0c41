import type { Driver, Statement } from '../types.ts';

type Rows = Awaited<ReturnType<Driver['batch']>>;

interface Asked {
  readonly statements: readonly Statement[];
  readonly answer: (rows: Rows) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Makes a driver that keeps what it is asked until `run`, which asks it all in one batch. What comes later goes straight
 * to the database. Nothing is shared between requests: in a Worker one must not wait for what another has asked.
 */
export const togetherWith = (database: Driver): { readonly driver: Driver; readonly run: () => Promise<void> } => {
  const waiting: Asked[] = [];
  let open = true;
  return {
    driver: {
      batch: (statements) =>
        open
          ? new Promise((answer, refuse) => {
              waiting.push({ statements, answer, refuse });
            })
          : database.batch(statements),
    },
    run: async () => {
      open = false;
      try {
        const rows = await database.batch(waiting.flatMap(({ statements }) => statements));
        let from = 0;
        for (const { statements, answer } of waiting) {
          answer(rows.slice(from, from + statements.length));
          from += statements.length;
        }
      } catch (error) {
        for (const { refuse } of waiting) refuse(error);
      }
    },
  };
};
