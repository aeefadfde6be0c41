import { error, type Finding } from '../text/finding.ts';
import type { FieldDescription, SectionDescription } from './describe.ts';
import {
  computed,
  type Filing,
  type Filled,
  isBlank,
  isRefused,
  own,
  placeOf,
  type Prepared,
  type Skip,
  valueOf,
} from './filled.ts';
import { type Answers, saysSomething } from './values.ts';

const holds = (when: NonNullable<FieldDescription['when']>, answers: Answers): boolean => {
  const value = own(answers, when.field);
  switch (when.is) {
    case 'positive':
      return typeof value === 'number' && value > 0;
    case 'yes':
      return value === true;
    case 'no':
      return value === false;
  }
};

const isRequired = (section: SectionDescription, field: FieldDescription, { gates, answers }: Filled): boolean => {
  if (field.need === 'optional') return false;
  if (section.gate && own(gates, section.id) !== true) return false;
  return field.when === undefined || holds(field.when, answers);
};

const skipsField = (skip: Skip, field: string): boolean => skip.has(`answers/${field}`);

const missing = (section: SectionDescription, filled: Filled, skip: Skip): Finding[] => {
  if (section.gate && own(filled.gates, section.id) === undefined && !skip.has(`gates/${section.id}`)) {
    return [error('answer.gate-missing', ['gates', section.id], { title: section.title, section: section.number })];
  }
  return section.fields
    .filter(
      (field) =>
        !skipsField(skip, field.id) && isBlank(own(filled.answers, field.id)) && isRequired(section, field, filled),
    )
    .map((field) => {
      const numeric = field.type === 'count' || field.type === 'money';
      const rule = numeric ? (section.gate ? 'answer.missing-in-gate' : 'answer.missing-number') : 'answer.missing';
      return error(rule, ['answers', field.id], placeOf(section, field));
    });
};

const againstGate = (section: SectionDescription, { gates, answers }: Filled): Finding[] =>
  own(gates, section.id) === false
    ? section.fields
        .filter((field) => {
          const value = own(answers, field.id);
          return value !== undefined && saysSomething(value);
        })
        .map((field) =>
          error('answer.gate-closed', ['answers', field.id], { ...placeOf(section, field), title: section.title }),
        )
    : [];

const againstNothing = (section: SectionDescription, { gates, answers }: Filled): Finding[] => {
  const open = own(gates, section.id) === true;
  const arisen = section.fields.filter((field) => {
    const value = own(answers, field.id);
    return field.periods === 'add' && value !== undefined && saysSomething(value);
  });
  return [
    ...(open
      ? [error('answer.nothing-but-gate', ['gates', section.id], { title: section.title, section: section.number })]
      : []),
    ...arisen.map((field) => error('answer.nothing-but-answer', ['answers', field.id], placeOf(section, field))),
  ];
};

const columnsMissing = (section: SectionDescription, field: FieldDescription, answers: Answers): Finding[] => {
  const rows = own(answers, field.id);
  const required = field.columns?.filter((column) => column.required) ?? [];
  if (required.length === 0 || !Array.isArray(rows)) return [];
  return rows.flatMap((row: Answers, index) =>
    required
      .filter((column) => isBlank(own(row, column.id)))
      .map((column) =>
        error('answer.missing-column', ['answers', field.id, index, column.id], {
          ...placeOf(section, field),
          column: column.label,
          row: index + 1,
        }),
      ),
  );
};

const rowIdsTwice = (section: SectionDescription, field: FieldDescription, answers: Answers): Finding[] => {
  const rows = own(answers, field.id);
  if (field.type !== 'list' || !Array.isArray(rows)) return [];
  const seen = new Set<unknown>();
  return rows.flatMap((row: { readonly id?: unknown }, index) => {
    if (!seen.has(row.id)) return seen.add(row.id) && [];
    return [
      error('answer.row-id-twice', ['answers', field.id, index, 'id'], { ...placeOf(section, field), row: index + 1 }),
    ];
  });
};

const computedDiffers = (
  section: SectionDescription,
  field: FieldDescription,
  answers: Answers,
  skip: Skip,
): Finding[] => {
  const given = own(answers, field.id);
  if (field.type !== 'computed' || typeof given !== 'number' || isRefused(skip, field)) return [];
  const sum = computed(field, answers) ?? 0;
  if (given === sum) return [];
  return [error('answer.computed-differs', ['answers', field.id], { ...placeOf(section, field), given, sum })];
};

const partsOver = ({ description, byId }: Prepared, answers: Answers, skip: Skip): Finding[] => {
  return description.checks.flatMap((check) => {
    if (check.check !== 'part-of') return [];
    const part = byId.get(check.part);
    const whole = byId.get(check.whole);
    if (part === undefined || whole === undefined) return [];
    if (isRefused(skip, part.field) || isRefused(skip, whole.field)) return [];
    const partValue = valueOf(part, answers);
    const wholeValue = valueOf(whole, answers);
    if (typeof partValue !== 'number' || typeof wholeValue !== 'number' || partValue <= wholeValue) return [];
    const params = {
      ...placeOf(part.section, part.field),
      part: partValue,
      whole: wholeValue,
      wholeLabel: whole.field.label,
    };
    return [error('answer.part-of', ['answers', check.part], params)];
  });
};

/** Finds what refuses a form beyond the types of its fields: what is missing, gates, sums and parts. */
export const refusals = (
  prepared: Prepared,
  filled: Filled,
  { mode, nothing, skip }: Filing & { readonly skip: Skip },
): Finding[] => [
  ...prepared.description.sections.flatMap((section) => [
    ...(nothing ? againstNothing(section, filled) : againstGate(section, filled)),
    ...(nothing || mode === 'draft' ? [] : missing(section, filled, skip)),
    ...section.fields.flatMap((field) => [
      ...(mode === 'draft' ? [] : columnsMissing(section, field, filled.answers)),
      ...rowIdsTwice(section, field, filled.answers),
      ...computedDiffers(section, field, filled.answers, skip),
    ]),
  ]),
  ...partsOver(prepared, filled.answers, skip),
];
