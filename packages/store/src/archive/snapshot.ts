import { asc } from 'drizzle-orm';
import { askEntries } from '../ledger/read.ts';
import { deskDrafts, documents, drafts, settings } from '../schema/plain.ts';
import { query, sqlite } from '../sql/prepare.ts';
import type { DeskDraft, Draft, Driver, LedgerRow, StoredDocument } from '../types.ts';

/** All that is an office's own, as of one moment. Access and remembered answers are a deployment's and are not in it. */
export interface Snapshot {
  /** Of the whole ledger by seq, with their data. */
  readonly entries: readonly LedgerRow[];
  readonly drafts: readonly Draft[];
  readonly deskDrafts: readonly DeskDraft[];
  readonly documents: readonly StoredDocument[];
  /** The settings asked for that are set, by key. */
  readonly settings: Readonly<Record<string, string>>;
}

const allDrafts = query(
  sqlite.select().from(drafts).orderBy(asc(drafts.plan), asc(drafts.report), asc(drafts.period), asc(drafts.unit)),
);
const allDeskDrafts = query(
  sqlite.select().from(deskDrafts).orderBy(asc(deskDrafts.plan), asc(deskDrafts.report), asc(deskDrafts.period)),
);
const allDocuments = query(sqlite.select().from(documents).orderBy(asc(documents.sha256)));
const allSettings = query(sqlite.select().from(settings).orderBy(asc(settings.key)));

/** Reads everything in one transaction: what is written meanwhile is in it whole or not at all. */
export const takeSnapshot = async (
  { batch }: Driver,
  { settings: keys }: { readonly settings: readonly string[] },
): Promise<Snapshot> => {
  const ledger = askEntries({ data: 'all' });
  const [entries = [], unitDrafts, texts, papers, set] = await batch([
    ledger.statement,
    allDrafts.ask(),
    allDeskDrafts.ask(),
    allDocuments.ask(),
    allSettings.ask(),
  ]);
  return {
    entries: ledger.read(entries),
    drafts: allDrafts.read(unitDrafts),
    deskDrafts: allDeskDrafts.read(texts),
    documents: allDocuments.read(papers),
    settings: Object.fromEntries(
      allSettings.read(set).flatMap(({ key, value }) => (keys.includes(key) ? [[key, value] as const] : [])),
    ),
  };
};
