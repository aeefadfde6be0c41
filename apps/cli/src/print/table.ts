import { pad, widthOf, wrap } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be broken into lines where the terminal is narrow; never below this many cells. */
  readonly least?: number;
}

const GAP = '  ';

/** Below so many cells a table that does not fit is drawn as a list: wider ones are scrolled or printed. */
const NARROW = 100;
const LEAST_CELLS = 20;
const USUAL_CELLS = 120;
/** How much of its `least` a column keeps where the terminal is narrower still. */
const SQUEEZED = 0.6;

/**
 * Draws a table of plain text, aligned by terminal cells, at most `columns` cells wide where the columns that may be
 * broken allow it; on a terminal too narrow for that a list, each row with the titles before its cells. Cells stand in
 * lines of their own; nothing is cut.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], cells = USUAL_CELLS): string {
  // Some terminals say that they are nothing wide.
  const most = cells > 0 ? Math.max(LEAST_CELLS, cells) : USUAL_CELLS;
  const whole = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => Math.max(...(row[index] ?? '').split('\n').map(widthOf)))),
  );
  const eased = shrink(columns, whole, { most, share: 1 });
  const widths = excess(eased, most) > 0 ? shrink(columns, eased, { most, share: SQUEEZED }) : eased;
  if (excess(widths, most) > 0 && most < NARROW && columns.length > 1) return asList(columns, rows, most);
  const draw = (row: readonly string[]): string[] => {
    const broken = columns.map((_, index) => wrap(row[index] ?? '', Math.max(1, widths[index] ?? 1)));
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

const excess = (widths: readonly number[], most: number): number =>
  widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1) - most;

/** Takes from the widest column that may be broken, cell by cell, until all fit or none can give any more. */
function shrink(
  columns: readonly Column[],
  from: readonly number[],
  { most, share }: { readonly most: number; readonly share: number },
): readonly number[] {
  const widths = [...from];
  for (let over = excess(widths, most); over > 0; over -= 1) {
    let widest = -1;
    for (const [index, column] of columns.entries()) {
      const least = Math.max(Math.ceil((column.least ?? Infinity) * share), widthOf(column.title));
      if ((widths[index] ?? 0) > least && (widest < 0 || (widths[index] ?? 0) > (widths[widest] ?? 0))) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Draws a row as lines `Title: cell`, empty cells left out, rows apart. */
function asList(columns: readonly Column[], rows: readonly (readonly string[])[], most: number): string {
  const item = (row: readonly string[]): string =>
    columns
      .flatMap(({ title }, index) => {
        const text = row[index] ?? '';
        if (text === '') return [];
        return wrapWords(`${title}: ${text.replaceAll('\n', ' ')}`, most - GAP.length).map((line, at) =>
          at === 0 ? line : GAP + line,
        );
      })
      .join('\n');
  return rows.length === 0 ? '' : `${rows.map(item).join('\n\n')}\n`;
}

/** Breaks at spaces only: a path broken in two could not be copied. */
function wrapWords(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= cells) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
