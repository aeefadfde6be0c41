import type { Driver, SqlValue } from '../types.ts';

/** Tables in the order in which their rows may be written. Those of access are a deployment's own and are left out. */
const TABLES = [
  'ledger',
  'ledger_data',
  'office',
  'agencies',
  'plans',
  'plan_versions',
  'facts',
  'consolidations',
  'drafts',
  'desk_drafts',
  'documents',
  'settings',
] as const;

/** D1 takes statements of at most 100,000 bytes. */
const STATEMENT = 98_000;
/** What of a statement is not its values, in bytes: the names of table and columns, a part's id. */
const BESIDE = 1000;

/** Parts of values that no statement can hold stand in this table until they are put together. */
const PARTS = 'dondoc_restore_parts';

const encoder = new TextEncoder();
const sizeOf = (text: string): number => (text.length * 3 <= STATEMENT ? text.length : encoder.encode(text).byteLength);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Writes a value as SQL. */
const literal = (value: SqlValue): string => {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (value instanceof Uint8Array) return `X'${hex(value)}'`;
  // A NUL would end the statement; JSON has none, and no other text should.
  return value.includes('\0') ? `CAST(X'${hex(encoder.encode(value))}' AS TEXT)` : `'${value.replaceAll("'", "''")}'`;
};

/** Cuts a value into pieces that each fit into a statement. */
const pieces = (value: string | Uint8Array): readonly Uint8Array[] => {
  const bytes = typeof value === 'string' ? encoder.encode(value) : value;
  const step = Math.floor((STATEMENT - BESIDE) / 2);
  return Array.from({ length: Math.ceil(bytes.byteLength / step) }, (_, index) =>
    bytes.subarray(index * step, (index + 1) * step),
  );
};

/**
 * Writes one row. Where its values are too long for a statement the longest come first, in parts, and are put together
 * where the row is inserted: rows of the ledger cannot be added to later.
 */
const rowSql = (table: string, row: Readonly<Record<string, SqlValue>>, id: string): readonly string[] => {
  const before: string[] = [];
  const written = new Map(Object.entries(row).map(([column, value]) => [column, literal(value)]));
  const longestFirst = [...written]
    .map(([column, sql]) => ({ column, size: sizeOf(sql) }))
    .toSorted((a, b) => b.size - a.size);
  let total = longestFirst.reduce((sum, { size }) => sum + size, BESIDE);
  for (const { column, size } of longestFirst) {
    const value = row[column];
    if (total <= STATEMENT || value === undefined || value === null || typeof value === 'number') break;
    const name = `'${id}.${column}'`;
    pieces(value).forEach((part, place) =>
      before.push(`INSERT INTO ${PARTS} VALUES (${name}, ${place}, ${literal(part)});`),
    );
    // `group_concat` takes the bytes as they are, whether or not they are text, and gives TEXT.
    const put = `(SELECT group_concat(CAST(part AS TEXT), '') FROM (SELECT part FROM ${PARTS} WHERE id = ${name} ORDER BY place))`;
    const whole = typeof value === 'string' ? put : `CAST(${put} AS BLOB)`;
    written.set(column, whole);
    total += whole.length - size;
  }
  const columns = [...written.keys()].map((column) => `"${column}"`).join(', ');
  return [...before, `INSERT INTO ${table} (${columns}) VALUES (${[...written.values()].join(', ')});`];
};

/**
 * Writes everything of a database but access as SQL for an empty one whose migrations have been applied: statements of
 * less than 100,000 bytes, the first of which fails where the ledger has an entry. It is to be run as a whole or not at
 * all, as `wrangler d1 execute --file` does.
 */
export const dumpSql = async function* ({ batch }: Driver): AsyncGenerator<string> {
  // Breaks the NOT NULL of the stream where there is an entry, and does nothing where there is none.
  yield 'INSERT INTO ledger (stream) SELECT NULL FROM ledger LIMIT 1;';
  yield `CREATE TABLE ${PARTS} (id TEXT NOT NULL, place INTEGER NOT NULL, part BLOB NOT NULL, PRIMARY KEY (id, place));`;
  for (const table of TABLES) {
    const [rows = []] = await batch([{ sql: `SELECT * FROM ${table} ORDER BY rowid`, params: [] }]);
    for (const [index, row] of rows.entries()) yield* rowSql(table, row, `${table}.${index}`);
  }
  yield `DROP TABLE ${PARTS};`;
};
