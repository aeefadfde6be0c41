import * as v from 'valibot';
import { fromBase64url, toBase64url } from './encoding.ts';

/** Most items of one page. */
const MOST = 200;
const USUAL = 50;

/** What a list takes: `...pageQuery.entries` in a query's schema. */
export const pageQuery = v.object({
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(MOST)),
    String(USUAL),
  ),
  /** Where the page before said to go on: its `next`. */
  cursor: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(400),
      v.check((cursor) => after(cursor) !== undefined),
    ),
  ),
});

export interface Page<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; null: this is the last. */
  readonly next: string | null;
}

/** Makes a page of items that are in the order of their keys; hand it one item more than `limit` where there is one. */
export const pageOf = <T>(
  items: readonly T[],
  { limit, keyOf }: { readonly limit: number; readonly keyOf: (item: T) => string | number },
): Page<T> => {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: items.length > limit && last !== undefined ? toBase64url(String(keyOf(last))) : null };
};

/** The key after which a cursor goes on; undefined: there is no cursor, or it is none of ours. */
export const after = (cursor: string | undefined): string | undefined =>
  cursor === undefined || cursor === '' ? undefined : fromBase64url(cursor);

/** The schema of a page, for `describe`. */
export const pageSchema = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) });
