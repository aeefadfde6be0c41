/** Anything that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What happened, before it is sealed: `kind` and `data` belong to the concept that declares them. */
export interface EntryContent<Kind extends string = string, Data extends Json = Json> {
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly version: number;
  /** Instant of the clock, ISO 8601 in UTC with milliseconds: `2020-06-03T08:20:00.000Z`. */
  readonly at: string;
  /** The Vietnam day (or day and minute) that counts, where it differs from `at`. */
  readonly receivedOn?: string;
  /** Principal id of who acted. */
  readonly actor: string;
  readonly kind: Kind;
  readonly data: Data;
}

/**
 * SHA-256, as the runtime has it: `async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))`.
 */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

/** The last sealed entry of a stream. */
export interface StreamHead {
  readonly version: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** What the chain holds of an entry: everything but its data, of which it holds the digest. */
export interface SealedEntry {
  readonly stream: string;
  readonly version: number;
  readonly at: string;
  readonly receivedOn?: string;
  readonly actor: string;
  readonly kind: string;
  /** SHA-256 of salt and data: 64 hexadecimal digits. */
  readonly dataDigest: string;
  /** Hash of the stream's entry before; null for its first. */
  readonly prev: string | null;
  /** SHA-256 of the canonical JSON of all of the above. */
  readonly hash: string;
}

/** A sealed entry in its place in the whole ledger: `seq` is given by the store and is not part of the hash. */
export interface LedgerEntry extends SealedEntry {
  readonly seq: number;
}

/** What stands beside the chain and may be erased. */
export interface EntryData {
  readonly data: Json;
  readonly salt: string;
}
