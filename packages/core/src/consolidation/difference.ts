import { canonicalJson } from '../ledger/canonical.ts';
import type { Json } from '../ledger/types.ts';
import type { Consolidation, Coverage, FieldSource, FieldTotal, TotalValue } from './types.ts';

// Types, not interfaces: an issue's frozen content carries the difference as Json.

type Figure = { readonly total?: TotalValue; readonly coverage: Coverage };

/** A figure that is not what it was. Absent `before`: it was not asked then; absent `after`: it is asked no more. */
export type FigureDifference = {
  readonly field: string;
  readonly section: string;
  readonly label: string;
  readonly type: string;
  /** Unit of measure as printed. */
  readonly unit?: string;
  readonly before?: Figure;
  readonly after?: Figure;
  /** Units whose own value changed, in the office's order. They may cancel out: the total can be the same. */
  readonly units: readonly string[];
};

type UnitState = Consolidation['units'][number]['state'];

/** A unit that stands differently in the two. */
export type UnitDifference = {
  readonly unit: string;
  readonly name: string;
  /**
   * `received`: its report came in between; `changed`: a report of the other kind, or for other units; `revised`: other
   * figures or words; `withdrawn`: its report is not there any more; `added`, `removed`: it has come to owe the report, or
   * owes it no more.
   */
  readonly change: 'received' | 'changed' | 'revised' | 'withdrawn' | 'added' | 'removed';
  readonly before?: { readonly state: UnitState; readonly covers: readonly string[] };
  readonly after?: { readonly state: UnitState; readonly covers: readonly string[] };
};

/** A unit's paragraph that is new, changed or gone. */
export type ParagraphDifference = {
  readonly unit: string;
  readonly name: string;
  readonly section: string;
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
};

/** What one consolidation says otherwise than an earlier one of the same report and period: what a supplement tells. */
export type ConsolidationDifference = {
  readonly coverage: {
    readonly before: { readonly expected: number; readonly received: number; readonly nothing: number };
    readonly after: { readonly expected: number; readonly received: number; readonly nothing: number };
  };
  /** In the form's order; paragraphs have their own list. */
  readonly figures: readonly FigureDifference[];
  /** In the office's order. */
  readonly units: readonly UnitDifference[];
  readonly paragraphs: readonly ParagraphDifference[];
};

const same = (a: unknown, b: unknown): boolean =>
  // Parts of a consolidation, which is plain data.
  a === b || (a !== undefined && b !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json));

const figureOf = ({ total, coverage }: FieldTotal): Figure =>
  total === undefined ? { coverage } : { total, coverage };

const given = (source: FieldSource | undefined): unknown => (source?.state === 'value' ? source.value : source?.state);

/** Units whose own value for a field is not what it was; one that has come or gone counts where it has said something. */
const changedUnits = (before: FieldTotal | undefined, after: FieldTotal | undefined): readonly string[] => {
  const earlier = new Map(before?.sources.map((source) => [source.unit, source]));
  const later = new Map(after?.sources.map((source) => [source.unit, source]));
  return [...new Set([...later.keys(), ...earlier.keys()])].filter((unit) => {
    const [old, now] = [earlier.get(unit), later.get(unit)];
    if (old?.state !== 'value' && now?.state !== 'value' && (old === undefined || now === undefined)) return false;
    return old?.state !== now?.state || !same(given(old), given(now));
  });
};

const byKey = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [key(item), item]));

/** The items of both by key, in the order of the later one, then what only the earlier has. */
const paired = <T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): readonly { readonly key: string; readonly old?: T; readonly now?: T }[] => {
  const [earlier, later] = [byKey(before, key), byKey(after, key)];
  return [...new Set([...later.keys(), ...earlier.keys()])].map((key) => {
    const [old, now] = [earlier.get(key), later.get(key)];
    return { key, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { now }) };
  });
};

interface Both {
  readonly before: Consolidation;
  readonly after: Consolidation;
}

