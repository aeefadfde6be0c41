import type { ConsolidationEntry, ObligationEntry } from '@dondoc/core';
import type { LedgerRow } from '@dondoc/store';

const SIGNED_FILE = /^([0-9a-f]{64})\.[a-z]+$/;

/** SHA-256 of every file that the ledger says it has: documents issued, signed copies. */
export function namedBytes(entries: readonly LedgerRow[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { stream, kind, secret } of entries) {
    if (secret === null || secret === undefined) continue;
    // Of these streams the kinds and data are what core sealed into them.
    if (stream.startsWith('consolidation:') && kind === 'attach') {
      const { file } = secret.data as Extract<ConsolidationEntry, { kind: 'attach' }>['data'];
      named.add(file.sha256);
    } else if (stream.startsWith('obligation:') && kind === 'attach-signed-copy') {
      const { signedDocument } = secret.data as Extract<ObligationEntry, { kind: 'attach-signed-copy' }>['data'];
      const sha256 = SIGNED_FILE.exec(signedDocument.file ?? '')?.[1];
      if (sha256 !== undefined) named.add(sha256);
    }
  }
  return named;
}
