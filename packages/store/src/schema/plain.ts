import type { Json, Role } from '@dondoc/core';
import { customType, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

// Drizzle's own blob wants Node's Buffer.
const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array<ArrayBuffer> }>({
  dataType: () => 'blob',
});

// Plain rows beside the ledger: nothing in it tells of them, and nothing folds them.

/** What a unit has entered and not yet sent. */
export const drafts = sqliteTable(
  'drafts',
  {
    plan: text('plan').notNull(),
    report: text('report').notNull(),
    period: text('period').notNull(),
    unit: text('unit').notNull(),
    rev: integer('rev').notNull(),
    content: text('content', { mode: 'json' }).$type<Json>().notNull(),
    answered: integer('answered').notNull(),
    asked: integer('asked').notNull(),
    ready: integer('ready', { mode: 'boolean' }).notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.plan, table.report, table.period, table.unit] }),
    index('drafts_unit').on(table.unit),
  ],
);

/** The desk's text of a consolidation while it is being written. */
export const deskDrafts = sqliteTable(
  'desk_drafts',
  {
    plan: text('plan').notNull(),
    report: text('report').notNull(),
    period: text('period').notNull(),
    rev: integer('rev').notNull(),
    content: text('content', { mode: 'json' }).$type<Json>().notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.plan, table.report, table.period] })],
);

/** Answers to acts that carried an Idempotency-Key. */
export const answers = sqliteTable(
  'answers',
  {
    principal: text('principal').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.principal, table.key] })],
);

/** Documents that were issued: their bytes are the document. */
export const documents = sqliteTable('documents', {
  sha256: text('sha256').primaryKey(),
  mediaType: text('media_type').notNull(),
  name: text('name').notNull(),
  // Last, so that a list of documents does not read through them.
  bytes: bytes('bytes').notNull(),
});

/** Tokens, sign-in links and sessions: one table, for they are looked up, listed and revoked alike. */
export const credentials = sqliteTable(
  'credentials',
  {
    /** SHA-256 of the secret, which is stored nowhere. */
    hash: text('hash').primaryKey(),
    credential: text('credential').notNull(),
    what: text('what', { enum: ['token', 'link', 'session'] }).notNull(),
    principal: text('principal').notNull(),
    roles: text('roles', { mode: 'json' }).$type<readonly Role[]>().notNull(),
    unit: text('unit'),
    label: text('label').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    /** Of a link. */
    usesLeft: integer('uses_left'),
    /** Of a session: the link that enrolled it. Of a link made on such a device: that same link. */
    link: text('link'),
  },
  (table) => [uniqueIndex('credentials_credential').on(table.credential)],
);

/** The deployment's own, set once. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
