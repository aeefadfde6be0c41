import type { Principal, Pulse, Store } from '@dondoc/store';
import type { OfficeClock } from './clock.ts';
import type { Configurations, OfficeView } from './configuration/configuration.ts';

/** Bytes kept beside the database: signed copies. R2 on the Worker, a folder on Node. */
export interface FileStore {
  /** Keys are `signed/{sha256}`; writing the same key again changes nothing. */
  readonly put: (
    key: string,
    file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string },
  ) => Promise<void>;
  readonly get: (
    key: string,
  ) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string } | undefined>;
}

/** One line of the log: never a secret, a body, a query or a person's name. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly requestId?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

/** Says whether one more request of a kind may pass. `key` is a principal or an address. */
export type Limiter = (kind: 'read' | 'write' | 'sign-in', key: string) => boolean | Promise<boolean>;

export interface ServerConfig {
  /** Version of dondoc, as `/healthz` tells it. */
  readonly version: string;
  /** Where people reach it: `https://…`; sign-in links begin with it, and its scheme decides the cookies. */
  readonly publicUrl: string;
  /** Lets its holder make the first admin token; each new value does so once. */
  readonly setupSecret?: string;
  /** Bytes a request's JSON may have. Default 1 MiB. */
  readonly bodyLimit?: number;
  /** Bytes an uploaded signed copy may have. Default 10 MiB. */
  readonly fileLimit?: number;
  /** Bytes that an issued document kept in the database may have. Default 1.5 MB, what D1 holds in a row. */
  readonly documentLimit?: number;
  /** The address of who asks, as the runtime tells it; for rate limits only. */
  readonly addressOf?: (request: Request) => string | undefined;
}

/** All that the app needs of its surroundings. */
export interface ServerDeps {
  readonly database: Store;
  /** Milliseconds since 1970 in UTC. A demo office's own clock is the server's business. */
  readonly clock: () => number;
  readonly config: ServerConfig;
  /** Settles who asks before any token is looked at: the person at an embedded server's own machine. */
  readonly authenticate?: (request: Request) => Principal | undefined;
  readonly files?: FileStore;
  readonly limiter?: Limiter;
  readonly log?: (line: LogLine) => void;
}

/** What every feature is handed. */
export interface App {
  readonly store: Store;
  readonly configurations: Configurations;
  readonly config: ServerConfig;
  readonly files: FileStore | undefined;
  /** Now by the office's clock (a demo office's own), ISO 8601 in UTC with milliseconds. One value per request: `c.var.at`. */
  readonly now: OfficeClock;
  readonly log: (line: LogLine) => void;
}

/** Hono's types of the app. */
export interface AppEnv {
  readonly Variables: {
    readonly requestId: string;
    /** What every answer has, unless it says otherwise. */
    readonly headers: Readonly<Record<string, string>>;
    /** The request's instant. */
    readonly at: string;
    /** Set for every route that is not public. */
    readonly principal: Principal;
    /** The state of the whole when the request came: what ETags of lists are made of. */
    readonly pulse: Pulse;
    /** The office as it stood when the request came. Acts decide on newer facts themselves. */
    readonly office: OfficeView;
    /** Public id of the token or session that was shown; absent at an embedded server's own machine. */
    readonly credential: string | undefined;
    /** The parsed JSON body, where there is one: read it through `body(schema)`. */
    readonly json: unknown;
    /** What an act's Idempotency-Key was used for. */
    readonly idempotency: { readonly key: string; readonly requestHash: string } | undefined;
  };
}
