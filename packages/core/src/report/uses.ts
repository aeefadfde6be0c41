import { error, type Finding, warning } from '../text/finding.ts';
import { about, type Fields, type Located, NUMBERS, unknownOf } from './located.ts';
import { ANY_REPORT, type Field, type Form } from './schema.ts';

/** Cross-field checks that name fields which are not there, or not of the kind they compare. */
export const checks = (form: Form, fields: Fields): Finding[] =>
  form.checks.flatMap((check, index) => {
    const path = ['checks', index];
    const params = { label: check.check, id: check.check };
    const [first, second, types] =
      check.check === 'part-of'
        ? ([check.part, check.whole, NUMBERS] as const)
        : check.check === 'together'
          ? ([check.count, check.people, NUMBERS] as const)
          : ([check.field, undefined, new Set<Field['type']>(['date'])] as const);
    const named = second === undefined ? [first] : [first, second];
    const unknown = named.flatMap((id) => unknownOf(id, fields, path, params));
    if (unknown.length > 0) return unknown;
    const used = named.flatMap((id) => fields.get(id)?.field ?? []);
    const unfit = used.find((field) => !types.has(field.type));
    if (unfit !== undefined)
      return [error('form.check-does-not-fit', path, { check: check.check, label: unfit.label })];
    const [part, whole] = used;
    const mixed =
      check.check === 'part-of' &&
      part !== undefined &&
      whole !== undefined &&
      (part.unit !== whole.unit || part.periods !== whole.periods);
    return mixed ? [error('form.part-of-mixed', path, { label: part.label, otherLabel: whole.label })] : [];
  });

/** Placeholders of a sentence, in order: '{events}' gives 'events'. */
const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');

const YEARS: ReadonlySet<string> = new Set(['year', 'nextYear']);

/** Generated sentences whose figures do not exist or are none. */
export const sentences = (form: Form, fields: Fields): Finding[] => {
  const sections = new Set(form.sections.map(({ id }) => id));
  return form.sentences.flatMap((sentence, index) => {
    const where = ['sentences', index, 'text'];
    const params = { label: sentence.text, id: sentence.section };
    const used = placeholdersOf(sentence.text).filter((id) => !YEARS.has(id));
    return [
      ...(sections.has(sentence.section)
        ? []
        : [error('form.unknown-section', ['sentences', index, 'section'], { other: sentence.section })]),
      ...used.flatMap((id) => unknownOf(id, fields, where, params)),
      ...used.flatMap((id) => {
        const across = fields.get(id)?.field.across;
        return across === 'digest' || across === 'each'
          ? [error('form.sentence-of-no-figure', where, { ...params, otherLabel: fields.get(id)?.field.label ?? id })]
          : [];
      }),
      ...(used.length === 0 ? [warning('form.sentence-without-figure', where, params)] : []),
    ];
  });
};

/** Sheets by unit whose columns do not exist or are no figures. */
export const sheets = (form: Form, fields: Fields): Finding[] =>
  form.unitSheets.flatMap((sheet, s) =>
    sheet.fields.flatMap((id, f) => {
      const where = ['unitSheets', s, 'fields', f];
      const type = fields.get(id)?.field.type;
      if (type === undefined) return unknownOf(id, fields, where, { label: sheet.title, id: sheet.title });
      return type === 'narrative' || type === 'list'
        ? [error('form.sheet-of-no-figure', where, { label: fields.get(id)?.field.label ?? id, sheet: sheet.title })]
        : [];
    }),
  );

/** What no report asks, and gates over nothing. */
export const reach = (form: Form, all: readonly Located[]): Finding[] => [
  ...all.flatMap((located) => {
    const reports = new Set(
      [located.field, ...(located.field.variants ?? [])].flatMap((one) => Object.keys(one.asked ?? {})),
    );
    if (reports.size === 0) return [warning('form.asked-nowhere', [...located.path, 'asked'], about(located))];
    return Object.keys(located.field.labels ?? {})
      .filter((report) => !reports.has(report) && !reports.has(ANY_REPORT))
      .map((report) =>
        warning('form.label-of-unasked-report', [...located.path, 'labels', report], { ...about(located), report }),
      );
  }),
  ...form.sections.flatMap((section, index) =>
    section.gate && section.fields.length === 0
      ? [
          error('form.gate-without-fields', ['sections', index, 'gate'], {
            title: section.title,
            section: section.number,
          }),
        ]
      : [],
  ),
];
