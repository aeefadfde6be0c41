import type { Obligation } from '../obligation/types.ts';
import type { ObligationKind } from './entries.ts';
import { decidingArrival, isPast, lastOnTime } from './effective.ts';
import type { Facts, Filing, Moment } from './types.ts';

/** Who does an act: the unit itself or the office's desk. Which person of theirs may is settled elsewhere. */
export type Side = 'unit' | 'desk';

export const actSides: Readonly<Record<ObligationKind, readonly Side[]>> = {
  submit: ['unit'],
  record: ['desk'],
  revise: ['unit'],
  withdraw: ['unit'],
  return: ['desk'],
  confirm: ['desk'],
  'attach-signed-copy': ['unit', 'desk'],
  'ask-extension': ['unit'],
  extend: ['desk'],
  'refuse-extension': ['desk'],
  'set-date': ['desk'],
  waive: ['desk'],
  unwaive: ['desk'],
  remind: ['desk'],
  urge: ['desk'],
  contest: ['unit'],
  answer: ['desk'],
  include: ['desk'],
};

interface Case {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly now: Moment;
}

/** A rule of the catalogue that says why not and what is possible instead; undefined: allowed. */
type Guard = (of: Case) => string | undefined;

const isIssued = (facts: Facts) => facts.issuedIn !== undefined;

/** What stands in the way of an act on what has arrived, by what became of it. */
const arrived =
  (refused: Partial<Record<Filing, (facts: Facts) => string | undefined>>): Guard =>
  ({ facts }) => {
    const by = refused[facts.filing];
    if (by !== undefined) return by(facts);
    if (facts.filing === 'none') return 'act.nothing-sent';
    return facts.filing === 'returned' ? 'act.returned' : undefined;
  };

const sent = (facts: Facts) => (isIssued(facts) ? 'act.sent-issued' : 'act.sent');
const confirmed = (facts: Facts) => (isIssued(facts) ? 'act.confirmed-issued' : 'act.confirmed');
const allowed = () => undefined;

const send: Guard = (of) =>
  of.facts.waived === undefined
    ? arrived({ none: allowed, returned: allowed, submitted: sent, resubmitted: sent, confirmed })(of)
    : 'act.waived';

const beforeConfirmed: Guard = arrived({ none: allowed, returned: allowed, confirmed });

const chase: Guard = ({ facts, obligation }) => {
  if (facts.waived !== undefined) return 'act.waived';
  if (obligation.notApplicable) return 'act.not-applicable';
  return facts.filing === 'none' || facts.filing === 'returned' ? undefined : 'act.arrived';
};

const whenIssued = (facts: Facts) => (isIssued(facts) ? undefined : sent(facts));
const unlessIssued = (facts: Facts) => (isIssued(facts) ? 'act.sent-issued' : undefined);
const whenSigned = (facts: Facts) => (facts.awaitingSignedCopy ? 'act.signed-copy-awaited' : undefined);

const guards: Readonly<Record<ObligationKind, Guard>> = {
  submit: send,
  record: send,
  revise: arrived({
    submitted: whenIssued,
    resubmitted: whenIssued,
    confirmed: (facts) => (isIssued(facts) ? undefined : 'act.confirmed'),
  }),
  withdraw: arrived({ submitted: unlessIssued, resubmitted: unlessIssued, confirmed }),
  return: arrived({ confirmed: (facts) => (isIssued(facts) ? 'act.confirmed-issued' : undefined) }),
  confirm: arrived({ submitted: whenSigned, resubmitted: whenSigned, confirmed }),
  'attach-signed-copy': arrived({ returned: allowed }),
  'ask-extension': beforeConfirmed,
  extend: beforeConfirmed,
  'refuse-extension': (of) =>
    beforeConfirmed(of) ?? (of.facts.extensionAsked === undefined ? 'act.extension-not-asked' : undefined),
  'set-date': beforeConfirmed,
  waive: ({ facts }) => {
    if (facts.waived !== undefined) return 'act.already-waived';
    return facts.filing === 'none' ? undefined : 'act.arrived';
  },
  unwaive: ({ facts }) => {
    if (facts.waived === undefined) return 'act.not-waived';
    return facts.filing === 'none' ? undefined : 'act.arrived';
  },
  remind: chase,
  urge: chase,
  contest: ({ obligation, facts, now }) => {
    if (facts.contested !== undefined) return 'act.contested';
    if (facts.waived !== undefined) return 'act.waived';
    const last = lastOnTime(obligation, facts);
    // What arrived is judged by its arrival, what did not by the clock.
    return last !== undefined && isPast(decidingArrival(obligation, facts) ?? now, last) ? undefined : 'act.not-late';
  },
  answer: ({ facts }) => (facts.contested === undefined ? 'act.nothing-contested' : undefined),
  include: arrived({}),
};

/**
 * Tells whether the state of an obligation allows an act: undefined, or the rule that says why not and what is possible
 * instead. What the act itself says (dates, reasons) is not looked at here.
 */
export const refusalOf = (act: ObligationKind, of: Case): string | undefined => guards[act](of);

/** Lists the acts that the state of an obligation allows now: what a page offers. */
export const allowedActs = (of: Case): readonly ObligationKind[] =>
  // Object.keys gives strings; `guards` has exactly the kinds as keys.
  (Object.keys(guards) as readonly ObligationKind[]).filter((act) => refusalOf(act, of) === undefined);
