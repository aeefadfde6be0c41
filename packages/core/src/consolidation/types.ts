import type { Finding } from '../text/finding.ts';
import type { Period } from '../due/types.ts';
import type { RowValue, RatioValue } from '../submission/types.ts';

/** A unit that owes the report: who may be in the sum. */
export interface ExpectedUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly order: number;
}

// A type, not an interface: a supplement's difference carries it as Json.
/** Over how many units a figure runs. Blank, zero, closed gate and missing unit are four different things. */
export type Coverage = {
  /** Expected units to which the field applies. */
  readonly of: number;
  /** Of them, units that answered, closed gates included. */
  readonly answered: number;
  /** Of the answered, how many by closing the section's gate ('không phát sinh'). */
  readonly nothing: number;
};

export type TotalValue =
  | { readonly is: 'number'; readonly value: number }
  | ({ readonly is: 'ratio' } & RatioValue)
  /** Units that answered yes, of those that answered. */
  | { readonly is: 'share'; readonly yes: number; readonly of: number }
  | { readonly is: 'choices'; readonly counts: Readonly<Record<string, number>> }
  /** Rows, paragraphs and values of single units: see `sources`. */
  | { readonly is: 'listed'; readonly count: number };

export interface FieldTotal {
  readonly field: string;
  readonly section: string;
  readonly label: string;
  readonly unit?: string;
  readonly type: string;
  readonly across: string;
  readonly total?: TotalValue;
  readonly coverage: Coverage;
  /** By column group of the form, in its order. */
  readonly groups: readonly { readonly group: string; readonly total?: TotalValue; readonly coverage: Coverage }[];
  /** The same field in the period before and in the year before, where given and comparable; change only for numbers. */
  readonly previous?: { readonly total: TotalValue; readonly coverage: Coverage };
  readonly yearBefore?: { readonly total: TotalValue; readonly coverage: Coverage; readonly change?: number };
  /** Every unit's own value, in the office's order: where the figure comes from. */
  readonly sources: readonly FieldSource[];
}

export type FieldSource =
  | {
      readonly unit: string;
      readonly state: 'value';
      readonly value: number | boolean | string | RatioValue | readonly RowValue[];
    }
  | { readonly unit: string; readonly state: 'nothing' | 'blank' | 'missing' | 'not-applicable' };

export interface Paragraph {
  readonly unit: string;
  readonly field: string;
  readonly text: string;
}

export interface SectionResult {
  readonly section: string;
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  /** Units that said 'không phát sinh' and units that opened the gate. */
  readonly gate?: { readonly open: number; readonly closed: number };
  /** Generated sentences to start the desk's text from. */
  readonly sentences: readonly string[];
  /** Units' paragraphs, in the office's order; never issued raw. */
  readonly paragraphs: readonly Paragraph[];
}

/** The consolidation of one report for one period. A plain value; the same whatever order submissions came in. */
export interface Consolidation {
  readonly plan: string;
  readonly report: string;
  readonly period: Period;
  readonly units: readonly (ExpectedUnit & {
    readonly state: 'received' | 'nothing-to-report' | 'missing';
    readonly covers: readonly string[];
  })[];
  readonly coverage: {
    readonly expected: number;
    readonly received: number;
    readonly nothing: number;
    readonly missing: readonly string[];
  };
  readonly sections: readonly SectionResult[];
  readonly totals: readonly FieldTotal[];
  /** Contradictions and figures to look at again: internal. */
  readonly findings: readonly Finding[];
}
