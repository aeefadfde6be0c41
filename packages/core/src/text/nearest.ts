/**
 * Finds the word most like a mistyped one: at most two letters added, left out, changed or swapped, and fewer than half
 * of the word. Undefined where none comes close.
 */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const limit = Math.min(2, Math.floor(word.length / 2));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of new Set(known)) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
};

/** Counts single-letter edits between two words, a swap of neighbours being one. */
const editDistance = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      here.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (here[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = here;
  }
  return above[b.length] ?? 0;
};
