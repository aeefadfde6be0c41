import {
  agencyStream,
  officeStream,
  planStream,
  type EntryContent,
  type Json,
  type Office,
  type Plan,
} from '@dondoc/core';
import { createStore, type Driver, type Principal, type Store } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { createClient, type Client } from '../client.ts';
import type { FileStore, Limiter, LogLine, ServerConfig } from '../context.ts';
import { createServer, type AppType } from '../server.ts';
import { plan2020, smallOffice } from './office.ts';

export { people, plan2020, smallOffice } from './office.ts';

const publicUrl = 'https://dondoc.example';

/** What a test sends: `json` is written and given its media type. */
export interface Asked extends Omit<RequestInit, 'headers'> {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Ask = (path: string, asked?: Asked) => Promise<Response>;

export interface TestApp {
  readonly app: AppType;
  readonly store: Store;
  /** The database itself: to count statements, or to tamper with it. */
  readonly driver: Driver;
  /** What was logged, in its order. */
  readonly log: readonly LogLine[];
  /** Sets the clock; it stands still. */
  readonly setClock: (instant: string) => void;
  /** Asks as somebody, without a token: the server is told who it is. */
  readonly as: (principal: Principal) => Ask;
  /** Asks as a stranger, or with what the headers carry. */
  readonly ask: Ask;
  readonly clientOf: (principal: Principal) => Client;
  /** Appends the adoption of an office and plans as the ledger has it, at the clock's instant. */
  readonly adopt: (what: { readonly office?: Office; readonly plans?: readonly Plan[] }) => Promise<void>;
  /** seq of the last entry: unchanged where nothing was done. */
  readonly seq: () => Promise<number>;
  readonly close: () => void | Promise<void>;
}

export interface TestAppOptions {
  /** Instant at which the clock stands after the adoption. Default 1 June 2020, 8:00 in Vietnam. */
  readonly at?: string;
  /** Instant of the adoption. Default 24 February 2020, 9:00. */
  readonly adoptedAt?: string;
  /** Default: five schools. null: nothing is adopted. */
  readonly office?: Office | null;
  readonly plans?: readonly Plan[];
  readonly config?: Partial<ServerConfig>;
  readonly files?: FileStore;
  /** Default: none. */
  readonly limiter?: Limiter;
}

const headerOfTests = 'x-test-principal';

const initOf = ({ json, headers, ...init }: Asked, more: Readonly<Record<string, string>> = {}): RequestInit => ({
  ...init,
  ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...more, ...headers },
});

/** Keeps files in memory. */
export const memoryFiles = (): FileStore => {
  const kept = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }>();
  return {
    put: async (key, file) => {
      kept.set(key, file);
    },
    get: async (key) => kept.get(key),
  };
};

const adoptionOf = (
  { office, plans = [] }: { readonly office?: Office; readonly plans?: readonly Plan[] },
  {
    at,
    actor,
    versions,
  }: { readonly at: string; readonly actor: string; readonly versions: ReadonlyMap<string, number> },
): readonly EntryContent[] => {
  const entry = (stream: string, data: Json): EntryContent => ({
    stream,
    version: (versions.get(stream) ?? 0) + 1,
    at,
    actor,
    kind: 'adopt',
    data,
  });
  // Parsed values are JSON; their types are interfaces, which no index signature takes.
  const asJson = (value: unknown): Json => value as Json;
  const day = at.slice(0, 10);
  const { agencies = [], ...settings } = office ?? {};
  return [
    ...(office === undefined ? [] : [entry(officeStream, asJson({ settings }))]),
    ...agencies.map((agency) => entry(agencyStream(agency.id), asJson({ agency }))),
    ...plans.map((plan) => entry(planStream(plan.id), asJson({ adopted: day, plan }))),
  ];
};

/** Makes the whole app on a database in memory, with a small office on a clock that stands still. */
export const testApp = async ({
  at = '2020-06-01T01:00:00.000Z',
  adoptedAt = '2020-02-24T02:00:00.000Z',
  office = smallOffice(),
  plans = [plan2020()],
  config = {},
  files = memoryFiles(),
  limiter = () => true,
}: TestAppOptions = {}): Promise<TestApp> => {
  const { driver, close } = await openLibsql(':memory:');
  const store = createStore(driver);
  let now = Date.parse(adoptedAt);
  const log: LogLine[] = [];
  const app = createServer({
    database: store,
    clock: () => now,
    config: { version: '0.0.0-test', publicUrl, ...config },
    files,
    limiter,
    log: (line) => log.push(line),
    authenticate: (request) => {
      const header = request.headers.get(headerOfTests);
      return header === null ? undefined : JSON.parse(header);
    },
  });
  const url = (path: string): string => new URL(path, config.publicUrl ?? publicUrl).href;
  const ask: Ask = async (path, asked = {}) => app.request(url(path), initOf(asked));
  const adopt: TestApp['adopt'] = async (what) => {
    const heads = await store.heads();
    const versions = new Map([...heads].map(([stream, { version }]) => [stream, version]));
    const contents = adoptionOf(what, { at: new Date(now).toISOString(), actor: 'quan-tri', versions });
    const appended = await store.append({ contents });
    if (!appended.ok) throw new Error(`Not adopted: ${appended.conflict.join(', ')}`);
  };
  if (office !== null) await adopt({ office, plans });
  now = Date.parse(at);
  return {
    app,
    store,
    driver,
    log,
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    as:
      (principal) =>
      async (path, asked = {}) =>
        app.request(url(path), initOf(asked, { [headerOfTests]: JSON.stringify(principal) })),
    ask,
    clientOf: (principal) =>
      createClient({
        baseUrl: config.publicUrl ?? publicUrl,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          request.headers.set(headerOfTests, JSON.stringify(principal));
          return app.request(request);
        },
      }),
    adopt,
    seq: async () => (await store.pulse()).seq,
    close,
  };
};
