import type { Field } from '../report/schema.ts';
import type { AnswerValue } from '../report/values.ts';
import type { Consolidation, FieldTotal } from './types.ts';

/** The one value that all units gave for a field; `undefined` where they differ or none gave one. */
const soleValue = (total: FieldTotal | undefined): AnswerValue | undefined => {
  let sole: AnswerValue | undefined;
  for (const source of total?.sources ?? []) {
    if (source.state !== 'value') continue;
    if (sole !== undefined && sole !== source.value) return undefined;
    sole = source.value;
  }
  return sole;
};

type Totals = ReadonlyMap<string, FieldTotal>;

/** Finds totals by field. */
export const byField = (totals: readonly FieldTotal[]): Totals => new Map(totals.map((total) => [total.field, total]));

/** Comparable: the same field counted the same way; a stock with a scope of its own (school year), within one scope. */
const isComparable = (
  field: Field,
  { now, before, current, other }: { now: Totals; before: Totals; current: FieldTotal; other: FieldTotal },
): boolean => {
  if (other.type !== current.type || other.across !== current.across || other.unit !== current.unit) return false;
  if (field.comparableWithin === undefined) return true;
  const scope = soleValue(now.get(field.comparableWithin));
  return scope !== undefined && scope === soleValue(before.get(field.comparableWithin));
};

/** Sets beside every total the same field of the period before and of the year before, where they can be compared. */
export const withComparisons = (
  totals: readonly FieldTotal[],
  {
    fields,
    previous,
    yearBefore,
  }: {
    fields: ReadonlyMap<string, Field>;
    previous?: Consolidation | undefined;
    yearBefore?: Consolidation | undefined;
  },
): readonly FieldTotal[] => {
  if (previous === undefined && yearBefore === undefined) return totals;
  const now = byField(totals);
  const earlier = [previous, yearBefore].map((one) => byField(one?.totals ?? []));
  return totals.map((current) => {
    const field = fields.get(current.field);
    const [last, yearAgo] = earlier.map((before) => {
      const other = before.get(current.field);
      if (field === undefined || other?.total === undefined) return undefined;
      return isComparable(field, { now, before, current, other })
        ? { total: other.total, coverage: other.coverage }
        : undefined;
    });
    const change =
      current.total?.is === 'number' && yearAgo?.total.is === 'number'
        ? current.total.value - yearAgo.total.value
        : undefined;
    return {
      ...current,
      ...(last === undefined ? {} : { previous: last }),
      ...(yearAgo === undefined ? {} : { yearBefore: change === undefined ? yearAgo : { ...yearAgo, change } }),
    };
  });
};
