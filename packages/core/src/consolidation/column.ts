import type { Field } from '../report/schema.ts';
import { type AnswerValue, isRatio } from '../report/values.ts';
import type { Coverage, TotalValue } from './types.ts';

/** What one column (a group of kinds) has added up so far. Mutable: it lives inside one loop only. */
export interface Column {
  of: number;
  answered: number;
  nothing: number;
  number: number;
  part: number;
  whole: number;
  yes: number;
  said: number;
  listed: number;
  choices: Record<string, number>;
}

export const newColumn = (field: Field): Column => ({
  of: 0,
  answered: 0,
  nothing: 0,
  number: 0,
  part: 0,
  whole: 0,
  yes: 0,
  said: 0,
  listed: 0,
  choices: Object.fromEntries((field.choices ?? []).map(({ id }) => [id, 0])),
});

export const add = (column: Column, value: AnswerValue): void => {
  column.said++;
  if (typeof value === 'number') column.number += value;
  else if (typeof value === 'boolean') column.yes += value ? 1 : 0;
  else if (typeof value === 'string') {
    column.listed++;
    // Only choices of the form are counted; a text field has none, and 'constructor' is no choice.
    if (Object.hasOwn(column.choices, value)) column.choices[value] = (column.choices[value] ?? 0) + 1;
  } else if (isRatio(value)) {
    column.part += value.part;
    column.whole += value.whole;
  } else column.listed += value.length;
};

export const combine = (a: Column, b: Column): Column => ({
  of: a.of + b.of,
  answered: a.answered + b.answered,
  nothing: a.nothing + b.nothing,
  number: a.number + b.number,
  part: a.part + b.part,
  whole: a.whole + b.whole,
  yes: a.yes + b.yes,
  said: a.said + b.said,
  listed: a.listed + b.listed,
  choices: Object.fromEntries(Object.entries(a.choices).map(([id, count]) => [id, count + (b.choices[id] ?? 0)])),
});

/** Tells whether a column has added up to more than numbers hold to the unit: such a sum is no figure to print. */
const isBeyondExact = ({ number, part, whole }: Column): boolean =>
  Math.max(number, part, whole) > Number.MAX_SAFE_INTEGER;

export const totalOf = ({ across }: Field, column: Column): TotalValue | undefined => {
  if (column.answered === 0 || isBeyondExact(column)) return undefined;
  switch (across) {
    case 'sum':
    case 'latest-sum':
      return { is: 'number', value: column.number };
    case 'ratio':
      return { is: 'ratio', part: column.part, whole: column.whole };
    case 'share':
      return { is: 'share', yes: column.yes, of: column.said };
    case 'count-per-choice':
      return { is: 'choices', counts: column.choices };
    case 'union':
      return { is: 'listed', count: column.listed };
    case 'digest':
    case 'each':
      return { is: 'listed', count: column.said };
  }
};

export const coverageOf = ({ of, answered, nothing }: Column): Coverage => ({ of, answered, nothing });
