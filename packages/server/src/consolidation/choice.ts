import {
  isNested,
  previousPeriod,
  yearBefore,
  type Form,
  type Obligation,
  type Period,
  type Plan,
  type Report,
} from '@dondoc/core';
import type { ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';

/** One report for one period, with all that its consolidation follows from. */
export interface Choice {
  readonly of: ReportPeriod;
  readonly plan: Plan;
  /** The version that governs its obligations. */
  readonly planVersion: number;
  readonly report: Report;
  readonly form: Form;
  readonly period: Period;
  /** In the office's order; at least one. */
  readonly obligations: readonly Obligation[];
}

const ofObligations = async (
  view: OfficeView,
  of: ReportPeriod,
  obligations: readonly Obligation[],
): Promise<Choice | undefined> => {
  const [first] = obligations;
  if (first === undefined) return undefined;
  const history = await view.history(of.plan);
  const plan = history?.versions.find(({ version }) => version === first.planVersion)?.plan;
  const form = plan?.forms.find(({ id }) => id === first.report.form);
  if (plan === undefined || form === undefined) return undefined;
  const { planVersion, report, period } = first;
  return { of, plan, planVersion, report, form, period, obligations };
};

/** Finds a report and period that can be consolidated: somebody owes it, and it is filled in on a form. */
export const chooseReport = async (view: OfficeView, of: ReportPeriod): Promise<Outcome<Choice>> => {
  if (view.settings === undefined) return failed('no-office');
  const obligations = await view.owed(of);
  if (obligations.length === 0)
    return failed('not-found', { params: { what: `${of.plan}/${of.report}/${of.period}` } });
  const choice = await ofObligations(view, of, obligations);
  return choice === undefined ? failed('no-form') : done(choice);
};

/** Other periods that a report is held against. */
export interface ComparedChoices {
  readonly previous?: Choice;
  readonly yearBefore?: Choice;
  /** A period of the same form whose data window lies inside this one's: the first half-year of a year. */
  readonly within?: Choice;
}

/** Finds the same report for another period, under whichever plan of that year has it, on the same form. */
const sameReport = async (
  view: OfficeView,
  { of, form }: Choice,
  period: Period | undefined,
): Promise<Choice | undefined> => {
  if (period === undefined) return undefined;
  const plans = view.plans.filter(({ id, year }) => id === of.plan || year === period.year);
  for (const { id } of plans) {
    const other = { plan: id, report: of.report, period: period.id };
    const choice = await ofObligations(view, other, await view.owed(other));
    if (choice?.form.id === form.id) return choice;
  }
  return undefined;
};

const inside = async (view: OfficeView, { of, form, period, obligations }: Choice): Promise<Choice | undefined> => {
  const [outer] = obligations;
  const all = (await view.obligations(of.plan)) ?? [];
  const inner = all.filter(
    (one) =>
      one.report.form === form.id &&
      one.period.id !== period.id &&
      one.period.kind !== 'event' &&
      outer !== undefined &&
      isNested(one.window, outer.window),
  );
  // Of several the one that reaches furthest: its figures hold the others'.
  const furthest = inner.reduce<Obligation | undefined>(
    (best, one) => (best === undefined || one.window.to > best.window.to ? one : best),
    undefined,
  );
  if (furthest === undefined) return undefined;
  const other = { plan: of.plan, report: furthest.report.id, period: furthest.period.id };
  return ofObligations(view, other, await view.owed(other));
};

/** Finds the periods that a report is compared with: the one just before, the year before, one that lies inside it. */
export const comparedWith = async (view: OfficeView, choice: Choice): Promise<ComparedChoices> => {
  const before = previousPeriod(choice.period);
  const lastYear = yearBefore(choice.period);
  const yearAgo = await sameReport(view, choice, lastYear);
  const previous = before?.id === lastYear?.id ? yearAgo : await sameReport(view, choice, before);
  const within = await inside(view, choice);
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(yearAgo === undefined ? {} : { yearBefore: yearAgo }),
    ...(within === undefined ? {} : { within }),
  };
};
