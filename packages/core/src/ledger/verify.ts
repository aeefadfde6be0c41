import { checkpointStream, type CheckpointData } from './checkpoint.ts';
import { digestOfData, hashOfEntry } from './seal.ts';
import type { Digest, EntryData, Json, LedgerEntry, SealedEntry, StreamHead } from './types.ts';

/** One thing that is not as it was sealed. Named by stream and version, for an operator; never shown to units. */
export interface LedgerProblem {
  readonly stream: string;
  readonly version: number;
  /**
   * `entry-altered`: the entry no longer gives its hash. `data-altered`: its data no longer give their digest (or a
   * checkpoint's were erased). `chain-broken`: it does not hold the hash of the one before. `missing`: no entry has this
   * version. `repeated`: two have it. `out-of-order`: it stands after a later one. `dropped`: a checkpoint or receipt
   * knows of it, the stream ends before. `replaced`: a checkpoint or receipt knows another hash for it.
   */
  readonly problem:
    | 'entry-altered'
    | 'data-altered'
    | 'chain-broken'
    | 'missing'
    | 'repeated'
    | 'out-of-order'
    | 'dropped'
    | 'replaced';
}

export interface Verification {
  /** Nothing is other than it was sealed. Redactions do not count against it. */
  readonly ok: boolean;
  readonly streams: number;
  readonly entries: number;
  readonly problems: readonly LedgerProblem[];
  /** Entries whose data were erased: that they happened, when and by whom still stands. */
  readonly redacted: readonly { readonly stream: string; readonly version: number }[];
}

export interface VerifyInput {
  /** Of the whole ledger, in the order of the ledger (by `seq` where they carry one). */
  readonly entries: readonly (SealedEntry | LedgerEntry)[];
  /** The data of an entry; undefined where they were erased. */
  readonly dataOf: (entry: SealedEntry) => EntryData | undefined;
  /** Heads held elsewhere, in a receipt, a backup or another's checkpoint: what the ledger must still contain. */
  readonly held?: readonly (StreamHead & { readonly stream: string })[];
  readonly digest: Digest;
}

type Note = (problem: LedgerProblem['problem'], at: { readonly stream: string; readonly version: number }) => void;

/** What cannot be written as canonical JSON was never sealed. */
const attempt = async (hash: () => Promise<string>): Promise<string | undefined> => {
  try {
    return await hash();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const checkOrder = (entries: readonly (SealedEntry | LedgerEntry)[], note: Note): void => {
  let version = 0;
  let seq = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    const place = 'seq' in entry ? entry.seq : undefined;
    if (entry.version < version || (place !== undefined && place <= seq)) note('out-of-order', entry);
    version = Math.max(version, entry.version);
    seq = place ?? seq;
  }
};

const checkChain = (stream: string, entries: readonly SealedEntry[], note: Note): void => {
  let previous: SealedEntry | undefined;
  for (const entry of entries) {
    const { version } = entry;
    const expected: number = (previous?.version ?? 0) + 1;
    if (version < expected) note('repeated', entry);
    // A gap is told once, by its first version: the chain after it is broken anyway.
    if (version > expected) note('missing', { stream, version: expected });
    if (entry.prev !== (previous?.hash ?? null)) note('chain-broken', entry);
    previous = entry;
  }
};

const byStream = (entries: VerifyInput['entries']): ReadonlyMap<string, readonly (SealedEntry | LedgerEntry)[]> => {
  const streams = new Map<string, (SealedEntry | LedgerEntry)[]>();
  for (const entry of entries) {
    const list = streams.get(entry.stream);
    if (list === undefined) streams.set(entry.stream, [entry]);
    else list.push(entry);
  }
  return streams;
};

const headsIn = (data: Json): readonly (StreamHead & { readonly stream: string })[] =>
  // The entry's digest has just been verified: it holds what `checkpoint` wrote.
  Object.entries((data as CheckpointData).heads).map(([stream, { version, hash }]) => ({
    stream,
    version,
    hash,
  }));

/**
 * Verifies a whole ledger (a checkpoint knows of every stream: one left out is `dropped`): that every entry gives its hash, its data their digest, each holds the hash
 * of the one before, no version is missing, repeated or out of order, and that whatever the ledger's own checkpoints and
 * the `held` heads know of is still there. Tells redactions apart from changes.
 *
 * It proves what the holder of a receipt, a checkpoint or a backup can prove: an operator who holds the only copy could
 * have sealed another one.
 */
export const verify = async ({ entries, dataOf, held = [], digest }: VerifyInput): Promise<Verification> => {
  const problems: LedgerProblem[] = [];
  const redacted: { stream: string; version: number }[] = [];
  const note: Note = (problem, { stream, version }) => problems.push({ stream, version, problem });
  const known = [...held];
  const streams = byStream(entries);
  for (const [stream, inOrder] of streams) {
    checkOrder(inOrder, note);
    const chain = inOrder.toSorted((a, b) => a.version - b.version);
    checkChain(stream, chain, note);
    for (const entry of chain) {
      if ((await attempt(() => hashOfEntry(entry, digest))) !== entry.hash) note('entry-altered', entry);
      const data = dataOf(entry);
      // A checkpoint holds nobody's data: erasing it can only hide what it knows.
      if (data === undefined && stream === checkpointStream) note('data-altered', entry);
      else if (data === undefined) redacted.push({ stream, version: entry.version });
      else if ((await attempt(() => digestOfData(data, digest))) !== entry.dataDigest) note('data-altered', entry);
      else if (stream === checkpointStream) known.push(...headsIn(data.data));
    }
  }
  const hashes = new Map([...streams].map(([stream, list]) => [stream, new Map(list.map((e) => [e.version, e.hash]))]));
  for (const { stream, version, hash } of known) {
    const found = hashes.get(stream)?.get(version);
    if (found === undefined) note('dropped', { stream, version });
    else if (found !== hash) note('replaced', { stream, version });
  }
  const distinct = [
    ...new Map(problems.map((found) => [`${found.stream} ${found.version} ${found.problem}`, found])).values(),
  ];
  return { ok: distinct.length === 0, streams: streams.size, entries: entries.length, problems: distinct, redacted };
};
