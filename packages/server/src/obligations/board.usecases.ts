import { rates, ratesBy, reportTitle, windowPhrase, type Obligation, type Rates } from '@dondoc/core';
import type { Principal, ReportPeriod, Store } from '@dondoc/store';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { turnsOf, type Basis, type Made } from './conditional.ts';
import { dutyOf, othersOf } from './duty.ts';
import { isInState, ofUnits, type Filter } from './filter.ts';
import type { Board, ObligationRow } from './obligations.schema.ts';
import { dueOf, judgeFrom, lookerOf, rowsFor, unitAt, type Case, type Looker } from './row.ts';
import { readState, type Standpoint } from './standpoint.ts';

/** How much of their forms the received reports have filled, by obligation id. */
export type ContentOf = (cases: readonly Case[]) => Promise<ReadonlyMap<string, { filled: number; asked: number }>>;

const rowsOf = (
  cases: readonly Case[],
  {
    looker,
    drafts,
    state,
  }: { readonly looker: Looker; readonly drafts: Basis['drafts']; readonly state?: string | undefined },
): ObligationRow[] => {
  const told = rowsFor(looker);
  return cases.flatMap((one) => {
    const draft = drafts.get(one.obligation.id);
    const badge = told.badge(one, draft);
    return isInState(state, one, badge) ? [told.row(one, { draft, badge })] : [];
  });
};

const toldRates = ({ content, ...counts }: Rates): Board['rates'] => ({ ...counts, content: { ...content } });

/** The data window of a report and period is every unit's; where nobody owes it, the period itself. */
const windowOf = (obligations: readonly Obligation[], { firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
  obligations[0]?.window ?? { from: firstDay, to: lastDay };

/**
 * Makes the board of a report and period: every unit that owes with its state, in the office's order, the rates over all
 * of them (whatever the rows are narrowed to), and the units that owe nothing with their reason. Two statements in one
 * batch, however many units. `drafts`: where they have just been read.
 */
export const boardOf = async (
  store: Pick<Store, 'together'>,
  {
    of,
    standpoint,
    drafts: known,
    principal,
    at,
    filter = {},
    contentOf,
  }: {
    readonly of: ReportPeriod;
    readonly standpoint: Standpoint;
    readonly drafts?: Basis['drafts'] | undefined;
    readonly principal: Principal;
    readonly at: string;
    readonly filter?: Filter;
    readonly contentOf?: ContentOf | undefined;
  },
): Promise<Outcome<Made<Board>>> => {
  const { view, now } = standpoint;
  const { facts, drafts } = await readState(store, standpoint, { of, drafts: known });
  const duty = await dutyOf(view, of);
  if (duty === undefined) return failed('not-found', { params: { what: `${of.plan}/${of.report}/${of.period}` } });
  const obligations = await view.owed(of);
  const cases = obligations.map(judgeFrom(standpoint, facts));
  const content = (await contentOf?.(cases)) ?? new Map<string, { filled: number; asked: number }>();
  const items = cases.map((one) => {
    const filled = content.get(one.obligation.id);
    return filled === undefined ? one : { ...one, content: filled };
  });
  const kindOf = ({ unit, settledOn }: Obligation): string => unitAt(standpoint, unit, settledOn).kind;
  const isWanted = ofUnits(view, filter, principal.id);
  const looker = lookerOf(standpoint, principal);
  const { report, period } = duty;
  const window = windowOf(obligations, period);
  const form = obligations[0]?.report.form ?? report.form;
  return done({
    drafts,
    scope: of,
    value: {
      plan: of.plan,
      report: { id: report.id, title: reportTitle(report), ...(form === undefined ? {} : { form }) },
      period: { id: period.id, words: period.words, firstDay: period.firstDay, lastDay: period.lastDay },
      due: dueOf(duty.due),
      window: { from: window.from, to: window.to, phrase: windowPhrase(window) },
      at: standpoint.until ?? at,
      rates: toldRates(rates(items)),
      ratesByKind: [...ratesBy(items, kindOf)].map(([kind, counts]) => ({ kind, rates: toldRates(counts) })),
      rows: rowsOf(
        cases.filter(({ obligation }) => isWanted(obligation)),
        { looker, drafts, state: filter.state },
      ),
      others: othersOf(view, { duty, since: window.from, principal }),
    },
    turns: turnsOf(now.day, obligations, facts),
  });
};
