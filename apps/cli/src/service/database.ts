import { dirname, join, resolve } from 'node:path';
import type { Driver, Store } from '@dondoc/store';
import type { CliContext } from '../context.ts';
import { codeOf } from '../files/node.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type Read } from '../files/source.ts';

/** The folder of the ledger in an office folder. */
export const LEDGER_FOLDER = '.dondoc';
/** The database in it: SQLite, by libSQL. */
export const DATABASE = 'dondoc.db';
/** Signed copies beside the database. */
export const FILES = 'files';

export const databasePath = (folder: string): string => join(folder, LEDGER_FOLDER, DATABASE);

/** Finds the folder at or above that has a ledger: an office folder whose `office.yaml` is gone. */
export async function findLedger(context: CliContext): Promise<string | undefined> {
  for (let folder = resolve(context.cwd); ; folder = dirname(folder)) {
    const stat = await context.files.stat(databasePath(folder)).catch(() => undefined);
    if (stat?.kind === 'file') return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Which finding a code of the system or of SQLite stands for, where the ledger cannot be opened. */
export function databaseRule(code: string): string {
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'service.read-only';
  return code.startsWith('SQLITE_') ? 'service.database' : 'file.unwritable';
}

export interface OpenDatabase {
  readonly store: Store;
  /** The database itself, for what concerns it as a whole. */
  readonly driver: Driver;
  /** Brings everything into the one file; false: another program has it open. */
  readonly settle: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Opens the database of an office folder, migrated; made where there is none only if `create`. Whoever opens it closes it. */
export async function openDatabase(
  context: CliContext,
  folder: string,
  { create }: { readonly create: boolean },
): Promise<Read<OpenDatabase>> {
  const path = databasePath(folder);
  const file = shown(context, path);
  try {
    const there = await context.files.stat(path);
    if (there === undefined && !create) return { ok: false, findings: [fileFinding('service.not-adopted', file)] };
    await context.files.makeFolder(join(folder, LEDGER_FOLDER));
    // Not before it is needed: commands on files alone do without a database.
    const [{ openLibsql }, { createStore }] = await Promise.all([
      import('@dondoc/store/libsql'),
      import('@dondoc/store'),
    ]);
    const { driver, settle, close } = await openLibsql(path);
    return {
      ok: true,
      value: { store: createStore(driver), driver, settle, close: async () => close() },
      findings: [],
    };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { ok: false, findings: [fileFinding(databaseRule(code), file, { code })] };
  }
}
