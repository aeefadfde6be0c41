import { hex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import type { Digest, EntryContent, EntryData, Json, SealedEntry, StreamHead } from './types.ts';

/**
 * Digests an entry's data with its salt: SHA-256 of the canonical JSON of `[salt, data]`. The salt (random, kept with the
 * data) keeps erased data from being guessed.
 */
export const digestOfData = async ({ salt, data }: EntryData, digest: Digest): Promise<string> =>
  hex(await digest(utf8(canonicalJson([salt, data]))));

/** Hashes what an entry says, all of it but `hash` and `seq`. Members that it should not have change the hash too. */
export const hashOfEntry = async (entry: Omit<SealedEntry, 'hash'>, digest: Digest): Promise<string> => {
  const said: Record<string, unknown> = { ...entry };
  delete said['hash'];
  delete said['seq'];
  // An entry's members are texts, numbers and null; anything else makes canonicalJson throw.
  return hex(await digest(utf8(canonicalJson(said as { readonly [key: string]: Json }))));
};

export interface SealOptions {
  /** The stream's last sealed entry; absent: it has none. */
  readonly previous?: StreamHead;
  /** Gives 16 or more random bytes as text, anew for each entry. */
  readonly salt: () => string;
  readonly digest: Digest;
}

/**
 * Chains new entries to their stream: each holds the hash of the one before and the digest of its own data.
 * The contents are of one stream, their versions following `previous` without a gap; anything else throws a RangeError,
 * for the store must have refused it as a conflict by then.
 */
export const seal = async (
  contents: readonly EntryContent[],
  { previous, salt, digest }: SealOptions,
): Promise<readonly { readonly entry: SealedEntry; readonly secret: EntryData }[]> => {
  const sealed: { entry: SealedEntry; secret: EntryData }[] = [];
  let head = previous;
  for (const { data, stream, version, at, receivedOn, actor, kind } of contents) {
    if (stream !== contents[0]?.stream || version !== (head?.version ?? 0) + 1) {
      throw new RangeError(`Entry ${stream} ${version} does not follow version ${head?.version ?? 0} of its stream.`);
    }
    const secret: EntryData = { data, salt: salt() };
    const said = {
      stream,
      version,
      at,
      ...(receivedOn === undefined ? {} : { receivedOn }),
      actor,
      kind,
      dataDigest: await digestOfData(secret, digest),
      prev: head?.hash ?? null,
    };
    const entry: SealedEntry = { ...said, hash: await hashOfEntry(said, digest) };
    sealed.push({ entry, secret });
    head = entry;
  }
  return sealed;
};
