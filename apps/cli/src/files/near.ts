import { searchKey } from '@dondoc/core';

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

const bare = (text: string): string => searchKey(text).replaceAll(/[^a-z0-9]/g, '');

/** Ids of those whose id or name has what was typed in it, however it was spaced: at most five. */
export function near(typed: string, among: readonly Named[]): readonly string[] {
  const key = bare(typed);
  if (key === '') return [];
  return among
    .filter(({ id, names }) => [id, ...names].some((one) => bare(one).includes(key)))
    .slice(0, 5)
    .map(({ id }) => id);
}
