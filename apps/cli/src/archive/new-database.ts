import { join } from 'node:path';
import type { Driver, Store } from '@dondoc/store';
import type { CliContext } from '../context.ts';
import { databasePath, LEDGER_FOLDER } from '../service/database.ts';

/** A database that is being made beside the place where it is to stand. */
export interface NewDatabase {
  readonly driver: Driver;
  readonly store: Store;
  /** Gives it its name: from then on the folder has a ledger. What had the name is gone. */
  readonly place: () => Promise<void>;
  /** Takes away what was made; after `place` it does nothing. */
  readonly discard: () => Promise<void>;
}

// What SQLite may leave beside a database.
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Begins a new database for an office folder. Whoever begins it calls `discard` at the end, whatever happens. */
export async function newDatabase(context: CliContext, folder: string): Promise<NewDatabase> {
  const { openLibsql } = await import('@dondoc/store/libsql');
  const { createStore } = await import('@dondoc/store');
  const path = databasePath(folder);
  await context.files.makeFolder(join(folder, LEDGER_FOLDER));
  const temporary = `${path}.${String(process.pid)}-${String(context.now())}.tmp`;
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await context.files.remove(name);
  };
  const all = (name: string): readonly string[] => [name, ...BESIDE.map((suffix) => name + suffix)];
  await remove(all(temporary));
  const { driver, settle, close } = await openLibsql(temporary);
  let placed = false;
  return {
    driver,
    store: createStore(driver),
    async place() {
      if (!(await settle())) throw new Error(`${temporary} is open elsewhere`);
      close();
      // A log of the old database would be played into the new one.
      await remove(all(path).slice(1));
      await context.files.rename(temporary, path);
      placed = true;
    },
    async discard() {
      if (placed) return;
      close();
      await remove(all(temporary));
    },
  };
}

/** Begins a database that ends with the program: what is made of it is written elsewhere. */
export async function passingDatabase(): Promise<NewDatabase> {
  const { openLibsql } = await import('@dondoc/store/libsql');
  const { createStore } = await import('@dondoc/store');
  const { driver, close } = await openLibsql(':memory:');
  return {
    driver,
    store: createStore(driver),
    place: () => Promise.reject(new Error('a database in memory has no place')),
    discard: () => Promise.resolve(close()),
  };
}
