// Asks on behalf of a benchmark, in a process of its own: what asking costs is not in the server's figures.
import { Agent, get } from 'node:http';

/** What is to be asked, and how often. */
export interface Asking {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly times: number;
}

/** Requests under way at a time, each on a connection that is kept. */
const CONNECTIONS = 4;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const once = ({ url, headers }: Asking): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url}: ${answer.statusCode ?? 0}`));
      });
    }).on('error', reject);
  });

process.on('message', (asking: Asking) => {
  let left = asking.times;
  const next = async (): Promise<void> => {
    while (left-- > 0) await once(asking);
  };
  Promise.all(Array.from({ length: CONNECTIONS }, next)).then(
    () => process.send?.('asked'),
    (error: unknown) => process.send?.(String(error)),
  );
});
