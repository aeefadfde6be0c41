import type { Agency, Dated } from '../agency/schema.ts';
import type { Office } from '../plan/office.ts';
import { error, type Finding, hint, type Path, warning } from '../text/finding.ts';
import { bySeverity } from '../text/severity.ts';
import { duplicateIds, unknownIds } from './references.ts';

const nameOf = ({ id, names }: Agency): string => names.at(-1)?.value.full ?? id;

/** Every day from which another value holds; the beginning as the empty day. */
const daysOf = (agencies: readonly Agency[]): readonly string[] => [
  ...new Set([
    '',
    ...agencies.flatMap(({ parent = [], closed }) => [
      ...parent.map(({ from }) => from ?? ''),
      ...(closed === undefined ? [] : [closed]),
    ]),
  ]),
];

const parentOn = ({ parent }: Agency, day: string): string | undefined =>
  parent?.findLast(({ from }) => (from ?? '') <= day)?.value;

interface CycleSearch {
  readonly agencies: readonly Agency[];
  readonly next: (agency: Agency) => string | undefined;
}

/** Lists the agencies from which one comes back to where one was, each cycle once. */
const cyclesOf = ({ agencies, next }: CycleSearch): readonly (readonly Agency[])[] => {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const done = new Set<string>();
  const cycles: Agency[][] = [];
  for (const start of agencies) {
    const path: Agency[] = [];
    let current: Agency | undefined = start;
    while (current !== undefined && !done.has(current.id)) {
      done.add(current.id);
      path.push(current);
      const id = next(current);
      current = id === undefined ? undefined : byId.get(id);
    }
    const from = current === undefined ? -1 : path.indexOf(current);
    if (from >= 0) cycles.push(path.slice(from));
  }
  return cycles;
};

const cycles = ({ agencies }: Office): readonly Finding[] => {
  const place = new Map(agencies.map(({ id }, index) => [id, index]));
  const told = new Set<string>();
  const tell = (relation: 'parent' | 'mergedInto', found: readonly (readonly Agency[])[]) =>
    found.flatMap((cycle) => {
      const ids = cycle.map(({ id }) => id);
      const key = `${relation} ${ids.toSorted().join(' ')}`;
      if (told.has(key)) return [];
      told.add(key);
      return [
        error('check.cycle', ['agencies', place.get(ids[0] ?? '') ?? 0, relation], {
          relation,
          agencies: cycle.map(nameOf),
        }),
      ];
    });
  return [
    ...daysOf(agencies).flatMap((day) =>
      tell('parent', cyclesOf({ agencies, next: (agency) => parentOn(agency, day) })),
    ),
    ...tell('mergedInto', cyclesOf({ agencies, next: ({ mergedInto }) => mergedInto })),
  ];
};

const ids = (agencies: readonly Agency[], key: 'parent' | 'mergedInto') =>
  agencies.flatMap((agency, index) => {
    if (key === 'mergedInto')
      return agency.mergedInto === undefined ? [] : [{ id: agency.mergedInto, where: ['agencies', index, key] }];
    return (agency.parent ?? []).map(({ value }, at) => ({ id: value, where: ['agencies', index, key, at, 'value'] }));
  });

const references = ({ agencies, people, issuer, desk, settings }: Office): readonly Finding[] => {
  const known = agencies.map(({ id }) => id);
  const followed = Object.entries(settings.followedBy);
  const place = (unit: string): Path => ['settings', 'followedBy', unit];
  return [
    ...duplicateIds(
      'agency',
      agencies.map(({ id }, index) => ({ id, where: ['agencies', index, 'id'] })),
    ),
    ...duplicateIds(
      'person',
      people.map(({ id }, index) => ({ id, where: ['people', index, 'id'] })),
    ),
    ...unknownIds('agency', {
      known,
      used: [
        { id: issuer, where: ['issuer'] },
        { id: desk, where: ['desk'] },
        ...ids(agencies, 'parent'),
        ...ids(agencies, 'mergedInto'),
        ...people.map(({ agency }, index) => ({ id: agency, where: ['people', index, 'agency'] })),
        ...followed.map(([unit]) => ({ id: unit, where: place(unit) })),
      ],
    }),
    ...unknownIds('person', {
      known: people.map(({ id }) => id),
      used: followed.map(([unit, person]) => ({ id: person, where: place(unit) })),
    }),
  ];
};

const repeated = (values: readonly Dated<unknown>[]): boolean =>
  new Set(values.map(({ from }) => from)).size < values.length;

const lives = ({ agencies }: Office): readonly Finding[] =>
  agencies.flatMap((agency, index) => {
    const { opened, closed, mergedInto } = agency;
    const where = ['agencies', index];
    const name = nameOf(agency);
    const dated = (['names', 'kind', 'parent', 'symbol', 'place'] as const).filter((key) =>
      repeated(agency[key] ?? []),
    );
    return [
      ...(opened !== undefined && closed !== undefined && closed <= opened
        ? [error('check.closed-before-opened', [...where, 'closed'], { agency: name, opened, closed })]
        : []),
      ...(mergedInto !== undefined && closed === undefined
        ? [warning('check.merged-without-day', [...where, 'mergedInto'], { agency: name })]
        : []),
      ...dated.map((key) => error('check.two-values-from-one-day', [...where, key], { agency: name, key })),
    ];
  });

const holidays = ({ holidays: changes, announcedYears }: Office): readonly Finding[] =>
  changes.flatMap(({ from, to, name }, index) => {
    const year = Number(from.slice(0, 4));
    return [
      ...(to !== undefined && to < from
        ? [error('check.days-reversed', ['holidays', index, 'to'], { name, from, to })]
        : []),
      ...(announcedYears.includes(year)
        ? []
        : [hint('check.year-of-holiday-not-announced', ['announcedYears'], { name, year })]),
    ];
  });

/**
 * Checks an office's own data: ids used twice or leading to nothing, agencies that stand above or merge into themselves,
 * days in the wrong order. Findings come from the gravest to the lightest, `where` leads into the office.
 */
export const checkOffice = ({ office }: { readonly office: Office }): readonly Finding[] =>
  bySeverity([...references(office), ...cycles(office), ...lives(office), ...holidays(office)]);
