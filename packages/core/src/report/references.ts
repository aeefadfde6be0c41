import { error, type Finding, type Path } from '../text/finding.ts';
import { askOf } from './describe.ts';
import { about, type Fields, type Located, NUMBERS } from './located.ts';
import { ANY_REPORT, type Field, type Form } from './schema.ts';
import { checks, reach, sentences, sheets } from './uses.ts';

const ids = (list: readonly { readonly id: string }[], what: string, path: Path): Finding[] => {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [error('form.id-twice', [...path, index, 'id'], { id, what })] : [];
  });
};

const identities = (form: Form, all: readonly Located[]): Finding[] => {
  const seen = new Set<string>();
  return [
    ...ids(form.sections, 'section', ['sections']),
    ...ids(form.kindGroups, 'group', ['kindGroups']),
    ...all.flatMap(({ field, path }) => {
      const twice = seen.has(field.id);
      seen.add(field.id);
      return [
        ...(twice ? [error('form.id-twice', [...path, 'id'], { id: field.id, what: 'field' })] : []),
        ...ids(field.choices ?? [], 'choice', [...path, 'choices']),
        ...ids(field.columns ?? [], 'column', [...path, 'columns']),
        ...(field.columns ?? []).flatMap((column, index) =>
          ids(column.choices ?? [], 'choice', [...path, 'columns', index, 'choices']),
        ),
      ];
    }),
  ];
};

const conditions = (located: Located, fields: Fields): Finding[] => {
  const { field, path } = located;
  const asks: readonly (readonly [Path, Field['asked'], readonly string[] | undefined])[] = [
    [[...path, 'asked'], field.asked, field.appliesTo],
    ...(field.variants ?? []).map(
      (variant, index) => [[...path, 'variants', index, 'asked'], variant.asked ?? {}, variant.kinds] as const,
    ),
  ];
  return asks.flatMap(([base, asked, kinds]) =>
    Object.entries(asked).flatMap(([report, { when }]) => {
      if (when === undefined) return [];
      const where = [...base, report, 'when', 'field'];
      const other = fields.get(when.field);
      const params = { ...about(located), other: when.field, report };
      if (other === undefined) return [error('form.unknown-field', where, params)];
      const fits = when.is === 'positive' ? NUMBERS.has(other.field.type) : other.field.type === 'yesno';
      if (!fits)
        return [error('form.condition-does-not-fit', where, { ...params, otherLabel: other.field.label, is: when.is })];
      const asksOther =
        kinds === undefined
          ? Object.hasOwn(other.field.asked, report) || Object.hasOwn(other.field.asked, ANY_REPORT)
          : kinds.some((kind) => askOf(other.field, { report, kind }) !== undefined);
      return asksOther ? [] : [error('form.condition-not-asked', where, { ...params, otherLabel: other.field.label })];
    }),
  );
};

const sums = (located: Located, fields: Fields): Finding[] => {
  const { field, path } = located;
  return (field.sumOf ?? []).flatMap((id, index) => {
    const where = [...path, 'sumOf', index];
    const part = fields.get(id);
    const params = { ...about(located), other: id };
    if (part === undefined) return [error('form.unknown-field', where, params)];
    if (part.field.type !== 'count' && part.field.type !== 'money')
      return [error('form.sum-of-no-number', where, { ...params, otherLabel: part.field.label })];
    const same =
      part.field.unit === field.unit && part.field.across === field.across && part.field.periods === field.periods;
    return same ? [] : [error('form.sum-mixed', where, { ...params, otherLabel: part.field.label })];
  });
};

const columnsNamed = (located: Located): Finding[] => {
  const { field, path } = located;
  const needs = [
    ['publishedIf', 'yesno'],
    ['groupBy', 'choice'],
  ] as const;
  return needs.flatMap(([key, type]) => {
    const id = field[key];
    if (id === undefined || field.columns === undefined) return [];
    const column = field.columns.find((one) => one.id === id);
    if (column === undefined) return [error('form.unknown-column', [...path, key], { ...about(located), column: id })];
    return column.type === type
      ? []
      : [error('form.column-does-not-fit', [...path, key], { ...about(located), column: column.label, type, key })];
  });
};

const comparable = (located: Located, fields: Fields): Finding[] => {
  const { field, path } = located;
  if (field.comparableWithin === undefined) return [];
  const where = [...path, 'comparableWithin'];
  const other = fields.get(field.comparableWithin);
  if (other === undefined)
    return [error('form.unknown-field', where, { ...about(located), other: field.comparableWithin })];
  return other.field.across === 'each'
    ? []
    : [error('form.comparable-within-no-label', where, { ...about(located), otherLabel: other.field.label })];
};

const kinds = (form: Form, all: readonly Located[]): Finding[] => {
  const groupOf = new Map<string, string>();
  const findings: Finding[] = [];
  form.kindGroups.forEach((group, g) => {
    group.kinds.forEach((kind, k) => {
      const first = groupOf.get(kind);
      if (first !== undefined)
        findings.push(
          error('form.kind-in-two-groups', ['kindGroups', g, 'kinds', k], { kind, group: group.label, first }),
        );
      else groupOf.set(kind, group.label);
    });
  });
  for (const located of all) {
    const { field, path } = located;
    const lists: readonly (readonly [Path, readonly string[]])[] = [
      [[...path, 'appliesTo'], field.appliesTo ?? []],
      ...(field.variants ?? []).map(
        (variant, index) => [[...path, 'variants', index, 'kinds'], variant.kinds] as const,
      ),
    ];
    for (const [at, list] of lists) {
      list.forEach((kind, index) => {
        if (!groupOf.has(kind))
          findings.push(error('form.kind-without-group', [...at, index], { ...about(located), kind }));
      });
    }
  }
  return findings;
};

/** Finds what a form names and does not have: ids, fields, columns, kinds, sections. Paths start at the form. */
export const checkReferences = (form: Form): readonly Finding[] => {
  const all = form.sections.flatMap((section, s) =>
    section.fields.map((field, f): Located => ({ field, path: ['sections', s, 'fields', f] })),
  );
  const fields: Fields = new Map(all.map((located) => [located.field.id, located]));
  return [
    ...identities(form, all),
    ...kinds(form, all),
    ...all.flatMap((located) => [
      ...conditions(located, fields),
      ...sums(located, fields),
      ...columnsNamed(located),
      ...comparable(located, fields),
    ]),
    ...checks(form, fields),
    ...sentences(form, fields),
    ...sheets(form, fields),
    ...reach(form, all),
  ];
};
