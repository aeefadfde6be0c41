import type { Agency, ConsolidationState, Facts, OfficeSettings, PeriodOpening, Plan, PlanEvent } from '@dondoc/core';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// All of these can be made again from the ledger (`rebuild`).

/** What has happened to each obligation that has an entry. */
export const facts = sqliteTable(
  'facts',
  {
    plan: text('plan').notNull(),
    report: text('report').notNull(),
    period: text('period').notNull(),
    unit: text('unit').notNull(),
    facts: text('facts', { mode: 'json' }).$type<Facts>().notNull(),
    /** The entry that holds what the unit sent last; null until something is sent. */
    filedSeq: integer('filed_seq'),
    /** How many entries behind it were erased: facts folded before an erasure must not come back after it. */
    erased: integer('erased').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.plan, table.report, table.period, table.unit] }),
    index('facts_unit').on(table.unit),
  ],
);

/** The fold of each plan's stream, but for the contents of its versions. */
export const plans = sqliteTable('plans', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  title: text('title').notNull(),
  /** The newest one. */
  version: integer('version').notNull(),
  adopted: text('adopted').notNull(),
  events: text('events', { mode: 'json' }).$type<readonly PlanEvent[]>().notNull(),
  openings: text('openings', { mode: 'json' }).$type<readonly PeriodOpening[]>().notNull(),
  streamVersion: integer('stream_version').notNull(),
});

export const planVersions = sqliteTable(
  'plan_versions',
  {
    plan: text('plan').notNull(),
    version: integer('version').notNull(),
    adopted: text('adopted').notNull(),
    content: text('content', { mode: 'json' }).$type<Plan>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.plan, table.version] })],
);

/** Each agency as its last entry says. */
export const agencies = sqliteTable('agencies', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  /** Place in the office's own list. */
  position: integer('position').notNull(),
  content: text('content', { mode: 'json' }).$type<Agency>().notNull(),
});

/** One row: the settings, and what caches are held against. */
export const office = sqliteTable('office', {
  id: integer('id').primaryKey(),
  settings: text('settings', { mode: 'json' }).$type<OfficeSettings>(),
  /** seq of the last entry that changed office, agencies or plans. */
  revision: integer('revision').notNull(),
});

export const consolidations = sqliteTable(
  'consolidations',
  {
    plan: text('plan').notNull(),
    report: text('report').notNull(),
    period: text('period').notNull(),
    state: text('state', { mode: 'json' }).$type<ConsolidationState>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.plan, table.report, table.period] })],
);
