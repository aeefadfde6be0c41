import {
  applyPlanEntry,
  noHistory,
  officeStream,
  type Agency,
  type EntryContent,
  type OfficeSettings,
  type PlanEntry,
  type PlanHistory,
} from '@dondoc/core';
import type { Configuration, LedgerRow, PlanSummary, Store } from '@dondoc/store';

/** An entry's data; null where they were erased. */
const dataOf = ({ secret }: LedgerRow) => secret?.data ?? null;

const foldPlans = (rows: readonly LedgerRow[]): ReadonlyMap<string, PlanHistory> => {
  const histories = new Map<string, PlanHistory>();
  for (const row of rows) {
    const plan = row.stream.slice('plan:'.length);
    const history = histories.get(plan) ?? noHistory;
    const data = dataOf(row);
    const entry: EntryContent = { ...row, data };
    // A plan's stream holds only what core decided: kind and data belong together.
    histories.set(
      plan,
      data === null ? { ...history, version: row.version } : applyPlanEntry(history, entry as PlanEntry),
    );
  }
  return histories;
};

const summariesOf = (histories: ReadonlyMap<string, PlanHistory>): readonly PlanSummary[] =>
  [...histories].flatMap(([id, { versions, version: streamVersion }]) => {
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const { version, adopted, plan } = newest;
    return [{ id, year: plan.year, title: plan.title.join(' '), version, adopted, streamVersion }];
  });

/** Folds what the office had adopted by an instant (inclusive, ISO 8601 in UTC), plans with their whole histories. */
export const configurationAsOf = async (
  store: Pick<Store, 'together'>,
  until: string,
): Promise<Configuration & { readonly histories: ReadonlyMap<string, PlanHistory> }> => {
  const [office, agencyRows, planRows] = await store.together((ask) => [
    ask.entries({ streams: [officeStream], until, data: 'without-content' }),
    ask.entries({ prefix: 'agency:', until, data: 'without-content' }),
    ask.entries({ prefix: 'plan:', until, data: 'without-content' }),
  ]);
  const adopted = office.findLast(({ kind, secret }) => kind === 'adopt' && secret?.data !== undefined);
  // The data of an office's `adopt` are core's `OfficeEntry`'s.
  const settings = (adopted?.secret?.data as { readonly settings: OfficeSettings } | undefined)?.settings;
  const agencies = new Map<string, Agency>();
  const agencyVersions: Record<string, number> = {};
  for (const row of agencyRows) {
    agencyVersions[row.stream.slice('agency:'.length)] = row.version;
    // The data of an agency's `adopt` are core's `AgencyEntry`'s.
    const agency = (dataOf(row) as { readonly agency: Agency } | null)?.agency;
    if (agency !== undefined) agencies.set(agency.id, agency);
  }
  const histories = foldPlans(planRows);
  const changed = [...office.filter(({ kind }) => kind === 'adopt'), ...agencyRows, ...planRows];
  return {
    revision: changed.reduce((last, { seq }) => Math.max(last, seq), 0),
    ...(settings === undefined ? {} : { settings }),
    agencies: [...agencies.values()],
    agencyVersions,
    officeVersion: office.at(-1)?.version ?? 0,
    plans: summariesOf(histories),
    histories,
  };
};
