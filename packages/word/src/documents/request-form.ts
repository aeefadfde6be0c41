import {
  describeForm,
  fillYears,
  type FieldDescription,
  type Form,
  type Report,
  type SectionDescription,
} from '@dondoc/core';
import type { Annex } from '../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../blocks/table.ts';
import { textWidth } from '../layout/nd30-2020.ts';
import { paragraph, type Markup } from '../package/markup.ts';
import { columnHead } from './figures.ts';
import { bareTitle, inSentence } from './words.ts';

// What one report asks of all kinds of unit at once: every field once, with whom it concerns where not all.

interface Asked {
  readonly field: FieldDescription;
  /** Groups of kinds that are asked, and what each is asked by. */
  readonly groups: ReadonlyMap<string, string>;
}
interface AskedSection extends Omit<SectionDescription, 'fields'> {
  readonly fields: readonly Asked[];
}

interface FormInput {
  readonly form: Form;
  readonly report: Pick<Report, 'id'>;
  readonly year: number;
}

const askedOfAll = ({ form, report, year }: FormInput): readonly AskedSection[] => {
  const described = form.kindGroups.flatMap(({ label, kinds }) =>
    kinds.map((kind) => ({ label, of: describeForm({ form, report: report.id, kind, year }) })),
  );
  return form.sections.flatMap((section): AskedSection[] => {
    const views = described.flatMap(({ label, of }) =>
      of.sections.filter(({ id }) => id === section.id).map((view) => ({ label, view })),
    );
    const [first] = views;
    if (first === undefined) return [];
    const fields = section.fields.flatMap(({ id, label: general, labels }): Asked[] => {
      const asked = views.flatMap(({ label, view }) =>
        view.fields.filter((field) => field.id === id).map((field) => ({ label, field })),
      );
      const [one] = asked;
      const label = fillYears(labels?.[report.id] ?? general, year);
      return one === undefined
        ? []
        : [
            {
              field: { ...one.field, label },
              groups: new Map(asked.toReversed().map(({ label, field }) => [label, field.label])),
            },
          ];
    });
    return [{ ...first.view, fields }];
  });
};

const isData = ({ field }: Asked): boolean => field.type !== 'narrative' && field.type !== 'list';

const UNITS: Readonly<Record<string, string>> = { yesno: 'Có/Không', date: 'ngày' };

const notes = ({ field, groups }: Asked, form: Form): string => {
  const labels = form.kindGroups.flatMap(({ label }) => {
    const own = groups.get(label);
    return own === undefined || own === field.label ? [] : [[label, bareTitle(own)] as const];
  });
  return [
    groups.size === form.kindGroups.length
      ? ''
      : `Áp dụng: ${form.kindGroups
          .map(({ label }) => label)
          .filter((label) => groups.has(label))
          .join('; ')}.`,
    ...labels.map(([group, label]) => `${group}: ${inSentence(label)}.`),
    field.choices === undefined ? '' : `${field.choices.map(({ label }) => label).join(' / ')}.`,
    field.help ?? '',
  ]
    .filter((note) => note !== '')
    .join(' ');
};

const titleOf = ({ number, title }: AskedSection): string => `${number}. ${title}`;

/** The outline (đề cương): the form's headings, and under each what is told in words. */
export const outlineAnnex = (input: FormInput): Annex => ({
  title: 'Đề cương báo cáo',
  subtitle: input.form.title,
  body: askedOfAll(input)
    .filter(({ annex }) => !annex)
    .map((section) => {
      const told = section.fields.filter((one) => !isData(one));
      return (
        paragraph(
          HEADINGS[section.depth],
          section.depth === 1 ? titleOf(section).toLocaleUpperCase('vi') : titleOf(section),
        ) +
        (section.fields.some(isData) ? paragraph('NoiDung', `- Số liệu theo Phụ lục II, mục ${section.number}.`) : '') +
        told
          .map(({ field }) =>
            paragraph('NoiDung', `- ${field.label}${field.type === 'list' ? ' (theo biểu tại Phụ lục II)' : ''}.`),
          )
          .join('')
      );
    })
    .join(''),
});

const HEADINGS = { 1: 'Muc', 2: 'Khoan', 3: 'Diem' } as const;

const COLUMNS = [figureColumn(13), textColumn(72), figureColumn(24), figureColumn(20), textColumn(36)] as const;

const BLANK_ROWS = 3;

const listTable = (section: AskedSection, { field }: Asked): Markup => {
  const columns = field.columns ?? [];
  const rest = textWidth(false) - 12;
  return (
    paragraph('BangTen', `Mục ${section.number}. ${field.label}`) +
    table({
      columns: [
        figureColumn(12),
        ...columns.map(({ type }) => ({
          width: rest / columns.length,
          align: type === 'text' ? ('text' as const) : ('figure' as const),
        })),
      ],
      head: [[{ text: 'TT' }, ...columns.map((column) => ({ text: columnHead(column) }))]],
      rows: Array.from({ length: BLANK_ROWS }, (_, i): Row => ({ cells: [String(i + 1), ...columns.map(() => '')] })),
    })
  );
};

/** The form of figures (biểu số liệu): every figure with its unit of measure and a blank cell, and the lists as tables. */
export const figuresAnnex = (input: FormInput): Annex => {
  const sections = askedOfAll(input);
  const rows = sections.flatMap((section): Row[] => {
    const data = section.fields.filter(isData);
    const deeper = sections.some(
      ({ number, fields }) => number !== section.number && number.startsWith(section.number) && fields.some(isData),
    );
    if (data.length === 0 && !deeper) return [];
    return [
      { kind: 'band', cells: [section.number, `${section.title}${section.gate ? ' (*)' : ''}`] },
      ...data.map((one, i): Row => ({
        cells: [
          String(i + 1),
          one.field.label,
          one.field.unit ?? UNITS[one.field.type] ?? '',
          '',
          notes(one, input.form),
        ],
      })),
    ];
  });
  const lists = sections.flatMap((section) =>
    section.fields.filter(({ field }) => field.type === 'list').map((one) => listTable(section, one)),
  );
  return {
    title: 'Biểu số liệu',
    subtitle: input.form.title,
    body:
      table({
        columns: COLUMNS,
        head: headRow('TT', 'Nội dung', 'Đơn vị tính', 'Số liệu', 'Ghi chú'),
        rows,
      }) +
      paragraph(
        'GhiChuBang',
        '(*) Trong kỳ không phát sinh nội dung này: ghi “không phát sinh”, không phải nhập số liệu của mục.',
      ) +
      lists.join(''),
  };
};
