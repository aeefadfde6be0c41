import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';

/** What a browser may do with an answer that is no page: nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a page may do: its own inline style by nonce, forms to this server; no script, no frame. */
export const pagePolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const YEAR = 31_536_000;

/** What an answer may say otherwise itself. */
const usual = {
  'content-security-policy': NOTHING,
  // Private and unkept.
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
} as const;

const strict = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  // The filter of old browsers was itself a way in.
  'x-xss-protection': '0',
  vary: 'authorization, cookie',
} as const;

/** Answers that were made with all their headers. */
const complete = new WeakSet<Response>();

/**
 * Makes an answer with all the headers that every answer has, at once: to set them one by one on a finished answer costs
 * the runtimes more than everything else that is done for a small one.
 */
export const completeAnswer = (
  c: Context<AppEnv>,
  body: string | Uint8Array<ArrayBuffer> | null,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
): Response => {
  const answer = new Response(body, {
    status,
    headers: { ...c.get('headers'), 'x-request-id': c.get('requestId'), ...headers },
  });
  complete.add(answer);
  return answer;
};

/** Sets the headers that keep browsers strict, and the request's id. Answers are private and unkept unless they say otherwise. */
export const securityHeaders = (publicUrl: string) => {
  const always = {
    ...strict,
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${YEAR}` } : {}),
  };
  const all = { ...usual, ...always };
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('headers', all);
    await next();
    if (complete.has(c.res)) return;
    const { headers } = c.res;
    headers.set('x-request-id', c.get('requestId'));
    for (const [name, value] of Object.entries(always)) headers.set(name, value);
    for (const [name, value] of Object.entries(usual)) if (!headers.has(name)) headers.set(name, value);
  });
};
