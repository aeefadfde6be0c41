import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../due/period.ts';
import { canonicalJson } from '../ledger/canonical.ts';
import { describeForm } from '../report/describe.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import type { Answers } from '../report/values.ts';
import { submissionOf, validAnswers } from '../submission/fixtures/arbitrary.ts';
import type { Submission } from '../submission/types.ts';
import { consolidate } from './consolidate.ts';
import { differenceOf, isNoDifference } from './difference.ts';
import type { ExpectedUnit } from './types.ts';
import { issueContent } from './workflow-content.ts';

const unit = (id: string, kind: string, order: number): ExpectedUnit => ({ id, name: `Trường ${id}`, kind, order });
const units = [unit('mn', 'mam-non', 1), unit('th', 'tieu-hoc', 2), unit('cs', 'thcs', 3)];

const sent = (id: string, answers: Answers, more: Partial<Submission> = {}): Submission => ({
  format: 'dondoc.submission/1',
  plan: 'p',
  planVersion: 1,
  report: 'half',
  period: '2020-H1',
  unit: id,
  gates: {},
  answers,
  ...more,
});
const of = (submissions: readonly Submission[], expected: readonly ExpectedUnit[] = units) =>
  consolidate({
    plan: { id: 'p' },
    form: smallForm,
    report: { id: 'half' },
    period: parsePeriod('2020-H1')!,
    expected,
    submissions,
  });

const before = of([sent('mn', { meetings: 2, note: 'Một.' }), sent('th', { meetings: 3 })]);
const fieldsOf = (difference: ReturnType<typeof differenceOf>) => difference.figures.map(({ field }) => field);
const changesOf = (difference: ReturnType<typeof differenceOf>) =>
  difference.units.map(({ unit: id, change }) => `${id} ${change}`);

