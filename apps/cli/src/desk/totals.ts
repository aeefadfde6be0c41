import {
  formatCoverage,
  formatMillions,
  formatNumber,
  holdsMoney,
  proseCount,
  type Consolidation,
  type FieldTotal,
  type Form,
  type TotalValue,
} from '@dondoc/core';
import { figureCell, labelsOf, type Labels } from '@dondoc/server';
import { table } from '../print/table.ts';

/** As much of a field's total as tables tell, as core gives it or as it came in JSON. */
interface Figure extends Pick<FieldTotal, 'field' | 'label' | 'type' | 'coverage'> {
  readonly unit?: string | undefined;
  readonly total?: TotalValue | undefined;
  readonly yearBefore?: { readonly total: TotalValue } | undefined;
}

/** As much of a consolidation as its tables tell. */
interface Figures extends Pick<Consolidation, 'coverage'> {
  readonly totals: readonly Figure[];
}

const isMoney = ({ type, unit }: Figure): boolean => holdsMoney({ type, ...(unit === undefined ? {} : { unit }) });

/** Writes a total in figures, as in a table; '–' where no unit answered. */
function figure(total: TotalValue | undefined, one: Figure, labels: Labels): string {
  if (total?.is === 'number') return isMoney(one) ? formatMillions(total.value) : formatNumber(total.value);
  if (total?.is === 'listed') return `${formatNumber(total.count)} mục`;
  return String(figureCell(total, { field: one.field, type: one.type }, labels));
}

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

/** Says over how many units the figures run. */
export const coverageWords = ({ coverage }: Pick<Consolidation, 'coverage'>): string =>
  `Số liệu tổng hợp từ ${formatCoverage(coverage.received, coverage.expected)}${coverage.nothing > 0 ? `, trong đó ${proseCount(coverage.nothing)} đơn vị báo cáo không phát sinh` : ''}.`;
