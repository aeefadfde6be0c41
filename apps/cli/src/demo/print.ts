import { channelWords, formatDate, rates, timelinessWords } from '@dondoc/core';
import type { BoardRow } from '../desk/board.ts';
import type { LocatedFinding } from '../files/source.ts';
import { table } from '../print/table.ts';
import { describe } from '../text/rules.ts';

/** Draws findings one to a line: how grave, where, what. */
export function findingTable(findings: readonly LocatedFinding[], columns: number): string {
  return table(
    [{ title: 'Mức' }, { title: 'Dòng', align: 'right' }, { title: 'Điểm cần xem lại', least: 40 }],
    findings.map((finding) => {
      const { label, message } = describe(finding);
      return [label, String(finding.line ?? ''), message];
    }),
    columns,
  );
}

/** Draws the board: units and their states, and under it the rates. */
export function boardTable(rows: readonly BoardRow[], columns: number): string {
  const lines = rows.map(({ name, badge, facts, status, obligation }, index) => [
    String(index + 1),
    obligation.covers.length === 0 ? name : `${name} (gồm đơn vị đã sáp nhập)`,
    // A report that came is told by its timeliness: the way it came has a column of its own.
    capitalised(timelinessWords(status.timeliness) ?? badge.desk),
    facts.firstArrival === undefined ? '' : formatDate(facts.firstArrival.day),
    facts.recorded === undefined ? '' : channelWords[facts.recorded.channel],
  ]);
  const columnsOf = [
    { title: 'TT', align: 'right' as const },
    { title: 'Đơn vị', least: 24 },
    { title: 'Tình trạng', least: 20 },
    { title: 'Ngày nhận' },
    { title: 'Hình thức' },
  ];
  const drawn = table(columnsOf, lines, columns);
  const counted = rates(rows);
  return `${drawn}Phải gửi ${String(counted.expected)} · Đã nhận ${String(counted.received)} · Đúng hạn ${String(counted.onTime)} · Chậm ${String(counted.late)} · Chưa gửi ${String(counted.missing)}\n`;
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
