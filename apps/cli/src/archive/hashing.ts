import { createHash } from 'node:crypto';
import { canonicalJson, type Digest, type SealedEntry } from '@dondoc/core';
import type { HeldHead } from './format.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest());

/** The newest entry of each stream, by stream. */
export function headsOf(entries: readonly SealedEntry[]): readonly HeldHead[] {
  const heads = new Map<string, HeldHead>();
  for (const { stream, version, hash } of entries) {
    if ((heads.get(stream)?.version ?? 0) < version) heads.set(stream, { stream, version, hash });
  }
  return [...heads.values()].toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** Heads as a file keeps them. */
export const headsJson = (heads: readonly HeldHead[]) =>
  Object.fromEntries(heads.map(({ stream, version, hash }) => [stream, { version, hash }]));

export const headsDigest = (heads: readonly HeldHead[]): string => sha256(Buffer.from(canonicalJson(headsJson(heads))));
