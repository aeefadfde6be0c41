import {
  createCalendar,
  directory,
  dutiesOf,
  inTextOrder,
  obligations,
  type Duty,
  type Obligation,
  type PlanHistory,
} from '@dondoc/core';
import type { Configuration, Store } from '@dondoc/store';
import type { OfficeView } from './configuration.ts';

/** What is owed for one report and period. */
interface Owed {
  readonly all: readonly Obligation[];
  readonly byUnit: ReadonlyMap<string, Obligation>;
}

/** A plan's duties, and what is owed for each, computed when it is first asked for. */
interface OfPlan {
  readonly duties: readonly Duty[];
  readonly owed: (of: { readonly report: string; readonly period: string }) => Owed;
}

const nothing: Owed = { all: [], byUnit: new Map() };

const planOwing = (
  { versions, events, openings }: PlanHistory,
  { directory, calendar }: Pick<OfficeView, 'directory' | 'calendar'>,
): OfPlan => {
  const duties = dutiesOf({ plan: versions, calendar, events });
  const known = new Map<string, Owed>();
  return {
    duties,
    owed: ({ report, period }) => {
      const key = `${report}/${period}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const asked = duties.filter((duty) => duty.report.id === report && duty.period.id === period);
      if (asked.length === 0) return nothing;
      const all = obligations({ plan: versions, agencies: directory, calendar, events, openings, duties: asked });
      const made = { all, byUnit: new Map(all.map((obligation) => [obligation.unit, obligation])) };
      known.set(key, made);
      return made;
    },
  };
};

/**
 * Makes the office's view of what it has adopted. Histories are read and obligations computed when they are first asked
 * for, and kept with the view; what was adopted was validated then and is not parsed again.
 */
export const officeView = (
  { revision, settings, agencies, agencyVersions, officeVersion, plans }: Configuration,
  read: {
    readonly one: (plan: string, via?: Pick<Store, 'planHistory'>) => Promise<PlanHistory | undefined>;
    readonly several: Store['planHistories'];
  },
): OfficeView => {
  const units = directory(agencies);
  const calendar = createCalendar({
    swaps: settings?.holidays ?? [],
    announcedYears: settings?.announcedYears ?? [],
  });
  const ids = new Set(plans.map(({ id }) => id));
  const histories = new Map<string, PlanHistory>();
  const owing = new Map<string, OfPlan>();
  const whole = new Map<string, readonly Obligation[]>();

  const history: OfficeView['history'] = async (plan, via) => {
    const known = histories.get(plan);
    if (known !== undefined || !ids.has(plan)) return known;
    const found = await read.one(plan, via);
    if (found !== undefined) histories.set(plan, found);
    return found;
  };

  const several: OfficeView['histories'] = async (asked = [...ids]) => {
    const missing = asked.filter((id) => ids.has(id) && !histories.has(id));
    if (missing.length > 0) for (const [id, found] of await read.several(missing)) histories.set(id, found);
    return new Map(
      asked.flatMap((id) => {
        const found = histories.get(id);
        return found === undefined ? [] : [[id, found] as const];
      }),
    );
  };

  const ofPlan = async (plan: string): Promise<OfPlan | undefined> => {
    const known = owing.get(plan);
    if (known !== undefined) return known;
    const found = await history(plan);
    if (found === undefined) return undefined;
    const made = planOwing(found, { directory: units, calendar });
    owing.set(plan, made);
    return made;
  };

  const all = async (plan: string): Promise<readonly Obligation[] | undefined> => {
    const known = whole.get(plan);
    if (known !== undefined) return known;
    const found = await ofPlan(plan);
    if (found === undefined) return undefined;
    const made = found.duties.flatMap(({ report, period }) => found.owed({ report: report.id, period: period.id }).all);
    whole.set(plan, made);
    return made;
  };

  return {
    revision,
    settings,
    directory: units,
    calendar,
    plans: plans.toSorted((a, b) => a.year - b.year || inTextOrder(a.id, b.id)),
    officeVersion,
    agencyVersions,
    history,
    histories: several,
    duties: async (plan) => (await ofPlan(plan))?.duties ?? [],
    obligations: all,
    owed: async ({ plan, ...of }) => (await ofPlan(plan))?.owed(of).all ?? nothing.all,
    obligation: async ({ plan, unit, ...of }) => (await ofPlan(plan))?.owed(of).byUnit.get(unit),
  };
};
