import { pad, widthOf, wrap } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be broken into lines where the terminal is narrow; never below this many cells. */
  readonly least?: number;
}

const GAP = '  ';

/**
 * Draws a table of plain text, aligned by terminal cells, at most `columns` cells wide where the columns that may be
 * broken allow it. Cells stand in lines of their own; nothing is cut.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], most = 120): string {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => Math.max(...(row[index] ?? '').split('\n').map(widthOf)))),
  );
  let over = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1) - most;
  // The widest column that may be broken gives way first.
  while (over > 0) {
    let widest = -1;
    for (const [index, column] of columns.entries()) {
      const least = Math.max(column.least ?? Infinity, widthOf(column.title));
      if ((widths[index] ?? 0) > least && (widest < 0 || (widths[index] ?? 0) > (widths[widest] ?? 0))) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  const draw = (cells: readonly string[]): string[] => {
    const broken = columns.map((_, index) => wrap(cells[index] ?? '', Math.max(1, widths[index] ?? 1)));
    const height = Math.max(...broken.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((column, index) => pad(broken[index]?.[line] ?? '', widths[index] ?? 0, column.align))
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [...draw(columns.map((column) => column.title)), rule, ...rows.flatMap(draw)].join('\n') + '\n';
}
