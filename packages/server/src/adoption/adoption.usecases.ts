import {
  adopt,
  checkOffice,
  checkPlan,
  clockMoment,
  describeAdoptionChange,
  describeFinding,
  officeStream,
  parseOffice,
  parsePlan,
  type AdoptionChange,
  type EntryContent,
  type Finding,
  type Office,
  type Path,
  type Plan,
} from '@dondoc/core';
import type { RememberedAnswer } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { jsonPointer } from '../http/problem.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import type { AdoptionBody, Point } from './adoption.schema.ts';

interface Proposed {
  readonly office?: Office;
  readonly plans: readonly Plan[];
}

/** What an adoption did, or would do. */
export interface AdoptionAnswer {
  readonly changes: readonly (AdoptionChange & { readonly words: string })[];
  readonly revision: number;
  readonly points?: readonly Point[];
}

const below = (path: Path, findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, where: [...path, ...finding.where] }));

/** Reads office and plans as core does, every finding of all of them at once. */
const readProposed = (body: AdoptionBody): Outcome<Proposed> => {
  const office = body.office === undefined ? undefined : parseOffice(body.office);
  const plans = (body.plans ?? []).map(parsePlan);
  const findings = [
    ...(office === undefined || office.ok ? [] : below(['office'], office.findings)),
    ...plans.flatMap((plan, index) => (plan.ok ? [] : below(['plans', index], plan.findings))),
  ];
  if (findings.length > 0) return failed('invalid-body', { findings });
  return done({
    ...(office?.ok === true ? { office: office.value } : {}),
    plans: plans.flatMap((plan) => (plan.ok ? [plan.value] : [])),
  });
};

/** What the checker says of it: for the office only, and only asked for by a dry run. */
const pointsOf = ({ office, plans }: Proposed, current: OfficeView, at: string): readonly Point[] => {
  const { settings, directory } = current;
  const inForce = office ?? (settings && { ...settings, agencies: [...directory.all] });
  const adopted = clockMoment(at).day;
  const findings = [
    ...(office === undefined ? [] : below(['office'], checkOffice({ office }))),
    ...plans.flatMap((plan, index) =>
      below(['plans', index], checkPlan({ plan, adopted, ...(inForce === undefined ? {} : { office: inForce }) })),
    ),
  ];
  return findings.map((finding) => {
    const { rule, severity, where } = finding;
    return {
      ...(where.length === 0 ? {} : { pointer: jsonPointer(where) }),
      rule,
      severity,
      ...describeFinding(finding),
    };
  });
};

const told = (changes: readonly AdoptionChange[]): AdoptionAnswer['changes'] =>
  changes.map((change) => ({ ...change, words: describeAdoptionChange(change) }));

interface Decision {
  readonly contents: readonly EntryContent[];
  readonly changes: readonly AdoptionChange[];
  readonly current: OfficeView;
  /** seq of its last entry if nothing else is entered meanwhile. */
  readonly next: number;
}

/** Decides on the newest configuration; `revision` is the one that whoever proposes has seen. */
const decide = async (
  { store, configurations }: Pick<App, 'store' | 'configurations'>,
  proposed: Proposed,
  { at, actor, revision }: { readonly at: string; readonly actor: string; readonly revision?: number | undefined },
): Promise<Outcome<Decision>> => {
  const pulse = await store.pulse();
  const current = await configurations.current(pulse);
  if (revision !== undefined && revision !== current.revision) {
    return failed('version-mismatch', { more: { revision: current.revision } });
  }
  const { settings, directory, agencyVersions } = current;
  // The view is kept by revision of the configuration, which access granted meanwhile does not move.
  const officeVersion = (await store.heads([officeStream])).get(officeStream)?.version ?? 0;
  const histories = await current.histories(proposed.plans.map(({ id }) => id));
  const adopted = adopt({
    current: { settings, agencies: directory.all, agencyVersions, officeVersion, histories },
    proposed,
    at,
    actor,
  });
  if (!adopted.ok) return failed('act-refused', { findings: adopted.findings });
  return done({ ...adopted.value, current, next: pulse.seq + adopted.value.contents.length });
};

export interface AdoptionRequest {
  readonly body: AdoptionBody;
  readonly at: string;
  readonly actor: string;
  /** Revision of the configuration that the proposal was made on; another by now is refused. */
  readonly revision?: number | undefined;
  readonly remember?: (answer: AdoptionAnswer) => RememberedAnswer | undefined;
}

/**
 * Adopts what differs of an office and plans: all of it or nothing. Nothing is appended where nothing differs. A dry run
 * only tells the changes and the points to look at again.
 */
export const adoptProposed = async (
  app: Pick<App, 'store' | 'configurations'>,
  request: AdoptionRequest,
): Promise<Outcome<AdoptionAnswer>> => {
  const { body, at, revision, remember } = request;
  const read = readProposed(body);
  if (!read.ok) return read;
  const proposed = read.value;
  const first = await decide(app, proposed, request);
  if (!first.ok) return first;
  const { changes, contents, current } = first.value;
  if (body.dryRun === true) {
    return done({ changes: told(changes), revision: current.revision, points: pointsOf(proposed, current, at) });
  }
  if (contents.length === 0) return done({ changes: [], revision: current.revision });
  const decidedOf = (value: Decision): Decided<Decision> => ({ contents: value.contents, value });
  const committed = await appendDecided(app, {
    first: decidedOf(first.value),
    decide: async () => {
      const decided = await decide(app, proposed, request);
      return decided.ok ? done(decidedOf(decided.value)) : decided;
    },
    once: revision !== undefined,
    ...(remember === undefined
      ? {}
      : { remember: (value: Decision) => remember({ changes: told(value.changes), revision: value.next }) }),
  });
  if (!committed.ok) return committed;
  const { entries, value } = committed.value;
  return done({ changes: told(value.changes), revision: entries.reduce((last, { seq }) => Math.max(last, seq), 0) });
};
