import type { AgencyDirectory, Duty, Obligation, OfficeSettings, PlanHistory, WorkCalendar } from '@dondoc/core';
import type { Configuration, PlanSummary, Pulse, ReportPeriod, Store } from '@dondoc/store';
import { configurationAsOf } from './as-of.ts';
import { officeView } from './office-view.ts';

/** What the office has adopted, as of one revision: everything that obligations follow from. */
export interface OfficeView {
  /** 0: nothing is adopted yet, and `settings` is absent. */
  readonly revision: number;
  readonly settings: OfficeSettings | undefined;
  readonly directory: AgencyDirectory;
  readonly calendar: WorkCalendar;
  /** By year, then by id. */
  readonly plans: readonly PlanSummary[];
  readonly officeVersion: number;
  readonly agencyVersions: Readonly<Record<string, number>>;
  /** `via`: what to ask where it is not at hand yet, for who has other questions to ask along with it. */
  readonly history: (plan: string, via?: Pick<Store, 'planHistory'>) => Promise<PlanHistory | undefined>;
  /**
   * Of the plans named, or of all, by id. Those that are not at hand are read in one batch, as many statements as for one:
   * for who goes on to look at several.
   */
  readonly histories: (plans?: readonly string[]) => Promise<ReadonlyMap<string, PlanHistory>>;
  /** What a plan asks for in each of its periods, whoever owes it; computed once for a revision. */
  readonly duties: (plan: string) => Promise<readonly Duty[]>;
  /** All of a plan's obligations, computed once for a revision; undefined: there is no such plan. */
  readonly obligations: (plan: string) => Promise<readonly Obligation[] | undefined>;
  /** Those of one report and period, in the office's order; empty where there is none. */
  readonly owed: (of: ReportPeriod) => Promise<readonly Obligation[]>;
  readonly obligation: (of: ReportPeriod & { readonly unit: string }) => Promise<Obligation | undefined>;
}

/** Keeps the office's view between requests, read again only when the ledger's configuration has moved on. */
export interface Configurations {
  /** Whether a view has been read: where none has, the next who asks does well to ask for the configuration along. */
  readonly isKnown: () => boolean;
  /**
   * As of now: one small query where nothing has changed, none at all for who has just asked for the pulse. `adopted`: read
   * in the same batch as the pulse.
   */
  readonly current: (pulse?: Pulse, adopted?: Configuration) => Promise<OfficeView>;
  /** As the ledger knew it at an instant (inclusive, ISO 8601 in UTC), folded from the entries. */
  readonly asOf: (instant: string) => Promise<OfficeView>;
}

/** Days looked back at that are kept at hand; each holds an office and the obligations asked of it. */
const MOST_PAST_VIEWS = 4;

/**
 * Makes the cache of the office's view. Only values that have arrived are kept, never promises: a Worker must not wait in
 * one request for what another has asked.
 */
export const createConfigurations = (store: Store): Configurations => {
  let latest: OfficeView | undefined;
  const past = new Map<string, OfficeView>();
  return {
    isKnown: () => latest !== undefined,
    current: async (pulse, adopted) => {
      const { configuration } = pulse ?? (await store.pulse());
      if (latest?.revision === configuration) return latest;
      const view = officeView(adopted ?? (await store.configuration()), {
        one: (plan, via = store) => via.planHistory(plan),
        several: store.planHistories,
      });
      // Of two requests that read at once the newer stays.
      if (latest === undefined || view.revision >= latest.revision) latest = view;
      return view;
    },
    asOf: async (instant) => {
      const { configuration } = await store.pulse();
      const key = `${configuration}@${instant}`;
      const known = past.get(key);
      if (known !== undefined) return known;
      const { histories, ...adopted } = await configurationAsOf(store, instant);
      const view = officeView(adopted, { one: async (plan) => histories.get(plan), several: async () => histories });
      if (past.size >= MOST_PAST_VIEWS) past.clear();
      past.set(key, view);
      return view;
    },
  };
};
