import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient, LibsqlError, type InValue, type Value } from '@libsql/client/sqlite3';
import { drizzle } from 'drizzle-orm/libsql/sqlite3';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { asDriverError } from './errors.ts';
import type { Driver, SqlValue } from './types.ts';

export interface OpenedLibsql {
  readonly driver: Driver;
  /**
   * Brings everything into the one file, which may then be moved: no write-ahead log stays beside it. False: somebody else
   * has the file open, and nothing was changed.
   */
  readonly settle: () => Promise<boolean>;
  readonly close: () => void;
}

export interface LibsqlOptions {
  /** How long a write waits for that of another process, in milliseconds. Default 5,000. */
  readonly busyTimeout?: number;
  /** Where the migrations are, for a program that is bundled with this package in it. Default: the package's own. */
  readonly migrations?: string;
}

const MEMORY = ':memory:';

const given = (value: SqlValue): InValue => (value instanceof Uint8Array ? Buffer.from(value) : value);

const taken = (value: Value): SqlValue => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof value === 'bigint') throw new RangeError('An integer of the database is beyond what a number holds.');
  return value;
};

const isRead = (sql: string): boolean => /^\s*select\b/i.test(sql);

/**
 * Opens a libSQL (SQLite) file, made where there is none, and brings it up to date by the package's migrations. `path` is
 * a path of the file system, or `:memory:` for a database that ends with the process. Rejects where the file cannot be
 * opened or is no database.
 */
export const openLibsql = async (path: string, options: LibsqlOptions = {}): Promise<OpenedLibsql> => {
  const { busyTimeout = 5000, migrations = fileURLToPath(new URL('../migrations', import.meta.url)) } = options;
  const client = createClient({
    url: path === MEMORY ? MEMORY : pathToFileURL(path).href,
    timeout: busyTimeout,
    // The local client works synchronously: a second connection would do nothing but lack the pragmas below.
    concurrency: 1,
  });
  try {
    await client.execute('PRAGMA journal_mode = WAL');
    // An act is acknowledged once it is on the disk, or a loss of power would take it back.
    await client.execute('PRAGMA synchronous = FULL');
    await migrate(drizzle(client), { migrationsFolder: migrations });
    await client.execute('PRAGMA foreign_keys = ON');
  } catch (error) {
    client.close();
    throw error;
  }
  const driver: Driver = {
    batch: async (statements) => {
      const writes = statements.some(({ sql }) => !isRead(sql));
      try {
        const results = await client.batch(
          statements.map(({ sql, params }) => ({ sql, args: params.map(given) })),
          // Two writers that both begin by reading could never both go on: a write asks for the lock at once.
          writes ? 'write' : 'deferred',
        );
        return results.map(({ rows }) =>
          rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, taken(value)]))),
        );
      } catch (error) {
        throw asDriverError(error);
      }
    },
  };
  const settle = async (): Promise<boolean> => {
    try {
      // Closing would do it too, but the native handle closes only when its statements have been collected.
      const { rows } = await client.execute('PRAGMA journal_mode = DELETE');
      return rows[0]?.['journal_mode'] === 'delete';
    } catch (error) {
      if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) return false;
      throw error;
    }
  };
  return { driver, settle, close: () => client.close() };
};
