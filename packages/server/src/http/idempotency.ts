import type { RememberedAnswer } from '@dondoc/store';
import type { Context, MiddlewareHandler } from 'hono';
import type { App, AppEnv } from '../context.ts';
import { sha256Hex } from './encoding.ts';
import { noting } from './metadata.ts';
import { sendProblem } from './send.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

const replay = (c: Context<AppEnv>, { body, status }: RememberedAnswer): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'application/json',
      'idempotency-replayed': 'true',
      'x-request-id': c.get('requestId'),
    },
  });

/**
 * Middleware of acts: an `Idempotency-Key` that was used before is answered as before, with `Idempotency-Replayed: true`;
 * for another request (method, path or body) it is refused. Of two at once the second is answered as the first. What was
 * refused is not remembered: the same key may try again.
 */
export const idempotency = ({ store }: Pick<App, 'store'>): MiddlewareHandler<AppEnv> =>
  noting<MiddlewareHandler<AppEnv>>(
    async (c, next) => {
      const key = c.req.header('idempotency-key');
      if (key === undefined) return next();
      if (!KEY.test(key)) return sendProblem(c, { code: 'bad-request', params: { what: 'Idempotency-Key' } });
      const { pathname, search } = new URL(c.req.url);
      const requestHash = await sha256Hex(`${c.req.method} ${pathname}${search}\n${await c.req.text()}`);
      const answerOf = async (): Promise<Response | undefined> => {
        const answer = await store.remembered({ principal: c.get('principal').id, key });
        if (answer === undefined) return undefined;
        return answer.requestHash === requestHash ? replay(c, answer) : sendProblem(c, { code: 'idempotency-reused' });
      };
      const before = await answerOf();
      if (before !== undefined) return before;
      c.set('idempotency', { key, requestHash });
      await next();
      // Its twin was first: this one was refused by what the twin did.
      if (c.res.status < 400) return;
      const meanwhile = await answerOf();
      if (meanwhile !== undefined) c.res = meanwhile;
    },
    { about: 'idempotency' },
  );

/** What is kept of an answer, for `appendDecided`; undefined: the request carries no key. */
export const rememberOf = (c: Context<AppEnv>, status: number, body: unknown): RememberedAnswer | undefined => {
  const carried = c.get('idempotency');
  if (carried === undefined) return undefined;
  return {
    principal: c.get('principal').id,
    ...carried,
    status,
    body: JSON.stringify(body),
    at: c.get('at'),
  };
};
