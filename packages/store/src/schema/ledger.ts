import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * What happened, chained. Rows are only ever added: triggers refuse the rest. Without AUTOINCREMENT, which would write
 * one more row each time: as no row ever goes, the next seq is above all others in any case.
 */
export const ledger = sqliteTable(
  'ledger',
  {
    seq: integer('seq').primaryKey(),
    stream: text('stream').notNull(),
    version: integer('version').notNull(),
    at: text('at').notNull(),
    receivedOn: text('received_on'),
    actor: text('actor').notNull(),
    kind: text('kind').notNull(),
    dataDigest: text('data_digest').notNull(),
    prev: text('prev'),
    hash: text('hash').notNull(),
  },
  // The optimistic lock, and the order in which a stream is read.
  (table) => [uniqueIndex('ledger_stream_version').on(table.stream, table.version)],
);

/** The data of an entry with its salt, beside the chain: both null once they are erased, which the triggers let pass. */
export const ledgerData = sqliteTable('ledger_data', {
  seq: integer('seq')
    .primaryKey()
    .references(() => ledger.seq),
  /** JSON as text; never parsed by the driver, for most readers want a part of it. */
  data: text('data'),
  salt: text('salt'),
});
