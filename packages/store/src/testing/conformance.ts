import { afterEach, beforeEach, describe } from 'vitest';
import { countingDriver, type Counting } from '../counting.ts';
import { createStore } from '../store.ts';
import type { Driver, Store } from '../types.ts';
import { accessSuite } from './access.suite.ts';
import { draftSuite } from './draft.suite.ts';
import { ledgerSuite } from './ledger.suite.ts';
import { modelSuite } from './model.suite.ts';
import { pagingSuite } from './paging.suite.ts';
import { redactionSuite } from './redaction.suite.ts';
import { archiveSuite } from './archive.suite.ts';
import { rowSuite } from './row.suite.ts';
import { tamperingSuite } from './tampering.suite.ts';

/** A migrated, empty database. */
export interface Opened {
  readonly driver: Driver;
  readonly close: () => void;
}

/** What every test of the suite is handed anew. */
export interface Bench {
  /** Each call is held to what D1 gives one invocation. */
  store: Store;
  /** The database itself, for what the store would never do. */
  raw: Driver;
  counting: Counting;
  /** Another one, empty again. */
  anew: () => Promise<{ readonly store: Store; readonly driver: Driver; readonly close: () => void }>;
  /** How many generated histories this database tells in a second or two. */
  runs: number;
}

/** Begins the count of statements anew with each call. */
const countedStore = (store: Store, counting: Counting): Store =>
  // Object.fromEntries forgets which method is which.
  Object.fromEntries(
    Object.entries(store).map(([name, method]) => [
      name,
      (...args: readonly unknown[]) => {
        counting.reset();
        // Handed through as they are.
        return (method as (...args: readonly unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as Store;

/** Describes what every store does, whatever it stands on. */
export const describeStore = (name: string, open: () => Promise<Opened>, runs: number): void => {
  describe(`store on ${name}`, () => {
    let opened: Opened;
    // Filled before each test.
    const bench = { runs } as Bench;

    beforeEach(async () => {
      opened = await open();
      bench.raw = opened.driver;
      bench.counting = countingDriver(opened.driver);
      bench.store = countedStore(createStore(bench.counting.driver), bench.counting);
      bench.anew = async () => {
        const { driver, close } = await open();
        return { store: createStore(driver), driver, close };
      };
    });
    afterEach(() => opened.close());

    ledgerSuite(bench);
    pagingSuite(bench);
    modelSuite(bench);
    redactionSuite(bench);
    archiveSuite(bench);
    tamperingSuite(bench);
    draftSuite(bench);
    accessSuite(bench);
    rowSuite(bench);
  });
};
