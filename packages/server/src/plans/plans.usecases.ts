import {
  describePlanChange,
  diffPlans,
  reportTitle,
  type Plan,
  type PlanChange,
  type PlanHistory,
  type PlanVersion,
} from '@dondoc/core';
import type { PlanSummary, Principal } from '@dondoc/store';
import { planDocument } from '@dondoc/word';
import type { OfficeView } from '../configuration/configuration.ts';
import { docxType, type SentFile } from '../http/file.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { ObligationRow } from '../obligations/obligations.schema.ts';
import { dueOf } from '../obligations/row.ts';

/** Tells whether a plan asks anything of whoever looks: the office sees all, a unit what binds it. */
const concerns = async (office: OfficeView, plan: string, { unit }: Principal): Promise<boolean> =>
  unit === undefined || ((await office.obligations(plan)) ?? []).some((one) => one.unit === unit);

/** Lists the plans that concern whoever looks, by year. */
export const plansFor = async (office: OfficeView, principal: Principal): Promise<readonly PlanSummary[]> => {
  const found: PlanSummary[] = [];
  if (principal.unit !== undefined) await office.histories();
  for (const summary of office.plans) if (await concerns(office, summary.id, principal)) found.push(summary);
  return found;
};

const unknown = (plan: string) => failed('not-found', { params: { what: `Kế hoạch ${plan}` } });

/** Finds a plan with its history; a unit is refused one that does not bind it. */
export const planFor = async (
  office: OfficeView,
  plan: string,
  principal: Principal,
): Promise<Outcome<{ readonly summary: PlanSummary; readonly history: PlanHistory; readonly newest: PlanVersion }>> => {
  const summary = office.plans.find(({ id }) => id === plan);
  const history = await office.history(plan);
  const newest = history?.versions.at(-1);
  if (summary === undefined || history === undefined || newest === undefined) return unknown(plan);
  return (await concerns(office, plan, principal)) ? done({ summary, history, newest }) : failed('not-yours');
};

/** A report of a plan for one period, and how many owe it. */
export interface AskedPeriod {
  readonly report: ObligationRow['report'];
  readonly period: ObligationRow['period'];
  readonly due: ObligationRow['due'];
  readonly opensOn: string;
  readonly units: number;
}

/** Lists what a plan asks for, in its own order, with the number of units that owe it. */
export const periodsAsked = async (office: OfficeView, plan: string): Promise<readonly AskedPeriod[]> => {
  const asked: AskedPeriod[] = [];
  for (const { report, period, due, opensOn } of await office.duties(plan)) {
    const { length: units } = await office.owed({ plan, report: report.id, period: period.id });
    asked.push({
      report: { id: report.id, title: reportTitle(report) },
      period: { id: period.id, words: period.words },
      due: dueOf(due),
      opensOn,
      units,
    });
  }
  return asked;
};

/** Makes the Word document of a plan's newest version. */
export const planPaper = async (office: OfficeView, { plan }: PlanVersion): Promise<SentFile> => {
  const bytes = await planDocument({ plan, directory: office.directory, demo: office.settings?.demo });
  // The packer's bytes stand in a buffer of their own.
  return { bytes: bytes as Uint8Array<ArrayBuffer>, mediaType: docxType, name: `${plan.id}.docx` };
};

/** A version without the plan's content. */
export interface VersionSummary {
  readonly version: number;
  readonly adopted: string;
  readonly title: string;
  readonly number?: string;
  readonly date?: string;
}

/** Lists the versions of a plan, the first first. */
export const versionsOf = ({ versions }: PlanHistory): readonly VersionSummary[] =>
  versions.map(({ version, adopted, plan: { title, number, date } }) => ({
    version,
    adopted,
    title: title.join(' '),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  }));

/** Finds a version of a plan by its number. */
export const versionOf = ({ versions }: PlanHistory, plan: string, version: number): Outcome<PlanVersion> => {
  const found = versions.find((one) => one.version === version);
  return found === undefined
    ? failed('not-found', { params: { what: `Kế hoạch ${plan}, lần ban hành ${version},` } })
    : done(found);
};

/** What changed between two versions of a plan, each change as data and in words. */
export interface PlanDifference {
  readonly plan: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly (PlanChange & { readonly words: string })[];
}

const changesOf = (before: Plan, after: Plan): PlanDifference['changes'] =>
  diffPlans(before, after).map((change) => ({ ...change, words: describePlanChange(change) }));

/** Compares two versions of a plan. Default: the newest with the one before it; a first version is compared with itself. */
export const differenceOf = (
  history: PlanHistory,
  { plan, to = history.versions.length, from = Math.max(1, to - 1) }: { plan: string; from?: number; to?: number },
): Outcome<PlanDifference> => {
  const before = versionOf(history, plan, from);
  if (!before.ok) return before;
  const after = versionOf(history, plan, to);
  return after.ok ? done({ plan, from, to, changes: changesOf(before.value.plan, after.value.plan) }) : after;
};
