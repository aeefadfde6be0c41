import {
  adopt,
  applyPlanEntry,
  clockMoment,
  noHistory,
  planSchema,
  signatoryOfKind,
  standingPlan,
  standingPlanId,
  type EntryContent,
  type Plan,
  type PlanEntry,
  type PlanHistory,
  type UnitSelector,
} from '@dondoc/core';
import * as v from 'valibot';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';

/** The plan that something is entered under, with what has to be entered before it. */
export interface Frame {
  readonly plan: Plan;
  readonly history: PlanHistory;
  /** The adoption of the standing plan, where this is the year's first request. */
  readonly before: readonly EntryContent[];
}

/** Finds a plan that is adopted. */
export const planFrame = async (office: OfficeView, id: string): Promise<Outcome<Frame>> => {
  const history = await office.history(id);
  const plan = history?.versions.at(-1)?.plan;
  return history === undefined || plan === undefined
    ? failed('not-found', { params: { what: `Kế hoạch ${id}` } })
    : done({ plan, history, before: [] });
};

/** Whom the office's plans bind: the newest one's units; without any, all agencies below issuer or desk. */
const unitsOfOffice = async (office: OfficeView, parents: readonly string[]): Promise<UnitSelector> => {
  const newest = office.plans.at(-1);
  const history = newest && (await office.history(newest.id));
  return history?.versions.at(-1)?.plan.units ?? [{ parents: [...new Set(parents)] }];
};

/**
 * Finds the standing plan of the year in which something is asked (`on`, ISO), or makes it: the office's frame for requests
 * under no plan. Refuses a year that no plan can be of.
 */
export const standingFrame = async (
  office: OfficeView,
  { on, at, actor }: { readonly on: string; readonly at: string; readonly actor: string },
): Promise<Outcome<Frame>> => {
  const { settings, directory } = office;
  if (settings === undefined) return failed('no-office');
  const year = Number(on.slice(0, 4));
  if (!v.is(planSchema.entries.year, year)) {
    const finding = { rule: 'date.year-out-of-range', severity: 'error', where: ['on'], params: { year } } as const;
    return failed('invalid-body', { findings: [finding] });
  }
  if (office.plans.some(({ id }) => id === standingPlanId(year))) return planFrame(office, standingPlanId(year));
  const { issuer, desk } = settings;
  const { day } = clockMoment(at);
  const kind = directory.at(issuer, day)?.kind ?? 'other';
  const plan = standingPlan({
    year,
    issuer,
    desk: { agency: desk, name: directory.at(desk, day)?.name ?? desk },
    units: await unitsOfOffice(office, [issuer, desk]),
    signatory: signatoryOfKind(kind),
  });
  const { agencyVersions, officeVersion } = office;
  const current = {
    settings,
    agencies: directory.all,
    agencyVersions,
    officeVersion,
    histories: new Map<string, PlanHistory>(),
  };
  const adopted = adopt({ current, proposed: { plans: [plan] }, at, actor });
  if (!adopted.ok) return failed('act-refused', { findings: adopted.findings });
  const before = adopted.value.contents;
  // The one entry of an adoption of one plan is a plan's.
  const history = before.reduce((folded, entry) => applyPlanEntry(folded, entry as PlanEntry), noHistory);
  return done({ plan, history, before });
};
