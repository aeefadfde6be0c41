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
type Labels = ReadonlyMap<string, string>;

const labelsOf = (form: Form): Labels =>
  new Map(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ id, choices = [] }) => choices.map((choice) => [`${id}/${choice.id}`, choice.label] as const)),
    ),
  );

// Money is kept in đồng and told in triệu đồng, as its unit of measure says.
const scaled = (value: number, field: FieldTotal): number => (holdsMoney(field) ? value / 1_000_000 : value);

/** A number stays a number for a spreadsheet; '–' where no unit answered. */
const cell = (total: TotalValue | undefined, one: FieldTotal, labels: Labels): CsvCell => {
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
        cell(one.total, one, labels),
        cell(one.yearBefore?.total, one, labels),
        change === undefined ? '' : scaled(change, one),
      ];
      return cells.concat(
        form.kindGroups.map(({ id }) => cell(one.groups.find(({ group }) => group === id)?.total, one, labels)),
        one.coverage.answered,
        one.coverage.of,
      );
    });
  return csv([heading, ...rows]);
};
