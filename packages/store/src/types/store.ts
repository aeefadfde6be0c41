import type { ConsolidationState, LedgerEntry, PlanHistory, StreamHead } from '@dondoc/core';
import type { Session, SignInLink, Token } from './access.ts';
import type {
  Append,
  Appended,
  LedgerQuery,
  LedgerRow,
  ObligationKey,
  Redacted,
  RememberedAnswer,
  ReportPeriod,
  Sealed,
  StoredDocument,
} from './ledger.ts';
import type { Configuration, DeskDraft, Draft, FactsRow, FiledRow, Pulse, Saved } from './rows.ts';

/** What of a store only reads, each in one batch. */
export type Reads = Pick<
  Store,
  | 'pulse'
  | 'entries'
  | 'heads'
  | 'headsAfter'
  | 'sealed'
  | 'configuration'
  | 'planHistory'
  | 'planHistories'
  | 'facts'
  | 'filed'
  | 'consolidation'
  | 'consolidations'
  | 'draft'
  | 'drafts'
  | 'deskDraft'
  | 'remembered'
  | 'tokenOf'
  | 'sessionOf'
  | 'linkOf'
  | 'setting'
>;

/** The ledger with its read models, and the plain rows beside it. Every method is one batch unless it says otherwise. */
export interface Store {
  readonly pulse: () => Promise<Pulse>;
  /**
   * Asks several questions in one batch, so that all see the same moment and cost one round trip: those that the function
   * asks of what it is given before it waits for anything.
   */
  readonly together: <const T extends readonly Promise<unknown>[]>(
    ask: (store: Reads) => T,
  ) => Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;

  // the ledger
  /** Seals and appends, and writes the read models (by core's folds) and the effects in the same batch. Two batches: read, write. */
  readonly append: (input: Append) => Promise<Appended>;
  readonly entries: (query: LedgerQuery) => Promise<readonly LedgerRow[]>;
  readonly heads: (streams?: readonly string[]) => Promise<ReadonlyMap<string, StreamHead>>;
  /**
   * The heads of the next streams after a name (exclusive), in the order of their names: as many as have so many entries
   * together, and one more where there is one.
   */
  readonly headsAfter: (page: {
    readonly stream: string;
    readonly entries: number;
  }) => Promise<ReadonlyMap<string, StreamHead>>;
  /**
   * What the checkpoints hold together, of one stream or of those after a name (exclusive) up to another (inclusive); and
   * the last of them.
   */
  readonly sealed: (
    streams: { readonly exactly: string } | { readonly after: string; readonly upTo?: string | undefined },
  ) => Promise<Sealed>;
  /** Seals the heads that moved since the last checkpoint; undefined where none did. */
  readonly checkpoint: (by: { readonly at: string; readonly actor: string }) => Promise<LedgerEntry | undefined>;
  /**
   * Erases the data of an entry (a person's data), appends the fact of it to the office's stream and rebuilds what was
   * folded from it. Undefined: there is no such entry. `refused` for what is in force: the newest settings, the newest
   * state of an agency, versions and requests of a plan, issues of a consolidation, checkpoints, what an obligation's
   * facts would not be without (an exemption, an extension, a report counted in an issue); and for what is erased
   * already. The stream's version stays as it is.
   */
  readonly redact: (input: {
    readonly stream: string;
    readonly version: number;
    readonly reason: string;
    readonly at: string;
    readonly actor: string;
  }) => Promise<Redacted | undefined>;
  /** Folds the whole ledger again and replaces every read model. For restores and repairs; many batches. */
  readonly rebuild: () => Promise<void>;

  // read models
  readonly configuration: () => Promise<Configuration>;
  readonly planHistory: (plan: string) => Promise<PlanHistory | undefined>;
  /** Of those of the plans that there are, by id: as many statements as for one. */
  readonly planHistories: (plans: readonly string[]) => Promise<ReadonlyMap<string, PlanHistory>>;
  readonly facts: (of: Partial<ObligationKey> & { readonly units?: readonly string[] }) => Promise<readonly FactsRow[]>;
  /** The last content that each unit sent; a given revision where `revision` says so (then of one unit). */
  readonly filed: (
    of: ReportPeriod & { readonly unit?: string; readonly revision?: number },
  ) => Promise<readonly FiledRow[]>;
  readonly consolidation: (of: ReportPeriod) => Promise<ConsolidationState | undefined>;
  readonly consolidations: (
    plan?: string,
  ) => Promise<readonly (ReportPeriod & { readonly state: ConsolidationState })[]>;

  // drafts
  readonly draft: (of: ObligationKey) => Promise<Draft | undefined>;
  /** Without their contents. */
  readonly drafts: (of: Partial<ObligationKey>) => Promise<readonly Omit<Draft, 'content'>[]>;
  /**
   * Saves where `rev` is still the stored one (0: there is none yet), and the obligation's stream still at `version` (0: it
   * has no entry; null: wherever it is, as without it); else gives the stored one.
   */
  readonly saveDraft: (draft: Draft, at?: { readonly version: number | null }) => Promise<Saved<Draft>>;
  readonly dropDraft: (of: ObligationKey) => Promise<void>;
  readonly deskDraft: (of: ReportPeriod) => Promise<DeskDraft | undefined>;
  readonly saveDeskDraft: (draft: DeskDraft) => Promise<Saved<DeskDraft>>;

  // idempotency
  readonly remembered: (of: {
    readonly principal: string;
    readonly key: string;
  }) => Promise<RememberedAnswer | undefined>;

  // documents
  readonly document: (sha256: string) => Promise<StoredDocument | undefined>;
  readonly documents: () => Promise<readonly Omit<StoredDocument, 'bytes'>[]>;

  // access
  /** By the hash of the secret, whatever its state: the caller holds expiry and revocation against the clock. */
  readonly tokenOf: (hash: string) => Promise<Token | undefined>;
  readonly sessionOf: (hash: string) => Promise<Session | undefined>;
  readonly linkOf: (hash: string) => Promise<SignInLink | undefined>;
  readonly tokens: () => Promise<readonly Token[]>;
  readonly links: (unit?: string) => Promise<readonly SignInLink[]>;
  readonly sessions: (unit?: string) => Promise<readonly Session[]>;
  /** Takes one use of a link that has uses left, is not revoked and not expired, and opens the session; false: it had none. */
  readonly enrol: (session: Session) => Promise<boolean>;
  /** Ends a session: signing out is no act of the ledger. */
  readonly endSession: (credential: string, at: string) => Promise<void>;

  // the deployment itself: what is set once and is not the office's
  readonly setting: (key: string) => Promise<string | undefined>;
  /** Sets what is not set yet, or replaces where `replace`; false: it was set already. */
  readonly setSetting: (key: string, value: string, replace?: boolean) => Promise<boolean>;

  /**
   * Forgets remembered answers, ended sessions, used-up and expired links older than these instants. A link stays as long
   * as a session hangs on it, however far down: by it they can still be ended.
   */
  readonly tidy: (before: { readonly answers: string; readonly access: string }) => Promise<void>;
}
