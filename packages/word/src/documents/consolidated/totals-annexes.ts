import { periodInSentence, type Field, type FieldTotal, type Form, type TotalValue } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, fittedWidth, headRow, table, textColumn, type Column, type Row } from '../../blocks/table.ts';
import { textWidth } from '../../layout/nd30-2020.ts';
import { paragraph, type Markup } from '../../package/markup.ts';
import { isSchool } from '../addressing.ts';
import { changeText, NO_DATA, NOT_APPLICABLE, totalText, type Shown } from '../figures.ts';
import { bareTitle, inSentence } from '../words.ts';
import type { ConsolidatedReportInput } from './input.ts';

const FIGURES = new Set(['sum', 'latest-sum', 'share', 'count-per-choice', 'ratio']);
/** Says of a total whether it is a figure, not a list of what single units gave. */
export const isFigure = ({ across }: FieldTotal): boolean => FIGURES.has(across);

/** Every field of a form by its id. */
export const fieldsById = (form: Form): ReadonlyMap<string, Field> =>
  new Map(form.sections.flatMap(({ fields }) => fields.map((field) => [field.id, field])));

const unitOf = ({ unit, across }: FieldTotal): string =>
  unit ?? (across === 'share' || across === 'count-per-choice' ? 'đơn vị' : '');

type Cells = (one: FieldTotal, field: Shown) => readonly string[];

/** One total of one choice: 'Trường đạt chuẩn quốc gia: Mức độ 1' counts its units like any other figure. */
const ofChoice = (one: FieldTotal, { id, label }: { id: string; label: string }): FieldTotal => {
  const count = (total: TotalValue | undefined): { readonly total?: TotalValue } =>
    total?.is === 'choices' ? { total: { is: 'number', value: total.counts[id] ?? 0 } } : {};
  const { total, yearBefore, previous: _, groups, ...rest } = one;
  const before = count(yearBefore?.total).total;
  const now = count(total).total;
  return {
    ...rest,
    label: `${one.label}: ${inSentence(label)}`,
    ...count(total),
    ...(yearBefore === undefined || before?.is !== 'number'
      ? {}
      : {
          yearBefore: {
            total: before,
            coverage: yearBefore.coverage,
            ...(now?.is === 'number' ? { change: now.value - before.value } : {}),
          },
        }),
    groups: groups.map((column) =>
      Object.assign({ group: column.group, coverage: column.coverage }, count(column.total)),
    ),
  };
};

/** Figures by section, a band over each: the rows that annexes I and II share. */
const bySection = (
  { consolidation, form }: ConsolidatedReportInput,
  { cells, annex }: { cells: Cells; annex: boolean },
): readonly Row[] => {
  const fields = fieldsById(form);
  return form.sections
    .filter((section) => section.annex === annex)
    .flatMap(({ id, number, title }): Row[] => {
      const figures = consolidation.totals
        .filter((one) => one.section === id && isFigure(one))
        .flatMap((one) =>
          one.across === 'count-per-choice'
            ? (fields.get(one.field)?.choices ?? []).map((choice) => ofChoice(one, choice))
            : [one],
        );
      if (figures.length === 0) return [];
      const band: Row = { kind: 'band', cells: [number, bareTitle(title)] };
      return [
        band,
        figures.map((one, i): Row => ({
          cells: [String(i + 1), one.label, unitOf(one)].concat(cells(one, fields.get(one.field) ?? one)),
        })),
      ].flat();
    });
};

// As narrow as figures and heads allow: the rest of the page is the label's, which wraps the least then. Millimetres.
const NUMBER = 11.5;
const FIGURE = [14, 20] as const;
const LEAST_LABEL = 59;

const HEADS = ['Đơn vị tính', 'Kỳ báo cáo', 'Cùng kỳ năm trước', 'Tăng (+)/ giảm (−)', 'Số đơn vị có số liệu'] as const;
const REMARKS = 11;

const columnsOf = (widths: readonly number[]): readonly Column[] => [
  figureColumn(NUMBER),
  textColumn(textWidth(false) - NUMBER - widths.reduce((sum, width) => sum + width, 0)),
  ...widths.map(figureColumn),
];

/** The cells of one column after number and label; a band has none. */
const cellsOf = (rows: readonly Row[], column: number): readonly string[] =>
  rows.flatMap(({ kind, cells }) => (kind === undefined ? [cells[column + 2] ?? ''] : []));

const topic = ({ form }: ConsolidatedReportInput): string =>
  form.title.replace(/^(?:kết quả\s+)?(?:thực hiện\s+)?(?:hoạt động\s+)?/iu, '');

/** I. Every figure, against the same period of the year before. */
export const totalsAnnex = (input: ConsolidatedReportInput): Annex => {
  const { consolidation } = input;
  const compared = consolidation.totals.some(({ yearBefore }) => yearBefore !== undefined);
  const rows = bySection(input, {
    annex: false,
    cells: (one, field) => [
      one.coverage.of === 0 ? NOT_APPLICABLE : totalText(one.total, field),
      one.yearBefore === undefined ? (compared ? NO_DATA : '') : totalText(one.yearBefore.total, field),
      changeText(one.yearBefore?.change, field),
      `${one.coverage.answered}/${one.coverage.of}`,
      '',
    ],
  });
  const widths = HEADS.map((head, i) => fittedWidth({ head, cells: cellsOf(rows, i) }, FIGURE));
  return {
    title: `Tổng hợp kết quả hoạt động ${topic(input)} ${periodInSentence(consolidation.period)}`,
    body:
      table({ columns: columnsOf([...widths, REMARKS]), head: headRow('TT', 'Nội dung', ...HEADS, 'Ghi chú'), rows }) +
      (compared ? '' : paragraph('GhiChuBang', 'Ghi chú: chưa có số liệu cùng kỳ năm trước để so sánh.')),
  };
};

/** Figures by group of units, of the text's sections or of those that are annexes. */
export const groupedTable = (input: ConsolidatedReportInput, { annex }: { annex: boolean }): Markup => {
  const groups = [...input.form.kindGroups.map(({ label }) => label), 'Tổng cộng'];
  const rows = bySection(input, {
    annex,
    cells: (one, field) =>
      [...one.groups, one].map(({ total, coverage }) => (coverage.of === 0 ? NOT_APPLICABLE : totalText(total, field))),
  });
  const unit = fittedWidth({ head: HEADS[0], cells: cellsOf(rows, 0) }, FIGURE);
  const fitted = groups.map((head, i) => fittedWidth({ head, cells: cellsOf(rows, i + 1) }, FIGURE));
  const each = Math.min(Math.max(...fitted), (textWidth(false) - NUMBER - unit - LEAST_LABEL) / groups.length);
  return table({
    columns: columnsOf([unit, ...groups.map(() => each)]),
    head: headRow('TT', 'Nội dung', HEADS[0], ...groups),
    rows,
  });
};

/** II. The same figures by group of units: levels of education where all are schools. */
export const groupsAnnex = (input: ConsolidatedReportInput): Annex => ({
  title: input.form.kindGroups.every(({ kinds }) => kinds.every(isSchool))
    ? 'Kết quả theo cấp học'
    : 'Kết quả theo loại đơn vị',
  body: groupedTable(input, { annex: false }),
});
