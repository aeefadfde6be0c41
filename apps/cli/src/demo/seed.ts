/** Turns words into a number from 0 (inclusive) to 1 (exclusive), always the same: the demo has no chance in it (FNV-1a). */
export function share(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The last bits of FNV are its best ones.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000;
}

/** A whole number between two, both inclusive. */
export const between = (words: string, low: number, high: number): number =>
  low + Math.floor(share(words) * (high - low + 1));

/** One of a list. */
export function oneOf<T>(words: string, list: readonly [T, ...T[]]): T {
  return list[Math.floor(share(words) * list.length)] ?? list[0];
}
