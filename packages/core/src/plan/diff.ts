import { canonicalJson } from '../ledger/canonical.ts';
import type { Json } from '../ledger/types.ts';
import { nameOfItem } from './diff-names.ts';
import type { Plan, Report } from './schema.ts';

/** A part of a plan: its own top-level members. */
export type PlanPart = keyof Plan;

/**
 * One thing in which a later plan differs. Plain JSON: a type, not an interface, so that it can be carried as such.
 *
 * `added`, `removed`: an item of a list, or a member that was not there or is not there any more; `changed`: a value, or
 * the order of a list (`before` and `after` then list what it is ordered by).
 */
export type PlanChange = {
  /** Where in the later plan; of what was removed, in the earlier one. */
  readonly path: readonly (string | number)[];
  readonly part: PlanPart;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The innermost item with an id that it is or that it is in. */
  readonly id?: string;
  /** What people call the items of lists on the path, from the outermost: one for each index in `path`. */
  readonly of: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
};

type Members = { readonly [key: string]: Json };

/** What is told as one thing: a due rule has changed, not its reading. */
const WHOLE = new Set(['due', 'schedule', 'window', 'units', 'signatory', 'asked', 'labels', 'advice']);

interface Place {
  readonly path: readonly (string | number)[];
  readonly part: PlanPart;
  readonly of: readonly string[];
  readonly id?: string;
  /** Of both plans, the later one's first: for the names of what names a report. */
  readonly reports: readonly Report[];
}

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const change = (place: Place, kind: PlanChange['kind'], values: Pick<PlanChange, 'before' | 'after'>): PlanChange => {
  const { path, part, of, id } = place;
  return { path, part, kind, ...(id === undefined ? {} : { id }), of, ...values };
};

const step = (place: Place, key: string): Place => ({ ...place, path: [...place.path, key] });

/** By what an item of a list is known again; an upward duty by its report. */
const idOf = (item: Members): string | undefined => {
  const id = item['id'] ?? item['report'];
  return typeof id === 'string' ? id : undefined;
};

const intoItem = (place: Place, index: number, item: Members): Place => {
  const id = idOf(item);
  return {
    ...place,
    path: [...place.path, index],
    of: [...place.of, nameOfItem(item, { list: place.path, reports: place.reports })],
    ...(id === undefined ? {} : { id }),
  };
};

/** An item without an id is known again by all that it says. */
const keyOf = (item: Members): string => idOf(item) ?? canonicalJson(item);

interface Item {
  readonly index: number;
  readonly item: Members;
}

/** Items by key; undefined where some are no objects or two have one key: then the list is told as a whole. */
const itemsOf = (list: readonly Json[]): ReadonlyMap<string, Item> | undefined => {
  const items = new Map<string, Item>();
  for (const [index, item] of list.entries()) {
    if (!isMembers(item)) return undefined;
    items.set(keyOf(item), { index, item });
  }
  return items.size === list.length ? items : undefined;
};

const diffLists = (before: readonly Json[], after: readonly Json[], place: Place): readonly PlanChange[] => {
  const [earlier, later] = [itemsOf(before), itemsOf(after)];
  if (earlier === undefined || later === undefined) return [change(place, 'changed', { before, after })];
  const kept = [...earlier.keys()].filter((key) => later.has(key));
  const keptAfter = [...later.keys()].filter((key) => earlier.has(key));
  // An item that was renamed is called the same on both sides: what has changed is the order.
  const inOrder = (keys: readonly string[]): Json =>
    keys.flatMap((key) => {
      const found = later.get(key);
      return found === undefined ? [] : [nameOfItem(found.item, { list: place.path, reports: place.reports })];
    });
  return [
    ...[...earlier].flatMap(([key, { index, item }]) =>
      later.has(key) ? [] : [change(intoItem(place, index, item), 'removed', { before: item })],
    ),
    ...[...later].flatMap(([key, { index, item }]) => {
      const old = earlier.get(key);
      const inside = intoItem(place, index, item);
      return old === undefined ? [change(inside, 'added', { after: item })] : diff(old.item, item, inside);
    }),
    ...(kept.join('\n') === keptAfter.join('\n')
      ? []
      : [change(place, 'changed', { before: inOrder(kept), after: inOrder(keptAfter) })]),
  ];
};

const diffMembers = (before: Members, after: Members, place: Place): readonly PlanChange[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    diff(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      step(place, key),
    ),
  );

const diff = (before: Json | undefined, after: Json | undefined, place: Place): readonly PlanChange[] => {
  if (before === undefined) return after === undefined ? [] : [change(place, 'added', { after })];
  if (after === undefined) return [change(place, 'removed', { before })];
  if (before === after || canonicalJson(before) === canonicalJson(after)) return [];
  const last = place.path.at(-1);
  if (typeof last === 'string' && WHOLE.has(last)) return [change(place, 'changed', { before, after })];
  if (isList(before) && isList(after)) return diffLists(before, after, place);
  if (isMembers(before) && isMembers(after)) return diffMembers(before, after, place);
  return [change(place, 'changed', { before, after })];
};

/**
 * Finds what a later plan says otherwise than an earlier one, in the order of the later one's parts; items of lists are
 * known again by their ids. No changes where the two say the same, and at least one where they do not.
 */
export const diffPlans = (before: Plan, after: Plan): readonly PlanChange[] => {
  const parts = [...new Set([...Object.keys(after), ...Object.keys(before)])] as readonly PlanPart[]; // the keys of two plans
  return parts.flatMap((part) =>
    diff(before[part], after[part], { path: [part], part, of: [], reports: [...after.reports, ...before.reports] }),
  );
};
