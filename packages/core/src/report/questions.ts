import { type Finding, hint, warning } from '../text/finding.ts';
import { type Filled, isRefused, own, type Placed, placeOf, type Prepared, type Skip, valueOf } from './filled.ts';
import type { Answers } from './values.ts';

const together = (
  byId: ReadonlyMap<string, Placed>,
  { count, people }: { count: string; people: string },
  { answers, skip }: { answers: Answers; skip: Skip },
): Finding[] => {
  const counted = byId.get(count);
  const attended = byId.get(people);
  if (counted === undefined || attended === undefined) return [];
  if (isRefused(skip, counted.field) || isRefused(skip, attended.field)) return [];
  const sessions = valueOf(counted, answers);
  const persons = valueOf(attended, answers);
  const params = { ...placeOf(attended.section, attended.field), countLabel: counted.field.label };
  if (typeof persons === 'number' && persons > 0 && !(typeof sessions === 'number' && sessions > 0)) {
    return [warning('answer.people-without-count', ['answers', people], { ...params, people: persons })];
  }
  if (typeof sessions === 'number' && sessions > 0 && persons === 0) {
    return [warning('answer.count-without-people', ['answers', people], { ...params, count: sessions })];
  }
  return [];
};

const dateInYear = (
  placed: Placed | undefined,
  { answers, year, today }: { answers: Answers; year: number; today: string | undefined },
): Finding[] => {
  const day = placed === undefined ? undefined : own(answers, placed.field.id);
  if (placed === undefined || typeof day !== 'string' || day === '') return [];
  const params = { ...placeOf(placed.section, placed.field), date: day };
  const where = ['answers', placed.field.id];
  if (Number(day.slice(0, 4)) !== year) return [warning('answer.date-out-of-year', where, { ...params, year })];
  if (today !== undefined && day > today) return [warning('answer.date-in-future', where, { ...params, today })];
  return [];
};

/** Finds what a unit should look at again, and the advice that some answers call for. Nothing here refuses. */
export const questions = (
  { description, byId }: Prepared,
  { answers }: Filled,
  { skip, today }: { readonly skip: Skip; readonly today: string | undefined },
): Finding[] => {
  const checked = description.checks.flatMap((check) => {
    if (check.check === 'together') return together(byId, check, { answers, skip });
    return check.check === 'date-in-year'
      ? dateInYear(byId.get(check.field), { answers, year: description.year, today })
      : [];
  });
  const advised = [...byId.values()].flatMap(({ section, field }) => {
    const value = own(answers, field.id);
    if (field.advice === undefined || value !== (field.advice.is === 'yes')) return [];
    return [hint('answer.advice', ['answers', field.id], { ...placeOf(section, field), text: field.advice.text })];
  });
  return [...checked, ...advised];
};
