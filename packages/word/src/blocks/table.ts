import { measure } from '../layout/metrics.ts';
import type { StyleId } from '../layout/styles.ts';
import { paragraph, twips, type Markup } from '../package/markup.ts';

/** A cell of a table's head; `columns` and `rows` it spans. */
export interface HeadCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Column {
  /** Millimetres. */
  readonly width: number;
  readonly align: 'text' | 'figure';
}

/** A column of words, aligned left. Millimetres. */
export const textColumn = (width: number): Column => ({ width, align: 'text' });
/** A column of figures, centred. Millimetres. */
export const figureColumn = (width: number): Column => ({ width, align: 'figure' });
/** A head of one row. */
export const headRow = (...texts: readonly string[]): readonly (readonly HeadCell[])[] => [
  texts.map((text) => ({ text })),
];

// Room beside the letters of a cell: its margins and a little for letters wider than measured. Millimetres.
const BESIDE = 3.2;

/**
 * Gives the least width in millimetres at which no word of a column's head or cells is broken, within the bounds given.
 * `narrow`: in the smaller letters of such a table.
 */
export const fittedWidth = (
  { head, cells, narrow = false }: { head: string; cells: readonly string[]; narrow?: boolean },
  [least, most]: readonly [number, number],
): number => {
  const smaller = narrow ? 2 : 0;
  const widest = (texts: readonly string[], set: { size: number; bold: boolean }): number =>
    Math.max(0, ...texts.flatMap((text) => text.split(/\s+/u).map((word) => measure(word, set))));
  const needed = Math.max(
    widest([head], { size: 11 - smaller, bold: true }),
    widest(cells, { size: 12 - smaller, bold: false }),
  );
  return Math.min(most, Math.max(least, Math.ceil(needed + BESIDE)));
};

/** A row: one string for each column; of a shorter row the last cell runs to its end. `total` and `band` are bold. */
export interface Row {
  readonly kind?: 'total' | 'band';
  readonly cells: readonly string[];
}

export interface TableInput {
  readonly columns: readonly Column[];
  /** Rows of the head, repeated on every page. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly Row[];
  /** `narrow`: smaller letters, for many columns; `tight`: no room above and below them either, for many rows. */
  readonly set?: 'wide' | 'narrow' | 'tight';
  /** Rows may be longer than a page and go on on the next one; default: no row is split. */
  readonly tall?: boolean;
}

const SETS = {
  wide: {
    head: 'BangTieuDe',
    text: 'BangChu',
    figure: 'BangSo',
    total: 'BangCong',
    band: 'BangNhom',
    bandFigure: 'BangNhomSo',
  },
  narrow: {
    head: 'BangHepTieuDe',
    text: 'BangHepChu',
    figure: 'BangHepSo',
    total: 'BangHepCong',
    band: 'BangHepCong',
    bandFigure: 'BangHepCong',
  },
  tight: {
    head: 'BangKhitTieuDe',
    text: 'BangKhitChu',
    figure: 'BangKhitSo',
    total: 'BangKhitCong',
    band: 'BangKhitCong',
    bandFigure: 'BangKhitCong',
  },
} as const satisfies Record<string, Record<string, StyleId>>;

const CENTRED = '<w:vAlign w:val="center"/>';

const headRows = (
  head: TableInput['head'],
  { columns, style }: { columns: readonly Column[]; style: StyleId },
): Markup => {
  // Columns still covered by a cell from a row above, by index.
  const covered = columns.map(() => 0);
  return head
    .map((cells) => {
      const queue = [...cells];
      let markup = '';
      for (let i = 0; i < columns.length;) {
        const rest = covered[i] ?? 0;
        if (rest > 0) {
          covered[i] = rest - 1;
          markup += `<w:tc><w:tcPr><w:tcW w:w="${twips(columns[i]?.width ?? 0)}" w:type="dxa"/><w:vMerge/>${CENTRED}</w:tcPr>${paragraph(style, '')}</w:tc>`;
          i += 1;
          continue;
        }
        const cell = queue.shift() ?? { text: '' };
        const span = cell.columns ?? 1;
        const width = columns.slice(i, i + span).reduce((sum, one) => sum + twips(one.width), 0);
        const merged = (cell.rows ?? 1) > 1;
        if (merged) for (let j = i; j < i + span; j += 1) covered[j] = (cell.rows ?? 1) - 1;
        markup += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merged ? '<w:vMerge w:val="restart"/>' : ''}${CENTRED}</w:tcPr>${paragraph(style, cell.text)}</w:tc>`;
        i += span;
      }
      return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${markup}</w:tr>`;
    })
    .join('');
};

/** Writes a ruled table: its head repeats on every page, no row is split between pages unless it may be `tall`. */
export const table = ({ columns, head, rows, set: chosen = 'wide', tall = false }: TableInput): Markup => {
  const set = SETS[chosen];
  // Made once for each column, not for each cell: a report by unit has thousands of cells.
  const properties = columns.map(
    ({ width }) => `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${CENTRED}</w:tcPr>`,
  );
  const plain = columns.map(({ align }) => (align === 'text' ? set.text : set.figure));
  const totals = columns.map(({ align }) => (align === 'text' ? set.band : set.total));
  const bands = columns.map(({ align }) => (align === 'text' ? set.band : set.bandFigure));
  const total = columns.reduce((sum, one) => sum + twips(one.width), 0);
  let body = '';
  for (const { kind, cells } of rows) {
    const cellStyles = kind === undefined ? plain : kind === 'band' ? bands : totals;
    body += tall ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
    for (let i = 0; i < cells.length; i += 1) {
      const style = cellStyles[i] ?? set.text;
      if (i === cells.length - 1 && cells.length < columns.length) {
        const width = columns.slice(i).reduce((sum, one) => sum + twips(one.width), 0);
        body += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${columns.length - i}"/>${CENTRED}</w:tcPr>${paragraph(kind === undefined ? set.figure : set.band, cells[i] ?? '')}</w:tc>`;
      } else body += `${properties[i] ?? ''}${paragraph(style, cells[i] ?? '')}</w:tc>`;
    }
    body += '</w:tr>';
  }
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="BangKe"/><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${columns.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>` +
    `${headRows(head, { columns, style: set.head })}${body}</w:tbl>`
  );
};
