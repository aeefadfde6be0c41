import type { DataWindow } from '../due/types.ts';
import { periodInSentence } from '../due/period.ts';
import { holdsMoney } from '../report/describe.ts';
import type { Field, Form, Section } from '../report/schema.ts';
import { GROWN_COUNT, GROWN_MONEY, isNested } from '../submission/cross-period.ts';
import { error, type Finding, type FindingParams, hint, warning } from '../text/finding.ts';
import { byField } from './compare.ts';
import type { Consolidation, FieldTotal } from './types.ts';

export interface LookAtInput {
  readonly form: Form;
  readonly totals: readonly FieldTotal[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly names: ReadonlyMap<string, string>;
  readonly period: Consolidation['period'];
  readonly coverage: Consolidation['coverage'];
  readonly previous?: Consolidation | undefined;
  readonly yearBefore?: Consolidation | undefined;
  readonly window?: DataWindow | undefined;
  readonly within?: { readonly consolidation: Consolidation; readonly window: DataWindow } | undefined;
}

type Reader = (total: FieldTotal, index: number) => Finding[];

const isNumber = (total: FieldTotal): boolean => total.across === 'sum' || total.across === 'latest-sum';

/** Units' own numbers of a field, in the office's order. */
const numbersOf = (total: FieldTotal | undefined): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const source of total?.sources ?? [])
    if (source.state === 'value' && typeof source.value === 'number') numbers.set(source.unit, source.value);
  return numbers;
};

/** Units whose own number is such, in the office's order. */
const unitsWhere = (total: FieldTotal, isSuch: (value: number, unit: string) => boolean): readonly string[] => {
  const units: string[] = [];
  for (const source of total.sources) {
    if (source.state === 'value' && typeof source.value === 'number' && isSuch(source.value, source.unit))
      units.push(source.unit);
  }
  return units;
};

const aboutWith =
  ({ sections, names }: Pick<LookAtInput, 'sections' | 'names'>) =>
  (total: FieldTotal, units: readonly string[] = []): FindingParams => ({
    label: total.label,
    section: sections.get(total.section)?.number ?? total.section,
    money: holdsMoney(total) ? 1 : 0,
    ...(units.length === 0 ? {} : { units: units.map((id) => names.get(id) ?? id) }),
  });

const warn = (rule: string, index: number, params: FindingParams): Finding => warning(rule, ['totals', index], params);

/** 'Năm học' must be one: names the values, most frequent first, and the units that differ from the most frequent. */
const differing = (input: LookAtInput): Reader => {
  const about = aboutWith(input);
  return (total, index) => {
    const field = input.fields.get(total.field);
    if (field?.sameForAll !== true) return [];
    const unitsOf = new Map<string, string[]>();
    for (const source of total.sources) {
      if (source.state !== 'value') continue;
      const value = String(source.value);
      const units = unitsOf.get(value);
      if (units === undefined) unitsOf.set(value, [source.unit]);
      else units.push(source.unit);
    }
    if (unitsOf.size < 2) return [];
    const shown = (value: string): string => field.choices?.find(({ id }) => id === value)?.label ?? value;
    const ranked = [...unitsOf].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
    const others = new Set(ranked.slice(1).flatMap(([, units]) => units));
    const units = total.sources.map(({ unit }) => unit).filter((unit) => others.has(unit));
    return [
      warn('consolidation.differs', index, { ...about(total, units), values: ranked.map(([value]) => shown(value)) }),
    ];
  };
};

/** A flow over the whole period is not below the same flow over a time that lies inside it. */
const belowPart = (input: LookAtInput): Reader => {
  const { window, within } = input;
  if (window === undefined || within === undefined || !isNested(within.window, window)) return () => [];
  const earlier = byField(within.consolidation.totals);
  const about = aboutWith(input);
  return (total, index) => {
    if (total.across !== 'sum') return [];
    const part = numbersOf(earlier.get(total.field));
    const units = unitsWhere(total, (value, unit) => value < (part.get(unit) ?? 0));
    if (units.length === 0) return [];
    const periods = {
      period: periodInSentence(input.period),
      partPeriod: periodInSentence(within.consolidation.period),
    };
    return [warn('consolidation.below-part-of-year', index, { ...about(total, units), ...periods })];
  };
};

