import type { DueRule } from '../due/schema.ts';
import type { Form } from '../report/schema.ts';
import type { Finding, Path } from '../text/finding.ts';
import { cite } from './cite.ts';
import type { Plan } from './schema.ts';
import { moveDate, moveDates, moveYearWords, type Shift } from './years.ts';

/** Next year's plan, and what a person still has to decide about it. */
export interface ClonedPlan {
  readonly plan: Plan;
  readonly decisions: readonly Finding[];
}

/**
 * Makes another year's plan from this one. Dates with a year, the plan's own year in its words ('năm 2019', 'năm học
 * 2019-2020') and the school years of its forms move by the same number of years; due dates without a year, cut-offs
 * and cited documents stay; number and date become blank. What it cannot decide is listed: plans of the levels above to
 * be replaced, programmes that have ended, the blank number, places where the old year still stands.
 */
export const clonePlan = (plan: Plan, { id, year }: { readonly id: string; readonly year: number }): ClonedPlan => {
  const shift: Shift = { from: plan.year, by: year - plan.year };
  const { date: _date, number: _number, ...kept } = plan;
  const words = <T>(value: T): T => mapText(value, (text) => moveYearWords(text, shift));
  const cloned: Plan = {
    ...kept,
    id,
    year,
    title: words(plan.title),
    opening: words(plan.opening),
    aims: words(plan.aims),
    content: words(plan.content),
    tasks: moveTasks(words(plan.tasks), plan.tasks, shift),
    organisation: words(plan.organisation),
    closing: words(plan.closing),
    reports: plan.reports.map((report) => ({ ...words(report), due: moveRule(report.due, shift) })),
    upward: plan.upward.map((duty) => (duty.due === undefined ? duty : { ...duty, due: moveRule(duty.due, shift) })),
    forms: plan.forms.map((form) => moveSchoolYears(words(form), shift)),
  };
  return {
    plan: cloned,
    decisions: [...documentDecisions(cloned), ...yearsLeft(cloned, shift), ...blankNumber(cloned)],
  };
};

/** Changes every string inside a value of plain data; ids hold no year words and stay. */
const mapText = <T>(value: T, change: (text: string) => string): T => {
  const mapped: unknown =
    typeof value === 'string'
      ? change(value)
      : Array.isArray(value)
        ? value.map((item: unknown) => mapText(item, change))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText<unknown>(item, change)]))
          : value;
  // The shape is kept and strings stay strings, which TypeScript cannot see through the recursion.
  return mapped as T;
};

const moveTasks = (moved: Plan['tasks'], original: Plan['tasks'], shift: Shift): Plan['tasks'] => ({
  ...moved,
  groups: moved.groups.map((group, g) => ({
    ...group,
    tasks: group.tasks.map((task, t) => {
      const schedule = original.groups[g]?.tasks[t]?.schedule;
      return schedule === undefined ? task : { ...task, schedule: moveRule(schedule, shift) };
    }),
  })),
});

/** Moves what a rule says of the year; its words are the plan's and move with it. */
const moveRule = (rule: DueRule, shift: Shift): DueRule => {
  const words = rule.words === undefined ? {} : { words: moveDates(moveYearWords(rule.words, shift), shift) };
  switch (rule.rule) {
    case 'date':
      return { ...rule, on: moveDate(rule.on, shift), ...words };
    case 'within-quarter':
      return { ...rule, ...(rule.year === undefined ? {} : { year: rule.year + shift.by }), ...words };
    default:
      return { ...rule, ...words };
  }
};

const SCHOOL_YEAR = /^\d{4}-\d{4}$/;

const moveSchoolYears = (form: Form, { by }: Shift): Form => {
  const move = (words: string): string =>
    SCHOOL_YEAR.test(words) ? words.replaceAll(/\d{4}/g, (year) => String(Number(year) + by)) : words;
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.choices === undefined
          ? field
          : { ...field, choices: field.choices.map(({ id, label }) => ({ id: move(id), label: move(label) })) },
      ),
    })),
  };
};

const documentDecisions = (plan: Plan): readonly Finding[] =>
  plan.documents.flatMap((document, index): readonly Finding[] => {
    const common = { severity: 'warning', where: ['documents', index] } as const;
    const params = { document: cite(document), year: plan.year };
    if (plan.implements.includes(document.id)) return [{ rule: 'clone.basis-to-renew', ...common, params }];
    return document.endsIn !== undefined && document.endsIn < plan.year
      ? [{ rule: 'clone.programme-ended', ...common, params: { ...params, endsIn: document.endsIn } }]
      : [];
  });

/** Prose in which the old year still stands: as a date, or as the year of something else. */
const yearsLeft = (plan: Plan, { by, from }: Shift): readonly Finding[] => {
  if (by === 0) return [];
  const { aims, closing, content, opening, organisation, tasks, title } = plan;
  return texts({ title, opening, aims, content, tasks, organisation, closing }, [])
    .filter(({ text }) => new RegExp(`(?<!\\d)${from}(?!\\d)`).test(text))
    .map(({ path, text }) => ({
      rule: 'clone.year-left',
      severity: 'warning',
      where: path,
      params: { old: from, year: plan.year, excerpt: around(text, String(from)) },
    }));
};

const texts = (value: unknown, path: Path): readonly { readonly text: string; readonly path: Path }[] => {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, [...path, index]));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key]))
    : [];
};

const around = (text: string, word: string): string => {
  const at = text.indexOf(word);
  const start = Math.max(0, at - 40);
  const end = Math.min(text.length, at + word.length + 20);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
};

const blankNumber = (plan: Plan): readonly Finding[] => [
  { rule: 'clone.number-blank', severity: 'hint', where: ['number'], params: { symbol: plan.symbol } },
];
