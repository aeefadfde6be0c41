import { addDays } from '../calendar/day.ts';
import type { AgencyDirectory } from '../agency/directory.ts';
import type { UnitSelector } from '../agency/schema.ts';
import { inOfficeOrder, selects } from '../agency/selector.ts';

/** A unit that owes, and the units merged into it for which it answers. */
export interface Owing {
  readonly unit: string;
  readonly covers: readonly string[];
}

const nobody: readonly string[] = [];

/**
 * Makes the function that lists who owes: the units open and bound on `day`, in the office's order, and the heirs of
 * bound units that were merged between `since` (exclusive) and `day` (inclusive), each once.
 */
export const createOwing = (directory: AgencyDirectory) => {
  const merged = directory.all.filter((agency) => agency.closed !== undefined && agency.mergedInto !== undefined);
  const known = new Map<UnitSelector, Map<string, readonly Owing[]>>();

  const find = (selector: UnitSelector, day: string, since: string): readonly Owing[] => {
    const open = directory.matching(selector, day);
    const covers = new Map<string, string[]>();
    const binds = selects(selector);
    for (const { id, closed = '' } of merged) {
      if (closed <= since || closed > day) continue;
      const last = directory.at(id, addDays(closed, -1));
      const heir = directory.at(id, day)?.heir;
      if (last === undefined || heir === undefined || last.state !== 'open' || !binds(last)) continue;
      const others = covers.get(heir);
      if (others === undefined) covers.set(heir, [id]);
      else others.push(id);
    }
    if (covers.size === 0) return open.map((view) => ({ unit: view.id, covers: nobody }));
    const listed = new Set(open.map((view) => view.id));
    const heirs = [...covers.keys()].flatMap((id) => {
      const view = listed.has(id) ? undefined : directory.at(id, day);
      return view?.state === 'open' ? [view] : [];
    });
    const all = heirs.length === 0 ? open : [...open, ...heirs].toSorted(inOfficeOrder);
    return all.map((view) => ({ unit: view.id, covers: covers.get(view.id) ?? nobody }));
  };

  return (
    selector: UnitSelector,
    { day, since }: { readonly day: string; readonly since: string },
  ): readonly Owing[] => {
    const bySelector = known.get(selector) ?? new Map<string, readonly Owing[]>();
    known.set(selector, bySelector);
    const key = `${since}/${day}`;
    const found = bySelector.get(key) ?? find(selector, day, since);
    bySelector.set(key, found);
    return found;
  };
};
