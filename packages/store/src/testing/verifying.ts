import { verify, type Digest, type SealedEntry, type Verification } from '@dondoc/core';
import type { LedgerRow, Store } from '../types.ts';

export const digest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Verifies rows that were read with their data. */
export const verifyRows = (rows: readonly LedgerRow[]): Promise<Verification> => {
  const secrets = new Map<SealedEntry, LedgerRow['secret']>();
  // `secret` is no member of a sealed entry: it would change the hash.
  const entries = rows.map(({ secret, ...entry }) => {
    secrets.set(entry, secret);
    return entry;
  });
  return verify({ entries, dataOf: (entry) => secrets.get(entry) ?? undefined, digest });
};

export const verifyStore = async (store: Store): Promise<Verification> =>
  verifyRows(await store.entries({ data: 'all' }));
