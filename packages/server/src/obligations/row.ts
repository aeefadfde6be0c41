import {
  badge,
  duePhrase,
  none,
  reportTitle,
  status,
  type Arrival,
  type Badge,
  type Due,
  type Facts,
  type Obligation,
  type Status,
} from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import { actsFor } from '../submissions/who.ts';
import type { ObligationRow } from './obligations.schema.ts';
import { peopleFor, type People } from './people.ts';
import type { DraftProgress, Standpoint } from './standpoint.ts';

/** One who looks at obligations, from a standpoint. */
export interface Looker {
  readonly standpoint: Standpoint;
  readonly principal: Principal;
  readonly people: People;
}

export const lookerOf = (standpoint: Standpoint, principal: Principal): Looker => ({
  standpoint,
  principal,
  people: peopleFor(standpoint.view, { principal, day: standpoint.now.day }),
});

/** What has happened to an obligation and how it stands. */
export interface Case {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
}

/** Tells whether two obligations are of one duty: whatever does not depend on the unit is then the same. */
const isOfSameDuty = (a: Obligation, b: Obligation): boolean =>
  a.due === b.due &&
  a.report === b.report &&
  a.period === b.period &&
  a.plan === b.plan &&
  a.planVersion === b.planVersion &&
  a.opensOn === b.opensOn &&
  a.notApplicable === b.notApplicable;

/**
 * Makes the judge of obligations as of a standpoint. Units of one duty to which nothing has happened have one status, the
 * very same object: on most boards most of the time they are many.
 */
export const judgeFrom = (
  { view, now }: Standpoint,
  facts: ReadonlyMap<string, Facts>,
): ((obligation: Obligation) => Case) => {
  const { calendar, settings } = view;
  const options = { calendar, dueSoonDays: settings?.settings.dueSoonDays ?? 7 };
  let untouched: Case | undefined;
  return (obligation) => {
    const happened = facts.get(obligation.id);
    if (happened !== undefined) {
      return { obligation, facts: happened, status: status(obligation, happened, now, options) };
    }
    const known =
      untouched !== undefined && isOfSameDuty(untouched.obligation, obligation) ? untouched.status : undefined;
    untouched = { obligation, facts: none, status: known ?? status(obligation, none, now, options) };
    return untouched;
  };
};

/** Writes a due date. */
export const dueOf = (due: Due): ObligationRow['due'] => ({
  phrase: duePhrase(due),
  ...(due.kind === 'undated' ? {} : { lastDay: due.lastDay, ...(due.time === undefined ? {} : { time: due.time }) }),
});

/** What is told of a thing, made once as long as it lives: the reports and dates of a board are the same in every row. */
const toldOnce = <K extends WeakKey, T>(tell: (one: K) => T): ((one: K) => T) => {
  const told = new WeakMap<K, T>();
  return (one) => {
    const known = told.get(one);
    if (known !== undefined) return known;
    const made = tell(one);
    told.set(one, made);
    return made;
  };
};

const toldDue = toldOnce(dueOf);
const toldReport = toldOnce((report: Obligation['report']) => ({ id: report.id, title: reportTitle(report) }));

const arrivalOf = ({ day, minute, dayOnly }: Arrival) => (dayOnly === true ? { day } : { day, minute });

/** Writes a status without the dates that stand beside it. */
export const statusOf = ({
  phase,
  filing,
  relief,
  timeliness,
  flags,
  daysLeft,
  overdueBy,
}: Status): ObligationRow['status'] => ({
  phase,
  filing,
  relief,
  timeliness,
  ...flags,
  ...(daysLeft === undefined ? {} : { daysLeft }),
  ...(overdueBy === undefined ? {} : { overdueBy }),
});

const factsOf = (facts: Facts, { shown }: People): ObligationRow['facts'] => {
  const { version, kind, revision, firstArrival, lastArrival, recorded, returned, reminders, issuedIn } = facts;
  const last = reminders.at(-1)?.on;
  return {
    version,
    kind,
    revision,
    ...(firstArrival === undefined ? {} : { firstArrival: arrivalOf(firstArrival) }),
    ...(lastArrival === undefined ? {} : { lastArrival: arrivalOf(lastArrival) }),
    ...(recorded === undefined ? {} : { channel: recorded.channel, recordedBy: shown(recorded.by) }),
    ...(returned?.due === undefined ? {} : { returnedDue: returned.due }),
    reminders: reminders.filter((reminder) => reminder.kind === 'remind').length,
    urgings: reminders.filter((reminder) => reminder.kind === 'urge').length,
    ...(last === undefined ? {} : { lastReminder: last }),
    ...(issuedIn === undefined ? {} : { issuedIn }),
  };
};

