import { hostname } from 'node:os';
import { join } from 'node:path';
import { vietnamMoment } from '@dondoc/core';
import type { LogLine } from '@dondoc/server';
import type { Store } from '@dondoc/store';
import manifest from '../../package.json' with { type: 'json' };
import type { CliContext } from '../context.ts';
import type { Read } from '../files/source.ts';
import { FILES, LEDGER_FOLDER, openDatabase } from './database.ts';
import { askerOf, listen } from './listen.ts';
import { signedFiles } from './signed-files.ts';

export interface ServeOptions {
  /** The office folder, absolute. */
  readonly folder: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where people reach it; absent: at its own address. */
  readonly publicUrl?: string;
  /** Proxies on other machines that are believed about who asks. */
  readonly trustedProxies?: readonly string[];
  readonly log: (line: LogLine) => void;
}

export interface Serving {
  /** Where people reach it. */
  readonly url: string;
  readonly store: Store;
  /** Ends in order: no new requests, those under way answered, the database closed. */
  readonly stop: () => Promise<void>;
}

const HOUR = 3_600_000;

/** The address under which a host and port are reached; one that stands for all of a machine's is its name. */
const addressOf = (host: string, port: number): string => {
  const named = ['0.0.0.0', '::'].includes(host) ? hostname() : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${String(port)}`;
};

/** Serves the app for an office folder over HTTP, until it is stopped. */
export async function serveOffice(context: CliContext, options: ServeOptions): Promise<Read<Serving>> {
  const { folder, host, port, log } = options;
  const opened = await openDatabase(context, folder, { create: true });
  if (!opened.ok) return opened;
  const { store, close } = opened.value;
  const { createServer, daily } = await import('@dondoc/server');
  const addresses = new WeakMap<Request, string>();
  let app: { readonly fetch: (request: Request) => Response | Promise<Response> } | undefined;
  const listening = await listen({
    host,
    port,
    fetch: (request, address) => {
      const asker = askerOf(request, address, options.trustedProxies);
      if (asker !== undefined) addresses.set(request, asker);
      // Set before anybody can have been told the port.
      return app?.fetch(request) ?? new Response(null, { status: 503 });
    },
  });
  if (!listening.ok) {
    await close();
    return listening;
  }
  const { port: taken, stop: stopListening } = listening.value;
  const url = options.publicUrl ?? addressOf(host, taken);
  app = createServer({
    database: store,
    clock: context.now,
    config: { version: manifest.version, publicUrl: url, addressOf: (request) => addresses.get(request) },
    files: signedFiles(context.files, join(folder, LEDGER_FOLDER, FILES)),
    log,
  });
  const stopDaily = everyDay(context, () => daily({ store, clock: context.now, log }), log);
  const stop = async (): Promise<void> => {
    await stopListening();
    await stopDaily();
    await close();
  };
  return { ok: true, value: { url, store, stop }, findings: [] };
}

/** Does a day's work now and when the Vietnam day has changed; gives back what stops it and waits for what is under way. */
function everyDay(context: CliContext, work: () => Promise<void>, log: (line: LogLine) => void): () => Promise<void> {
  let done = '';
  let running = Promise.resolve();
  const look = (): void => {
    const { day } = vietnamMoment(context.now());
    if (day === done) return;
    done = day;
    running = running.then(work).catch((error: unknown) => {
      // Tried again at the next look.
      done = '';
      log({ level: 'error', event: 'daily-failed', reason: error instanceof Error ? error.message : String(error) });
    });
  };
  look();
  const timer = setInterval(look, HOUR);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
