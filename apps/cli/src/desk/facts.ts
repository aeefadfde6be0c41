import {
  applyEntry,
  decide,
  entryOfArrival,
  none,
  readArrival,
  timeOf,
  vietnamInstant,
  type Facts,
  type Moment,
  type Obligation,
  type ObligationEntry,
  type Result,
  type Submission,
} from '@dondoc/core';

/** An urging that the desk has noted beside the files. */
export interface Urging {
  readonly unit: string;
  /** ISO day. */
  readonly on: string;
  readonly channel: string;
  readonly by: string;
  readonly text: string;
}

export interface Happened {
  /** Who keeps the files, by principal id. */
  readonly actor: string;
  /** What was sent for this obligation. */
  readonly submissions: readonly Submission[];
  readonly urgings: readonly Urging[];
}

/** Tells whether a submission had arrived by the end of a Vietnam day; one whose file does not say has. */
export const hadArrived = ({ receivedOn }: Submission, day: string): boolean =>
  receivedOn === undefined || readArrival(receivedOn).day <= day;

/** When a submission arrived: where its file does not say, now (see `file.no-arrival`). */
function arrivedOn({ receivedOn }: Submission, { due }: Obligation, { day, minute }: Moment): string {
  if (receivedOn !== undefined) return receivedOn;
  return due.kind === 'dated' && due.time !== undefined ? `${day}T${timeOf(minute)}` : day;
}

interface Event {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly entry: (facts: Facts) => Result<ObligationEntry>;
}

/** Folds what had happened by a moment into the facts of one obligation. */
export function factsFromFiles(obligation: Obligation, { actor, submissions, urgings }: Happened, now: Moment): Facts {
  const filed = submissions
    .filter((one) => hadArrived(one, now.day))
    .map((one): Event => {
      const receivedOn = arrivedOn(one, obligation, now);
      const { day, minute, dayOnly } = readArrival(receivedOn);
      return {
        at: vietnamInstant(day, dayOnly === true ? undefined : minute),
        entry: (facts) => entryOfArrival(one, { obligation, facts, receivedOn, actor }),
      };
    });
  const urged = urgings
    .filter(({ on }) => on <= now.day)
    .map(({ on, channel, by, text }): Event => {
      const at = vietnamInstant(on);
      return { at, entry: (facts) => decide({ act: 'urge', channel, text }, { obligation, facts, at, actor: by }) };
    });
  return [...filed, ...urged]
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reduce<Facts>((facts, { entry }) => {
      const made = entry(facts);
      // Reading has refused whatever the ledger would: a unit twice, an arrival without the hour that is asked.
      if (!made.ok) throw new Error(`${obligation.id}: ${made.findings.map(({ rule }) => rule).join(', ')}`);
      return applyEntry(facts, made.value);
    }, none);
}
