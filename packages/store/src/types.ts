export type { Grants, Principal, Session, SignInLink, Token } from './types/access.ts';
export type { Driver, SqlValue, Statement } from './types/driver.ts';
export type {
  Append,
  Appended,
  Effects,
  LedgerQuery,
  LedgerRow,
  ObligationKey,
  Redacted,
  RememberedAnswer,
  ReportPeriod,
  Sealed,
  StoredDocument,
} from './types/ledger.ts';
export type { Configuration, DeskDraft, Draft, FactsRow, FiledRow, PlanSummary, Pulse, Saved } from './types/rows.ts';
export type { Reads, Store } from './types/store.ts';
