import { vietnamMoment, type Moment } from '@dondoc/core';
import type { CliContext } from '../context.ts';

/** The Vietnam day and minute that a command works with: `--today` at the end of that day, else the clock's. */
export function momentOf(context: CliContext, today: string | undefined): Moment {
  return today === undefined ? vietnamMoment(context.now()) : { day: today, minute: 1439 };
}

/** The Vietnam day that a command works with. */
export const todayOf = (context: CliContext, today: string | undefined): string => momentOf(context, today).day;

/**
 * The context as on a later day: what came by then did not come in the future. An earlier day changes nothing: what has
 * come since is left out of the count, and is no mistake of its file.
 */
export function asOn(context: CliContext, day: string): CliContext {
  const end = Date.parse(`${day}T23:59:00+07:00`);
  return end > context.now() ? { ...context, now: () => end } : context;
}
