/** Composes accents (NFC): the one form in which texts are kept and compared. */
export const nfc = (s: string): string => s.normalize('NFC');

/** Composes accents, folds every run of white space (line breaks, no-break spaces) into one space, and trims. */
export const fold = (s: string): string => nfc(s).replaceAll(/\s+/g, ' ').trim();

/**
 * Makes the key by which names are searched: folded, lower case, without diacritics, `đ` as `d`.
 * A key only finds; two different names may share one ('Tân Lập' and 'Tân Lấp').
 */
export const searchKey = (s: string): string =>
  fold(s).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
