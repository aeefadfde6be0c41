import { askOf, fillYears, formNamesReport, labelOf, namesReport } from '../report/describe.ts';
import type { Field, Form, Section } from '../report/schema.ts';
import type { AnswerValue } from '../report/values.ts';
import type { Submission } from '../submission/types.ts';
import { add, type Column, combine, coverageOf, newColumn, totalOf } from './column.ts';
import type { ExpectedUnit, FieldSource, FieldTotal, TotalValue } from './types.ts';

/** An expected unit with what it sent. */
export interface UnitAnswers {
  readonly unit: ExpectedUnit;
  readonly submission?: Submission;
}

export interface TotalsInput {
  readonly form: Form;
  readonly report: string;
  readonly year: number;
  /** In the office's order. */
  readonly units: readonly UnitAnswers[];
}

/** A field of the report with its section. */
export interface AskedField {
  readonly section: Section;
  readonly field: Field;
}

/** Lists the fields that a report asks of any kind of unit, in the form's order. */
export const askedFields = (form: Form, report: string): readonly AskedField[] => {
  const isNamed = formNamesReport(form, report);
  return form.sections.flatMap((section) =>
    section.fields.filter((field) => !isNamed || namesReport(field, report)).map((field) => ({ section, field })),
  );
};

const withTotal = <T extends object>(rest: T, total: TotalValue | undefined): T & { readonly total?: TotalValue } =>
  total === undefined ? rest : { ...rest, total };

/** The four ways of having no value, made once a unit and shared by all fields. */
interface Absences {
  readonly nothing: FieldSource;
  readonly blank: FieldSource;
  readonly missing: FieldSource;
  readonly notApplicable: FieldSource;
}

const absencesOf = ({ unit: { id } }: UnitAnswers): Absences => ({
  nothing: { unit: id, state: 'nothing' },
  blank: { unit: id, state: 'blank' },
  missing: { unit: id, state: 'missing' },
  notApplicable: { unit: id, state: 'not-applicable' },
});

/** A unit as the loop over all units × fields reads it: everything that does not depend on the field looked up once. */
interface Row {
  readonly id: string;
  /** Index of the unit's kind among the kinds there are. */
  readonly kind: number;
  /** Index of the kind's group; for a kind that no group names, one more than the groups have. */
  readonly group: number;
  readonly submission: Submission | undefined;
  /** Answers in the order of the fields. */
  readonly values: readonly (AnswerValue | undefined)[];
  readonly absent: Absences;
}

/** Where each field stands; `ids` in the same order, so that answers in the form's order are placed without a look-up. */
interface Order {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** As many blanks as there are fields, to begin with. */
  readonly blank: readonly undefined[];
}

/** One walk over what a unit sent is several times cheaper than asking each field of each differently shaped answer. */
const inOrder = (
  answers: Submission['answers'],
  { ids, indexOf, blank }: Order,
): readonly (AnswerValue | undefined)[] => {
  const values: (AnswerValue | undefined)[] = blank.slice();
  let next = 0;
  for (const id in answers) {
    const index = ids[next] === id ? next : indexOf.get(id);
    if (index === undefined) continue;
    values[index] = answers[id];
    next = index + 1;
  }
  return values;
};

/** Whether a unit closed the section's gate, or reported that nothing arose at all. */
const closes = ({ id, gate }: Section, { gates, nothingToReport }: Submission): 'gate' | 'report' | undefined => {
  if (gate && gates[id] === false) return 'gate';
  return nothingToReport === undefined ? undefined : 'report';
};

/** A nil report says nothing arose of what is counted over the period, and of what a gate would ask; the rest stays open. */
const saysNothing = (
  how: 'gate' | 'report' | undefined,
  { section, field }: AskedField,
  value: AnswerValue | undefined,
): boolean =>
  how === 'gate' ||
  (how === 'report' && (value === undefined || value === 0) && (section.gate || field.periods === 'add'));

interface Summed {
  readonly all: Column;
  /** By group of kinds, then the units of none. */
  readonly columns: readonly Column[];
  readonly sources: readonly FieldSource[];
}

