/** A value that SQLite takes and gives. */
export type SqlValue = string | number | null | Uint8Array;

export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** All that the store asks of a SQLite: D1 in a Worker, a libSQL file on a machine of one's own. */
export interface Driver {
  /**
   * Runs the statements in one transaction, all or nothing, and gives the rows of each by column name. A broken UNIQUE
   * constraint rejects with a `UniqueViolation`; everything else that rejects is broken infrastructure.
   */
  readonly batch: (
    statements: readonly Statement[],
  ) => Promise<readonly (readonly Readonly<Record<string, SqlValue>>[])[]>;
}
