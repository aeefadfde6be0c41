import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Asking } from './asker.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Serves an app on a port of its own of this machine, as `dondoc serve` does. */
export async function listen(fetch: Fetch): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

/** Starts a process that asks: `ask` resolves once all has been answered with 200. */
export function startAsker(): { readonly ask: (asking: Asking) => Promise<void>; readonly stop: () => void } {
  const child = fork(join(import.meta.dirname, 'asker.ts'), { execArgv: [] });
  return {
    ask: async (asking) => {
      child.send(asking);
      const [told] = (await once(child, 'message')) as readonly unknown[];
      if (told !== 'asked') throw new Error(String(told));
    },
    stop: () => void child.kill(),
  };
}
