export interface CsvRow {
  readonly cells: readonly string[];
  /** Line on which the row begins, from 1. */
  readonly line: number;
}

export type CsvTable =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number };

const SEPARATORS = [';', ',', '\t'] as const;

/** Tells the separator: the one that stands most often outside quotes in the first lines, which may hold a title. */
export function separatorOf(text: string): string {
  const first = text
    .slice(0, 4000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n/, 10);
  const most = (separator: string) => Math.max(...first.map((line) => line.split(separator).length));
  return SEPARATORS.reduce<string>((best, one) => (most(one) > most(best) ? one : best), ',');
}

/** Reads CSV (RFC 4180) with `,`, `;` or tabs between cells; blank rows are left out. Fails at a quote never closed. */
export function parseCsv(text: string): CsvTable {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  let opened = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== ''))
      rows.push({ cells: cells.map((one) => one.trim().normalize('NFC')), line: start });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '\n') line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      opened = line;
      cell = '';
    } else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') {
      endRow();
      start = line;
    } else if (letter !== '\r') cell += letter;
  }
  if (quoted) return { ok: false, line: opened };
  endRow();
  return { ok: true, rows };
}
