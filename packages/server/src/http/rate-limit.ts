import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isUnsafe } from '../access/origin.ts';
import type { AppEnv, Limiter, ServerConfig } from '../context.ts';
import { routeOf } from './frame.ts';
import { sendRefusal } from './refusal.ts';

/**
 * Where secrets are tried: a link, the setup secret. A link's page that is only looked at is a read like any other: a whole
 * office may look from one address.
 */
const TRIES_SECRETS: ReadonlySet<string> = new Set(['POST /sign-in/:secret', 'POST /v1/setup']);

/** Seconds after which to try again. */
const RETRY_AFTER = 60;

/** Tells who asked too often when to come again. */
export const sendRateLimited = (c: Context<AppEnv>): Response | Promise<Response> =>
  sendRefusal(c, { code: 'rate-limited', params: { seconds: RETRY_AFTER } }, { 'retry-after': String(RETRY_AFTER) });

/** What is counted where nobody is known. */
export const addressKey = (c: Context<AppEnv>, { addressOf }: Pick<ServerConfig, 'addressOf'>): string =>
  `address ${addressOf?.(c.req.raw) ?? ''}`;

/** Refuses with 429 who asks too often: a principal, or an address where nobody is known. */
export const rateLimited = ({ limiter, ...config }: { readonly limiter: Limiter } & Pick<ServerConfig, 'addressOf'>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const route = routeOf(c);
    // Absent on public routes.
    const principal = (c.get('principal') as AppEnv['Variables']['principal'] | undefined)?.id;
    const triesSecrets = route !== undefined && TRIES_SECRETS.has(`${route.method} ${route.path}`);
    const kind = triesSecrets ? 'sign-in' : isUnsafe(c) ? 'write' : 'read';
    const key = triesSecrets || principal === undefined ? addressKey(c, config) : principal;
    return (await limiter(kind, key)) ? next() : sendRateLimited(c);
  });
