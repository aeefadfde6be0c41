import { directory as directoryOf, type AgencyDirectory } from '../agency/directory.ts';
import { createCalendar, type WorkCalendar } from '../calendar/working.ts';
import { periodInSentence, periodsOf } from '../due/period.ts';
import { resolveDue } from '../due/rule.ts';
import type { DueRule } from '../due/schema.ts';
import type { Due, Period } from '../due/types.ts';
import { effectiveIssueDay } from '../obligation/issue-day.ts';
import type { Office } from '../plan/office.ts';
import type { Plan, Report } from '../plan/schema.ts';
import type { FindingParams } from '../text/finding.ts';

export type Dated = Extract<Due, { readonly kind: 'dated' }>;

/** A report of the plan for one period that has a due date. */
export interface DatedDuty {
  /** Index of the report in the plan. */
  readonly index: number;
  readonly report: Report;
  readonly period: Period;
  readonly due: Dated;
}

/** What the checks of a plan share. */
export interface PlanContext {
  readonly plan: Plan;
  readonly office?: Office;
  readonly directory?: AgencyDirectory;
  readonly calendar: WorkCalendar;
  /** Effective day of issue. ISO. */
  readonly issuedOn: string;
  /** What that day rests on: the plan's date, its adoption, or the latest document that it cites. */
  readonly issuedBy: 'date' | 'adoption' | 'citation';
  /** Working days that each consolidating level needs. */
  readonly consolidationDays: number;
  readonly duties: readonly DatedDuty[];
}

export interface CheckPlanInput {
  readonly plan: Plan;
  /** Without it, nothing that needs the list of agencies is checked. */
  readonly office?: Office;
  /** Default: the office's own holidays and announcements. */
  readonly calendar?: WorkCalendar;
  /** Day of adoption, ISO: the day of issue while the plan's date is blank. */
  readonly adopted?: string;
}

const DEFAULT_CONSOLIDATION_DAYS = 3;

/** Resolves a due rule of the plan for one period; undefined where it gives no day. */
export const dueOf = (
  rule: DueRule,
  {
    period,
    plan,
    calendar,
    restDay,
  }: {
    readonly period: Period;
    readonly plan: Plan;
    readonly calendar: WorkCalendar;
    readonly restDay?: Report['restDay'];
  },
): Dated | undefined => {
  const due = resolveDue(rule, {
    period,
    planYear: plan.year,
    calendar,
    ...(restDay === undefined ? {} : { restDay }),
  });
  return due.kind === 'dated' ? due : undefined;
};

export const planContext = ({ plan, office, calendar: given, adopted }: CheckPlanInput): PlanContext => {
  const calendar =
    given ??
    createCalendar(office === undefined ? {} : { swaps: office.holidays, announcedYears: office.announcedYears });
  return {
    plan,
    ...(office === undefined ? {} : { office, directory: directoryOf(office.agencies) }),
    calendar,
    issuedOn: effectiveIssueDay(adopted === undefined ? plan : { version: 1, adopted, plan }),
    issuedBy: plan.date !== undefined ? 'date' : adopted !== undefined ? 'adoption' : 'citation',
    consolidationDays: office?.settings.consolidationDays ?? DEFAULT_CONSOLIDATION_DAYS,
    duties: plan.reports.flatMap((report, index) =>
      periodsOf(report.frequency, plan.year).flatMap((period) => {
        const due = dueOf(report.due, { period, plan, calendar, restDay: report.restDay });
        return due === undefined ? [] : [{ index, report, period, due }];
      }),
    ),
  };
};

/** Names a report as a sentence does; the words are put together by the catalogue. */
export const reportParams = ({ id, kind, name, frequency }: Report): FindingParams => ({
  report: name,
  reportId: id,
  reportKind: kind,
  frequency,
});

/** A due date as params: the day named, its reading, the hour if any, and the last on-time day. */
export const dueParams = ({ date, reading, time, lastDay }: Dated): FindingParams => ({
  due: date,
  reading,
  lastDay,
  ...(time === undefined ? {} : { time }),
});

/** One duty as params; `more` counts the other periods of the same report with the same finding. */
export const dutyParams = ({ report, period, due }: DatedDuty, more = 0): FindingParams => ({
  ...reportParams(report),
  period: periodInSentence(period),
  ...dueParams(due),
  more,
});

/** Groups duties by report, so that a monthly report is told of once. */
export const byReport = (duties: readonly DatedDuty[]): readonly (readonly [first: DatedDuty, more: number])[] => {
  const groups = new Map<number, readonly [DatedDuty, number]>();
  for (const duty of duties) {
    const [first, more] = groups.get(duty.index) ?? [duty, -1];
    groups.set(duty.index, [first, more + 1]);
  }
  return [...groups.values()];
};
