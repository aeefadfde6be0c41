import { RowTooLarge } from '../errors.ts';
import type { SqlValue, Statement } from '../types.ts';

/** Bytes of a row, and of a bound value: D1 holds 2,000,000, and a row has other columns and SQLite its headers. */
export const ROW_LIMIT = 1_500_000;

const encoder = new TextEncoder();

/** Counts the bytes of a text in UTF-8, at once where it is plainly short. */
export const bytesOf = (text: string, limit = ROW_LIMIT): number =>
  text.length * 3 <= limit ? text.length : encoder.encode(text).length;

/** Refuses a statement that binds more than a row may hold, whatever the database would do with it. */
export const withinLimit = (statements: readonly Statement[]): readonly Statement[] => {
  for (const { params } of statements) {
    for (const param of params) {
      const bytes = typeof param === 'string' ? bytesOf(param) : param instanceof Uint8Array ? param.length : 0;
      if (bytes > ROW_LIMIT) throw new RowTooLarge(bytes, ROW_LIMIT);
    }
  }
  return statements;
};

/**
 * Makes statements that write many rows at once: `sql` reads them from `json_each(?1)`. One statement for as many rows as
 * one bound value holds, so nearly always one. Throws `RowTooLarge` for a row that no value holds.
 */
export const bulk = (sql: string, rows: readonly object[], more: readonly SqlValue[] = []): readonly Statement[] => {
  const statements: Statement[] = [];
  let texts: string[] = [];
  let size = 2;
  const flush = () => {
    if (texts.length > 0) statements.push({ sql, params: [`[${texts.join(',')}]`, ...more] });
    texts = [];
    size = 2;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    // Not `bytesOf`: many short texts add up.
    const bytes = text.length * 3 <= 4096 ? text.length * 3 : encoder.encode(text).length;
    if (bytes + 2 > ROW_LIMIT) throw new RowTooLarge(bytes, ROW_LIMIT);
    if (size + bytes + 1 > ROW_LIMIT) flush();
    texts.push(text);
    size += bytes + 1;
  }
  flush();
  return statements;
};
