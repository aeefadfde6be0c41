import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibsql } from './libsql.ts';
import * as ledger from './schema/ledger.ts';
import * as plain from './schema/plain.ts';
import * as readModels from './schema/read-models.ts';
import { contents, fill } from './testing/sample-rows.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));
const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** What drizzle-kit wrote; parsed as such. */
const readJson = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(folder, 'meta', name), 'utf8')) as T;

describe('the migrations', () => {
  it.each(names)('%s only adds', async (name) => {
    const sql = await readFile(join(folder, name), 'utf8');
    expect(sql).not.toMatch(/\bDROP\s+(TABLE|COLUMN)\b|__new_|ON DELETE (CASCADE|SET)/i);
  });

  it('are all in the journal, in the order of their names', async () => {
    const { entries } = await readJson<Journal>('_journal.json');
    expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(names);
  });

  it('make what the schema says', async () => {
    const last = String(names.length - 1).padStart(4, '0');
    const drawn = await readJson<Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>>(`${last}_snapshot.json`);
    const schema = await generateSQLiteDrizzleJson({ ...ledger, ...readModels, ...plain }, drawn.id);
    expect(await generateSQLiteMigration(drawn, schema)).toEqual([]);
  });

  it('are cut into the same statements by wrangler as by drizzle, triggers too', async () => {
    const bare = (sql: string) =>
      sql
        .replaceAll(/^--.*$/gm, '')
        .trim()
        .replace(/;$/, '');
    const ofWrangler = await readD1Migrations(folder);
    const ofDrizzle = readMigrationFiles({ migrationsFolder: folder });
    expect(ofWrangler.map(({ queries }) => queries.map(bare))).toEqual(ofDrizzle.map(({ sql }) => sql.map(bare)));
  });
});

describe('on a libSQL file', () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'dondoc-store-'));
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  /** The first so many migrations, as an older dondoc had them. */
  const older = async (count: number): Promise<string> => {
    const migrations = join(place, 'older');
    await cp(folder, migrations, { recursive: true });
    const journal = await readJson<Journal>('_journal.json');
    const cut = { ...journal, entries: journal.entries.slice(0, count) };
    await writeFile(join(migrations, 'meta', '_journal.json'), JSON.stringify(cut));
    return migrations;
  };

  it.each(names.map((_, index) => index + 1))(
    'the first %d migrations and then the rest keep every row',
    async (count) => {
      const path = join(place, 'office.db');
      const before = await openLibsql(path, { migrations: await older(count) });
      await fill(before.driver);
      const rows = await contents(before.driver);
      before.close();
      const after = await openLibsql(path);
      expect(await contents(after.driver)).toMatchObject(rows);
      expect(Object.keys(rows).length).toBeGreaterThan(0);
      after.close();
    },
  );

  it('opens in write-ahead mode, with foreign keys, and waits for others', async () => {
    const { driver, close } = await openLibsql(join(place, 'văn phòng số 1.db'));
    // One row for each pragma.
    const [[mode], [keys], [sync], [busy]] = (await driver.batch(
      ['journal_mode', 'foreign_keys', 'synchronous', 'busy_timeout'].map((name) => ({
        sql: `SELECT * FROM pragma_${name}`,
        params: [],
      })),
    )) as [[object], [object], [object], [object]];
    expect({ ...mode, ...keys, ...sync, ...busy }).toEqual({
      journal_mode: 'wal',
      foreign_keys: 1,
      synchronous: 2,
      timeout: 5000,
    });
    close();
    expect(await readdir(place)).toContain('văn phòng số 1.db');
  });

  it('refuses what is no database', async () => {
    const path = join(place, 'office.yaml');
    await writeFile(path, 'format: dondoc.office/1\n'.repeat(100));
    await expect(openLibsql(path)).rejects.toThrow(/not a database/);
  });

  it('waits for the write of another process instead of failing', async () => {
    const path = join(place, 'office.db');
    const [one, other] = [await openLibsql(path), await openLibsql(path)];
    const write = (n: number) => ({ sql: 'INSERT INTO settings (key, value) VALUES (?, ?)', params: [`${n}`, 'x'] });
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).driver.batch([write(n)])));
    expect((await contents(one.driver))['settings']).toHaveLength(20);
    one.close();
    other.close();
  });
});
