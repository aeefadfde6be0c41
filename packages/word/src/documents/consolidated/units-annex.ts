import { reportRowsByUnit } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { measure } from '../../layout/metrics.ts';
import { textWidth } from '../../layout/nd30-2020.ts';
import { paragraph } from '../../package/markup.ts';
import { LEFT_BLANK, NO_DATA, sourceText, totalText, type Shown } from '../figures.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById } from './totals-annexes.ts';

// Millimetres.
const NUMBER = 9;
const BESIDE = 6;

const NO_FIELD: Shown = { type: 'count' };

// Said only where a sheet has such a cell: what else stands in it speaks for itself.
const LEGEND = `Ghi chú: “${LEFT_BLANK}”: đơn vị đã gửi báo cáo nhưng chưa ghi số liệu này; “${NO_DATA}”: đơn vị chưa gửi báo cáo.`;

const words = (text: string): string => ` ${text.toLocaleLowerCase('vi').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** A column's head: its label, with the unit of measure where the label does not name it already ('Lượt người tham dự'). */
const headOf = ({ label, unit }: { readonly label: string; readonly unit?: string }): string =>
  unit === undefined || words(label).includes(words(unit)) ? label : `${label} (${unit})`;

/** III. The chosen figures of every unit, in sheets, on turned pages; undefined where the report asks none of them. */
export const unitsAnnex = ({ consolidation, form }: ConsolidatedReportInput): Annex | undefined => {
  const fields = fieldsById(form);
  const width = textWidth(true);
  // Each name on one line, unless it is very long: what is left makes the heads of the figures lower.
  const longest = consolidation.units.map(({ name }) => measure(name, { size: 10, bold: false }));
  const name = Math.min(70, Math.max(45, ...longest.map((one) => one + BESIDE)));
  const asked = form.unitSheets
    .map(({ title, fields: ids }) => ({ title, ...reportRowsByUnit(consolidation, ids) }))
    .filter(({ columns }) => columns.length > 0);
  if (asked.length === 0) return undefined;
  const sheets = asked.map(({ title, columns, rows, totals }, sheet) => {
    const described = columns.map((column) => fields.get(column.field) ?? column);
    const each = (width - NUMBER - name) / Math.max(1, columns.length);
    return (
      paragraph(sheet === 0 ? 'BangTenDau' : 'BangTenTrangMoi', `Biểu ${sheet + 1}. ${title}`) +
      table({
        columns: [figureColumn(NUMBER), textColumn(name), ...columns.map(() => figureColumn(each))],
        head: headRow('TT', 'Đơn vị', ...columns.map(headOf)),
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
        set: 'tight',
      }) +
      (rows.some(({ cells }) => cells.some(({ state }) => state === 'blank')) ? paragraph('GhiChuBangHep', LEGEND) : '')
    );
  });
  return { title: 'Kết quả theo đơn vị', turned: true, named: true, body: sheets.join('') };
};