const sum = (
  asked: AskedField,
  index: number,
  {
    rows,
    asks,
    closed,
    groups,
  }: {
    rows: readonly Row[];
    asks: readonly boolean[];
    closed: readonly ('gate' | 'report' | undefined)[];
    groups: number;
  },
): Summed => {
  const columns: Column[] = [];
  for (let i = 0; i <= groups; i++) columns.push(newColumn(asked.field));
  const sources: FieldSource[] = [];
  // No spreads and no closures here: this runs units × fields times.
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const column = row === undefined ? undefined : columns[row.group];
    if (row === undefined || column === undefined) continue;
    if (asks[row.kind] !== true) {
      sources.push(row.absent.notApplicable);
      continue;
    }
    column.of++;
    if (row.submission === undefined) {
      sources.push(row.absent.missing);
      continue;
    }
    const value = row.values[index];
    const how = closed[i];
    if (how !== undefined && saysNothing(how, asked, value)) {
      column.answered++;
      column.nothing++;
      sources.push(row.absent.nothing);
    } else if (value === undefined) {
      sources.push(row.absent.blank);
    } else {
      column.answered++;
      add(column, value);
      sources.push({ unit: row.id, state: 'value', value });
    }
  }
  return { all: columns.reduce(combine, newColumn(asked.field)), columns, sources };
};

const rowsOf = (
  { form, units }: TotalsInput,
  { kinds, fields }: { kinds: readonly string[]; fields: readonly AskedField[] },
): readonly Row[] => {
  const groupOf = new Map(form.kindGroups.flatMap((group, index) => group.kinds.map((kind) => [kind, index] as const)));
  const kindOf = new Map(kinds.map((kind, index) => [kind, index]));
  const ids = fields.map(({ field }) => field.id);
  const order: Order = { ids, indexOf: new Map(ids.map((id, index) => [id, index])), blank: ids.map(() => undefined) };
  return units.map((one) => ({
    id: one.unit.id,
    kind: kindOf.get(one.unit.kind) ?? -1,
    group: groupOf.get(one.unit.kind) ?? form.kindGroups.length,
    submission: one.submission,
    values: one.submission === undefined ? [] : inOrder(one.submission.answers, order),
    absent: absencesOf(one),
  }));
};

/**
 * Adds every field of the report up over the units, with its coverage, by group of kinds, and with every unit's own
 * value. Takes time in proportion to units × fields.
 */
export const totalsOf = (input: TotalsInput): readonly FieldTotal[] => {
  const { form, report, year, units } = input;
  const kinds = [...new Set(units.map(({ unit }) => unit.kind))];
  const fields = askedFields(form, report);
  const isNamed = formNamesReport(form, report);
  const rows = rowsOf(input, { kinds, fields });
  const groups = form.kindGroups.length;
  let section: Section | undefined;
  let closed: readonly ('gate' | 'report' | undefined)[] = [];
  return fields.map((asked, index): FieldTotal => {
    const { field } = asked;
    if (asked.section !== section) {
      section = asked.section;
      closed = rows.map(({ submission }) => (submission === undefined ? undefined : closes(asked.section, submission)));
    }
    const asks = kinds.map((kind) => askOf(field, { report, kind, isNamed }) !== undefined);
    const { all, columns, sources } = sum(asked, index, { rows, asks, closed, groups });
    const rest = {
      field: field.id,
      section: asked.section.id,
      label: field.totalLabel === undefined ? labelOf(field, { report, year }) : fillYears(field.totalLabel, year),
      type: field.type,
      across: field.across,
      coverage: coverageOf(all),
      groups: form.kindGroups.map(({ id }, at) => {
        const column = columns[at] ?? newColumn(field);
        return withTotal({ group: id, coverage: coverageOf(column) }, totalOf(field, column));
      }),
      sources,
    };
    return withTotal(field.unit === undefined ? rest : { ...rest, unit: field.unit }, totalOf(field, all));
  });
};
