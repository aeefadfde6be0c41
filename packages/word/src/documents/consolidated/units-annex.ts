import { reportRowsByUnit, type FieldSource } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { textWidth } from '../../layout/nd30-2020.ts';
import { paragraph } from '../../package/markup.ts';
import { answerText, NO_DATA, NOT_APPLICABLE, totalText, type Shown } from '../figures.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById } from './totals-annexes.ts';

const NO_FIELD: Shown = { type: 'count' };

const sourceText = (source: FieldSource, field: Shown): string => {
  switch (source.state) {
    case 'not-applicable':
      return NOT_APPLICABLE;
    case 'nothing':
      return '0';
    case 'value':
      return answerText(source.value, field);
    case 'blank':
    case 'missing':
      return NO_DATA;
  }
};

/** III. The chosen figures of every unit, in sheets, on turned pages. */
export const unitsAnnex = ({ consolidation, form }: ConsolidatedReportInput): Annex => {
  const fields = fieldsById(form);
  const width = textWidth(true);
  const sheets = form.unitSheets.map(({ title, fields: ids }, sheet) => {
    const { columns, rows, totals } = reportRowsByUnit(consolidation, ids);
    const described = columns.map((column) => fields.get(column.field) ?? column);
    const name = columns.length > 7 ? 57 : 62;
    const each = (width - 10 - name) / Math.max(1, columns.length);
    return (
      paragraph(sheet === 0 ? 'BangTen' : 'BangTenTrangMoi', `Biểu ${sheet + 1}. ${title}`) +
      table({
        columns: [figureColumn(10), textColumn(name), ...columns.map(() => figureColumn(each))],
        head: headRow(
          'TT',
          'Đơn vị',
          ...columns.map(({ label, unit }) => `${label}${unit === undefined ? '' : ` (${unit})`}`),
        ),
        rows: [
          ...rows.map(({ name: unit, state, cells }, i): Row => ({
            cells: [
              String(i + 1),
              unit,
              ...(state === 'missing'
                ? [NO_DATA]
                : cells.map((source, at) => sourceText(source, described[at] ?? NO_FIELD))),
            ],
          })),
          {
            kind: 'total',
            cells: ['', 'Tổng cộng', ...totals.map((total, at) => totalText(total, described[at] ?? NO_FIELD))],
          },
        ],
        narrow: true,
      })
    );
  });
  return { title: 'Kết quả theo đơn vị', turned: true, body: sheets.join('') };
};
