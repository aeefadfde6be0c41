/** A UNIQUE constraint was broken, so the whole batch was rolled back: somebody else was first. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}

/** A row would be larger than D1 holds; nothing was written. */
export class RowTooLarge extends Error {
  override readonly name = 'RowTooLarge';
  readonly bytes: number;
  readonly limit: number;

  constructor(bytes: number, limit: number) {
    super(`A row of ${bytes} bytes is more than the ${limit} that a row may have.`);
    this.bytes = bytes;
    this.limit = limit;
  }
}

/** The database lacks tables or columns: its migrations have not been applied yet. */
export class NotMigrated extends Error {
  override readonly name = 'NotMigrated';
}

const BROKEN_UNIQUE = /UNIQUE constraint failed/;
const MISSING = /no such (?:table|column)|has no column named/;

/** Gives what a driver throws: a `UniqueViolation` or `NotMigrated` where SQLite says so, else the error itself. */
export const asDriverError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  if (BROKEN_UNIQUE.test(error.message)) return new UniqueViolation(error.message, { cause: error });
  return MISSING.test(error.message) ? new NotMigrated(error.message, { cause: error }) : error;
};
