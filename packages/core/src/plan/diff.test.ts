import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../ledger/canonical.ts';
import type { Json } from '../ledger/types.ts';
import { smallFormInput } from '../report/fixtures/small-form.ts';
import { definePlan } from './define.ts';
import { describePlanChange } from './diff-words.ts';
import { diffPlans } from './diff.ts';
import { smallPlan } from './fixtures/small.ts';
import type { Plan } from './schema.ts';

const plan: Plan = definePlan({
  ...smallPlan,
  forms: [smallFormInput],
  upward: [{ report: 'half-year', to: ['so-gddt'] }],
});

type Path = readonly (string | number)[];
type Container = Record<string | number, unknown>;

/** Every place in a plan: members, items, and all that is inside them. */
const placesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => {
        const place = [...path, Array.isArray(value) ? Number(key) : key];
        return [place, ...placesOf(inner, place)];
      })
    : [];

const places = placesOf(plan);

/** A copy with one place changed. */
const edited = (path: Path, edit: (container: Container, key: string | number) => void): Plan => {
  const copy = structuredClone(plan);
  const container = path.slice(0, -1).reduce<Container>((inner, key) => inner[key] as Container, copy as Container);
  edit(container, path.at(-1)!);
  return copy;
};

const other = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value} khác`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...(value as unknown[]), 'mới'] : { ...(value as object), help: 'mới' };
};

const change = (path: Path): Plan => edited(path, (container, key) => (container[key] = other(container[key])));
const drop = (path: Path): Plan =>
  edited(path, (container, key) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  });

describe('the changes of a plan', () => {
  test('there are none between a plan and itself, in whatever order its keys were written', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    expect(diffPlans(plan, plan)).toEqual([]);
    expect(diffPlans(plan, reversed(plan) as Plan)).toEqual([]);
  });

  test('every single edit, whatever it touches, is found in its part and told in words', () => {
    expect(places.length).toBeGreaterThan(500);
    for (const [name, edit] of [
      ['change', change],
      ['drop', drop],
    ] as const) {
      // Without its list of reports it is no plan.
      for (const path of places.filter((place) => name === 'change' || place.join() !== 'reports')) {
        const changes = diffPlans(plan, edit(path));
        expect(changes.length, `${name} ${path.join('.')}`).toBeGreaterThan(0);
        for (const found of changes) {
          expect(found.part).toBe(path[0]);
          const words = describePlanChange(found);
          expect(words, `${name} ${path.join('.')}`).toMatch(/^\p{Lu}.*\.$/u);
          expect(words).not.toMatch(/undefined|null|NaN|\[object|“”|nội dung khác/);
        }
      }
    }
  });

  test('any two edits: the way back undoes the way there, and every change is JSON with a name for each index', () => {
    const edits = fc
      .constantFrom(...places.filter(({ length }) => length > 1))
      .chain((path) => fc.constantFrom(change(path), drop(path)));
    fc.assert(
      fc.property(edits, edits, (a, b) => {
        const [there, back] = [diffPlans(a, b), diffPlans(b, a)];
        expect(back.length).toBe(there.length);
        expect(back.filter(({ kind }) => kind === 'added').length).toBe(
          there.filter(({ kind }) => kind === 'removed').length,
        );
        for (const found of there) {
          expect(found.of.length).toBe(found.path.filter((key) => typeof key === 'number').length);
          expect(JSON.parse(canonicalJson(found))).toEqual(found);
        }
        expect(there.length === 0).toBe(canonicalJson(a as Json) === canonicalJson(b as Json));
      }),
      { numRuns: 60 },
    );
  });

  test('items are known again by their ids: one put first is one added, not all changed', () => {
    const later = structuredClone(plan);
    later.documents.unshift({ id: 'new', type: 'Luật', subject: 'mới' });
    expect(diffPlans(plan, later)).toEqual([
      {
        path: ['documents', 0],
        part: 'documents',
        kind: 'added',
        id: 'new',
        of: ['Luật'],
        after: { id: 'new', type: 'Luật', subject: 'mới' },
      },
    ]);
  });

  test('a due rule is told as one thing, with the report that it is of', () => {
    const later = structuredClone(plan);
    later.reports[0]!.due = { rule: 'date', reading: 'by', on: '10/6', yearOffset: 0 };
    expect(diffPlans(plan, later)).toEqual([
      {
        path: ['reports', 0, 'due'],
        part: 'reports',
        kind: 'changed',
        id: 'half-year',
        of: ['Báo cáo kết quả hoạt động thông tin đối ngoại (kỳ 6 tháng đầu năm)'],
        before: plan.reports[0]!.due,
        after: later.reports[0]!.due,
      },
    ]);
  });

  test('an item moved in its list is one change of its order, by the names it has now', () => {
    const later = structuredClone(plan);
    later.documents.reverse();
    later.documents[0]!.type = 'Bộ luật';
    const changes = diffPlans(plan, later);
    expect(changes.map(({ path, kind }) => [path.join('.'), kind])).toEqual([
      ['documents.0.type', 'changed'],
      ['documents', 'changed'],
    ]);
    expect(changes[1]).toMatchObject({
      before: ['Kế hoạch số 2121/KH-SGDĐT', 'Quyết định số 930/QĐ-TTg', 'Bộ luật'],
      after: ['Bộ luật', 'Quyết định số 930/QĐ-TTg', 'Kế hoạch số 2121/KH-SGDĐT'],
    });
  });

  test('a duty upward is called by its report, dropped with it or not', () => {
    const later = { ...structuredClone(plan), upward: [], reports: [] };
    expect(diffPlans(plan, later).map(({ path, id, of }) => [path.join('.'), id, of[0]])).toEqual([
      ['reports.0', 'half-year', 'Báo cáo kết quả hoạt động thông tin đối ngoại (kỳ 6 tháng đầu năm)'],
      ['upward.0', 'half-year', 'Báo cáo kết quả hoạt động thông tin đối ngoại (kỳ 6 tháng đầu năm)'],
    ]);
  });

  test('a list whose items cannot be told apart is told as a whole', () => {
    const twice = { ...plan, recipients: [{ text: 'Các trường' }, { text: 'Các trường' }] };
    const later = { ...plan, recipients: [{ text: 'Các trường' }] };
    expect(diffPlans(twice, later)).toMatchObject([{ path: ['recipients'], kind: 'changed' }]);
  });
});
