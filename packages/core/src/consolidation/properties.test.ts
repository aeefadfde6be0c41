import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../due/period.ts';
import { answerChecker, type CheckedAnswersOptions } from '../report/answers.ts';
import { describeForm, type FormDescription } from '../report/describe.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import { type AnswerValue, isRatio } from '../report/values.ts';
import { submissionOf, validAnswers } from '../submission/fixtures/arbitrary.ts';
import type { Submission } from '../submission/types.ts';
import { consolidate, type ConsolidationContext, finishConsolidation } from './consolidate.ts';
import { consolidatePart, mergeParts } from './part.ts';
import type { Consolidation, Coverage, ExpectedUnit, FieldTotal, TotalValue } from './types.ts';

const checkAnswers = (description: FormDescription, input: unknown, options: CheckedAnswersOptions = {}) =>
  answerChecker(description)(input, options);

const kinds = ['mam-non', 'tieu-hoc', 'thcs', 'other'] as const;
const descriptions = new Map(
  kinds.map((kind) => [kind, describeForm({ form: smallForm, report: 'year', kind, year: 2020 })]),
);

interface Case {
  readonly context: ConsolidationContext;
  readonly submissions: readonly Submission[];
}

const oneUnit = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    order: fc.nat({ max: 3 }),
    sent: fc.option(validAnswers(descriptions.get(kind)!), { nil: undefined }),
    nil: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
);

const cases: fc.Arbitrary<Case> = fc.array(oneUnit, { minLength: 1, maxLength: 8 }).map((units) => {
  const expected = units.map(({ kind, order }, index): ExpectedUnit => ({
    id: `u${index}`,
    name: `Trường ${index}`,
    kind,
    order,
  }));
  const submissions = units.flatMap(({ kind, sent, nil }, index): Submission[] => {
    const of = { plan: 'p', report: 'year', period: '2020', unit: `u${index}` };
    if (nil)
      return [{ ...submissionOf(of, { gates: {}, answers: {} }), nothingToReport: { reason: 'Không phát sinh' } }];
    const accepted = sent === undefined ? undefined : checkAnswers(descriptions.get(kind)!, sent);
    return accepted?.ok === true
      ? [submissionOf(of, { gates: { ...accepted.value.gates }, answers: accepted.value.answers })]
      : [];
  });
  return {
    context: { plan: { id: 'p' }, form: smallForm, report: { id: 'year' }, period: parsePeriod('2020')!, expected },
    submissions,
  };
});

const each = (check: (one: Case, result: Consolidation) => void, numRuns = 60) =>
  fc.assert(
    fc.property(cases, (one) => {
      check(one, consolidate({ ...one.context, submissions: one.submissions }));
    }),
    { numRuns },
  );

const plus = (a: Coverage, b: Coverage): Coverage => ({
  of: a.of + b.of,
  answered: a.answered + b.answered,
  nothing: a.nothing + b.nothing,
});
const none: Coverage = { of: 0, answered: 0, nothing: 0 };

