import { periodInSentence, type Field, type FieldTotal, type Form, type TotalValue } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { textWidth } from '../../layout/nd30-2020.ts';
import { paragraph, type Markup } from '../../package/markup.ts';
import { changeText, NO_DATA, NOT_APPLICABLE, totalText, type Shown } from '../figures.ts';
import { inSentence } from '../words.ts';
import type { ConsolidatedReportInput } from './input.ts';

const FIGURES = new Set(['sum', 'latest-sum', 'share', 'count-per-choice', 'ratio']);
const isFigure = ({ across }: FieldTotal): boolean => FIGURES.has(across);

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
      const band: Row = { kind: 'band', cells: [number, title.replace(/\s*\([^)]*\)$/u, '')] };
      return [
        band,
        figures.map((one, i): Row => ({
          cells: [String(i + 1), one.label, unitOf(one)].concat(cells(one, fields.get(one.field) ?? one)),
        })),
      ].flat();
    });
};

/** I. Every figure, against the same period of the year before. */
export const totalsAnnex = (input: ConsolidatedReportInput): Annex => {
  const { consolidation } = input;
  const compared = consolidation.totals.some(({ yearBefore }) => yearBefore !== undefined);
  return {
    title: `Tổng hợp kết quả hoạt động ${topic(input)} ${periodInSentence(consolidation.period)}`,
    body:
      table({
        columns: [
          figureColumn(13),
          textColumn(59),
          figureColumn(18),
          figureColumn(18),
          figureColumn(18),
          figureColumn(13),
          figureColumn(15),
          textColumn(11),
        ],
        head: headRow(
          'TT',
          'Nội dung',
          'Đơn vị tính',
          'Kỳ báo cáo',
          'Cùng kỳ năm trước',
          'Tăng (+)/ giảm (−)',
          'Số đơn vị có số liệu',
          'Ghi chú',
        ),
        rows: bySection(input, {
          annex: false,
          cells: (one, field) => [
            one.coverage.of === 0 ? NOT_APPLICABLE : totalText(one.total, field),
            one.yearBefore === undefined ? (compared ? NO_DATA : '') : totalText(one.yearBefore.total, field),
            changeText(one.yearBefore?.change, one.type),
            `${one.coverage.answered}/${one.coverage.of}`,
            '',
          ],
        }),
      }) + (compared ? '' : paragraph('GhiChuBang', 'Ghi chú: chưa có số liệu cùng kỳ năm trước để so sánh.')),
  };
};

const topic = ({ form }: ConsolidatedReportInput): string =>
  form.title.replace(/^(?:kết quả\s+)?(?:thực hiện\s+)?(?:hoạt động\s+)?/iu, '');

const GROUPED = { number: 13, label: 59, unit: 18 } as const;

/** Figures by group of units, of the text's sections or of those that are annexes. */
export const groupedTable = (input: ConsolidatedReportInput, { annex }: { annex: boolean }): Markup => {
  const { kindGroups } = input.form;
  const rest = textWidth(false) - GROUPED.number - GROUPED.label - GROUPED.unit;
  const each = rest / (kindGroups.length + 1);
  const labels = kindGroups.map(({ label }) => label);
  return table({
    columns: [
      figureColumn(GROUPED.number),
      textColumn(GROUPED.label),
      figureColumn(GROUPED.unit),
      ...kindGroups.map(() => figureColumn(each)),
      figureColumn(each),
    ],
    head: headRow('TT', 'Nội dung', 'Đơn vị tính', ...labels, 'Tổng cộng'),
    rows: bySection(input, {
      annex,
      cells: (one, field) =>
        [...one.groups, one].map(({ total, coverage }) =>
          coverage.of === 0 ? NOT_APPLICABLE : totalText(total, field),
        ),
    }),
  });
};

/** II. The same figures by group of units (cấp học). */
export const groupsAnnex = (input: ConsolidatedReportInput): Annex => ({
  title: 'Kết quả theo cấp học',
  body: groupedTable(input, { annex: false }),
});
