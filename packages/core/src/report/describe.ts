import { ANY_REPORT, type Ask, type Column, type Field, type FieldType, type Form, type Section } from './schema.ts';

/** One field as one kind of unit is asked it in one report. */
export interface FieldDescription {
  readonly id: string;
  readonly section: string;
  /** The label for that kind and report, years filled in. */
  readonly label: string;
  readonly type: FieldType;
  /** Unit of measure as printed. */
  readonly unit?: string;
  /** `computed` fields are never asked for: `optional`. */
  readonly need: Ask['need'];
  readonly when?: NonNullable<Ask['when']>;
  readonly prefilled: boolean;
  readonly choices?: NonNullable<Field['choices']>;
  readonly columns?: readonly Column[];
  /** Longest text in characters; most rows of a list. Present for text, narrative and list. */
  readonly max?: number;
  /** `computed`: what it adds up, of the fields that this kind is asked. */
  readonly sumOf?: readonly string[];
  readonly help?: string;
  readonly advice?: NonNullable<Field['advice']>;
  readonly periods: Field['periods'];
}

export interface SectionDescription {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly depth: Section['depth'];
  readonly gate: boolean;
  readonly annex: boolean;
  /** Empty for a heading over the sections that follow it. */
  readonly fields: readonly FieldDescription[];
}

/**
 * What one kind of unit is asked in one report: the one description that the web form, Excel and Word share.
 * Headings stay while a section below them asks something.
 */
export interface FormDescription {
  readonly form: string;
  readonly title: string;
  readonly report: string;
  readonly kind: string;
  readonly year: number;
  readonly sections: readonly SectionDescription[];
  /** The form's checks whose fields are all asked here. */
  readonly checks: Form['checks'];
  /** Fields and gates of the form that are not asked here, so that an answer to one can be told from a typing slip. */
  readonly notAsked: readonly { readonly id: string; readonly label: string; readonly what: 'field' | 'gate' }[];
}

/** The unit of measure in which money is asked and printed; it is kept in whole VND. */
export const MONEY_UNIT = 'triệu đồng';

const DEFAULT_MAX = { text: 500, narrative: 5000, list: 100 } as const;

/** Gives the longest text in characters, or the most rows of a list, of a field of that type. */
export const maxOf = (type: keyof typeof DEFAULT_MAX, { max }: { readonly max?: number }): number =>
  max ?? DEFAULT_MAX[type];

/** Tells whether a field's number is whole VND, printed in triệu đồng: money, or a sum of money. */
export const holdsMoney = (field: { readonly type: string; readonly unit?: string }): boolean =>
  field.type === 'money' || (field.type === 'computed' && field.unit === MONEY_UNIT);

/** Fills '{year}' and '{nextYear}'. */
export const fillYears = (text: string, year: number): string =>
  text.replaceAll('{year}', String(year)).replaceAll('{nextYear}', String(year + 1));

const askIn = (asked: Field['asked'], report: string): Ask | undefined =>
  Object.hasOwn(asked, report) ? asked[report] : asked[ANY_REPORT];

/** Tells whether a field asks something of some kind of unit in a report, by its id or as any report. */
export const namesReport = (field: Field, report: string): boolean =>
  [field, ...(field.variants ?? [])].some((one) => one.asked !== undefined && askIn(one.asked, report) !== undefined);

/** Tells whether a form names a report at all. One that it does not name is asked the whole form, all of it optional. */
export const formNamesReport = (form: Form, report: string): boolean =>
  form.sections.some(({ fields }) => fields.some((field) => namesReport(field, report)));

const WHOLE_FORM: Ask = { need: 'optional' };

/**
 * Finds what a report asks of a kind of unit for a field; `undefined` where it does not ask it. `isNamed` is
 * `formNamesReport` of the field's form.
 */
export const askOf = (
  field: Field,
  { report, kind, isNamed = true }: { report: string; kind: string; isNamed?: boolean },
): Ask | undefined => {
  if (field.appliesTo !== undefined && !field.appliesTo.includes(kind)) return undefined;
  if (!isNamed) return WHOLE_FORM;
  const variant = field.variants?.find((one) => one.kinds.includes(kind));
  return askIn(variant?.asked ?? field.asked, report);
};

