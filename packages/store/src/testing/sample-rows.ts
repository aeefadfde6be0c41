import type { Driver, SqlValue } from '../types.ts';

type Row = Readonly<Record<string, SqlValue>>;

const ask = async (driver: Driver, sql: string): Promise<readonly Row[]> => {
  const [rows = []] = await driver.batch([{ sql, params: [] }]);
  return rows;
};

/** Parents first: only the ledger's data lean on another table. */
const tables = async (driver: Driver): Promise<readonly string[]> =>
  (
    await ask(
      driver,
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
       AND name NOT IN ('d1_migrations', '__drizzle_migrations') ORDER BY name`,
    )
  ).map(({ name }) => String(name));

const value = (name: string, type: string, n: number): SqlValue => {
  if (type === 'integer') return n;
  if (type === 'blob') return Uint8Array.of(n);
  return `${name} ${n}`;
};

/** Puts two rows into every table that there is. */
export const fill = async (driver: Driver): Promise<void> => {
  for (const table of await tables(driver)) {
    const columns = await ask(
      driver,
      `SELECT name, lower(type) AS type FROM pragma_table_info('${table}') ORDER BY cid`,
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    await driver.batch(
      [1, 2].map((n) => ({
        sql: `INSERT INTO "${table}" (${names}) VALUES (${places})`,
        params: columns.map(({ name, type }) => value(String(name), String(type), n)),
      })),
    );
  }
};

/** Reads all rows of all tables, by table. */
export const contents = async (driver: Driver): Promise<Readonly<Record<string, readonly Row[]>>> =>
  Object.fromEntries(
    await Promise.all(
      (await tables(driver)).map(async (table) => [table, await ask(driver, `SELECT * FROM "${table}"`)] as const),
    ),
  );