describe('any order, any parts', () => {
  test('submissions and units in any order give the same', () => {
    fc.assert(
      fc.property(
        cases.chain((one) =>
          fc.record({
            one: fc.constant(one),
            shuffled: fc.shuffledSubarray([...one.submissions], { minLength: one.submissions.length }),
            units: fc.shuffledSubarray([...one.context.expected], { minLength: one.context.expected.length }),
          }),
        ),
        ({ one, shuffled, units }) => {
          const result = consolidate({ ...one.context, expected: units, submissions: shuffled });
          expect(result).toEqual(consolidate({ ...one.context, submissions: one.submissions }));
          // Equal down to the order of keys and elements.
          expect(JSON.stringify(result)).toBe(
            JSON.stringify(consolidate({ ...one.context, submissions: one.submissions })),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test('parts merged in any grouping and any order give the same, and a part twice counts once', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat({ max: 2 })), ({ context, submissions }, into) => {
        const piles: Submission[][] = [[], [], []];
        for (const submission of submissions) piles[into.next().value]!.push(submission);
        const [a, b, c] = piles.map((pile) => consolidatePart(pile));
        const whole = JSON.stringify(consolidate({ ...context, submissions }));
        for (const part of [
          mergeParts(mergeParts(a!, b!), c!),
          mergeParts(a!, mergeParts(b!, c!)),
          mergeParts(c!, b!, a!),
          mergeParts(a!, b!, c!, b!),
        ]) {
          expect(JSON.stringify(finishConsolidation(part, context))).toBe(whole);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('two contents of one unit come to the same whichever part comes first', () => {
    each(({ context, submissions }) => {
      const other = consolidatePart(submissions.map((submission) => ({ ...submission, note: 'lần gửi khác' })));
      const first = consolidatePart(submissions);
      expect(finishConsolidation(mergeParts(first, other), context)).toEqual(
        finishConsolidation(mergeParts(other, first), context),
      );
    }, 20);
  });
});

describe('figures', () => {
  test('coverage is what the sources say, and groups and kinds of no group make up the whole', () => {
    each((_one, result) => {
      for (const { sources, coverage, groups } of result.totals) {
        const count = (...states: readonly string[]) => sources.filter(({ state }) => states.includes(state)).length;
        expect(coverage).toEqual({
          of: sources.length - count('not-applicable'),
          answered: count('value', 'nothing'),
          nothing: count('nothing'),
        });
        const grouped = groups.reduce((sum, group) => plus(sum, group.coverage), none);
        const ofNoGroup = result.units.flatMap(({ kind }, index) => (kind === 'other' ? [sources[index]!.state] : []));
        const outside = (...states: readonly string[]) => ofNoGroup.filter((state) => states.includes(state)).length;
        expect(coverage).toEqual(
          plus(grouped, {
            of: ofNoGroup.length - outside('not-applicable'),
            answered: outside('value', 'nothing'),
            nothing: outside('nothing'),
          }),
        );
        expect(sources.map(({ unit }) => unit)).toEqual(result.units.map(({ id }) => id));
      }
      expect(result.coverage.received + result.coverage.missing.length).toBe(result.coverage.expected);
    });
  });

  test('a total is what its sources add up to, whole to the đồng, and absent where no one answered', () => {
    const added = ({ across, coverage, sources, type }: FieldTotal): TotalValue | undefined => {
      if (coverage.answered === 0) return undefined;
      const values = sources.flatMap((source) => (source.state === 'value' ? [source.value] : []));
      const sumOf = (of: (value: AnswerValue) => number) => values.reduce<number>((sum, value) => sum + of(value), 0);
      const chosen = (id: string) => values.filter((value) => value === id).length;
      if (across === 'sum' || across === 'latest-sum') return { is: 'number', value: sumOf(Number) };
      if (across === 'share')
        return { is: 'share', yes: values.filter((value) => value === true).length, of: values.length };
      if (across === 'ratio')
        return {
          is: 'ratio',
          part: sumOf((value) => (isRatio(value) ? value.part : 0)),
          whole: sumOf((value) => (isRatio(value) ? value.whole : 0)),
        };
      if (across === 'count-per-choice') return { is: 'choices', counts: { no: chosen('no'), one: chosen('one') } };
      return {
        is: 'listed',
        count: type === 'list' ? sumOf((value) => (Array.isArray(value) ? value.length : 0)) : values.length,
      };
    };
    each((_one, result) => {
      expect(result.totals.map(({ total }) => total)).toEqual(result.totals.map(added));
      const numbers = result.totals.flatMap(({ total }) => (total?.is === 'number' ? [total.value] : []));
      expect(numbers.filter((value) => !Number.isSafeInteger(value))).toEqual([]);
    });
  });

  test('a unit more that says nothing arose changes no total, only coverage', () => {
    each(({ context, submissions }, result) => {
      const kind = 'tieu-hoc';
      const zeros = checkAnswers(descriptions.get(kind)!, {
        gates: { sessions: false, money: false },
        answers: { 'has-plan': false, meetings: 0, 'posts-a': 0, 'posts-b': 0, 'next-steps': 'Tiếp tục.' },
      });
      if (!zeros.ok) throw new Error('the zeros are accepted');
      const unit = { id: 'zero', name: 'Trường không', kind, order: 1 };
      const more = submissionOf(
        { plan: 'p', report: 'year', period: '2020', unit: 'zero' },
        { gates: { ...zeros.value.gates }, answers: zeros.value.answers },
      );
      const larger = consolidate({
        ...context,
        expected: [...context.expected, unit],
        submissions: [...submissions, more],
      });
      const numbers = (of: Consolidation) =>
        new Map(of.totals.map(({ field, total }) => [field, total?.is === 'number' ? total.value : 0]));
      expect(numbers(larger)).toEqual(numbers(result));
      const sessions = (of: Consolidation) => of.totals.find(({ field }) => field === 'sessions')!.coverage;
      expect(sessions(larger)).toEqual(plus(sessions(result), { of: 1, answered: 1, nothing: 1 }));
    });
  });

  test('the result is plain JSON', () => {
    each((_one, result) => {
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }, 20);
  });
});
