import { weekdayOf } from '../calendar/day.ts';
import { periodsOf } from '../due/period.ts';
import { missingDay } from '../due/rule.ts';
import { dataWindow } from '../due/window.ts';
import { upwardChains } from '../obligation/chain.ts';
import { type Finding, hint, warning } from '../text/finding.ts';
import { byReport, dutyParams, reportParams, type DatedDuty, type PlanContext } from './context.ts';

/** Finds deadlines that passed before the plan could be issued: nobody can be late for them. */
export const pastDeadlines = ({ duties, issuedOn, issuedBy }: PlanContext): readonly Finding[] =>
  byReport(duties.filter(({ due }) => due.lastDay < issuedOn)).map(([duty, more]) =>
    warning('check.due-before-issue', ['reports', duty.index, 'due'], {
      ...dutyParams(duty, more),
      issuedOn,
      issuedBy,
      nextYear: duty.period.year + 1,
    }),
  );

// 'By the 31st of the month' is how people say the last of each month; nothing is to be mended there.
const notInCalendar = ({ report: { due }, period }: DatedDuty) =>
  due.rule === 'day-of-month' && due.reading === 'by' ? undefined : missingDay(due, period);

/** Finds due dates that name a day which their year does not have: 29/02 in a common year, before 31 in a month of 30. */
export const daysNotInCalendar = ({ duties }: PlanContext): readonly Finding[] =>
  byReport(duties.filter((duty) => notInCalendar(duty) !== undefined)).map(([duty, more]) =>
    warning('check.due-not-in-calendar', ['reports', duty.index, 'due'], {
      ...dutyParams(duty, more),
      ...notInCalendar(duty),
    }),
  );

/** Finds last on-time days on which nobody works; the days stay, reminders go out for the working day before. */
export const restDays = ({ duties, calendar }: PlanContext): readonly Finding[] =>
  byReport(duties.filter(({ due }) => !calendar.isWorkingDay(due.lastDay))).map(([duty, more]) => {
    const { lastDay, lastWorkingDay } = duty.due;
    return hint('check.due-on-rest-day', ['reports', duty.index, 'due'], {
      ...dutyParams(duty, more),
      reason: calendar.restReason(lastDay) ?? '',
      lastWorkingDay,
      weekday: weekdayOf(lastWorkingDay),
    });
  });

interface Windowed extends DatedDuty {
  readonly window: ReturnType<typeof dataWindow>;
}

// An event has no window; a one-off duty and the unit's own plan have none unless the plan states it.
const windowed = (duty: DatedDuty): readonly Windowed[] => {
  const { report, period } = duty;
  const without = report.kind === 'unit-plan' || report.frequency === 'event' || report.frequency === 'once';
  return without && report.window?.rule !== 'stated' ? [] : [{ ...duty, window: dataWindow(report.window, period) }];
};

/** Finds due dates before the data window closes, and those that leave too few working days after it. */
export const cutoffs = ({ duties, calendar, consolidationDays }: PlanContext): readonly Finding[] => {
  const all = duties.flatMap(windowed);
  const paramsOf = (duty: Windowed, more: number) => ({
    ...dutyParams(duty, more),
    windowFrom: duty.window.from,
    windowTo: duty.window.to,
    windowSource: duty.window.source,
    windowStated: duty.report.window === undefined ? 'no' : 'yes',
  });
  const before = all.filter(({ due, window }) => due.lastDay < window.to);
  const days = ({ due, window }: Windowed) => calendar.workingDaysBetween(window.to, due.lastDay);
  const few = all.filter((duty) => duty.due.lastDay >= duty.window.to && days(duty) < consolidationDays);
  return [
    ...byReport(before).flatMap(([first, more]) =>
      windowed(first).map((duty) =>
        warning(
          'check.due-before-window-closes',
          ['reports', duty.index, duty.report.window === undefined ? 'due' : 'window'],
          paramsOf(duty, more),
        ),
      ),
    ),
    ...byReport(few).flatMap(([first, more]) =>
      windowed(first).map((duty) =>
        warning('check.few-days-after-cutoff', ['reports', duty.index, 'due'], {
          ...paramsOf(duty, more),
          days: days(duty),
          needed: consolidationDays,
        }),
      ),
    ),
  ];
};

/** Finds reports upward that leave the office too few working days after its units' due date: one finding a duty. */
export const levels = ({ plan, calendar, consolidationDays }: PlanContext): readonly Finding[] => {
  const first = new Map<string, Finding>();
  for (const { findings } of upwardChains({ plan, calendar, days: consolidationDays })) {
    for (const finding of findings) {
      const duty = finding.where.join('.');
      if (!first.has(duty)) first.set(duty, finding);
    }
  }
  return [...first.values()];
};

/** Finds years of the calendar whose yearly announcement the office has not entered, where a due date rests on them. */
export const announcements = ({ plan, duties, calendar }: PlanContext): readonly Finding[] => {
  const years = [...new Set([plan.year, ...duties.map(({ due }) => Number(due.date.slice(0, 4)))])].toSorted(
    (a, b) => a - b,
  );
  return years
    .filter((year) => !calendar.isAnnounced(year))
    .map((year) => hint('check.calendar-not-announced', ['year'], { year }));
};

/** Finds duties outside the periodic regime for which the plan states no time limit. */
export const undated = ({ plan }: PlanContext): readonly Finding[] =>
  plan.reports.flatMap((report, index) =>
    report.due.rule === 'none' && (report.kind !== 'periodic' || periodsOf(report.frequency, plan.year).length === 0)
      ? [hint('check.due-not-stated', ['reports', index, 'due'], reportParams(report))]
      : [],
  );