/** A badge as it is told: the desk's sentence is the desk's own. */
export const toldBadge = ({ state, text, unit, desk }: Badge, { unit: own }: Principal): ObligationRow['badge'] => ({
  state,
  text,
  sentence: unit,
  ...(own === undefined ? { desk } : {}),
});

/** What somebody may do on an obligation now; nothing where one looks back. */
const actsOf = ({ obligation, facts }: Case, { standpoint, principal }: Looker): ObligationRow['acts'] => {
  const { view, now, until } = standpoint;
  const { settings } = view;
  return until !== undefined || settings === undefined
    ? []
    : actsFor({ obligation, facts, now }, { principal, settings });
};

/** Writes the badge of a case. */
export const badgeOf = (
  { obligation, facts, status }: Case,
  { looker, draft }: { readonly looker: Looker; readonly draft: DraftProgress | undefined },
): Badge =>
  badge({
    obligation,
    facts,
    status,
    now: looker.standpoint.now,
    ...(draft === undefined ? {} : { draft: { filled: draft.answered, total: draft.asked } }),
    person: looker.people.named,
  });

/** Names a unit as on the day that settles who owes. */
export const unitAt = ({ view }: Standpoint, id: string, day: string): ObligationRow['unit'] => {
  const found = view.directory.at(id, day);
  return found === undefined
    ? { id, name: id, shortName: id, kind: 'other', order: 0 }
    : { id, name: found.name, shortName: found.shortName, kind: found.kind, order: found.order };
};

/** Writes one obligation with its state for whoever looks. */
export const rowOf = (
  one: Case,
  looker: Looker,
  { draft, badge: known }: { readonly draft?: DraftProgress | undefined; readonly badge?: Badge | undefined } = {},
): ObligationRow => {
  const { obligation, facts, status } = one;
  const { standpoint, principal, people } = looker;
  const { id, plan, planVersion, report, period, unit, covers, opensOn, due, settledOn } = obligation;
  const inForce = status.effective?.due;
  const follower = principal.unit === undefined ? standpoint.view.settings?.settings.followedBy[unit] : undefined;
  return {
    id,
    plan,
    planVersion,
    report: toldReport(report),
    period: { id: period.id, words: period.words },
    unit: unitAt(standpoint, unit, settledOn),
    covers: [...covers],
    opensOn,
    due: toldDue(due),
    ...(inForce === undefined || inForce === due ? {} : { effectiveDue: dueOf(inForce) }),
    status: statusOf(status),
    badge: toldBadge(known ?? badgeOf(one, { looker, draft }), principal),
    facts: factsOf(facts, people),
    ...(draft === undefined
      ? {}
      : { draft: { answered: draft.answered, asked: draft.asked, ready: draft.ready, at: draft.at } }),
    ...(follower === undefined ? {} : { followedBy: { id: follower, name: people.named(follower) } }),
    acts: actsOf(one, looker),
  };
};

/**
 * Makes the writer of many rows for one who looks: units of one duty to which nothing has happened (the same status, see
 * `judgeFrom`) differ in no more than the unit.
 */
export const rowsFor = (looker: Looker) => {
  const { standpoint, principal, people } = looker;
  let last: { readonly status: Status; readonly badge: Badge; readonly row?: ObligationRow } | undefined;
  // To a unit's own people rows tell what they may do: their own unit is another than the rest.
  const isShared = ({ facts }: Case, draft: DraftProgress | undefined): boolean =>
    facts === none && draft === undefined && principal.unit === undefined;

  const badge = (one: Case, draft: DraftProgress | undefined): Badge => {
    if (!isShared(one, draft)) return badgeOf(one, { looker, draft });
    if (last?.status !== one.status) last = { status: one.status, badge: badgeOf(one, { looker, draft }) };
    return last.badge;
  };

  const row = (
    one: Case,
    { draft, badge: known }: { draft: DraftProgress | undefined; badge: Badge },
  ): ObligationRow => {
    if (!isShared(one, draft) || last?.status !== one.status) return rowOf(one, looker, { draft, badge: known });
    if (last.row === undefined) {
      last = { ...last, row: rowOf(one, looker, { badge: known }) };
      return last.row ?? rowOf(one, looker, { badge: known });
    }
    const { followedBy: _, ...shared } = last.row;
    const { id, unit, covers, settledOn } = one.obligation;
    const follower = standpoint.view.settings?.settings.followedBy[unit];
    return {
      ...shared,
      id,
      unit: unitAt(standpoint, unit, settledOn),
      covers: [...covers],
      ...(follower === undefined ? {} : { followedBy: { id: follower, name: people.named(follower) } }),
    };
  };
  return { badge, row };
};
