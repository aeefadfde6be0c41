import type { AgencyDirectory } from '../agency/directory.ts';
import type { Obligation } from '../obligation/types.ts';
import type { Form } from '../report/schema.ts';
import { isRows, type RowValue } from '../report/values.ts';
import { byField } from './compare.ts';
import type { Consolidation, ExpectedUnit, FieldSource, FieldTotal, TotalValue } from './types.ts';

/**
 * Gives the units that owe as the consolidation asks for them, named and kinded as on the day that settles who owes. Leave waived and not applicable obligations out before.
 */
export const expectedUnits = (
  obligations: readonly Obligation[],
  directory: AgencyDirectory,
): readonly ExpectedUnit[] =>
  obligations.flatMap(({ unit, settledOn }) => {
    const view = directory.at(unit, settledOn);
    return view === undefined ? [] : [{ id: view.id, name: view.name, kind: view.kind, order: view.order }];
  });

/** A row of a list with the unit that gave it. */
export interface UnitRow {
  readonly unit: string;
  readonly name: string;
  readonly row: RowValue;
}

interface RowsInput {
  readonly form: Form;
  readonly consolidation: Consolidation;
  readonly field: string;
}

/** Lists every row that units gave for a list field, in the office's order and the unit's own. Internal: see `publishedRows`. */
export const unitRows = ({ consolidation, field }: Omit<RowsInput, 'form'>): readonly UnitRow[] => {
  const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
  const total = consolidation.totals.find((one) => one.field === field);
  return (total?.sources ?? []).flatMap((source) =>
    source.state === 'value' && isRows(source.value)
      ? source.value.map((row): UnitRow => ({ unit: source.unit, name: names.get(source.unit) ?? source.unit, row }))
      : [],
  );
};

const fieldOf = (form: Form, id: string) =>
  form.sections.flatMap((section) => section.fields).find((field) => field.id === id);

/** Lists the rows that may leave the office: all, or where the field has `publishedIf`, those with recorded consent. */
export const publishedRows = ({ form, consolidation, field }: RowsInput): readonly UnitRow[] => {
  const consent = fieldOf(form, field)?.publishedIf;
  const rows = unitRows({ consolidation, field });
  return consent === undefined ? rows : rows.filter(({ row }) => row[consent] === true);
};

/** Rows of a list under one choice of its `groupBy` column ('Sở Giáo dục và Đào tạo'); `id` is '' for rows without one. */
export interface RowGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly UnitRow[];
}

/** Groups the rows that may leave the office by the field's `groupBy` column, in the order of its choices; empty groups are left out. */
export const groupedRows = ({ form, consolidation, field }: RowsInput): readonly RowGroup[] => {
  const described = fieldOf(form, field);
  const rows = publishedRows({ form, consolidation, field });
  const by = described?.groupBy;
  if (by === undefined) return rows.length === 0 ? [] : [{ id: '', label: '', rows }];
  const choices = described?.columns?.find(({ id }) => id === by)?.choices ?? [];
  const known = new Set(choices.map(({ id }) => id));
  return [...choices, { id: '', label: '' }]
    .map(({ id, label }) => ({
      id,
      label,
      rows: rows.filter(({ row }) => (id === '' ? !known.has(String(row[by] ?? '')) : row[by] === id)),
    }))
    .filter((group) => group.rows.length > 0);
};

/** Figures by unit: a row a unit, a column a field, and the totals below. */
export interface UnitTable {
  readonly columns: readonly Pick<FieldTotal, 'field' | 'label' | 'unit' | 'type' | 'across'>[];
  readonly rows: readonly {
    readonly unit: string;
    readonly name: string;
    readonly kind: string;
    readonly state: Consolidation['units'][number]['state'];
    /** In the order of `columns`. */
    readonly cells: readonly FieldSource[];
  }[];
  /** In the order of `columns`; absent where there is no data. */
  readonly totals: readonly (TotalValue | undefined)[];
}

/** Turns fields of a consolidation into a table by unit, in the office's order. Fields that the report does not ask are left out. */
export const reportRowsByUnit = (consolidation: Consolidation, fields: readonly string[]): UnitTable => {
  const byId = byField(consolidation.totals);
  const chosen = fields.flatMap((id) => byId.get(id) ?? []);
  return {
    columns: chosen.map(({ field, label, unit, type, across }) => ({
      field,
      label,
      type,
      across,
      ...(unit === undefined ? {} : { unit }),
    })),
    // Sources stand in the order of the units, one each.
    rows: consolidation.units.map(({ id, name, kind, state }, index) => ({
      unit: id,
      name,
      kind,
      state,
      cells: chosen.map(({ sources }) => sources[index] ?? { unit: id, state: 'missing' }),
    })),
    totals: chosen.map(({ total }) => total),
  };
};
