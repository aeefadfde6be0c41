import { isMissing, searchKey, type Badge, type BadgeState, type Obligation } from '@dondoc/core';
import * as v from 'valibot';
import type { OfficeView } from '../configuration/configuration.ts';
import type { Case } from './row.ts';

const badgeStates: Readonly<Record<BadgeState, true>> = {
  upcoming: true,
  open: true,
  draft: true,
  'due-soon': true,
  'last-day': true,
  overdue: true,
  'no-deadline': true,
  'on-time': true,
  late: true,
  sent: true,
  'awaiting-signed-copy': true,
  recorded: true,
  resubmitted: true,
  confirmed: true,
  'nothing-to-report': true,
  returned: true,
  withdrawn: true,
  'resubmission-overdue': true,
  waived: true,
  extended: true,
  'extension-asked': true,
  contested: true,
  'not-applicable': true,
  merged: true,
  closed: true,
  'not-yet-open': true,
};

const slug = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9-]+$/));

/** What rows are narrowed by, on boards and lists. */
export const filterEntries = {
  /** Kind of unit. */
  kind: v.exactOptional(slug),
  /** A badge's state, or `none`, `submitted`, `missing`. A phase finds what has not been received in it. */
  state: v.exactOptional(v.picklist([...Object.keys(badgeStates), 'none', 'submitted', 'missing'])),
  /** Units that `me` or a person of the desk follows. */
  followedBy: v.exactOptional(slug),
  /** Part of a unit's name, with or without diacritics. */
  q: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
};
export interface Filter {
  readonly kind?: string;
  readonly state?: string;
  readonly followedBy?: string;
  readonly q?: string;
}

/** Finds units by any of their names, past ones too. */
const unitsNamed = ({ directory }: OfficeView, q: string): ReadonlySet<string> => {
  const key = searchKey(q);
  const isNamed = ({ full, short = '' }: { full: string; short?: string }) =>
    searchKey(full).includes(key) || searchKey(short).includes(key);
  return new Set(directory.all.filter(({ names }) => names.some(({ value }) => isNamed(value))).map(({ id }) => id));
};

/** Makes the test of what does not depend on what happened: whose obligation it is. */
export const ofUnits = (
  view: OfficeView,
  { kind, followedBy, q }: Filter,
  me: string,
): ((obligation: Obligation) => boolean) => {
  const follower = followedBy === 'me' ? me : followedBy;
  const followed = view.settings?.settings.followedBy ?? {};
  const named = q === undefined || searchKey(q) === '' ? undefined : unitsNamed(view, q);
  return ({ unit, settledOn }) =>
    (named === undefined || named.has(unit)) &&
    (follower === undefined || followed[unit] === follower) &&
    (kind === undefined || view.directory.at(unit, settledOn)?.kind === kind);
};

/** Tells whether a case is in a state that is asked for. */
export const isInState = (state: string | undefined, { facts, status }: Case, badge: Badge): boolean => {
  if (state === undefined || badge.state === state || facts.filing === state) return true;
  const missing = isMissing({ facts, status });
  return missing && (state === 'missing' || status.phase === state);
};
