import type { Server } from 'node:http';
import { BlockList, isIP, isIPv6, type AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { codeOf } from '../files/node.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { isLoopback } from './address.ts';

export interface Listening {
  /** The port, also where 0 was asked for. */
  readonly port: number;
  /** Takes no more connections, lets requests under way end, and closes what is left after ten seconds. */
  readonly stop: () => Promise<void>;
}

/** How long requests under way may take once the program is asked to stop, in milliseconds. */
const GRACE = 10_000;
const OFTEN = 50;

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly fetch: (request: Request, address: string | undefined) => Response | Promise<Response>;
}

/** Listens for requests, or says why it cannot. */
export async function listen({ host, port, fetch }: ListenOptions): Promise<Read<Listening>> {
  const server = createAdaptorServer({
    // createServer is not given: it is HTTP/1, whose bindings these are.
    fetch: (request, env) => fetch(request, (env as HttpBindings).incoming.socket.remoteAddress),
    overrideGlobalObjects: false,
  }) as Server; // as above
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const rule = code === 'EADDRINUSE' ? 'service.port-in-use' : 'service.port-refused';
    return { ok: false, findings: [fileFinding(rule, host, { port: String(port), code })] };
  }
  // A listening TCP server has an address of this shape.
  const { port: taken } = server.address() as AddressInfo;
  return { ok: true, value: { port: taken, stop: () => stop(server) }, findings: [] };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive after its last answer would hold the program.
    const sweep = setInterval(() => server.closeIdleConnections(), OFTEN);
    const last = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * The address of who asks. A proxy on this machine, or on one that is trusted, says it for others (X-Forwarded-For, to
 * which every proxy adds at the end whom it saw); nobody else is believed.
 */
export function askerOf(
  request: Request,
  address: string | undefined,
  trusted: readonly string[] = [],
): string | undefined {
  const proxies = new BlockList();
  for (const one of trusted) proxies.addAddress(one, familyOf(one));
  const believed = (one: string): boolean => isLoopback(one) || (isIP(one) !== 0 && proxies.check(one, familyOf(one)));
  const bare = address?.replace(/^::ffff:/, '');
  if (bare === undefined || !believed(bare)) return bare;
  const said = (request.headers.get('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const hops = said.filter((one) => one !== '');
  return hops.findLast((one) => !believed(one)) ?? hops[0] ?? bare;
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');
