import { vietnamMoment } from '../calendar/day.ts';
import { isInstant } from '../calendar/parse.ts';
import { checkOffice } from '../check/office.ts';
import { canonicalJson } from '../ledger/canonical.ts';
import type { EntryContent, Json } from '../ledger/types.ts';
import { noHistory, type PlanEntry, type PlanHistory, planStream } from '../obligation/history.ts';
import { diffPlans } from '../plan/diff.ts';
import { type AgencyEntry, agencyStream, type OfficeEntry, officeStream } from '../plan/office-history.ts';
import type { Office, OfficeSettings } from '../plan/office.ts';
import type { Plan } from '../plan/schema.ts';
import type { Agency } from '../agency/schema.ts';
import { error, type Finding } from '../text/finding.ts';
import type { Result } from '../text/result.ts';
import type { AdoptionChange } from './types.ts';

/** What the ledger holds of office, agencies and plans. */
export interface Adopted {
  /** Absent before the first adoption. */
  readonly settings?: OfficeSettings | undefined;
  readonly agencies: readonly Agency[];
  /** Version of each agency's stream, by its id. */
  readonly agencyVersions: Readonly<Record<string, number>>;
  /** Version of the office's stream. */
  readonly officeVersion: number;
  /** By plan id; those of the proposed plans are enough. */
  readonly histories: ReadonlyMap<string, PlanHistory>;
}

export interface AdoptionInput {
  readonly current: Adopted;
  /** As `parseOffice` and `parsePlan` gave them; what is absent stays as it is. */
  readonly proposed: { readonly office?: Office | undefined; readonly plans?: readonly Plan[] | undefined };
  /** Instant of the clock, ISO 8601 in UTC; its Vietnam day is the plans' day of adoption. */
  readonly at: string;
  readonly actor: string;
}

export interface Adoption {
  /** Entries to be sealed: office, agencies, plans. Empty where nothing has changed. */
  readonly contents: readonly EntryContent[];
  /** One for each entry, in the same order. */
  readonly changes: readonly AdoptionChange[];
}

interface Step {
  readonly content: EntryContent;
  readonly change: AdoptionChange;
}

// Parsed settings, agencies and plans are plain data.
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

/** The members in which two values differ, in the order of the later one. */
const changedKeys = (before: object, after: object): readonly string[] => {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...now.keys(), ...old.keys()])].filter(
    (key) => old.has(key) !== now.has(key) || !isSame(old.get(key), now.get(key)),
  );
};

const nameOn = ({ id, names }: Agency, day: string): string =>
  (names.findLast(({ from }) => from === undefined || from <= day) ?? names[0])?.value.full ?? id;

const repeated = <T extends { readonly id: string }>(items: readonly T[]): readonly (readonly [number, T])[] => {
  const seen = new Set<string>();
  return [...items.entries()].filter(([, { id }]) => seen.size === seen.add(id).size);
};

/** Nobody else than the office's own admin can adopt what would mend it. */
const hasAdmin = ({ people, issuer, desk }: Office): boolean =>
  people.some(({ roles, agency }) => roles.includes('admin') && (agency === issuer || agency === desk));

/** The one part of the checker's that cannot wait for people to mend it: whoever follows a circle never arrives. */
const circles = (office: Office): readonly Finding[] =>
  checkOffice({ office })
    .filter(({ rule }) => rule === 'check.cycle')
    .map((finding) => ({ ...finding, where: ['office', ...finding.where] }));

const officeFindings = (office: Office, { settings, agencies }: Adopted, day: string): readonly Finding[] => {
  const proposed = new Set(office.agencies.map(({ id }) => id));
  return [
    ...(settings !== undefined && settings.demo !== office.demo
      ? [error('adoption.demo-changed', ['office', 'demo'], { demo: office.demo ? 1 : 0 })]
      : []),
    ...(['issuer', 'desk'] as const).flatMap((key) =>
      proposed.has(office[key])
        ? []
        : [error('adoption.unknown-agency', ['office', key], { role: key, agency: office[key] })],
    ),
    ...repeated(office.agencies).map(([index, { id }]) =>
      error('adoption.agency-twice', ['office', 'agencies', index], { agency: id }),
    ),
    ...agencies
      .filter(({ id }) => !proposed.has(id))
      .map((agency) =>
        error('adoption.agency-missing', ['office', 'agencies'], { agency: agency.id, name: nameOn(agency, day) }),
      ),
    ...(hasAdmin(office) ? [] : [error('adoption.no-admin', ['office', 'people'])]),
    ...circles(office),
  ];
};

