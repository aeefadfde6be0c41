import type { LogLine } from '@dondoc/server';

/** Writes a line of the log as JSON: what Workers Logs takes apart into fields. */
export const logAsJson = (line: LogLine): void => {
  // oxlint-disable-next-line no-console -- a Worker has no other way to write a log
  console[line.level](JSON.stringify(line));
};