const figuresOf = ({ before, after }: Both): readonly FigureDifference[] =>
  paired(before.totals, after.totals, ({ field }) => field).flatMap(({ old, now }) => {
    const one = now ?? old;
    if (one === undefined || one.across === 'digest') return [];
    const units = changedUnits(old, now);
    if (units.length === 0 && old !== undefined && now !== undefined && same(figureOf(old), figureOf(now))) return [];
    return [
      {
        field: one.field,
        section: one.section,
        label: one.label,
        type: one.type,
        ...(one.unit === undefined ? {} : { unit: one.unit }),
        ...(old === undefined ? {} : { before: figureOf(old) }),
        ...(now === undefined ? {} : { after: figureOf(now) }),
        units,
      },
    ];
  });

const paragraphsOf = (consolidation: Consolidation) => {
  const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
  return consolidation.sections.flatMap(({ section, paragraphs }) =>
    paragraphs.map(({ unit, field, text }) => ({ section, unit, name: names.get(unit) ?? unit, field, text })),
  );
};

const paragraphDifferences = ({ before, after }: Both): readonly ParagraphDifference[] =>
  paired(paragraphsOf(before), paragraphsOf(after), ({ field, unit }) => `${field}/${unit}`).flatMap(({ old, now }) => {
    const one = now ?? old;
    if (one === undefined || old?.text === now?.text) return [];
    const { section, unit, name, field } = one;
    return [
      {
        unit,
        name,
        section,
        field,
        ...(old === undefined ? {} : { before: old.text }),
        ...(now === undefined ? {} : { after: now.text }),
      },
    ];
  });

type Unit = Consolidation['units'][number];

const changeOf = (
  old: Unit | undefined,
  now: Unit | undefined,
  revised: boolean,
): UnitDifference['change'] | undefined => {
  const [had, has] = [old !== undefined && old.state !== 'missing', now !== undefined && now.state !== 'missing'];
  if (!had && has) return 'received';
  if (now === undefined) return 'removed';
  if (old === undefined) return 'added';
  if (had && !has) return 'withdrawn';
  if (old.state !== now.state || !same(old.covers, now.covers)) return 'changed';
  return revised ? 'revised' : undefined;
};

const unitsOf = ({ before, after }: Both, revised: ReadonlySet<string>): readonly UnitDifference[] =>
  paired(before.units, after.units, ({ id }) => id).flatMap(({ key, old, now }) => {
    const change = changeOf(old, now, revised.has(key));
    const one = now ?? old;
    if (change === undefined || one === undefined) return [];
    return [
      {
        unit: key,
        name: one.name,
        change,
        ...(old === undefined ? {} : { before: { state: old.state, covers: old.covers } }),
        ...(now === undefined ? {} : { after: { state: now.state, covers: now.covers } }),
      },
    ];
  });

const counted = ({ coverage: { expected, received, nothing } }: Consolidation) => ({ expected, received, nothing });

/**
 * Finds what a consolidation says otherwise than an earlier one of the same report and period: figures, how units stand,
 * units' paragraphs. A plain JSON value, which a supplement freezes and tells. Comparisons with earlier periods, generated
 * sentences and findings follow from these and are not compared.
 */
export const differenceOf = (before: Consolidation, after: Consolidation): ConsolidationDifference => {
  const both = { before, after };
  const figures = figuresOf(both);
  const paragraphs = paragraphDifferences(both);
  const revised = new Set([...figures.flatMap(({ units }) => units), ...paragraphs.map(({ unit }) => unit)]);
  return {
    coverage: { before: counted(before), after: counted(after) },
    figures,
    units: unitsOf(both, revised),
    paragraphs,
  };
};

/** Tells whether a difference says nothing. */
export const isNoDifference = ({ figures, units, paragraphs }: ConsolidationDifference): boolean =>
  figures.length === 0 && units.length === 0 && paragraphs.length === 0;
