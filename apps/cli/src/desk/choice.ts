import {
  obligations,
  periodInSentence,
  reportInSentence,
  reportTitle,
  type Form,
  type Obligation,
  type Period,
  type Plan,
  type Report,
} from '@dondoc/core';
import { periodsOfReport } from '../deadlines/deadlines.ts';
import { near } from '../files/near.ts';
import type { OfficeFolder, PlanFile } from '../files/office.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';

/** A finding about the command line itself. */
const ask = (rule: string, params: Readonly<Record<string, string | readonly string[]>>): readonly LocatedFinding[] => [
  fileFinding(rule, 'dondoc', params),
];

const ids = (list: readonly { readonly id: string }[]): readonly string[] => [...new Set(list.map(({ id }) => id))];

export function unknownPlan({ plans }: OfficeFolder, plan: string | undefined): readonly LocatedFinding[] {
  if (plan === undefined || plans.some((one) => one.plan.id === plan)) return [];
  return ask('command.unknown-plan', { plan, known: plans.map((one) => one.plan.id) });
}

export function unknownReport(
  { plans }: OfficeFolder,
  report: string | undefined,
  plan?: string,
): readonly LocatedFinding[] {
  const reports = plans.filter((one) => plan === undefined || one.plan.id === plan).flatMap((one) => one.plan.reports);
  if (report === undefined || reports.some(({ id }) => id === report)) return [];
  return ask('command.unknown-report', { report, known: ids(reports) });
}

export function unknownUnit({ directory }: OfficeFolder, unit: string | undefined): readonly LocatedFinding[] {
  if (unit === undefined || directory.all.some(({ id }) => id === unit)) return [];
  const among = directory.all.map(({ id, names }) => ({ id, names: names.map(({ value }) => value.full) }));
  return ask('command.unknown-unit', { unit, known: near(unit, among) });
}

export type Chosen<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly LocatedFinding[] };

/** Chooses the plan: the one named, or the only one. */
export function choosePlan(folder: OfficeFolder, plan: string | undefined): Chosen<PlanFile> {
  const unknown = unknownPlan(folder, plan);
  if (unknown.length > 0) return { ok: false, findings: unknown };
  const fitting = folder.plans.filter((one) => plan === undefined || one.plan.id === plan);
  const [only] = fitting;
  if (only === undefined) return { ok: false, findings: [fileFinding('office.no-plans', folder.source.file)] };
  if (fitting.length > 1)
    return { ok: false, findings: ask('command.which-plan', { known: ids(fitting.map((one) => one.plan)) }) };
  return { ok: true, value: only };
}

export interface ReportChoice {
  readonly file: PlanFile;
  readonly plan: Plan;
  readonly report: Report;
  readonly period: Period;
}

const titleOf = (choices: readonly ReportChoice[]): string => {
  const [first] = choices;
  return first === undefined ? '' : reportTitle(first.report);
};

/** Chooses plan, report and period by their ids; the period usually tells the plan. */
export function chooseReport(
  folder: OfficeFolder,
  {
    plan,
    report: reportId,
    period: periodId,
  }: { readonly plan: string | undefined; readonly report: string; readonly period: string },
): Chosen<ReportChoice> {
  const unknown = [...unknownPlan(folder, plan), ...unknownReport(folder, reportId, plan)];
  if (unknown.length > 0) return { ok: false, findings: unknown };
  const choices = folder.plans
    .filter((file) => plan === undefined || file.plan.id === plan)
    .flatMap((file) =>
      file.plan.reports
        .filter(({ id }) => id === reportId)
        .flatMap((report) =>
          periodsOfReport(file.plan, report).map((period) => ({ file, plan: file.plan, report, period })),
        ),
    );
  const fitting = choices.filter(({ period }) => period.id === periodId);
  const [only] = fitting;
  if (only === undefined) {
    const known = [...new Set(choices.map(({ period }) => period.id))];
    return { ok: false, findings: ask('command.unknown-period', { title: titleOf(choices), period: periodId, known }) };
  }
  if (fitting.length > 1)
    return { ok: false, findings: ask('command.which-plan', { known: fitting.map((one) => one.plan.id) }) };
  return { ok: true, value: only };
}

/** Names the choice in file names: no other report of the office has the same name. */
export function nameOf({ plans }: OfficeFolder, { plan, report, period }: ReportChoice): string {
  const name = `${report.id}-${period.id}`;
  const sharing = plans.filter((one) =>
    one.plan.reports.some((other) => other.id === report.id && hasPeriod(one.plan, other, period.id)),
  );
  return sharing.length > 1 ? `${plan.id}-${name}` : name;
}

const hasPeriod = (plan: Plan, report: Report, id: string): boolean =>
  periodsOfReport(plan, report).some((period) => period.id === id);

/** What submissions for the choice have to name. */
export const askedOf = ({ plan, report, period }: ReportChoice) => ({
  plan,
  only: { report: report.id, period: period.id },
});

/** Finds the form that a report is filled in on. */
export const formOf = ({ plan, report }: Pick<ReportChoice, 'plan' | 'report'>): Form | undefined =>
  plan.forms.find(({ id }) => id === report.form);

/** Finds the form, or says that there is none to fill in. */
export function neededForm(choice: ReportChoice): Chosen<Form> {
  const form = formOf(choice);
  if (form !== undefined) return { ok: true, value: form };
  return { ok: false, findings: [fileFinding('command.no-form', choice.file.source.file, wordsOf(choice))] };
}

/** Names the report and its period as sentences do. */
export const wordsOf = ({
  report,
  period,
}: Pick<ReportChoice, 'report' | 'period'>): Readonly<Record<string, string>> => ({
  title: reportTitle(report),
  inSentence: reportInSentence(report),
  period: periodInSentence(period),
});

/** Lists what is owed of one report for one period, in the office's order. */
export const owed = (
  { directory, calendar }: Pick<OfficeFolder, 'directory' | 'calendar'>,
  { plan, report, period }: Pick<ReportChoice, 'plan' | 'report' | 'period'>,
): readonly Obligation[] =>
  obligations({ plan, agencies: directory, calendar, range: { report: report.id, period: period.id } });
