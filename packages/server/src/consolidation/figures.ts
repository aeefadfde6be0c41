import {
  formatNumber,
  formatPercent,
  holdsMoney,
  type Consolidation,
  type FieldTotal,
  type Form,
  type TotalValue,
} from '@dondoc/core';
import { csv, type CsvCell } from '../http/csv.ts';

/** What a choice is called, by field and choice. */
export type Labels = ReadonlyMap<string, string>;

/** Gives the words of a form's choices. */
export const labelsOf = (form: Form): Labels =>
  new Map(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ id, choices = [] }) => choices.map((choice) => [`${id}/${choice.id}`, choice.label] as const)),
    ),
  );

/** What of a field its figures are told by. */
type Figure = Pick<FieldTotal, 'field' | 'type' | 'unit'>;

// Money is kept in đồng and told in triệu đồng, as its unit of measure says.
const scaled = (value: number, field: Figure): number => (holdsMoney(field) ? value / 1_000_000 : value);

/** Writes a total for a spreadsheet: a number stays a number; '–' where no unit answered. */
export const figureCell = (total: TotalValue | undefined, one: Figure, labels: Labels): CsvCell => {
  if (total === undefined) return '–';
  switch (total.is) {
    case 'number':
      return scaled(total.value, one);
    // With its percentage: '6/7' alone is a date to Excel.
    case 'ratio':
      return `${formatNumber(total.part)}/${formatNumber(total.whole)} (${formatPercent(total.part, total.whole)})`;
    case 'share':
      return `${formatNumber(total.yes)}/${formatNumber(total.of)} (${formatPercent(total.yes, total.of)})`;
    case 'choices':
      return Object.entries(total.counts)
        .map(([choice, count]) => `${labels.get(`${one.field}/${choice}`) ?? choice}: ${formatNumber(count)}`)
        .join('; ');
    case 'listed':
      return total.count;
  }
};

/** Writes the figures for a spreadsheet, a row each: annexes I and II of the report in one sheet. */
export const figuresCsv = (consolidation: Consolidation, form: Form): string => {
  const labels = labelsOf(form);
  const numberOf = new Map(consolidation.sections.map(({ section, number }) => [section, number]));
  const heading = [
    'Mục',
    'Mã',
    'Nội dung',
    'Đơn vị tính',
    'Kỳ báo cáo',
    'Cùng kỳ năm trước',
    'Tăng (+)/giảm (-)',
  ].concat(
    form.kindGroups.map(({ label }) => label),
    ['Số đơn vị có số liệu', 'Số đơn vị phải báo cáo'],
  );
  const rows = consolidation.totals
    .filter(({ total }) => total?.is !== 'listed')
    .map((one): readonly CsvCell[] => {
      const change = one.yearBefore?.change;
      const cells: CsvCell[] = [
        numberOf.get(one.section) ?? '',
        one.field,
        one.label,
        one.unit ?? '',
        figureCell(one.total, one, labels),
        figureCell(one.yearBefore?.total, one, labels),
        change === undefined ? '' : scaled(change, one),
      ];
      return cells.concat(
        form.kindGroups.map(({ id }) => figureCell(one.groups.find(({ group }) => group === id)?.total, one, labels)),
        one.coverage.answered,
        one.coverage.of,
      );
    });
  return csv([heading, ...rows]);
};
