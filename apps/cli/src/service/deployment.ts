import type { CliContext } from '../context.ts';
import { isNetworkFault, networkCode } from './answer.ts';
import { accessToken } from './address.ts';
import { clientOver, type Connected, type Service } from './service.ts';

/** Longest that one answer may take: papers of a hundred units are made within it. */
const PATIENCE = 60_000;
/** How often a request is sent again that came too soon after others, and the longest wait between, in seconds. */
const PATIENT = { times: 5, seconds: 60 };

/** How often a request is sent again whose answer was lost, and the waits before, in seconds. */
const LOST_WAITS = [1, 3];
/** What says that the request never arrived, however often it is sent: sending it again would only take longer. */
const NEVER_ARRIVES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** Whether a request sent twice is one all the same: it writes nothing, puts or deletes one thing, or carries a key. */
const isRepeatable = ({ method = 'GET', headers }: RequestInit): boolean =>
  method.toUpperCase() !== 'POST' || new Headers(headers).has('idempotency-key');

const wait = (seconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, seconds * 1000));

/** Reaches a deployment: every request carries the token, none follows a redirect with it. */
export function deployment(context: CliContext, origin: string): Connected {
  const token = accessToken(context.process.env);
  const send = (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return context.fetch(origin + path, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
  };
  /** Sends, and where the answer was lost the same request again, with the same key. */
  const once = async (path: string, init: RequestInit): Promise<Response> => {
    for (let time = 0; ; time += 1) {
      try {
        return await send(path, init);
      } catch (error) {
        const seconds = LOST_WAITS[time];
        const lost = isNetworkFault(error) && !NEVER_ARRIVES.has(networkCode(error));
        if (!lost || seconds === undefined || !isRepeatable(init)) throw error;
        await wait(seconds);
      }
    }
  };
  const fetch: Service['fetch'] = async (path, init) => {
    for (let time = 1; ; time += 1) {
      const response = await once(path, init);
      const after = Number(response.headers.get('retry-after') ?? '1');
      if (response.status !== 429 || time === PATIENT.times || !(after <= PATIENT.seconds)) return response;
      await response.body?.cancel();
      await wait(Math.max(1, after));
    }
  };
  return { at: origin, remote: true, client: clientOver(origin, fetch), fetch, close: () => Promise.resolve() };
}