describe('the difference between two consolidations', () => {
  test('of one that comes to the same says nothing', () => {
    const again = of([sent('th', { meetings: 3 }), sent('mn', { meetings: 2, note: 'Một.' })]);
    expect(isNoDifference(differenceOf(before, again))).toBe(true);
  });

  test('names a unit that has reported since, and every figure that it moved with its coverage', () => {
    const after = of([
      sent('mn', { meetings: 2, note: 'Một.' }),
      sent('th', { meetings: 3 }),
      sent('cs', { meetings: 5, note: 'Hai.' }),
    ]);
    const difference = differenceOf(before, after);
    expect(difference.coverage).toEqual({
      before: { expected: 3, received: 2, nothing: 0 },
      after: { expected: 3, received: 3, nothing: 0 },
    });
    expect(difference.units).toEqual([
      {
        unit: 'cs',
        name: 'Trường cs',
        change: 'received',
        before: { state: 'missing', covers: [] },
        after: { state: 'received', covers: [] },
      },
    ]);
    expect(difference.figures.find(({ field }) => field === 'meetings')).toEqual({
      field: 'meetings',
      section: 'direction',
      label: 'Cuộc họp',
      type: 'count',
      unit: 'cuộc',
      before: { total: { is: 'number', value: 5 }, coverage: { of: 3, answered: 2, nothing: 0 } },
      after: { total: { is: 'number', value: 10 }, coverage: { of: 3, answered: 3, nothing: 0 } },
      units: ['cs'],
    });
    expect(difference.paragraphs).toEqual([
      { unit: 'cs', name: 'Trường cs', section: 'direction', field: 'note', after: 'Hai.' },
    ]);
  });

  test('tells changes that cancel out: the total is the same, its units are not', () => {
    const after = of([sent('mn', { meetings: 3, note: 'Một.' }), sent('th', { meetings: 2 })]);
    const difference = differenceOf(before, after);
    expect(difference.figures).toMatchObject([{ field: 'meetings', units: ['mn', 'th'] }]);
    expect(changesOf(difference)).toEqual(['mn revised', 'th revised']);
  });

  test('a blank that became a zero is a change', () => {
    const after = of([sent('mn', { meetings: 2, note: 'Một.', 'posts-a': 0 }), sent('th', { meetings: 3 })]);
    const figure = differenceOf(before, after).figures.find(({ field }) => field === 'posts-a')!;
    expect([figure.before!.coverage.answered, figure.after!.coverage.answered]).toEqual([0, 1]);
  });

  test.each<[string, Partial<Submission> | undefined, string[]]>([
    ['a paragraph written anew', { answers: { meetings: 2, note: 'Khác.' } }, ['mn revised']],
    ['a paragraph left out', { answers: { meetings: 2 } }, ['mn revised']],
    ['nothing to report after all', { answers: {}, nothingToReport: { reason: 'Không có.' } }, ['mn changed']],
    ['other units covered', { covers: ['old'] }, ['mn changed']],
    ['a report gone', undefined, ['mn withdrawn']],
  ])('%s', (_, change, changes) => {
    const mine = change === undefined ? [] : [sent('mn', { meetings: 2, note: 'Một.' }, change)];
    expect(changesOf(differenceOf(before, of([...mine, sent('th', { meetings: 3 })])))).toEqual(changes);
  });

  test('a paragraph that changed stands beside what it was', () => {
    const after = of([sent('mn', { meetings: 2, note: 'Khác.' }), sent('th', { meetings: 3 })]);
    expect(differenceOf(before, after).paragraphs).toMatchObject([{ before: 'Một.', after: 'Khác.' }]);
    expect(fieldsOf(differenceOf(before, after))).toEqual([]);
  });

  test('units that have come to owe the report, and that owe it no more', () => {
    const submissions = [sent('mn', { meetings: 2, note: 'Một.' }), sent('th', { meetings: 3 })];
    const other = of(submissions, [...units.slice(0, 2), unit('new', 'thcs', 9)]);
    expect(changesOf(differenceOf(before, other))).toEqual(['new added', 'cs removed']);
    const left = of(submissions.slice(0, 1), units.slice(0, 1));
    expect(differenceOf(before, left).figures.find(({ field }) => field === 'meetings')!.units).toEqual(['th']);
  });

  test('is JSON through and through, and says nothing exactly where both sides are one', () => {
    const half = { form: smallForm, report: 'half', year: 2020 };
    const envelope = { plan: 'p', report: 'half', period: '2020-H1' };
    const reports = fc.tuple(
      ...units.map(({ id, kind }) =>
        fc.option(
          validAnswers(describeForm({ ...half, kind })).map((one) => submissionOf({ ...envelope, unit: id }, one)),
        ),
      ),
    );
    const consolidations = reports.map((list) => of(list.filter((one) => one !== null)));
    fc.assert(
      fc.property(consolidations, consolidations, (a, b) => {
        const difference = differenceOf(a, b);
        expect(JSON.parse(canonicalJson(difference))).toEqual(difference);
        const told = JSON.stringify([a.units, a.totals, a.sections.map(({ paragraphs }) => paragraphs)]);
        const toldAfter = JSON.stringify([b.units, b.totals, b.sections.map(({ paragraphs }) => paragraphs)]);
        expect(isNoDifference(difference)).toBe(told === toldAfter);
        expect(isNoDifference(differenceOf(b, b))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the content to be issued', () => {
  const desk = { text: { I: 'Các đơn vị thực hiện nghiêm túc.' } };
  const last = issueContent({ consolidation: before, desk });
  const more = of([sent('mn', { meetings: 2, note: 'Một.' }), sent('th', { meetings: 4 })]);

  test('of a first issue has no difference', () => {
    expect(last).toEqual({ consolidation: before, desk });
  });

  test('of a supplement tells what has changed since the last issue', () => {
    const content = issueContent({ consolidation: more, desk, last });
    expect(content.difference).toEqual(differenceOf(before, more));
  });

  test('is the last issue’s own while nothing has changed, that of a supplement too', () => {
    expect(issueContent({ consolidation: structuredClone(before), desk: { ...desk }, last })).toBe(last);
    const supplement = issueContent({ consolidation: more, desk, last });
    expect(issueContent({ consolidation: more, desk, last: supplement })).toBe(supplement);
  });

  test('is new where only the desk’s text has changed', () => {
    const content = issueContent({ consolidation: before, desk: { text: { I: 'Khác.' } }, last });
    expect(content).not.toBe(last);
    expect(isNoDifference(content.difference!)).toBe(true);
  });
});
