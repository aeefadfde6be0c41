import type { Agency, Dated, UnitSelector } from './schema.ts';
import { inOfficeOrder, selects } from './selector.ts';
import type { AgencyView } from './types.ts';

/** The agencies of an office, asked as of a day. All days are ISO. */
export interface AgencyDirectory {
  /** As given, less later entries with an id already taken. */
  readonly all: readonly Agency[];
  /** The agency as it is on a day, whatever its state then; undefined for an id that no agency has. */
  readonly at: (id: string, day: string) => AgencyView | undefined;
  /** Agencies that a selector names and that are open on a day, in the office's order, then by id. */
  readonly matching: (selector: UnitSelector, day: string) => readonly AgencyView[];
  /** Ids of the agencies merged into this one by a day, through any number of mergers, in the office's order. */
  readonly coveredBy: (id: string, day: string) => readonly string[];
}

/** Gives the value in force on a day; before the first dated one, where none is undated, there is none. */
export const valueOn = <T>(values: readonly Dated<T>[] | undefined, day: string): T | undefined =>
  values?.findLast(({ from }) => from === undefined || from <= day)?.value;

/** As `valueOn`, but the earliest value where the day lies before all: an agency always has a name and a kind. */
const valueOnOrFirst = <T>(values: readonly Dated<T>[], day: string): T | undefined =>
  valueOn(values, day) ?? values[0]?.value;

const stateOn = ({ opened, closed, mergedInto }: Agency, day: string): AgencyView['state'] => {
  if (opened !== undefined && day < opened) return 'not-yet-open';
  if (closed === undefined || day < closed) return 'open';
  return mergedInto === undefined ? 'closed' : 'merged';
};

/** More days than a plan's duties fall on in a year or two. */
const MOST_DAYS_KEPT = 200;

/** Makes the directory of a list of agencies. Of two with the same id the first counts (the checker reports the other). */
export const directory = (agencies: readonly Agency[]): AgencyDirectory => {
  const byId = new Map<string, Agency>();
  for (const agency of agencies) if (!byId.has(agency.id)) byId.set(agency.id, agency);
  const all = [...byId.values()];
  const ordered = all.toSorted(inOfficeOrder);
  const mergedInto = new Map<string, Agency[]>();
  for (const agency of all) {
    if (agency.mergedInto === undefined) continue;
    const merged = mergedInto.get(agency.mergedInto);
    if (merged === undefined) mergedInto.set(agency.mergedInto, [agency]);
    else merged.push(agency);
  }

  // Heirs by day: everyone passed on the way to an heir has the same one, so a chain is walked once and not once a link.
  const heirsOn = new Map<string, Map<string, string | undefined>>();
  const heirsOf = (day: string) => {
    const known = heirsOn.get(day);
    if (known !== undefined) return known;
    if (heirsOn.size >= MOST_DAYS_KEPT) heirsOn.clear();
    const made = new Map<string, string | undefined>();
    heirsOn.set(day, made);
    return made;
  };

  /** Follows mergers to whoever is open; undefined where the chain ends in a closed or unknown body, or in itself. */
  const heirOf = (agency: Agency, day: string): string | undefined => {
    const known = heirsOf(day);
    const passed = new Set<string>();
    let current: Agency | undefined = agency;
    let heir: string | undefined;
    while (current !== undefined && !passed.has(current.id)) {
      const { id, mergedInto }: Agency = current;
      const state = stateOn(current, day);
      if (state === 'open' || known.has(id)) {
        heir = state === 'open' ? id : known.get(id);
        break;
      }
      if (state !== 'merged' || mergedInto === undefined) break;
      passed.add(id);
      current = byId.get(mergedInto);
    }
    for (const id of passed) known.set(id, heir);
    return heir;
  };

  const made = (agency: Agency, day: string): AgencyView => {
    const state = stateOn(agency, day);
    const name = valueOnOrFirst(agency.names, day);
    const parent = valueOn(agency.parent, day);
    const symbol = valueOn(agency.symbol, day);
    const place = valueOn(agency.place, day);
    const heir = state === 'merged' ? heirOf(agency, day) : undefined;
    return {
      id: agency.id,
      name: name?.full ?? agency.id,
      shortName: name?.short ?? name?.full ?? agency.id,
      kind: valueOnOrFirst(agency.kind, day) ?? 'other',
      ...(parent === undefined ? {} : { parent }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(place === undefined ? {} : { place }),
      order: agency.order,
      state,
      ...(heir === undefined ? {} : { heir }),
      agency,
    };
  };

  // Views by day: boards and lists ask for the same units on the same few days, many times over.
  const viewsOn = new Map<string, Map<Agency, AgencyView>>();
  const view = (agency: Agency, day: string): AgencyView => {
    let views = viewsOn.get(day);
    if (views === undefined) {
      if (viewsOn.size >= MOST_DAYS_KEPT) viewsOn.clear();
      views = new Map();
      viewsOn.set(day, views);
    }
    const known = views.get(agency);
    if (known !== undefined) return known;
    const one = made(agency, day);
    views.set(agency, one);
    return one;
  };

  return {
    all,
    at: (id, day) => {
      const agency = byId.get(id);
      return agency && view(agency, day);
    },
    matching: (selector, day) => {
      const isSelected = selects(selector);
      return ordered
        .filter((agency) => stateOn(agency, day) === 'open')
        .map((agency) => view(agency, day))
        .filter(isSelected);
    },
    coveredBy: (id, day) => {
      const root = byId.get(id);
      if (root === undefined || stateOn(root, day) !== 'open') return [];
      const found: Agency[] = [];
      // An open body is in no circle of mergers, so every branch below it ends.
      const heirs = [id];
      for (let heir = heirs.pop(); heir !== undefined; heir = heirs.pop()) {
        for (const agency of mergedInto.get(heir) ?? []) {
          if (stateOn(agency, day) !== 'merged') continue;
          found.push(agency);
          heirs.push(agency.id);
        }
      }
      return found.toSorted(inOfficeOrder).map((agency) => agency.id);
    },
  };
};
