import { vietnamMoment, type Moment } from '@dondoc/core';
import type { CliContext } from '../context.ts';

/** The Vietnam day and minute that a command works with: `--today` at the end of that day, else the clock's. */
export function momentOf(context: CliContext, today: string | undefined): Moment {
  return today === undefined ? vietnamMoment(context.now()) : { day: today, minute: 1439 };
}

/** The Vietnam day that a command works with. */
export const todayOf = (context: CliContext, today: string | undefined): string => momentOf(context, today).day;
