import type { ObligationKey, ReportPeriod } from '../types.ts';

/** What a stream is about: core names streams, the read models are kept by what is in the names. */
export type StreamOf =
  | { readonly of: 'office' | 'checkpoint' }
  | { readonly of: 'agency' | 'plan'; readonly id: string }
  | ({ readonly of: 'consolidation' } & ReportPeriod)
  | ({ readonly of: 'obligation' } & ObligationKey);

/** Reads the name of a stream. Throws a RangeError for one that core does not name: that is a mistake of the caller. */
export const streamOf = (stream: string): StreamOf => {
  const colon = stream.indexOf(':');
  if (colon === -1 && (stream === 'office' || stream === 'checkpoint')) return { of: stream };
  const of = stream.slice(0, colon);
  const parts = stream.slice(colon + 1).split('/');
  const [plan = '', report = '', period = '', unit = ''] = parts;
  if (parts.every((part) => part !== '')) {
    if ((of === 'agency' || of === 'plan') && parts.length === 1) return { of, id: plan };
    if (of === 'consolidation' && parts.length === 3) return { of, plan, report, period };
    if (of === 'obligation' && parts.length === 4) return { of, plan, report, period, unit };
  }
  throw new RangeError(`There is no stream ${stream}.`);
};
