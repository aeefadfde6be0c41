import type { Context, ErrorHandler, Hono } from 'hono';
import type { AppEnv, LogLine } from '../context.ts';
import { routeOf } from './frame.ts';
import { sendProblem } from './send.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers what no route answers: 405 with `Allow` where the path is known with other methods, else 404. */
export const unknown = (app: Hono<AppEnv>) => {
  const allowedAt = (path: string): readonly string[] =>
    METHODS.filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL')).flatMap(
      (method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]),
    );
  return (c: Context<AppEnv>): Response => {
    const allowed = allowedAt(c.req.path);
    if (allowed.length === 0) return sendProblem(c, { code: 'not-found', params: { what: 'Địa chỉ này' } });
    const allow = [...allowed, 'OPTIONS'].join(', ');
    return c.req.method === 'OPTIONS'
      ? c.body(null, 204, { allow })
      : sendProblem(c, { code: 'method-not-allowed', params: { allowed } }, { allow });
  };
};

/** Where an error was thrown, without its message, which may quote what people wrote. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' | ');

/** Answers a bug or broken infrastructure: `internal` for who asked, the error's name and place for the log. */
export const onError =
  (log: (line: LogLine) => void): ErrorHandler<AppEnv> =>
  (error, c) => {
    log({
      level: 'error',
      event: 'error',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routeOf(c)?.path ?? '(none)',
      name: error.name,
      ...(error.cause instanceof Error ? { cause: error.cause.name, causeFrames: framesOf(error.cause) } : {}),
      frames: framesOf(error),
    });
    // By name: drivers throw it, and the app knows no driver.
    return sendProblem(c, { code: error.name === 'NotMigrated' ? 'not-migrated' : 'internal' });
  };