const findingsOf = ({ current, proposed: { office, plans = [] } }: AdoptionInput, day: string): readonly Finding[] => [
  ...(office === undefined ? [] : officeFindings(office, current, day)),
  ...(plans.length > 0 && office === undefined && current.settings === undefined
    ? [error('adoption.office-first', ['plans'])]
    : []),
  ...repeated(plans).map(([index, { id }]) => error('adoption.plan-twice', ['plans', index], { plan: id })),
];

const officeSteps = (office: Office, { current, at, actor }: AdoptionInput, day: string): readonly Step[] => {
  const { agencies, ...settings } = office;
  if (current.settings !== undefined && isSame(current.settings, settings)) return [];
  const issuer = agencies.find(({ id }) => id === settings.issuer);
  const entry: OfficeEntry = {
    stream: officeStream,
    version: current.officeVersion + 1,
    at,
    actor,
    kind: 'adopt',
    data: { settings },
  };
  const named = { stream: officeStream, kind: 'office', id: settings.issuer } as const;
  const name = issuer === undefined ? settings.issuer : nameOn(issuer, day);
  const change: AdoptionChange =
    current.settings === undefined
      ? { ...named, change: 'added', name }
      : { ...named, change: 'changed', name, details: changedKeys(current.settings, settings) };
  return [{ content: entry, change }];
};

const agencySteps = (
  agencies: readonly Agency[],
  { current, at, actor }: AdoptionInput,
  day: string,
): readonly Step[] => {
  const known = new Map(current.agencies.map((agency) => [agency.id, agency]));
  const { agencyVersions } = current;
  return agencies.flatMap((agency): readonly Step[] => {
    const { id } = agency;
    const before = known.get(id);
    if (before !== undefined && isSame(before, agency)) return [];
    const stream = agencyStream(id);
    const version = (Object.hasOwn(agencyVersions, id) ? (agencyVersions[id] ?? 0) : 0) + 1;
    const entry: AgencyEntry = { stream, version, at, actor, kind: 'adopt', data: { agency } };
    const named = { stream, kind: 'agency', id, name: nameOn(agency, day) } as const;
    const change: AdoptionChange =
      before === undefined
        ? { ...named, change: 'added' }
        : { ...named, change: 'changed', details: changedKeys(before, agency) };
    return [{ content: entry, change }];
  });
};

const planSteps = (plans: readonly Plan[], { current, at, actor }: AdoptionInput, day: string): readonly Step[] =>
  plans.flatMap((plan): readonly Step[] => {
    const { id } = plan;
    const history = current.histories.get(id) ?? noHistory;
    const before = history.versions.at(-1)?.plan;
    if (before !== undefined && isSame(before, plan)) return [];
    const stream = planStream(id);
    const entry: PlanEntry = {
      stream,
      version: history.version + 1,
      at,
      actor,
      kind: 'adopt',
      data: { adopted: day, plan },
    };
    const named = {
      stream,
      kind: 'plan',
      id,
      name: plan.title.join(' '),
      version: history.versions.length + 1,
    } as const;
    const change: AdoptionChange =
      before === undefined
        ? { ...named, change: 'added' }
        : { ...named, change: 'changed', details: diffPlans(before, plan) };
    return [{ content: entry, change }];
  });

/**
 * Decides what of a proposed office and plans the ledger does not hold yet, and gives the entries that record it with the
 * changes in words' reach. Versions follow the given ones.
 *
 * Refused: an agency that the ledger has and the proposal lacks (it is closed by its date, never dropped), an issuer or
 * desk that is no agency, ids twice, the demo flag changed after the first adoption, plans before any office, an office
 * without an admin of its own, agencies above or merged into themselves. Whether the content is sound otherwise is the
 * checker's question (`checkOffice`, `checkPlan`).
 */
export const adopt = (input: AdoptionInput): Result<Adoption> => {
  const { at, proposed } = input;
  if (!isInstant(at)) return { ok: false, findings: [error('act.not-an-instant', ['at'], { received: at })] };
  const { day } = vietnamMoment(Date.parse(at));
  const findings = findingsOf(input, day);
  if (findings.length > 0) return { ok: false, findings };
  const { office, plans = [] } = proposed;
  const steps = [
    ...(office === undefined ? [] : [...officeSteps(office, input, day), ...agencySteps(office.agencies, input, day)]),
    ...planSteps(plans, input, day),
  ];
  return {
    ok: true,
    value: { contents: steps.map(({ content }) => content), changes: steps.map(({ change }) => change) },
    findings: [],
  };
};
