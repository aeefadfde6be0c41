import { periodsOf } from '../due/period.ts';
import type { Task } from '../plan/schema.ts';
import { type Finding, type FindingParams, type Path, warning } from '../text/finding.ts';
import { dueOf, dueParams, type PlanContext } from './context.ts';

const LONGEST_EXCERPT = 60;

/** The beginning of a text, cut between two words. */
export const excerpt = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_EXCERPT) return line.replace(/[.;,:]+$/, '');
  const cut = line.slice(0, LONGEST_EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
};

interface Placed {
  readonly task: Task;
  readonly where: Path;
}

const tasksOf = ({ plan }: PlanContext): readonly Placed[] =>
  plan.tasks.groups.flatMap(({ tasks }, group) =>
    tasks.map((task, index) => ({ task, where: ['tasks', 'groups', group, 'tasks', index] })),
  );

/** Finds tasks whose time was over before the plan could be issued. */
export const pastTasks = (context: PlanContext): readonly Finding[] => {
  const { plan, calendar, issuedOn, issuedBy } = context;
  const [period] = periodsOf('year', plan.year);
  return tasksOf(context).flatMap(({ task, where }) => {
    const { schedule } = task;
    if (schedule === undefined || period === undefined) return [];
    const due = dueOf(schedule, { period, plan, calendar });
    if (due === undefined || due.lastDay >= issuedOn) return [];
    const quarter: FindingParams =
      schedule.rule === 'within-quarter' ? { quarter: schedule.quarter, quarterYear: schedule.year ?? plan.year } : {};
    return [
      warning('check.task-past', [...where, 'schedule'], {
        task: excerpt(task.text),
        ...dueParams(due),
        ...quarter,
        issuedOn,
        issuedBy,
      }),
    ];
  });
};

/** Finds tasks without an owner, a time or a product: nobody can tell whether they were done. */
export const incompleteTasks = (context: PlanContext): readonly Finding[] =>
  tasksOf(context).flatMap(({ task, where }) => {
    const missing = [
      ...(task.lead === undefined ? ['lead'] : []),
      ...(task.schedule === undefined || task.schedule.rule === 'none' ? ['schedule'] : []),
      ...(task.deliverable === undefined ? ['deliverable'] : []),
    ];
    return missing.length === 0 ? [] : [warning('check.task-incomplete', where, { task: excerpt(task.text), missing })];
  });
