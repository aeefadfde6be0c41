import { searchKey, type Office } from '@dondoc/core';
import { slugOf } from '../files/names.ts';
import { listedKinds } from './columns.ts';
import type { ListedUnit } from './read.ts';

export type UnitChange =
  | { readonly is: 'new'; readonly id: string; readonly unit: ListedUnit }
  /** What the list tells otherwise, by key of the agency in `office.yaml`. */
  | {
      readonly is: 'changed';
      readonly id: string;
      readonly index: number;
      readonly unit: ListedUnit;
      readonly keys: readonly ChangedKey[];
    }
  | { readonly is: 'same'; readonly id: string; readonly unit: ListedUnit }
  /** A unit of the office that the list does not have: left as it is. */
  | { readonly is: 'absent'; readonly id: string; readonly name: string };

export interface ChangedKey {
  readonly path: readonly string[];
  readonly before: string | number | undefined;
  readonly after: string | number;
}

type Agency = Office['agencies'][number];

const lastOf = <T>(dated: readonly { readonly value: T }[] | undefined): T | undefined => dated?.at(-1)?.value;

/**
 * Compares a list of units with the office. A unit is recognised by its id, else by any name it has had. A name or kind
 * that the list writes otherwise is not taken over: old papers keep old names, so a renaming needs its day.
 */
export function unitChanges(office: Office, units: readonly ListedUnit[]): readonly UnitChange[] {
  const taken = new Set(office.agencies.map((agency) => agency.id));
  const matched = new Set<string>();
  const changes = units.map((unit): UnitChange => {
    const index = office.agencies.findIndex(
      (agency) =>
        agency.id === unit.id ||
        agency.names.some(({ value }) => sameName(value.full, unit.name) || sameName(value.short, unit.name)),
    );
    const agency = office.agencies[index];
    if (agency === undefined) {
      const id = freeId(unit.id ?? slugOf(unit.name), taken);
      taken.add(id);
      return { is: 'new', id, unit };
    }
    matched.add(agency.id);
    const keys = changedKeys(agency, unit);
    return keys.length === 0
      ? { is: 'same', id: agency.id, unit }
      : { is: 'changed', id: agency.id, index, unit, keys };
  });
  const above = new Set([
    office.issuer,
    office.desk,
    ...office.agencies.flatMap((agency) => agency.parent?.map(({ value }) => value) ?? []),
  ]);
  const absent = office.agencies
    .filter(
      ({ id, kind, closed }) =>
        !matched.has(id) && !above.has(id) && closed === undefined && listedKinds.has(lastOf(kind) ?? ''),
    )
    .map((agency): UnitChange => ({ is: 'absent', id: agency.id, name: lastOf(agency.names)?.full ?? agency.id }));
  return [...changes, ...absent];
}

const sameName = (one: string | undefined, other: string): boolean =>
  one !== undefined && searchKey(one) === searchKey(other);

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted === '' ? 'don-vi' : wanted;
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${String(number)}`)) return `${stem}-${String(number)}`;
}

function changedKeys(agency: Agency, unit: ListedUnit): readonly ChangedKey[] {
  const keys: readonly ChangedKey[] = [
    { path: ['order'], before: agency.order, after: unit.order },
    ...told(['symbol'], lastOf(agency.symbol), unit.symbol),
    ...told(['place'], lastOf(agency.place), unit.place),
    ...told(['contact', 'name'], agency.contact?.name, unit.person),
    ...told(['contact', 'phone'], agency.contact?.phone, unit.phone),
    ...told(['contact', 'email'], agency.contact?.email, unit.email),
  ];
  return keys.filter(({ before, after }) => before !== after);
}

const told = (path: readonly string[], before: string | undefined, after: string | undefined): readonly ChangedKey[] =>
  after === undefined ? [] : [{ path, before, after }];

/** Makes the agency of `office.yaml` for a new unit. */
export function agencyOf(id: string, unit: ListedUnit, parent: string): Readonly<Record<string, unknown>> {
  const contact = {
    ...(unit.person === undefined ? {} : { name: unit.person }),
    ...(unit.phone === undefined ? {} : { phone: unit.phone }),
    ...(unit.email === undefined ? {} : { email: unit.email }),
  };
  return {
    id,
    names: unit.name,
    kind: unit.kind,
    parent,
    ...(unit.symbol === undefined ? {} : { symbol: unit.symbol }),
    ...(unit.place === undefined ? {} : { place: unit.place }),
    order: unit.order,
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}
