import type { FindingParams } from '../finding.ts';
import { formatDate, proseCount } from '../format.ts';

/** Reads a param as text; a missing one becomes the empty string, a list is joined by '; '. */
export const textOf = (params: FindingParams, name: string): string => {
  const value = params[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('; ') : String(value);
};

/** Reads a param as a list; a single value is a list of one, a missing one an empty list. */
export const listOf = (params: FindingParams, name: string): readonly string[] => {
  const value = params[name];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes an ISO day as on paper: '05/6/2019'. What is no ISO day stays as it is. */
export const dayOf = (params: FindingParams, name: string): string => {
  const value = textOf(params, name);
  return ISO_DAY.test(value) ? formatDate(value) : value;
};

/** Writes a whole number as in prose: '05'. What is no number stays as it is. */
export const countOf = (params: FindingParams, name: string): string => {
  const value = params[name];
  return typeof value === 'number' ? proseCount(value) : textOf(params, name);
};

/** Joins as a sentence does: 'a, b và c'. */
export const enumerate = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} và ${items.at(-1) ?? ''}`;

/** Quotes each item and joins them: “a”, “b”. */
export const quoted = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ');
