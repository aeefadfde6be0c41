/** Compares ASCII text (ISO days, ids) in the order of its code units: for `toSorted`, without asking a locale. */
export const inTextOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
