import { bulk } from '../sql/bulk.ts';
import type { Driver, SqlValue, Statement } from '../types.ts';
import type { Snapshot } from './snapshot.ts';

const ENTRIES = `INSERT INTO ledger (seq, stream, version, at, received_on, actor, kind, data_digest, prev, hash)
SELECT value ->> '$.seq', value ->> '$.stream', value ->> '$.version', value ->> '$.at', value ->> '$.receivedOn',
  value ->> '$.actor', value ->> '$.kind', value ->> '$.dataDigest', value ->> '$.prev', value ->> '$.hash'
FROM json_each(?1) ORDER BY key`;

const DATA = `INSERT INTO ledger_data (seq, data, salt)
SELECT value ->> '$.seq', value -> '$.data', value ->> '$.salt' FROM json_each(?1)`;

const DRAFTS = `INSERT INTO drafts (plan, report, period, unit, rev, content, answered, asked, ready, by, at)
SELECT value ->> '$.plan', value ->> '$.report', value ->> '$.period', value ->> '$.unit', value ->> '$.rev',
  value -> '$.content', value ->> '$.answered', value ->> '$.asked', value ->> '$.ready', value ->> '$.by', value ->> '$.at'
FROM json_each(?1)`;

const DESK_DRAFTS = `INSERT INTO desk_drafts (plan, report, period, rev, content, by, at)
SELECT value ->> '$.plan', value ->> '$.report', value ->> '$.period', value ->> '$.rev', value -> '$.content',
  value ->> '$.by', value ->> '$.at'
FROM json_each(?1)`;

const DOCUMENT = 'INSERT INTO documents (sha256, media_type, name, bytes) VALUES (?1, ?2, ?3, ?4)';
const SETTING = 'INSERT INTO settings (key, value) VALUES (?1, ?2)';

// Breaks the NOT NULL of the stream where there is an entry, and does nothing where there is none.
const EMPTY: Statement = { sql: 'INSERT INTO ledger (stream) SELECT NULL FROM ledger LIMIT 1', params: [] };

/**
 * Writes a snapshot into a database without entries, in one batch: every entry with its own seq. Rejects where there are
 * entries. The read models are made by `rebuild` afterwards.
 */
export const writeSnapshot = async ({ batch }: Driver, snapshot: Snapshot): Promise<void> => {
  const { entries, drafts, deskDrafts, documents, settings } = snapshot;
  const one = (sql: string, params: readonly SqlValue[]): Statement => ({ sql, params });
  await batch([
    EMPTY,
    ...bulk(
      ENTRIES,
      // Without the data, which have a table of their own.
      entries.map((entry) => ({ ...entry, secret: undefined })),
    ),
    ...bulk(
      DATA,
      // Of what was erased the row stands without its words.
      entries.map(({ seq, secret }) => (secret ? { seq, data: secret.data, salt: secret.salt } : { seq })),
    ),
    ...bulk(DRAFTS, drafts),
    ...bulk(DESK_DRAFTS, deskDrafts),
    ...documents.map(({ sha256, mediaType, name, bytes }) => one(DOCUMENT, [sha256, mediaType, name, bytes])),
    ...Object.entries(settings).map(([key, value]) => one(SETTING, [key, value])),
  ]);
};
