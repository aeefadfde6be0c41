import {
  formatCoverage,
  formatMillions,
  formatNumber,
  formatPercent,
  holdsMoney,
  proseCount,
  type Consolidation,
  type FieldTotal,
  type Form,
  type TotalValue,
} from '@dondoc/core';
import { csv, type CsvCell } from '../print/csv.ts';
import { table } from '../print/table.ts';

/** As much of a field's total as tables tell, as core gives it or as it came in JSON. */
interface Figure extends Pick<FieldTotal, 'field' | 'section' | 'label' | 'type' | 'coverage'> {
  readonly unit?: string | undefined;
  readonly total?: TotalValue | undefined;
  readonly groups: readonly { readonly group: string; readonly total?: TotalValue | undefined }[];
  readonly yearBefore?: { readonly total: TotalValue; readonly change?: number | undefined } | undefined;
}

/** As much of a consolidation as its tables tell. */
interface Figures extends Pick<Consolidation, 'coverage'> {
  readonly sections: readonly Pick<Consolidation['sections'][number], 'section' | 'number'>[];
  readonly totals: readonly Figure[];
}

/** What a choice is called, by field and choice. */
type Labels = ReadonlyMap<string, string>;

const labelsOf = (form: Form): Labels =>
  new Map(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ id, choices = [] }) => choices.map((choice) => [`${id}/${choice.id}`, choice.label] as const)),
    ),
  );

const isMoney = ({ type, unit }: Figure): boolean => holdsMoney({ type, ...(unit === undefined ? {} : { unit }) });

/** Writes a total in figures, as in a table; '–' where no unit answered. */
function figure(total: TotalValue | undefined, one: Figure, labels: Labels): string {
  if (total === undefined) return '–';
  switch (total.is) {
    case 'number':
      return isMoney(one) ? formatMillions(total.value) : formatNumber(total.value);
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
      return `${formatNumber(total.count)} mục`;
  }
}

// Money is kept in đồng and told in triệu đồng, as its unit of measure says.
const scaled = (value: number, field: Figure): number => (isMoney(field) ? value / 1_000_000 : value);

/** A number stays a number for a spreadsheet. */
const cell = (total: TotalValue | undefined, one: Figure, labels: Labels): CsvCell =>
  total?.is === 'number' ? scaled(total.value, one) : figure(total, one, labels);

const figures = (consolidation: Figures): readonly Figure[] =>
  consolidation.totals.filter(({ total }) => total?.is !== 'listed');

/** Draws the totals for a person at a terminal. */
export function totalsTable(consolidation: Figures, form: Form, columns: number): string {
  const labels = labelsOf(form);
  return table(
    [
      { title: 'Nội dung', least: 30 },
      { title: 'ĐVT' },
      { title: 'Kỳ báo cáo', align: 'right', least: 14 },
      { title: 'Cùng kỳ năm trước', align: 'right', least: 14 },
      { title: 'Số đơn vị có số liệu', align: 'right' },
    ],
    figures(consolidation).map((one) => [
      one.label,
      one.unit ?? '',
      figure(one.total, one, labels),
      figure(one.yearBefore?.total, one, labels),
      `${String(one.coverage.answered)}/${String(one.coverage.of)}`,
    ]),
    columns,
  );
}

/** Writes the totals for a spreadsheet: annexes I and II of the report in one sheet. */
export function totalsCsv(consolidation: Figures, form: Form): string {
  const labels = labelsOf(form);
  const numberOf = new Map(consolidation.sections.map(({ section, number }) => [section, number]));
  const groups = form.kindGroups.map(({ label }) => label);
  const heading = [
    'Mục',
    'Mã',
    'Nội dung',
    'Đơn vị tính',
    'Kỳ báo cáo',
    'Cùng kỳ năm trước',
    'Tăng (+)/giảm (-)',
  ].concat(groups, ['Số đơn vị có số liệu', 'Số đơn vị phải báo cáo']);
  const rows = figures(consolidation).map((one): readonly CsvCell[] => {
    const change = one.yearBefore?.change;
    const first: CsvCell[] = [
      numberOf.get(one.section) ?? '',
      one.field,
      one.label,
      one.unit ?? '',
      cell(one.total, one, labels),
      cell(one.yearBefore?.total, one, labels),
    ];
    const byGroup = form.kindGroups.map(({ id }) =>
      cell(one.groups.find(({ group }) => group === id)?.total, one, labels),
    );
    return first.concat(
      change === undefined ? '' : scaled(change, one),
      byGroup,
      one.coverage.answered,
      one.coverage.of,
    );
  });
  return csv([heading, ...rows]);
}

/** Says over how many units the figures run. */
export const coverageWords = ({ coverage }: Pick<Consolidation, 'coverage'>): string =>
  `Số liệu tổng hợp từ ${formatCoverage(coverage.received, coverage.expected)}${coverage.nothing > 0 ? `, trong đó ${proseCount(coverage.nothing)} đơn vị báo cáo không phát sinh` : ''}.`;