/** The label a kind of unit reads; a label of its kind holds over one of the report. */
export const labelOf = (
  field: Field,
  { report, kind, year }: { report: string; kind?: string; year: number },
): string => {
  const ofKind = kind === undefined ? undefined : field.variants?.find((one) => one.kinds.includes(kind))?.label;
  const ofReport = field.labels !== undefined && Object.hasOwn(field.labels, report) ? field.labels[report] : undefined;
  return fillYears(ofKind ?? ofReport ?? field.label, year);
};

const describeField = (
  field: Field,
  ask: Ask,
  { section, label, askedIds }: { section: string; label: string; askedIds: ReadonlySet<string> },
): FieldDescription => {
  const max =
    field.type === 'text' || field.type === 'narrative' || field.type === 'list' ? maxOf(field.type, field) : undefined;
  const computed = field.type === 'computed';
  return {
    id: field.id,
    section,
    label,
    type: field.type,
    need: computed ? 'optional' : ask.need,
    prefilled: ask.prefilled ?? false,
    periods: field.periods,
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(ask.when === undefined || computed ? {} : { when: ask.when }),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
    ...(field.columns === undefined ? {} : { columns: field.columns }),
    ...(max === undefined ? {} : { max }),
    ...(computed ? { sumOf: (field.sumOf ?? []).filter((id) => askedIds.has(id)) } : {}),
    ...(field.help === undefined ? {} : { help: field.help }),
    ...(field.advice === undefined ? {} : { advice: field.advice }),
  };
};

const fieldsOfCheck = (check: Form['checks'][number]): readonly string[] => {
  switch (check.check) {
    case 'part-of':
      return [check.part, check.whole];
    case 'together':
      return [check.count, check.people];
    case 'date-in-year':
      return [check.field];
  }
};

/** A section that asks nothing itself is kept as a heading while a deeper one right below it is kept. */
const withHeadings = (sections: readonly SectionDescription[]): SectionDescription[] => {
  const kept: SectionDescription[] = [];
  let depthBelow = 0;
  for (const section of sections.toReversed()) {
    if (section.fields.length === 0 && depthBelow <= section.depth) continue;
    kept.push(section);
    depthBelow = section.depth;
  }
  return kept.toReversed();
};

/**
 * Describes what one kind of unit is asked in one report.
 *
 * `report` is the report's id within its plan, or the event's id of an ad hoc request that declares its own report;
 * `year` the year of the period, which fills '{year}' in labels. A report that the form names nowhere (an ad hoc request
 * with a form of the plan) is asked every field that applies to the kind, as `optional`, or as `'*'` in `asked` says.
 */
export const describeForm = ({
  form,
  report,
  kind,
  year,
}: {
  form: Form;
  report: string;
  kind: string;
  year: number;
}): FormDescription => {
  const asking = { report, kind, isNamed: formNamesReport(form, report) };
  const askedIds = new Set(
    form.sections.flatMap((s) => s.fields.filter((f) => askOf(f, asking) !== undefined).map((f) => f.id)),
  );
  const notAsked: { id: string; label: string; what: 'field' | 'gate' }[] = [];
  const all = form.sections.map((section) => {
    const fields: FieldDescription[] = [];
    for (const field of section.fields) {
      const ask = askOf(field, asking);
      const label = labelOf(field, { report, kind, year });
      if (ask === undefined) notAsked.push({ id: field.id, label, what: 'field' });
      else fields.push(describeField(field, ask, { section: section.id, label, askedIds }));
    }
    if (section.gate && fields.length === 0) notAsked.push({ id: section.id, label: section.title, what: 'gate' });
    const { id, number, depth, gate, annex } = section;
    return { id, number, title: fillYears(section.title, year), depth, gate: gate && fields.length > 0, annex, fields };
  });
  return {
    form: form.id,
    title: fillYears(form.title, year),
    report,
    kind,
    year,
    sections: withHeadings(all),
    checks: form.checks.filter((check) => fieldsOfCheck(check).every((id) => askedIds.has(id))),
    notAsked,
  };
};
