export { dumpSql } from './archive/dump.ts';
export { writeSnapshot } from './archive/restore.ts';
export { takeSnapshot, type Snapshot } from './archive/snapshot.ts';
export { countingDriver, LimitExceeded, type Counting } from './counting.ts';
export { RowTooLarge, UniqueViolation } from './errors.ts';
export { createStore, type StoreOptions } from './store.ts';
export type {
  Append,
  Appended,
  Configuration,
  DeskDraft,
  Draft,
  Driver,
  Effects,
  FactsRow,
  FiledRow,
  Grants,
  LedgerQuery,
  LedgerRow,
  ObligationKey,
  PlanSummary,
  Principal,
  Pulse,
  Reads,
  Redacted,
  RememberedAnswer,
  ReportPeriod,
  Saved,
  Sealed,
  Session,
  SignInLink,
  SqlValue,
  Statement,
  Store,
  StoredDocument,
  Token,
} from './types.ts';
