import { parseDate } from '@dondoc/core';
import * as v from 'valibot';
import { pageQuery } from '../http/paging.ts';
import { filterEntries } from './filter.ts';

/** A slug in a path or query: a plan, a report, a unit. */
export const slug = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9-]+$/));
const period = v.pipe(v.string(), v.maxLength(80), v.regex(/^[A-Za-z0-9-]+$/));
/** An ISO day that is in the calendar. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => parseDate(text) === text),
);

const DAY_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A Vietnam day, to its end, or an instant with its offset: as the office was known then. */
const asOf = v.exactOptional(
  v.pipe(
    v.string(),
    v.regex(DAY_OR_INSTANT),
    v.check((text) => parseDate(text.slice(0, 10)) === text.slice(0, 10) && Number.isFinite(Date.parse(text))),
  ),
);

export const reportPeriodParams = v.object({ plan: slug, report: slug, period });
export const reportPeriodQuery = v.object({
  plan: v.exactOptional(slug),
  report: v.exactOptional(slug),
  period: v.exactOptional(period),
});
export const obligationParams = v.object({ ...reportPeriodParams.entries, unit: slug });

export const asOfQuery = v.object({ asOf });

export const boardQuery = v.object({
  ...filterEntries,
  asOf,
  /** `content`: count what the received reports have filled, which reads them all. */
  include: v.exactOptional(v.literal('content')),
});

export const listQuery = v.object({
  ...pageQuery.entries,
  ...filterEntries,
  ...reportPeriodQuery.entries,
  unit: v.exactOptional(slug),
  /** Last on-time day, both inclusive. */
  from: v.exactOptional(day),
  to: v.exactOptional(day),
  asOf,
});
