import { appender } from './ledger/append.ts';
import { checkpointer } from './ledger/checkpoint.ts';
import { ledgerReads } from './ledger/read.ts';
import { rebuilder } from './ledger/rebuild.ts';
import { redacter } from './ledger/redact.ts';
import { sealingWith, type WebCrypto } from './ledger/sealing.ts';
import { modelReads } from './models/read.ts';
import { access } from './plain/access.ts';
import { draftsOf } from './plain/drafts.ts';
import { plainRows } from './plain/rows.ts';
import { withinLimit } from './sql/bulk.ts';
import { togetherWith } from './sql/together.ts';
import type { Driver, Reads, Store } from './types.ts';

export interface StoreOptions {
  /** Default: the runtime's own. */
  readonly crypto?: WebCrypto;
}

const readsOf = (driver: Driver): Reads => ({
  ...ledgerReads(driver),
  ...modelReads(driver),
  ...draftsOf(driver),
  ...plainRows(driver),
  ...access(driver),
});

/**
 * Makes the store over a database whose migrations have been applied. Rejects with `RowTooLarge` for what no row of D1
 * holds (1.5 MB), before anything is written; everything else that rejects is a mistake of the caller or broken
 * infrastructure.
 */
export const createStore = (database: Driver, options: StoreOptions = {}): Store => {
  const driver: Driver = {
    batch: async (statements) => (statements.length === 0 ? [] : database.batch(withinLimit(statements))),
  };
  const sealing = sealingWith(options.crypto ?? crypto);
  return {
    ...ledgerReads(driver),
    ...modelReads(driver),
    ...draftsOf(driver),
    ...plainRows(driver),
    ...access(driver),
    together: async (ask) => {
      const collecting = togetherWith(driver);
      const answers = Promise.all(ask(readsOf(collecting.driver)));
      await collecting.run();
      return answers;
    },
    append: appender(driver, sealing),
    checkpoint: checkpointer(driver, sealing),
    redact: redacter(driver, sealing),
    rebuild: rebuilder(driver),
  };
};
