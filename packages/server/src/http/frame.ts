import { matchedRoutes } from 'hono/route';
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import type { AppEnv, LogLine } from '../context.ts';

const SANE_ID = /^[\w.:-]{8,100}$/;

/** Gives each request an id, the caller's own where it is sane. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given !== undefined && SANE_ID.test(given) ? given : crypto.randomUUID();
  c.set('requestId', id);
  return next();
});

/** The pattern of the route that is asked for (`/v1/plans/:plan`), never the path itself; undefined: there is none. */
export const routeOf = (c: Context): { readonly method: string; readonly path: string } | undefined => {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
  return route === undefined ? undefined : { method: route.method, path: route.path };
};

/** Writes a line for each request: who (an id), what route, how it ended. No path, query, header or body. */
export const logged = (log: (line: LogLine) => void, clock: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const began = clock();
    await next();
    const { status } = c.res;
    // Absent before it is settled who asks.
    const principal = (c.get('principal') as AppEnv['Variables']['principal'] | undefined)?.id;
    log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routeOf(c)?.path ?? '(none)',
      status,
      ms: clock() - began,
      ...(principal === undefined ? {} : { principal }),
    });
  });
