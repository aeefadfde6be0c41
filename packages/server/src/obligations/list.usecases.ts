import type { Obligation } from '@dondoc/core';
import type { ObligationKey, Principal, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { pageOf, type Page } from '../http/paging.ts';
import { turnsOf, type Basis, type Made } from './conditional.ts';
import { isInState, ofUnits, type Filter } from './filter.ts';
import type { ObligationRow } from './obligations.schema.ts';
import { judgeFrom, lookerOf, rowsFor } from './row.ts';
import { draftsFrom, factsFrom, type Scope, type Standpoint } from './standpoint.ts';

const nothing: ReturnType<typeof factsFrom> = Promise.resolve(new Map());

/** Which obligations a list is of. */
export interface ListQuery extends Filter {
  readonly plan?: string;
  readonly report?: string;
  readonly period?: string;
  readonly unit?: string;
  /** Last on-time day, both inclusive, ISO; what has no date is left out once either is given. */
  readonly from?: string;
  readonly to?: string;
}

const isWithin = ({ due }: Obligation, { from, to }: ListQuery): boolean => {
  if (from === undefined && to === undefined) return true;
  if (due.kind === 'undated') return false;
  return (from === undefined || due.lastDay >= from) && (to === undefined || due.lastDay <= to);
};

/** What everybody, or one unit, owes under a plan. */
const owedUnder = async (view: OfficeView, plan: string, unit: string | undefined): Promise<readonly Obligation[]> => {
  if (unit === undefined) return (await view.obligations(plan)) ?? [];
  const found: Obligation[] = [];
  for (const { report, period } of await view.duties(plan)) {
    const one = await view.obligation({ plan, report: report.id, period: period.id, unit });
    if (one !== undefined) found.push(one);
  }
  return found;
};

/**
 * Lists the obligations that a query could be about, before anything is asked of what happened: newest plan first, within
 * one in the plan's and the office's order. A unit's people are given their own; asking for another's is refused.
 */
export const candidates = async (
  view: OfficeView,
  query: ListQuery,
  principal: Principal,
): Promise<Outcome<readonly Obligation[]>> => {
  const { plan, report, period } = query;
  if (principal.unit !== undefined && query.unit !== undefined && query.unit !== principal.unit)
    return failed('not-yours');
  const unit = principal.unit ?? query.unit;
  if (plan !== undefined && view.plans.every(({ id }) => id !== plan)) {
    return failed('not-found', { params: { what: `Kế hoạch ${plan}` } });
  }
  if (plan === undefined) await view.histories();
  const isOfUnits = ofUnits(view, query, principal.id);
  const found: Obligation[] = [];
  for (const { id } of view.plans.toReversed()) {
    if (plan !== undefined && plan !== id) continue;
    for (const one of await owedUnder(view, id, unit)) {
      const isAsked =
        (report === undefined || one.report.id === report) && (period === undefined || one.period.id === period);
      if (isAsked && isWithin(one, query) && isOfUnits(one)) found.push(one);
    }
  }
  return done(found);
};

/** Units that are worth naming one by one. */
const FEW_UNITS = 20;

/** The value that all of these have. */
const shared = (obligations: readonly Obligation[], of: (one: Obligation) => string): string | undefined => {
  const [first] = obligations;
  if (first === undefined) return undefined;
  const value = of(first);
  return obligations.every((one) => of(one) === value) ? value : undefined;
};

/** The narrowest question to the store that holds all of these. */
export const scopeOf = (obligations: readonly Obligation[]): Scope & Partial<ObligationKey> => {
  const plan = shared(obligations, (one) => one.plan);
  const report = shared(obligations, (one) => one.report.id);
  const period = shared(obligations, (one) => one.period.id);
  const units = [...new Set(obligations.map((one) => one.unit))];
  const [unit] = units;
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(report === undefined ? {} : { report }),
    ...(period === undefined ? {} : { period }),
    ...(unit !== undefined && units.length === 1 ? { unit } : units.length <= FEW_UNITS ? { units } : {}),
  };
};

/**
 * Makes one page of obligations with their states. Where no state is asked for, only the page's facts are read; two
 * statements in one batch either way. `drafts`: where they have just been read.
 */
export const listOf = async (
  store: Pick<Store, 'together'>,
  {
    candidates: all,
    state,
    standpoint,
    drafts: known,
    principal,
    limit,
    after,
  }: {
    readonly candidates: readonly Obligation[];
    readonly state?: string | undefined;
    readonly standpoint: Standpoint;
    readonly drafts?: Basis['drafts'] | undefined;
    readonly principal: Principal;
    readonly limit: number;
    /** Id of the last obligation of the page before. */
    readonly after?: string | undefined;
  },
): Promise<Outcome<Made<Page<ObligationRow>>>> => {
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) return failed('bad-request', { params: { what: 'Tham số cursor' } });
  const asked = state === undefined ? all.slice(start, start + limit + 1) : all.slice(start);
  const scope = scopeOf(all);
  const [facts, drafts] = await store.together((ask) => [
    asked.length === 0 ? nothing : factsFrom(ask, standpoint, scopeOf(asked)),
    known === undefined ? draftsFrom(ask, standpoint, scope) : Promise.resolve(known),
  ]);
  const told = rowsFor(lookerOf(standpoint, principal));
  const judge = judgeFrom(standpoint, facts);
  const rows: ObligationRow[] = [];
  for (const obligation of asked) {
    if (rows.length > limit) break;
    const one = judge(obligation);
    const draft = drafts.get(one.obligation.id);
    const badge = told.badge(one, draft);
    if (isInState(state, one, badge)) rows.push(told.row(one, { draft, badge }));
  }
  return done({
    drafts,
    scope,
    value: pageOf(rows, { limit, keyOf: ({ id }) => id }),
    turns: turnsOf(standpoint.now.day, asked, facts),
  });
};
