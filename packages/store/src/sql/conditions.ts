import { and, eq, sql, type Column, type SQL } from 'drizzle-orm';

/** A list bound as one value, JSON text, under the placeholder's name: as many as there are, one parameter. */
export const listed = (name: string): SQL => sql`(select value from json_each(${sql.placeholder(name)}))`;

/** All the conditions that are given: columns equal to placeholders of their names, and others. */
export const named = <Name extends string>(
  given: (name: Name) => boolean,
  columns: Readonly<Partial<Record<Name, Column>>>,
  more: readonly (SQL | undefined)[] = [],
): SQL | undefined =>
  and(
    ...more,
    // Object.entries gives strings; the record has these names.
    ...(Object.entries(columns) as [Name, Column][]).map(([name, column]) =>
      given(name) ? eq(column, sql.placeholder(name)) : undefined,
    ),
  );
