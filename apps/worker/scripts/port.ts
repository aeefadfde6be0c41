import { createServer } from 'node:net';

/** Whether a port of this machine can be listened on. */
export const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      resolve(false);
      return;
    }
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
