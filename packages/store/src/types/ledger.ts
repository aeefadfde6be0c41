import type { EntryContent, EntryData, LedgerEntry, SealedEntry, StreamHead } from '@dondoc/core';
import type { Grants } from './access.ts';

/** Which report of which plan for which period. */
export interface ReportPeriod {
  readonly plan: string;
  readonly report: string;
  readonly period: string;
}

/** The four parts of an obligation's id. */
export interface ObligationKey extends ReportPeriod {
  readonly unit: string;
}

/** An entry as the ledger has it; `secret` only where it was asked for, null where it was erased. */
export interface LedgerRow extends LedgerEntry {
  readonly secret?: EntryData | null;
}

export interface LedgerQuery {
  /** Exactly these streams. */
  readonly streams?: readonly string[];
  /** All streams that begin so: `obligation:ttdn-2020/half-year/2020-H1/`. */
  readonly prefix?: string;
  /** Entries after this seq, exclusive. */
  readonly after?: number;
  /** Entries whose clock is at or before this instant (inclusive, ISO 8601 in UTC). */
  readonly until?: string;
  readonly limit?: number;
  /** No more than have less than so many bytes of data together, and the one that reaches it. Not with `none`. */
  readonly bytes?: number;
  /** `without-content`: the data less the submissions in them; enough to fold facts. */
  readonly data?: 'none' | 'without-content' | 'all';
}

/** What checkpoints hold: what the ledger must still contain. */
export interface Sealed {
  readonly heads: ReadonlyMap<string, StreamHead>;
  /** The last checkpoint: what came after it is not sealed yet. */
  readonly last?: { readonly version: number; readonly at: string };
}

/** Bytes that are a document: the issued .docx, frozen; addressed by their SHA-256. */
export interface StoredDocument {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An answer given to an act that carried an Idempotency-Key. */
export interface RememberedAnswer {
  readonly principal: string;
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: string;
  readonly status: number;
  /** JSON text. */
  readonly body: string;
  readonly at: string;
}

/** What is written in the same batch as the entries. */
export interface Effects {
  readonly dropDrafts?: readonly ObligationKey[];
  readonly remember?: RememberedAnswer;
  readonly documents?: readonly StoredDocument[];
  /** Access that an entry of the office's stream grants or takes. */
  readonly grants?: Grants;
  /** Set for the first time: where one of the keys is set already nothing is written, as if somebody else were first. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Append {
  /**
   * Of any streams (kinds and folds are core's: obligations, plans, office, agencies, consolidations, checkpoint); the
   * versions of each stream follow its head without a gap, else it is a conflict. What is before the head by its clock is
   * entered at the head's instant.
   */
  readonly contents: readonly EntryContent[];
  /** Told the sealed entries, so that an answer can carry their hashes. */
  readonly effects?: (sealed: readonly SealedEntry[]) => Effects;
}

export type Appended =
  | { readonly ok: true; readonly entries: readonly LedgerEntry[] }
  /** Somebody else was first: nothing was written. The streams whose heads have moved, as far as known. */
  | { readonly ok: false; readonly conflict: readonly string[] };

/**
 * What says how things are now cannot be erased (`in-force`): something newer has to take its place first. Nothing is
 * erased twice (`erased`).
 */
export type Redacted =
  | Appended
  | { readonly ok: false; readonly conflict: readonly []; readonly refused: 'in-force' | 'erased' };
