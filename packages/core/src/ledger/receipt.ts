// Crockford's base 32: no I, L, O, U, so that a code read over the telephone cannot be misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Gives the code that a person keeps of a sealed entry: the first 40 bits of its hash in Crockford base 32, as
 * `7KQ2-M9XD`. It identifies the entry among those of one office; it does not prove its content as the hash does.
 */
export const receiptCode = (hash: string): string => {
  const code = [0, 5]
    .map((start) => {
      const bits = Number.parseInt(hash.slice(start, start + 5), 16);
      return [15, 10, 5, 0].map((shift) => ALPHABET[(bits >> shift) & 31] ?? '').join('');
    })
    .join('-');
  return code;
};
