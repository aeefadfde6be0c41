import { Column, fillPlaceholders, is, SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { SqlValue, Statement } from '../types.ts';

/** Writes SQL and never runs it: a `Driver` does, so that one path serves D1 and libSQL. */
export const sqlite = drizzle(() => Promise.reject(new Error('Statements are run by a driver.')));

interface Written {
  readonly toSQL: () => { readonly sql: string; readonly params: unknown[] };
}

type Row = Readonly<Record<string, SqlValue>>;

/** A statement that is written once, when the module is loaded, and filled each time. */
export type Command = (values?: object) => Statement;

/** A command that asks: reads its rows as the columns' types say. */
export interface Query<Result> {
  readonly ask: Command;
  readonly read: (rows: readonly Row[] | undefined) => readonly Result[];
}

/** Prepares what drizzle has written; its `sql.placeholder`s are filled by name. */
export const command = (written: Written): Command => {
  const { sql, params } = written.toSQL();
  return (values = {}) =>
    // Drizzle's encoders give what SQLite takes, for the columns are of this schema; it throws for a name without a value.
    ({ sql, params: fillPlaceholders(params, { ...values }) as SqlValue[] });
};

interface Selecting<Result> extends Written {
  readonly _: { readonly selectedFields: object; readonly result: Result[] };
}

type Decoder = (value: SqlValue) => unknown;

const decoderOf = (name: string, field: unknown): readonly [name: string, column: string, decode: Decoder] => {
  if (is(field, Column)) {
    return [name, field.name, (value) => (value === null ? null : field.mapFromDriverValue(value))];
  }
  if (is(field, SQL.Aliased)) return [name, field.fieldAlias, (value) => value];
  throw new TypeError(`The field ${name} needs a name of its own in SQL.`);
};

/** Prepares a select of drizzle's with the reader of its rows, which a driver gives by column name. */
export const query = <Result>(select: Selecting<Result>): Query<Result> => {
  const decoders = Object.entries(select._.selectedFields).map(([name, field]) => decoderOf(name, field));
  return {
    ask: command(select),
    read: (rows = []) =>
      rows.map((row) => {
        const result: Record<string, unknown> = {};
        for (const [name, column, decode] of decoders) result[name] = decode(row[column] ?? null);
        // Built from the very fields that the type was derived from.
        return result as Result;
      }),
  };
};

/** Keeps the queries of a question whose conditions vary, by which of them there are. */
export const queriesByShape = <Result, Filter extends object>(
  build: (given: (name: keyof Filter) => boolean) => Query<Result>,
): ((filter: Filter) => Query<Result>) => {
  const kept = new Map<string, Query<Result>>();
  return (filter) => {
    let shape = '';
    for (const name in filter) if (filter[name] !== undefined) shape += `${name} `;
    const found = kept.get(shape);
    if (found !== undefined) return found;
    const names = new Set(shape.split(' '));
    const built = build((name) => names.has(String(name)));
    kept.set(shape, built);
    return built;
  };
};
