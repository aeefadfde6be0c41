import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';

/** Makes a weak ETag of what an answer follows from: last seq, Vietnam day, hour deadlines passed, query, who asks. */
export const weakEtag = (parts: readonly (string | number)[]): string =>
  `W/"${parts.map((part) => encodeURIComponent(part)).join('.')}"`;

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/**
 * Answers 304 where the client holds what it would be given; undefined: go on. Marks the answer as one that may be kept
 * and asked for again.
 */
export const notModified = (c: Context<AppEnv>, etag: string): Response | undefined => {
  c.header('etag', etag);
  c.header('cache-control', 'private, no-cache');
  const held = c.req.header('if-none-match');
  if (held === undefined) return undefined;
  // `*` asks whether there is anything at all, which only the answer itself says.
  return held.split(',').some((tag) => opaque(tag) === opaque(etag)) ? c.body(null, 304) : undefined;
};
