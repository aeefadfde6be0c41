import { fold, formatDate, formatNumber, groupedRows, publishedRows, type UnitRow } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { NO_DATA } from '../figures.ts';
import type { ChosenRow, ConsolidatedReportInput } from './input.ts';

const MOST_HIGHLIGHTS = 20;

const chosen = (rows: readonly UnitRow[], picks: readonly ChosenRow[] | undefined): readonly UnitRow[] => {
  const day = ({ row }: UnitRow): string => String(row['date'] ?? '');
  const byDate = rows.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  const kept =
    picks === undefined
      ? byDate
      : byDate.filter(({ unit, row }) => picks.some((pick) => pick.unit === unit && pick.row === row.id));
  return kept.slice(0, MOST_HIGHLIGHTS);
};

/** IV. Highlights that the desk has chosen; undefined where no unit lists any. */
export const highlightsAnnex = ({ consolidation, form, highlights }: ConsolidatedReportInput): Annex | undefined => {
  const rows = chosen(publishedRows({ form, consolidation, field: 'event-list' }), highlights);
  if (rows.length === 0) return undefined;
  return {
    title: 'Hoạt động, sự kiện tiêu biểu',
    body: table({
      columns: [figureColumn(12), figureColumn(25), textColumn(63), textColumn(43), figureColumn(22)],
      head: headRow('TT', 'Thời gian', 'Tên hoạt động', 'Đơn vị thực hiện', 'Lượt người'),
      rows: rows.map(({ name, row }, i): Row => ({
        cells: [
          String(i + 1),
          typeof row['date'] === 'string' ? formatDate(row['date']) : '',
          String(row['name'] ?? ''),
          name,
          typeof row['participants'] === 'number' ? formatNumber(row['participants']) : NO_DATA,
        ],
      })),
    }),
  };
};

/** VI. Proposals by level, each once with how many units made it; undefined where there are none. */
export const proposalsAnnex = ({ consolidation, form, opinions = {} }: ConsolidatedReportInput): Annex | undefined => {
  const levels = groupedRows({ form, consolidation, field: 'proposals' });
  const list = levels.flatMap(({ label, rows }) => {
    const byWords = new Map<string, { readonly content: string; readonly units: Set<string> }>();
    for (const { unit, row } of rows) {
      const content = fold(String(row['content'] ?? ''));
      const key = content.toLocaleLowerCase('vi');
      const known = byWords.get(key) ?? { content, units: new Set() };
      known.units.add(unit);
      byWords.set(key, known);
    }
    return [...byWords.values()]
      .toSorted((a, b) => b.units.size - a.units.size)
      .map(({ content, units }) => ({ content, units, label }));
  });
  if (list.length === 0) return undefined;
  return {
    title: 'Tổng hợp kiến nghị, đề xuất',
    body: table({
      columns: [figureColumn(12), textColumn(66), figureColumn(21), textColumn(31), textColumn(35)],
      head: headRow('TT', 'Nội dung', 'Số đơn vị kiến nghị', 'Cấp giải quyết', 'Ý kiến của cơ quan tổng hợp'),
      rows: list.map(({ content, label, units }, i): Row => ({
        cells: [String(i + 1), content, formatNumber(units.size), label, opinions[content] ?? ''],
      })),
    }),
  };
};
