import {
  applyEntry,
  badge,
  clockMoment,
  receiptCode,
  status,
  type Facts,
  type Finding,
  type ObligationEntry,
  type SealedEntry,
  type Status,
} from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import { errorOf, type ProblemError } from '../http/problem.ts';
import type { ObligationRow } from '../obligations/obligations.schema.ts';
import { peopleFor } from '../obligations/people.ts';
import { statusOf, toldBadge } from '../obligations/row.ts';
import type { CallersAct } from './act-schema.ts';
import { actSentence } from './act-words.ts';
import type { Progress } from './draft-progress.ts';
import type { Duty } from './duty.ts';

/** Where an obligation stands, as it is told: in values and in words. */
export interface Standing {
  readonly status: ObligationRow['status'];
  readonly badge: ObligationRow['badge'];
}

/** Judges an obligation at an instant. */
export const stateOf = (
  { obligation, settings, view }: Pick<Duty, 'obligation' | 'settings' | 'view'>,
  { facts, at }: { readonly facts: Facts; readonly at: string },
): Status => {
  const { dueSoonDays } = settings.settings;
  return status(obligation, facts, clockMoment(at), { calendar: view.calendar, dueSoonDays });
};

/** Tells where an obligation stands at an instant to whoever asks. */
export const standingOf = (
  duty: Pick<Duty, 'obligation' | 'settings' | 'view'>,
  {
    facts,
    at,
    principal,
    draft,
  }: {
    readonly facts: Facts;
    readonly at: string;
    readonly principal: Principal;
    readonly draft?: Progress | undefined;
  },
): Standing => {
  const state = stateOf(duty, { facts, at });
  const now = clockMoment(at);
  const { named } = peopleFor(duty.view, { principal, day: now.day });
  const progress = draft === undefined ? {} : { draft: { filled: draft.answered, total: draft.asked } };
  const words = badge({ obligation: duty.obligation, facts, status: state, now, person: named, ...progress });
  return { status: statusOf(state), badge: toldBadge(words, principal) };
};

/** An act that was decided and will be, or has been, sealed. */
export interface Done {
  readonly duty: Duty;
  readonly before: Facts;
  readonly entry: ObligationEntry;
  readonly principal: Principal;
  /** Warnings that come with it; their paths begin in the request's body. */
  readonly findings: readonly Finding[];
}

/** What is answered to an act: the receipt, and where the obligation stands after it. */
export interface ActAnswer extends Standing {
  readonly obligation: string;
  readonly unit: string;
  /** Of the obligation's stream, after the act: the next `If-Match`. */
  readonly version: number;
  readonly hash: string;
  /** The code that a person keeps: '7KQ2-M9XD'. */
  readonly receipt: string;
  /** Instant of the clock. */
  readonly at: string;
  readonly receivedOn?: string;
  /** How often a report has come. */
  readonly revision: number;
  readonly sentence: string;
  readonly warnings: readonly ProblemError[];
}

/** Makes the answer to an act from its sealed entry. */
export const actAnswer = (
  { duty, before, entry, principal, findings }: Done,
  { hash }: Pick<SealedEntry, 'hash'>,
): ActAnswer => {
  const facts = applyEntry(before, entry);
  const { at } = entry;
  const { obligation } = duty;
  const receipt = receiptCode(hash);
  // What a caller may send is all that is decided here.
  const act = entry.kind as CallersAct;
  return {
    obligation: obligation.id,
    unit: obligation.unit,
    version: entry.version,
    hash,
    receipt,
    at,
    ...(entry.receivedOn === undefined ? {} : { receivedOn: entry.receivedOn }),
    revision: facts.revision,
    ...standingOf(duty, { facts, at, principal }),
    sentence: actSentence({ act, obligation, before, facts, status: stateOf(duty, { facts, at }), at, receipt }),
    warnings: findings.map((finding) => errorOf(finding)),
  };
};
