import { createServer, daily } from '@dondoc/server';
import { createStore } from '@dondoc/store';
import { d1Driver } from '@dondoc/store/d1';
import manifest from '../package.json' with { type: 'json' };
import type { Env } from './env.ts';
import { r2Files } from './files.ts';
import { boundLimiter } from './limiter.ts';
import { logAsJson } from './log.ts';

export type { Env } from './env.ts';

/**
 * Makes the Worker: one app for the life of an isolate, made again only where no address is set and a request comes by
 * another than the last. `clock` gives milliseconds since 1970.
 */
export const createWorker = (env: Env, clock: () => number = Date.now) => {
  const database = createStore(d1Driver(env.DB));
  const limiter = boundLimiter(env);

  const serverAt = (publicUrl: string) => {
    const server = createServer({
      database,
      clock,
      config: {
        version: manifest.version,
        publicUrl,
        ...(env.DONDOC_SETUP ? { setupSecret: env.DONDOC_SETUP } : {}),
        // Set by Cloudflare on every request; what a client sends under this name does not arrive.
        addressOf: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
      },
      ...(env.FILES === undefined ? {} : { files: r2Files(env.FILES) }),
      ...(limiter === undefined ? {} : { limiter }),
      log: logAsJson,
    });
    // The router is built when it is first asked.
    server.router.match('GET', '/');
    return { publicUrl, server };
  };

  let kept = serverAt(env.PUBLIC_URL || 'https://dondoc.invalid');
  return {
    fetch: (request: Request): Response | Promise<Response> => {
      const publicUrl = env.PUBLIC_URL || new URL(request.url).origin;
      if (kept.publicUrl !== publicUrl) kept = serverAt(publicUrl);
      return kept.server.fetch(request);
    },
    scheduled: (): Promise<void> => daily({ store: database, clock, log: logAsJson }),
  };
};
