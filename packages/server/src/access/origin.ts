import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Tells whether a request may change something. */
export const isUnsafe = (c: Context<AppEnv>): boolean => !SAFE.has(c.req.method);

/**
 * Tells whether a browser's request comes from our own pages: by its `Origin`, else by `Sec-Fetch-Site`. Cookies are sent
 * along with other sites' forms; these two headers no page can forge. `Origin: null` says nothing: a browser or proxy that
 * is told to keep referrers to itself sends it from our own pages too, and a page in a sandbox sends it from anywhere.
 */
export const isOwnOrigin = (c: Context<AppEnv>, publicUrl: string): boolean => {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== 'null') return origin === new URL(publicUrl).origin;
  return c.req.header('sec-fetch-site') === 'same-origin';
};

/** Tells whether a page of another site sent the request; a program sends neither header. */
export const isForeignPage = (c: Context<AppEnv>, publicUrl: string): boolean =>
  (c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined) && !isOwnOrigin(c, publicUrl);
