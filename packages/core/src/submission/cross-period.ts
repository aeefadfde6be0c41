import { periodInSentence } from '../due/period.ts';
import type { DataWindow, Period } from '../due/types.ts';
import {
  type FieldDescription,
  type FormDescription,
  holdsMoney,
  type SectionDescription,
} from '../report/describe.ts';
import { own } from '../report/filled.ts';
import type { AnswerValue } from '../report/values.ts';
import { type Finding, type FindingParams, warning } from '../text/finding.ts';
import { fold } from '../text/fold.ts';
import type { Submission } from './types.ts';

/** More than five times the last figure, or a hundred times the last sum of money, is mostly a slip. */
export const GROWN_COUNT = 5;
export const GROWN_MONEY = 100;
/** A stock that more than doubles or halves. */
const CHANGED_STATE = 2;
/** Shorter texts ('Không có.') are alike by nature. */
const SHORTEST_COPY = 40;

/** Tells whether a data window lies inside another; both days of both are inclusive. */
export const isNested = (inner: DataWindow, outer: DataWindow): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** What the same unit sent for another period of the same form. */
export interface EarlierSubmission {
  readonly submission: Pick<Submission, 'answers'>;
  readonly period: Period;
  readonly window: DataWindow;
}

export interface CrossPeriodInput {
  readonly description: FormDescription;
  readonly submission: Pick<Submission, 'answers'>;
  readonly period: Period;
  readonly window: DataWindow;
  /** The period before in the same report, or the year before; at most one is needed. */
  readonly previous?: EarlierSubmission;
  /** Periods that may lie inside this one (the first half-year). Where their window does not, nothing is compared. */
  readonly within?: readonly EarlierSubmission[];
  /** By field: the field within whose value it is comparable ('classes' within 'school-year'). */
  readonly comparableWithin?: ReadonlyMap<string, string>;
}

interface Compared {
  readonly field: FieldDescription;
  readonly section: SectionDescription;
  readonly value: AnswerValue;
  readonly before: AnswerValue;
}

const pairs = (
  description: FormDescription,
  now: Pick<Submission, 'answers'>,
  earlier: EarlierSubmission,
): Compared[] =>
  description.sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      const value = own(now.answers, field.id);
      const before = own(earlier.submission.answers, field.id);
      return value === undefined || before === undefined ? [] : [{ field, section, value, before }];
    }),
  );

const warn = (rule: string, { field, section }: Compared, params: FindingParams): Finding =>
  warning(rule, ['answers', field.id], {
    label: field.label,
    section: section.number,
    money: holdsMoney(field) ? 1 : 0,
    ...params,
  });

const belowPart = (pair: Compared, { period, part }: { period: Period; part: Period }): Finding[] => {
  const { field, value, before } = pair;
  if (field.periods !== 'add' || typeof value !== 'number' || typeof before !== 'number' || value >= before) return [];
  const params = { period: periodInSentence(period), value, partPeriod: periodInSentence(part), partValue: before };
  return [warn('answer.below-part-of-year', pair, params)];
};

const againstPrevious = (
  pair: Compared,
  { earlier, nested, sameScope }: { earlier: EarlierSubmission; nested: boolean; sameScope: boolean },
): Finding[] => {
  const { field, value, before } = pair;
  const name = periodInSentence(earlier.period);
  if (typeof value === 'number' && typeof before === 'number') {
    const params = { value, before: name, beforeValue: before };
    if (before <= 0) return [];
    if (field.periods === 'add') {
      const times = holdsMoney(field) ? GROWN_MONEY : GROWN_COUNT;
      return !nested && value > times * before ? [warn('answer.grown-much', pair, params)] : [];
    }
    const changed = value > CHANGED_STATE * before || value * CHANGED_STATE < before;
    return sameScope && changed ? [warn('answer.state-changed-much', pair, params)] : [];
  }
  if (field.type !== 'narrative' || typeof value !== 'string' || typeof before !== 'string') return [];
  const words = fold(value);
  return words.length >= SHORTEST_COPY && words === fold(before)
    ? [warn('answer.text-copied', pair, { before: name })]
    : [];
};

/**
 * Compares what a unit sends with what it sent for other periods: a flow below its own part of the year (only where the
 * data windows are nested), figures far above the last ones, stocks that doubled or halved, paragraphs copied whole.
 * Warnings only: none of them refuses.
 */
export const crossPeriodFindings = (input: CrossPeriodInput): readonly Finding[] => {
  const { description, submission, period, window, previous, within = [], comparableWithin } = input;
  const inside = within
    .filter((earlier) => isNested(earlier.window, window))
    .flatMap((earlier) =>
      pairs(description, submission, earlier).flatMap((pair) => belowPart(pair, { period, part: earlier.period })),
    );
  if (previous === undefined) return inside;
  const nested = isNested(previous.window, window);
  const last = pairs(description, submission, previous).flatMap((pair) => {
    const scope = comparableWithin?.get(pair.field.id);
    const sameScope = scope === undefined || own(submission.answers, scope) === own(previous.submission.answers, scope);
    return againstPrevious(pair, { earlier: previous, nested, sameScope });
  });
  return [...inside, ...last];
};
