import {
  explain,
  isObligationEntry,
  obligationId,
  obligationStream,
  windowPhrase,
  type EntryContent,
  type Explanation,
  type ObligationEntry,
  type ObligationKind,
} from '@dondoc/core';
import type { ObligationKey, Principal, Store } from '@dondoc/store';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { ObligationAnswer, ObligationRow } from './obligations.schema.ts';
import { judgeFrom, lookerOf, rowOf, statusOf } from './row.ts';
import { readState, type Standpoint } from './standpoint.ts';

const missing = (of: ObligationKey) => failed('not-found', { params: { what: obligationId(of) } });

interface Asked {
  readonly of: ObligationKey;
  readonly standpoint: Standpoint;
  readonly principal: Principal;
}

/** Tells one obligation with its state and what is good to know before filling it in. */
export const obligationOf = async (
  store: Pick<Store, 'together'>,
  { of, standpoint, principal }: Asked,
): Promise<Outcome<ObligationAnswer>> => {
  const { facts, drafts } = await readState(store, standpoint, { of });
  const obligation = await standpoint.view.obligation(of);
  if (obligation === undefined) return missing(of);
  const one = judgeFrom(standpoint, facts)(obligation);
  const { report, window, contact } = obligation;
  const { form, timelinessBasis, method, guidance } = report;
  const notes = one.facts.returned?.notes;
  return done({
    ...rowOf(one, lookerOf(standpoint, principal), { draft: drafts.get(obligation.id) }),
    ...(form === undefined ? {} : { form }),
    window: { from: window.from, to: window.to, phrase: windowPhrase(window) },
    timelinessBasis,
    ...(method === undefined ? {} : { method }),
    ...(guidance === undefined ? {} : { guidance }),
    ...(contact === undefined ? {} : { contact }),
    ...(notes === undefined ? {} : { notes }),
  });
};

/** Why an obligation is in its state, as it is told. */
export type ToldExplanation = Omit<Explanation, 'status'> & { readonly status: ObligationRow['status'] };

/**
 * Explains an obligation from its stream. To the people of a unit whoever acted at the office is the desk: persons are not
 * named.
 */
export const explanationOf = async (
  store: Pick<Store, 'entries'>,
  { of, standpoint, principal }: Asked,
): Promise<Outcome<ToldExplanation>> => {
  const { view, now, until } = standpoint;
  const obligation = await view.obligation(of);
  if (obligation === undefined) return missing(of);
  const rows = await store.entries({
    streams: [obligationStream(obligation.id)],
    data: 'without-content',
    ...(until === undefined ? {} : { until }),
  });
  const { people } = lookerOf(standpoint, principal);
  const entries = rows
    .map((row): EntryContent => ({ ...row, data: row.secret?.data ?? null }))
    // Its data are what core sealed for its kind, or null where they were erased.
    .filter((entry): entry is ObligationEntry | EntryContent<ObligationKind, null> => isObligationEntry(entry));
  const { status, ...told } = explain({
    obligation,
    entries,
    now,
    calendar: view.calendar,
    dueSoonDays: view.settings?.settings.dueSoonDays ?? 7,
    person: people.named,
  });
  return done({
    ...told,
    status: statusOf(status),
    entries: told.entries.map((entry) => ({ ...entry, actor: people.shown(entry.actor) })),
  });
};
