import type { Folded } from '../models/fold.ts';
import type { LedgerRow } from '../types.ts';

/** Gives a row of the ledger, read with its data, as a fold takes it. */
export const foldedOf = ({ stream, version, at, receivedOn, actor, kind, secret }: LedgerRow): Folded => ({
  content: {
    stream,
    version,
    at,
    actor,
    kind,
    data: secret?.data ?? null,
    ...(receivedOn === undefined ? {} : { receivedOn }),
  },
  erased: secret === null,
});