const grown = (input: LookAtInput): Reader => {
  const before = input.previous ?? input.yearBefore;
  if (before === undefined) return () => [];
  const earlier = byField(before.totals);
  const about = aboutWith(input);
  return (total, index) => {
    if (total.across !== 'sum') return [];
    const last = numbersOf(earlier.get(total.field));
    const times = holdsMoney(total) ? GROWN_MONEY : GROWN_COUNT;
    const units = unitsWhere(total, (value, unit) => {
      const base = last.get(unit) ?? 0;
      return base > 0 && value > times * base;
    });
    return units.length === 0
      ? []
      : [warn('consolidation.grown-much', index, { ...about(total, units), before: periodInSentence(before.period) })];
  };
};

/** Below this many units with a figure there is no 'others' to differ from. */
const FEWEST_TO_COMPARE = 5;
const FAR_COUNT = 20;
const FAR_MONEY = 100;

/** The middle one of the numbers above zero, the lower of two; `undefined` where no number lies `times` above it. */
const medianFarBelow = (total: FieldTotal, times: number): number | undefined => {
  const some = new Float64Array(total.sources.length);
  let size = 0;
  let most = 0;
  for (const source of total.sources) {
    if (source.state !== 'value' || typeof source.value !== 'number' || source.value <= 0) continue;
    some[size++] = source.value;
    if (source.value > most) most = source.value;
  }
  if (size < FEWEST_TO_COMPARE) return undefined;
  // Mostly more than half of the units are near the highest: then no order is needed to know that nothing stands out.
  let near = 0;
  for (let i = 0; i < size; i++) if ((some[i] ?? 0) * times >= most) near++;
  if (near * 2 > size) return undefined;
  return some.subarray(0, size).sort()[Math.floor((size - 1) / 2)];
};

/** Far above the median of the units that have any: mostly đồng typed for triệu đồng, or a zero too many. */
const outlying = (input: LookAtInput): Reader => {
  const about = aboutWith(input);
  return (total, index) => {
    const times = holdsMoney(total) ? FAR_MONEY : FAR_COUNT;
    const median = isNumber(total) ? medianFarBelow(total, times) : undefined;
    if (median === undefined) return [];
    const units = unitsWhere(total, (value) => value > times * median);
    return units.length === 0 ? [] : [warn('consolidation.outlier', index, { ...about(total, units), median })];
  };
};

/** Sums that their parts contradict: a submission that no form has checked, or parts that other units answered. */
const partsAndSums = (input: LookAtInput): Reader => {
  const totals = byField(input.totals);
  const about = aboutWith(input);
  const valueOf = (id: string): number | undefined => {
    const total = totals.get(id)?.total;
    return total?.is === 'number' ? total.value : undefined;
  };
  return (total, index) => {
    const value = valueOf(total.field);
    if (value === undefined) return [];
    const over = input.form.checks.flatMap((check) => {
      if (check.check !== 'part-of' || check.part !== total.field) return [];
      const whole = valueOf(check.whole);
      if (whole === undefined || value <= whole) return [];
      const params = { ...about(total), part: value, whole, wholeLabel: totals.get(check.whole)?.label ?? check.whole };
      return [warn('consolidation.part-over-whole', index, params)];
    });
    const parts = input.fields.get(total.field)?.sumOf;
    const sum = parts?.reduce((added, id) => added + (valueOf(id) ?? 0), 0) ?? value;
    return sum === value
      ? over
      : [...over, warn('consolidation.sum-differs', index, { ...about(total), given: value, sum })];
  };
};

/** No figure where there are numbers: they add up to more than can be held to the unit, and none is printed. */
const beyondExact = (input: LookAtInput): Reader => {
  const about = aboutWith(input);
  return (total, index) => {
    const isSum = isNumber(total) || total.across === 'ratio';
    if (!isSum || total.total !== undefined || total.coverage.answered === 0) return [];
    return [error('consolidation.beyond-exact', ['totals', index], about(total))];
  };
};

const coverageChanged = ({ coverage, yearBefore }: LookAtInput): Finding[] => {
  if (yearBefore === undefined) return [];
  const before = yearBefore.coverage;
  if (before.expected === coverage.expected && before.received === coverage.received) return [];
  const params = {
    before: periodInSentence(yearBefore.period),
    beforeReceived: before.received,
    beforeExpected: before.expected,
    received: coverage.received,
    expected: coverage.expected,
  };
  return [hint('consolidation.coverage-changed', ['coverage'], params)];
};

/** Finds contradictions and figures to look at again. Paths start at the consolidation. */
export const lookAt = (input: LookAtInput): readonly Finding[] => {
  const readers = [beyondExact, differing, belowPart, grown, outlying, partsAndSums].map((reader) => reader(input));
  return [
    ...coverageChanged(input),
    ...input.totals.flatMap((total, index) => readers.flatMap((read) => read(total, index))),
  ];
};
