import type { EntryData, LedgerEntry, StreamHead } from '@dondoc/core';
import { asc, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { ledger, ledgerData } from '../schema/ledger.ts';
import { listed, named } from '../sql/conditions.ts';
import { command, queriesByShape, query, sqlite } from '../sql/prepare.ts';
import type { Driver, LedgerQuery, LedgerRow, SqlValue, Statement, Store } from '../types.ts';

interface EntryRow extends Omit<LedgerEntry, 'receivedOn'> {
  readonly receivedOn: string | null;
  readonly data: string | null;
  readonly salt: string | null;
}

type Filter = Pick<LedgerQuery, 'streams' | 'prefix' | 'after' | 'until' | 'limit' | 'bytes'> & {
  readonly none?: true;
  readonly all?: true;
};

const entriesOf = queriesByShape<EntryRow, Filter>((given) => {
  const nothing = sql<string | null>`null`;
  const data: SQL<string | null> = given('none')
    ? nothing
    : given('all')
      ? sql`${ledgerData.data}`
      : sql`json_remove(${ledgerData.data}, '$.content')`;
  const { seq, stream, version, at, receivedOn, actor, kind, dataDigest, prev, hash } = ledger;
  const fields = {
    seq,
    stream,
    version,
    at,
    receivedOn,
    actor,
    kind,
    dataDigest,
    prev,
    hash,
    data: data.as('said'),
    salt: (given('none') ? nothing : sql<string | null>`${ledgerData.salt}`).as('salted'),
  };
  const where = named(given, {}, [
    given('streams') ? inArray(stream, listed('streams')) : undefined,
    // Beyond every name that begins so: no character comes after U+10FFFF.
    given('prefix')
      ? sql`${stream} >= ${sql.placeholder('prefix')} and ${stream} < ${sql.placeholder('prefix')} || char(1114111)`
      : undefined,
    given('after') ? gt(seq, sql.placeholder('after')) : undefined,
    given('until') ? lte(ledger.at, sql.placeholder('until')) : undefined,
  ]);
  const limit = sql.placeholder('limit');
  const from = sqlite.select(fields).from(ledger);
  const joined = given('none') ? from.$dynamic() : from.innerJoin(ledgerData, eq(ledgerData.seq, seq)).$dynamic();
  if (!given('bytes')) {
    const ordered = joined.where(where).orderBy(asc(seq));
    return query(given('limit') ? ordered.limit(limit) : ordered);
  }
  // By sizes first, which SQLite knows without reading what is long.
  const sizes = sqlite
    .select({ seq, size: sql<number>`coalesce(octet_length(${data}), 0)`.as('size') })
    .from(ledger)
    .innerJoin(ledgerData, eq(ledgerData.seq, seq))
    .where(where)
    .orderBy(asc(seq))
    .$dynamic();
  const sized = given('limit') ? sizes.limit(limit) : sizes;
  const fitting = sql`(select seq from (
    select seq, sum(size) over (order by seq) - size as before from ${sized}
  ) where before < ${sql.placeholder('bytes')})`;
  return query(joined.where(inArray(seq, fitting)).orderBy(asc(seq)));
});

const secretOf = ({ data, salt }: EntryRow): EntryData | null =>
  data === null || salt === null ? null : { data: JSON.parse(data), salt };

/** The question for entries of the ledger and the reader of its answer. */
export const askEntries = ({ data = 'none', ...given }: LedgerQuery) => {
  const asked = entriesOf({ ...given, ...(data === 'none' ? { none: true } : data === 'all' ? { all: true } : {}) });
  return {
    statement: asked.ask({ ...given, streams: JSON.stringify(given.streams ?? []) }),
    read: (rows: Parameters<typeof asked.read>[0]): readonly LedgerRow[] =>
      asked.read(rows).map((row) => {
        const { seq, stream, version, at, receivedOn, actor, kind, dataDigest, prev, hash } = row;
        return {
          seq,
          stream,
          version,
          at,
          actor,
          kind,
          dataDigest,
          prev,
          hash,
          ...(receivedOn === null ? {} : { receivedOn }),
          ...(data === 'none' ? {} : { secret: secretOf(row) }),
        };
      }),
  };
};

const allHeads: Statement = {
  // SQLite gives the other columns of the row that has the maximum.
  sql: 'SELECT stream, max(version) AS version, hash FROM ledger GROUP BY stream',
  params: [],
};

// CROSS JOIN settles the order of the loops: one look into the index for each name.
const HEADS = `SELECT l.stream AS stream, l.version AS version, l.hash AS hash, l.at AS at
FROM json_each(?1) AS named CROSS JOIN ledger AS l
WHERE l.stream = named.value AND l.version = (SELECT max(version) FROM ledger WHERE stream = named.value)`;

export const askHeads = (streams?: readonly string[]): Statement =>
  streams === undefined ? allHeads : { sql: HEADS, params: [JSON.stringify(streams)] };

type Rows = readonly Readonly<Record<string, SqlValue>>[] | undefined;

// From name to name by the index, until there are entries enough: `before` counts those of the streams before it.
const HEADS_AFTER = `WITH RECURSIVE page(stream, before) AS (
  SELECT min(stream), 0 FROM ledger WHERE stream > ?1
  UNION ALL
  SELECT (SELECT min(stream) FROM ledger WHERE stream > page.stream),
    before + (SELECT max(version) FROM ledger WHERE stream = page.stream)
  FROM page WHERE page.stream IS NOT NULL AND before < ?2
)
SELECT l.stream AS stream, l.version AS version, l.hash AS hash FROM page CROSS JOIN ledger AS l
WHERE l.stream = page.stream AND l.version = (SELECT max(version) FROM ledger WHERE stream = page.stream)`;

// Of the checkpoints that name a stream the last; SQLite gives the other columns of the row that has the maximum.
const SEALED = `SELECT named.key AS stream, named.value ->> '$.version' AS version, named.value ->> '$.hash' AS hash,
  max(l.version) AS sealed
FROM ledger AS l JOIN ledger_data AS d ON d.seq = l.seq, json_each(d.data, '$.heads') AS named
WHERE l.stream = 'checkpoint' AND named.key >= ?1 AND (?2 IS NULL OR named.key <= ?2) AND named.key IS NOT ?3
GROUP BY named.key`;

const LAST_CHECKPOINT = `SELECT version, at FROM ledger WHERE stream = 'checkpoint' ORDER BY version DESC LIMIT 1`;

/** The instants of the heads of streams that were asked for by name. */
export const readClocks = (rows: Rows = []): ReadonlyMap<string, string> =>
  new Map(rows.map(({ stream, at }) => [String(stream), String(at)]));

export const readHeads = (rows: Rows = []): ReadonlyMap<string, StreamHead> =>
  new Map(rows.map(({ stream, version, hash }) => [String(stream), { version: Number(version), hash: String(hash) }]));

/**
 * A statement that breaks a UNIQUE constraint, and so the batch it stands in, where a stream has an entry after `version`:
 * what was folded up to there would be written over what came since.
 */
export const nothingSince = command(
  sqlite.insert(ledger).select(
    sqlite
      .select()
      .from(ledger)
      .where(
        sql`${ledger.stream} = ${sql.placeholder('stream')} and ${ledger.version} > ${sql.placeholder('version')}`,
      ),
  ),
);

/** The same for the whole ledger, after `seq`. */
export const nothingAfter = command(
  sqlite.insert(ledger).select(
    sqlite
      .select()
      .from(ledger)
      .where(gt(ledger.seq, sql.placeholder('seq')))
      .limit(1),
  ),
);

/** Reads of the ledger itself. */
export const ledgerReads = ({ batch }: Driver): Pick<Store, 'entries' | 'heads' | 'headsAfter' | 'sealed'> => ({
  entries: async (asked) => {
    const { statement, read } = askEntries(asked);
    const [rows] = await batch([statement]);
    return read(rows);
  },
  heads: async (streams) => {
    const [rows] = await batch([askHeads(streams)]);
    return readHeads(rows);
  },
  headsAfter: async ({ stream, entries }) => {
    const [rows] = await batch([{ sql: HEADS_AFTER, params: [stream, entries] }]);
    return readHeads(rows);
  },
  sealed: async (streams) => {
    const range =
      'exactly' in streams
        ? [streams.exactly, streams.exactly, null]
        : [streams.after, streams.upTo ?? null, streams.after];
    const [rows, [last] = []] = await batch([
      { sql: SEALED, params: range },
      { sql: LAST_CHECKPOINT, params: [] },
    ]);
    return {
      heads: readHeads(rows),
      ...(last === undefined ? {} : { last: { version: Number(last['version']), at: String(last['at']) } }),
    };
  },
});
