import { sql } from 'drizzle-orm';
import { answers, documents } from '../schema/plain.ts';
import { bulk } from '../sql/bulk.ts';
import { command, sqlite } from '../sql/prepare.ts';
import type { Effects, Grants, Statement } from '../types.ts';

const given = sql.placeholder;

const DROP_DRAFTS = `DELETE FROM drafts WHERE (plan, report, period, unit) IN (
SELECT value ->> '$.plan', value ->> '$.report', value ->> '$.period', value ->> '$.unit' FROM json_each(?1))`;

const GRANT = `INSERT INTO credentials (hash, credential, what, principal, roles, unit, label, created_at, created_by,
  expires_at, revoked_at, uses_left, link)
SELECT value ->> '$.hash', value ->> '$.credential', ?2, value ->> '$.id', value -> '$.roles', value ->> '$.unit',
  value ->> '$.label', value ->> '$.createdAt', value ->> '$.createdBy', value ->> '$.expiresAt',
  value ->> '$.revokedAt', value ->> '$.usesLeft', value ->> '$.link'
FROM json_each(?1)`;

const REVOKE = `UPDATE credentials SET revoked_at = ?2
WHERE revoked_at IS NULL AND credential IN (SELECT value FROM json_each(?1))`;

// In the batch itself: no device slips in between a list of sessions and its end.
const REVOKE_WITH_SESSIONS = `WITH RECURSIVE hanging(credential) AS (
  SELECT value FROM json_each(?1)
  UNION SELECT below.credential FROM credentials AS below JOIN hanging ON below.link = hanging.credential
)
UPDATE credentials SET revoked_at = ?2
WHERE revoked_at IS NULL AND credential IN (SELECT credential FROM hanging)`;

// Without ON CONFLICT: a key that is set already undoes the whole batch.
const SET = `INSERT INTO settings (key, value) SELECT key, value FROM json_each(?1)`;

const remember = command(
  sqlite.insert(answers).values({
    principal: given('principal'),
    key: given('key'),
    requestHash: given('requestHash'),
    status: given('status'),
    body: given('body'),
    at: given('at'),
  }),
);

// The same bytes are the same document.
const keep = command(
  sqlite
    .insert(documents)
    .values({ sha256: given('sha256'), mediaType: given('mediaType'), name: given('name'), bytes: given('bytes') })
    .onConflictDoNothing(),
);

const writeGrants = (
  { tokens = [], links = [], revoke = [], sessionsOfLinks = false }: Grants,
  at: string,
): readonly Statement[] => [
  ...bulk(GRANT, tokens, ['token']),
  ...bulk(GRANT, links, ['link']),
  ...(revoke.length === 0
    ? []
    : [{ sql: sessionsOfLinks ? REVOKE_WITH_SESSIONS : REVOKE, params: [JSON.stringify(revoke), at] }]),
];

/** Writes what goes with entries; `at`: the instant of the act, at which what it revokes ends. */
export const writeEffects = (
  { dropDrafts = [], remember: answer, documents = [], grants, settings }: Effects,
  at: string,
): readonly Statement[] => [
  ...bulk(DROP_DRAFTS, dropDrafts),
  ...(answer === undefined ? [] : [remember(answer)]),
  ...documents.map((document) => keep(document)),
  ...(grants === undefined ? [] : writeGrants(grants, at)),
  ...(settings === undefined ? [] : [{ sql: SET, params: [JSON.stringify(settings)] }]),
];
