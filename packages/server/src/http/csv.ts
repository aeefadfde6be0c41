export type CsvCell = string | number | undefined;

// A cell that begins so is a formula to Excel, LibreOffice and Google Sheets (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/;

const cellText = (cell: CsvCell): string => {
  if (cell === undefined) return '';
  // Numbers of our own are no danger: a negative one stays a number.
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Writes rows as CSV (RFC 4180): commas, CRLF, and a byte order mark first, without which Excel reads Vietnamese letters
 * as another code page. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const csv = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
