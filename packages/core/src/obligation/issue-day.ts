import type { Plan } from '../plan/schema.ts';
import type { PlanVersion } from './types.ts';

/**
 * Gives the effective day of issue of a plan: its date; while that is blank, the day it was adopted; in a plain file,
 * the latest document that it cites (a plan cannot be older than what it carries out), else the first day of its year.
 * ISO, inclusive.
 */
export const effectiveIssueDay = (plan: Plan | PlanVersion): string => {
  if ('adopted' in plan) return plan.plan.date ?? plan.adopted;
  if (plan.date !== undefined) return plan.date;
  const cited = plan.documents.flatMap((document) => (document.date === undefined ? [] : [document.date]));
  return cited.reduce((latest, day) => (day > latest ? day : latest), `${plan.year}-01-01`);
};

/**
 * Gives the day from which a duty could bind that version `introduced` brought in and version `governing` now rules
 * (indexes into `versions`, in order of adoption). An amendment that keeps the date of the plan's first paper was not
 * issued on that date: its new duties bind from its adoption.
 */
export const issueDayOfDuty = (versions: readonly PlanVersion[], introduced: number, governing: number): string => {
  const before = versions[introduced - 1]?.plan.date;
  for (const { plan } of versions.slice(introduced, governing + 1)) {
    if (plan.date !== undefined && plan.date !== before) return plan.date;
  }
  return versions[introduced]?.adopted ?? '';
};
