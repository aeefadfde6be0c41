import { addDays } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import { periodInSentence } from '../due/period.ts';
import { resolveDue } from '../due/rule.ts';
import type { Due, Period } from '../due/types.ts';
import type { Plan } from '../plan/schema.ts';
import { type Finding, warning } from '../text/finding.ts';
import { dutiesOf } from './duties.ts';

/** One level that consolidates what the level below sends and reports upward. Levels stand from the top down. */
export interface ChainLevel {
  readonly name: string;
  /** Working days that it needs to consolidate. */
  readonly days: number;
  /** The last on-time day (ISO, inclusive) that it asks of the level below; absent: to be proposed. */
  readonly asks?: string;
}

export interface ChainLink {
  readonly name: string;
  readonly days: number;
  /** Its own last on-time day toward the level above. ISO, inclusive. */
  readonly owes: string;
  /** The last on-time day of the level below. ISO, inclusive. */
  readonly asks: string;
  /** The day that 'trước ngày' names for it: the day after `asks`. ISO. */
  readonly asksBefore: string;
  readonly isProposed: boolean;
  /** Working days after `asks` up to `owes`, that day included; negative where `asks` comes later. */
  readonly workingDays: number;
}

export interface Chain {
  readonly links: readonly ChainLink[];
  readonly findings: readonly Finding[];
}

/**
 * Steps down from what the highest level asks: each level needs its working days between the last on-time day of the
 * level below and its own. Dates that are given are checked, those that are not are proposed: the latest working day
 * that leaves enough.
 *
 * @see Decree 09/2019/NĐ-CP, article 8 (deadlines in steps where reports are consolidated upward)
 */
export const chainOfDeadlines = ({
  owes,
  levels,
  calendar,
}: {
  /** The last on-time day (ISO, inclusive) that the level above asks of the first of `levels`. */
  readonly owes: string;
  readonly levels: readonly ChainLevel[];
  readonly calendar: WorkCalendar;
}): Chain => {
  const links: ChainLink[] = [];
  const findings: Finding[] = [];
  let day = owes;
  for (const [index, level] of levels.entries()) {
    const { name, days } = level;
    const asks = level.asks ?? calendar.addWorkingDays(calendar.lastWorkingDayUpTo(day), -days);
    const workingDays = calendar.workingDaysBetween(asks, day);
    const isProposed = level.asks === undefined;
    links.push({ name, days, owes: day, asks, asksBefore: addDays(asks, 1), isProposed, workingDays });
    if (workingDays < days) {
      const rule = asks >= day ? 'chain.not-before' : 'chain.too-few-days';
      const params = { level: name, asks, owes: day, days: workingDays, needed: days };
      findings.push(warning(rule, ['levels', index], params));
    }
    day = asks;
  }
  return { links, findings };
};

/** What the office owes upward from one report for one period, and how it stands to what its units owe. */
export interface UpwardChain extends Chain {
  readonly report: string;
  readonly period: Period;
  readonly to: readonly string[];
  /** The office's own due date. */
  readonly due: Due;
}

/**
 * Checks a plan's own chain: for every report that the office consolidates upward by a date, how many working days lie
 * between its units' last on-time day and its own, and a proposed day for reports that name none.
 */
export const upwardChains = ({
  plan,
  calendar,
  days,
}: {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  /** Working days that the office needs (`consolidationDays` of its settings). */
  readonly days: number;
}): readonly UpwardChain[] => {
  const duties = dutiesOf({ plan, calendar });
  return plan.upward.flatMap(({ report, to, due: rule }, index) => {
    if (rule === undefined) return [];
    return duties.flatMap((duty) => {
      if (duty.report.id !== report) return [];
      const due = resolveDue(rule, { period: duty.period, planYear: plan.year, calendar });
      if (due.kind === 'undated') return [];
      const asks = duty.due.kind === 'dated' ? { asks: duty.due.lastDay } : {};
      const chain = chainOfDeadlines({
        owes: due.lastDay,
        levels: [{ name: plan.desk.name, days, ...asks }],
        calendar,
      });
      const findings = chain.findings.map((found) => ({
        ...found,
        where: ['upward', index],
        params: {
          ...found.params,
          report: duty.report.name,
          reportKind: duty.report.kind,
          period: periodInSentence(duty.period),
        },
      }));
      return [{ report, period: duty.period, to, due, links: chain.links, findings }];
    });
  });
};
