import {
  effectiveIssueDay,
  obligations,
  parsePeriod,
  periodsOf,
  reportTitle,
  resolveDue,
  type Due,
  type Period,
  type Plan,
  type Report,
} from '@dondoc/core';
import type { OfficeFolder } from '../files/office.ts';

/** Something due: a report that units owe, the office's own report to a level above, or a task of the plan. */
export interface Deadline {
  readonly is: 'report' | 'upward' | 'task';
  readonly plan: string;
  /** Report or task id. */
  readonly what: string;
  readonly title: string;
  readonly period: Period;
  readonly due: Due;
  readonly notApplicable: boolean;
  /** Ids of the units that owe it, in the office's order; empty for a task or the office's own report. */
  readonly units: readonly string[];
  /** The plan's effective day of issue, ISO. */
  readonly issuedOn: string;
}

export interface DeadlineRange {
  readonly plan?: string;
  readonly unit?: string;
  readonly report?: string;
  /** Last on-time day, both inclusive, ISO. */
  readonly from?: string;
  readonly to?: string;
}

/** Lists what is due under the office's plans, by last on-time day; what has none comes last. */
export function deadlines(folder: OfficeFolder, range: DeadlineRange = {}): readonly Deadline[] {
  const plans = folder.plans.map(({ plan }) => plan).filter(({ id }) => range.plan === undefined || range.plan === id);
  const reports = plans.flatMap((plan) => reportDeadlines(folder, plan, range));
  const ofUnits = range.unit !== undefined || range.report !== undefined;
  const others = ofUnits
    ? []
    : plans.flatMap((plan) => upwardDeadlines(folder, plan).concat(taskDeadlines(folder, plan)));
  const all = reports.concat(others);
  const day = ({ due }: Deadline) => (due.kind === 'dated' ? due.lastDay : '9999');
  return all
    .filter((one) => {
      if (range.from === undefined && range.to === undefined) return true;
      return (
        one.due.kind === 'dated' && (range.from ?? '') <= one.due.lastDay && one.due.lastDay <= (range.to ?? '9999')
      );
    })
    .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function reportDeadlines(folder: OfficeFolder, plan: Plan, range: DeadlineRange): readonly Deadline[] {
  const groups = new Map<string, Deadline & { units: string[] }>();
  const wanted = {
    ...(range.unit === undefined ? {} : { unit: range.unit }),
    ...(range.report === undefined ? {} : { report: range.report }),
  };
  for (const one of obligations({ plan, agencies: folder.directory, calendar: folder.calendar, range: wanted })) {
    const key = `${one.report.id}/${one.period.id}`;
    const group = groups.get(key);
    if (group !== undefined) group.units.push(one.unit);
    else {
      groups.set(key, {
        is: 'report',
        plan: plan.id,
        what: one.report.id,
        title: reportTitle(one.report),
        period: one.period,
        due: one.due,
        notApplicable: one.notApplicable,
        units: [one.unit],
        issuedOn: one.issuedOn,
      });
    }
  }
  return [...groups.values()];
}

function yearOf(plan: Plan) {
  const period = parsePeriod(String(plan.year));
  if (period === undefined) throw new Error(`no period for year ${String(plan.year)}`);
  return period;
}

function taskDeadlines({ calendar }: OfficeFolder, plan: Plan): readonly Deadline[] {
  const period = yearOf(plan);
  const issuedOn = effectiveIssueDay(plan);
  return plan.tasks.groups.flatMap(({ tasks }) =>
    tasks.map((task): Deadline => {
      const due: Due =
        task.schedule === undefined
          ? { kind: 'undated', why: 'none' }
          : resolveDue(task.schedule, { period, planYear: plan.year, calendar });
      return {
        is: 'task',
        plan: plan.id,
        what: task.id,
        title: firstWords(task.text),
        period,
        due,
        notApplicable: due.kind === 'dated' && due.lastDay < issuedOn,
        units: [],
        issuedOn,
      };
    }),
  );
}

function upwardDeadlines({ calendar, directory }: OfficeFolder, plan: Plan): readonly Deadline[] {
  return plan.upward.flatMap(({ report: id, to, due: rule }) => {
    const report = plan.reports.find((one) => one.id === id);
    if (report === undefined) return [];
    const issuedOn = effectiveIssueDay(plan);
    return periodsOfReport(plan, report).map((period): Deadline => {
      const due: Due =
        rule === undefined
          ? { kind: 'undated', why: 'none' }
          : resolveDue(rule, { period, planYear: plan.year, calendar });
      const names = to.map((agency) => directory.at(agency, issuedOn)?.shortName ?? agency).join(', ');
      return {
        is: 'upward',
        plan: plan.id,
        what: id,
        title: `${reportTitle(report)} gửi ${names}`,
        period,
        due,
        notApplicable: due.kind === 'dated' && due.lastDay < issuedOn,
        units: [],
        issuedOn,
      };
    });
  });
}

/** Lists the periods of a report in its plan's year. */
export const periodsOfReport = (plan: Plan, report: Report): readonly Period[] =>
  periodsOf(report.frequency, plan.year);

const MOST_LETTERS = 90;

function firstWords(text: string): string {
  const sentence =
    text
      .split(/(?<=[.:;])\s/, 1)[0]
      ?.replaceAll(/\s+/g, ' ')
      .replace(/[.:;]$/, '') ?? text;
  if (sentence.length <= MOST_LETTERS) return sentence;
  return `${sentence.slice(0, MOST_LETTERS).replace(/\s\S*$/, '')}…`;
}
