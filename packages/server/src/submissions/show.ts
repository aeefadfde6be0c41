import {
  clockMoment,
  obligationId,
  obligationStream,
  receiptCode,
  type Facts,
  type Json,
  type ObligationKind,
} from '@dondoc/core';
import type { LedgerRow, ObligationKey, Principal } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { peopleFor, type People } from '../obligations/people.ts';
import { standingOf, type Standing } from './act-answer.ts';
import { isFilingAct, type CallersAct } from './act-schema.ts';
import type { Progress } from './draft-progress.ts';
import { factsOfOne, findDuty } from './duty.ts';
import { own } from './reading.ts';
import { actsFor } from './who.ts';

/** One time that a report came. */
export interface Revision {
  readonly revision: number;
  /** Of the obligation's stream. */
  readonly version: number;
  readonly kind: ObligationKind;
  readonly at: string;
  readonly receivedOn?: string;
  /** Principal id. */
  readonly by: string;
  readonly receipt: string;
  readonly nothingToReport: boolean;
  /** A person's data were erased: there is no content any more. */
  readonly erased: boolean;
}

/** What a unit sent, and where its obligation stands. */
export interface SubmissionAnswer extends Standing {
  readonly obligation: string;
  readonly unit: string;
  /** Of the stream: what `If-Match` means. 0: nothing has happened yet. */
  readonly version: number;
  readonly facts: Facts;
  /** The revision that `content` is; 0: nothing was sent. */
  readonly revision: number;
  /** Null: nothing was sent, or it was erased. */
  readonly content: Json;
  readonly erased: boolean;
  readonly revisions: readonly Revision[];
  /** What the asker may do now. */
  readonly acts: readonly CallersAct[];
  /** How far the unit's draft is; its content is the unit's own. */
  readonly draft?: Progress & { readonly rev: number; readonly ready: boolean; readonly at: string };
}

/** What has happened, told to whoever asks: to a unit, whoever acted at the office is the desk. */
const toldFacts = (facts: Facts, shown: People['shown']): Facts => {
  const { recorded, returned, waived, reminders } = facts;
  const told = <T extends { readonly by: string }>(one: T): T => ({ ...one, by: shown(one.by) });
  return {
    ...facts,
    ...(recorded === undefined ? {} : { recorded: told(recorded) }),
    ...(returned === undefined ? {} : { returned: told(returned) }),
    ...(waived === undefined ? {} : { waived: told(waived) }),
    reminders: reminders.map(told),
  };
};

const revisionsOf = (rows: readonly LedgerRow[], shown: People['shown']): readonly Revision[] =>
  rows
    // An obligation's stream holds acts of core's kinds only.
    .filter(({ kind }) => isFilingAct(kind as ObligationKind))
    .map(({ version, kind, at, receivedOn, actor, hash, secret }, index) => ({
      revision: index + 1,
      version,
      kind: kind as ObligationKind,
      at,
      ...(receivedOn === undefined ? {} : { receivedOn }),
      by: shown(actor),
      receipt: receiptCode(hash),
      nothingToReport: own(secret?.data, 'report') === 'nothing-to-report',
      erased: secret === null,
    }));

/** Shows what a unit sent (its last revision, or the one asked for), what has happened, and what the asker may do now. */
export const showSubmission = async (
  { store }: Pick<App, 'store'>,
  {
    view,
    key,
    principal,
    at,
    revision,
  }: {
    readonly view: OfficeView;
    readonly key: ObligationKey;
    readonly principal: Principal;
    readonly at: string;
    readonly revision?: number | undefined;
  },
): Promise<Outcome<SubmissionAnswer>> => {
  const [facts, rows, drafts, filed] = await store.together((ask) => [
    factsOfOne({ store: ask }, key),
    ask.entries({ streams: [obligationStream(obligationId(key))], data: 'without-content' }),
    ask.drafts(key),
    ask.filed({ ...key, ...(revision === undefined ? {} : { revision }) }),
    view.history(key.plan, ask),
  ]);
  const found = await findDuty(view, key);
  if (!found.ok) return found;
  const duty = found.value;
  const { obligation, settings } = duty;
  const { shown: shownAs } = peopleFor(view, { principal, day: clockMoment(at).day });
  const revisions = revisionsOf(rows, shownAs);
  const shown = revision === undefined ? revisions.at(-1) : revisions.find((one) => one.revision === revision);
  if (revision !== undefined && shown === undefined) {
    return failed('not-found', { params: { what: `Lần gửi ${revision}` } });
  }
  const [draft] = drafts;
  return done({
    obligation: obligation.id,
    unit: key.unit,
    version: facts.version,
    facts: toldFacts(facts, shownAs),
    revision: shown?.revision ?? 0,
    content: filed[0]?.content ?? null,
    erased: shown?.erased ?? false,
    ...standingOf(duty, { facts, at, principal, draft }),
    revisions,
    acts: actsFor({ obligation, facts, now: clockMoment(at) }, { principal, settings }),
    ...(draft === undefined
      ? {}
      : {
          draft: {
            rev: draft.rev,
            answered: draft.answered,
            asked: draft.asked,
            ready: draft.ready,
            at: draft.at,
          },
        }),
  });
};
