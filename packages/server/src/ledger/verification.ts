import { verify, type LedgerEntry, type LedgerProblem, type StreamHead, type Verification } from '@dondoc/core';
import type { LedgerRow, Sealed, Store } from '@dondoc/store';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { toBase64url } from '../http/encoding.ts';
import { problemWords, proofWords } from './words.ts';

/** Entries verified in one request, but never less than a whole stream: two hashes each. */
const MOST_ENTRIES = 200;

export interface VerificationAnswer extends Omit<Verification, 'problems'> {
  readonly problems: readonly (LedgerProblem & { readonly message: string })[];
  /** The last checkpoint: what came after it is not sealed yet. */
  readonly sealed?: { readonly version: number; readonly at: string };
  readonly proves: string;
  readonly doesNotProve: string;
  /** Where the next request goes on; null: all streams have been verified. */
  readonly next: string | null;
}

type Heads = ReadonlyMap<string, StreamHead>;

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** As many whole streams as fit into one request, of the next ones by name. */
const fitting = (heads: Heads): { readonly streams: readonly string[]; readonly isLast: boolean } => {
  const streams: string[] = [];
  let entries = 0;
  for (const [name, { version }] of heads) {
    entries += version;
    if (streams.length > 0 && entries > MOST_ENTRIES) break;
    streams.push(name);
  }
  return { streams, isLast: streams.length === heads.size };
};

/** The entry as it was sealed: a member more would change its hash. */
const asSealed = (row: LedgerRow): LedgerEntry => {
  const { secret: _, ...entry } = row;
  return entry;
};

/** Verifies whole streams against themselves and against what the checkpoints hold of them. */
const verifyStreams = async (rows: readonly LedgerRow[], held: Heads): Promise<Verification> => {
  const secrets = new Map(rows.map(({ stream, version, secret }) => [`${version} ${stream}`, secret ?? undefined]));
  const asked = new Set([...rows.map(({ stream }) => stream), ...held.keys()]);
  const found = await verify({
    entries: rows.map(asSealed),
    dataOf: ({ stream, version }) => secrets.get(`${version} ${stream}`),
    held: [...held].map(([stream, head]) => ({ stream, ...head })),
    digest,
  });
  // A checkpoint among them knows of streams that were not read here.
  const problems = found.problems.filter(({ stream }) => asked.has(stream));
  return { ...found, ok: problems.length === 0, problems };
};

const answerOf = (
  found: Verification,
  { last, next }: { readonly last: Sealed['last']; readonly next: string | null },
): VerificationAnswer => ({
  ...found,
  problems: found.problems.map((problem) => ({ ...problem, message: problemWords[problem.problem] })),
  ...(last === undefined ? {} : { sealed: last }),
  ...proofWords,
  next,
});

type Reading = Pick<Store, 'headsAfter' | 'together'>;

/** Reads streams with what the checkpoints hold of the names in `range`, of one moment. */
const readStreams = (store: Reading, streams: readonly string[], range: Parameters<Store['sealed']>[0]) =>
  store.together((ask) => [ask.entries({ streams, data: 'all' }), ask.sealed(range)]);

/**
 * Verifies one stream, or the next streams after a cursor: a request's worth of them, so that the whole ledger is verified
 * by going on until `next` is null. Streams that a checkpoint knows and the ledger does not are named.
 */
export const verifyLedger = async (
  store: Reading,
  { stream, from = '' }: { readonly stream?: string; readonly from?: string | undefined },
): Promise<Outcome<VerificationAnswer>> => {
  if (stream !== undefined) {
    const [rows, { heads, last }] = await readStreams(store, [stream], { exactly: stream });
    if (rows.length === 0 && heads.size === 0) return failed('not-found', { params: { what: stream } });
    return done(answerOf(await verifyStreams(rows, heads), { last, next: null }));
  }
  const { streams, isLast } = fitting(await store.headsAfter({ stream: from, entries: MOST_ENTRIES }));
  const end = streams.at(-1);
  // The last page is held against whatever else the checkpoints know.
  const [rows, { heads, last }] = await readStreams(store, streams, { after: from, ...(isLast ? {} : { upTo: end }) });
  const next = isLast || end === undefined ? null : toBase64url(end);
  return done(answerOf(await verifyStreams(rows, heads), { last, next }));
};
