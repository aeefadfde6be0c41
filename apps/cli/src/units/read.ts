import { searchKey } from '@dondoc/core';
import { isSlug, slugOf } from '../files/names.ts';
import { atMost, fileFinding, placesIn, type LocatedFinding, type Read } from '../files/source.ts';
import { columnsOf, kindOf, type ColumnId } from './columns.ts';
import { parseCsv } from './csv.ts';

/** One unit as a list gives it; absent is not told by the list. */
export interface ListedUnit {
  readonly id?: string;
  readonly name: string;
  readonly kind: string;
  readonly order: number;
  readonly place?: string;
  readonly symbol?: string;
  readonly person?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly line: number;
}

// What valibot's `email` asks, near enough to say so by line; the office's own schema decides.
const EMAIL = /^[\w+-]+(?:\.[\w+-]+)*@[\da-z-]+(?:\.[\da-z-]+)*\.[a-z]{2,}$/i;

// Lists often tell in the same column who keeps the school, which is no kind.
const OWNERSHIP = /^(?:ngoai )?cong lap$|^(?:dan lap|tu thuc)$/;

/** Finds characters that no text has: YAML takes none of them. */
function controlCharacters(text: string, file: string): readonly LocatedFinding[] {
  const placeOf = placesIn(text);
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return Array.from(text.matchAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g), (match) => {
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { ...fileFinding('units.control', file, { character: `U+${code}` }), ...placeOf(match.index) };
  });
}

/** Reads a list of units from CSV; every mistake at once, each with its line. */
export function readUnits(text: string, file: string): Read<readonly ListedUnit[]> {
  if (text.trim() === '') return { ok: false, findings: [fileFinding('file.empty', file)] };
  const control = controlCharacters(text, file);
  if (control.length > 0) return { ok: false, findings: atMost(file, control, (finding) => finding) };
  const parsed = parseCsv(text);
  if (!parsed.ok)
    return { ok: false, findings: [{ ...fileFinding('units.quote', file), line: parsed.line, column: 1 }] };
  // Lists often have a title above the heading.
  const heading = parsed.rows.findIndex((row) => columnsOf(row.cells) !== undefined);
  const headingRow = parsed.rows[heading];
  const columns = headingRow === undefined ? undefined : columnsOf(headingRow.cells);
  if (columns === undefined) return { ok: false, findings: [fileFinding('units.no-header', file)] };
  const findings: LocatedFinding[] = [];
  const units: ListedUnit[] = [];
  const lineOf = new Map<string, number>();
  const lineOfId = new Map<string, number>();
  const lines = text.split(/\r?\n/);
  for (const { cells, line } of parsed.rows.slice(heading + 1)) {
    const cell = (column: ColumnId): string | undefined => {
      const words = cells[columns.get(column) ?? -1]?.replaceAll(/\s+/g, ' ');
      return words === '' ? undefined : words;
    };
    const find = (rule: string, params: Readonly<Record<string, string | number>> = {}) => {
      findings.push({ ...fileFinding(rule, file, params), line, column: 1, text: lines[line - 1] ?? '' });
    };
    const name = cell('name');
    if (name === undefined) {
      find('units.blank-name');
      continue;
    }
    const key = searchKey(name);
    const before = lineOf.get(key);
    if (before !== undefined) find('units.name-twice', { name, line: before });
    lineOf.set(key, line);
    const said = cell('kind');
    const kind = said === undefined || OWNERSHIP.test(searchKey(said)) ? kindOf(name) : kindOf(said);
    if (kind === undefined) find('units.unknown-kind', { name, kind: said ?? '' });
    const email = cell('email');
    if (email !== undefined && !EMAIL.test(email)) find('units.bad-email', { email });
    const [id, place, symbol, person, phone] = [
      cell('id'),
      cell('place'),
      cell('symbol'),
      cell('person'),
      cell('phone'),
    ];
    if (id !== undefined && !isSlug(id)) find('units.bad-id', { id, near: slugOf(id) });
    const idBefore = id === undefined ? undefined : lineOfId.get(id);
    if (id !== undefined && idBefore !== undefined) find('units.id-twice', { id, line: idBefore });
    else if (id !== undefined) lineOfId.set(id, line);
    units.push({
      name,
      kind: kind ?? 'other',
      order: Number.parseInt(cell('order') ?? '', 10) || units.length + 1,
      line,
      ...(id === undefined ? {} : { id }),
      ...(place === undefined ? {} : { place }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(person === undefined ? {} : { person }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    });
  }
  if (findings.length === 0 && units.length === 0) return { ok: false, findings: [fileFinding('units.no-rows', file)] };
  return findings.length > 0
    ? { ok: false, findings: atMost(file, findings, (finding) => finding) }
    : { ok: true, value: units, findings: [] };
}
