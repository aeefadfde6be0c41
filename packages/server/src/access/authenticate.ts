import type { Principal, Session, Token } from '@dondoc/store';
import type { MiddlewareHandler } from 'hono';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App, AppEnv, Limiter, ServerDeps } from '../context.ts';
import { routeOf } from '../http/frame.ts';
import { addressKey, sendRateLimited } from '../http/rate-limit.ts';
import { sendRefusal } from '../http/refusal.ts';
import { sendProblem } from '../http/send.ts';
import { arrive, shownBy, type Shown } from './arrival.ts';
import { principalNow } from './bearer.ts';
import { isForeignPage, isOwnOrigin, isUnsafe } from './origin.ts';
import { publicRoutes } from './public-routes.ts';

/** To whom the runtime has vouched for who asks, nothing else need be shown. */
const nothing: Shown = { by: 'nothing' };

/** Whose credential it is now; an expired or revoked one is as good as none. */
const holderOf = (
  credential: Token | Session | undefined,
  now: { readonly at: string; readonly office: OfficeView },
): Principal | undefined => {
  if (credential === undefined || credential.revokedAt !== undefined || now.at >= credential.expiresAt)
    return undefined;
  return principalNow(credential, now);
};

/**
 * Settles when a request came, what the office was then, and who asks: what the runtime says, else a bearer token, else
 * the session's cookie. Nobody need be known for the public routes. What browsers send along by themselves (cookies, the
 * own machine) changes something only from our own pages.
 */
export const authentication = (
  app: App,
  { authenticate, limiter }: { readonly authenticate: ServerDeps['authenticate']; readonly limiter: Limiter },
): MiddlewareHandler<AppEnv> => {
  const { publicUrl } = app.config;
  return async (c, next) => {
    const route = routeOf(c);
    // An unknown path is told so to anybody.
    if (route === undefined) return next();
    const isPublic = publicRoutes.has(`${route.method} ${route.path}`);
    const own = authenticate?.(c.req.raw);
    const shown = own === undefined ? await shownBy(c, app) : nothing;
    const found = await arrive(c, app, shown);
    if (own !== undefined) {
      if (isUnsafe(c) && isForeignPage(c, publicUrl)) return sendProblem(c, { code: 'foreign-origin' });
      c.set('principal', own);
      return next();
    }
    const holder = holderOf(found, { at: c.get('at'), office: c.get('office') });
    if (holder !== undefined) {
      if (shown.by === 'cookie' && isUnsafe(c) && !isOwnOrigin(c, publicUrl)) {
        return sendRefusal(c, { code: 'foreign-origin' });
      }
      c.set('principal', holder);
      c.set('credential', found?.credential);
      return next();
    }
    if (isPublic) return next();
    // Guessing is slowed down; a person without a cookie is not guessing. Nor does a program with an expired token, or a
    // page left open too long, keep the others at its address from signing in.
    if (shown.by !== 'nothing' && !(await limiter(isUnsafe(c) ? 'write' : 'read', addressKey(c, app.config)))) {
      return sendRateLimited(c);
    }
    return sendProblem(c, { code: 'unauthorized' }, { 'www-authenticate': 'Bearer realm="dondoc"' });
  };
};
