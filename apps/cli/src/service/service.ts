import type { Person, Role } from '@dondoc/core';
import { createClient, type Client } from '@dondoc/server/client';

/** Options of every command that goes through the app. */
export interface ConnectFlags {
  /** Origin of a deployment; absent: the ledger of the office folder, in process. */
  readonly server?: string;
  /** Person of the office who acts, in process. */
  readonly as?: string;
}

/** The app, wherever it runs. */
export interface Service {
  /** Shown in findings: the deployment's address, or the office folder's database. */
  readonly at: string;
  readonly remote: boolean;
  /** The office folder; absent where the command runs in none. */
  readonly folder?: string;
  /** Who acts in process; over a network the token says it. */
  readonly person?: Person;
  /** The people of the office, in process. */
  readonly people?: readonly Person[];
  readonly client: Client;
  /** Asks by path, for what is no JSON. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

export interface Connected extends Service {
  readonly close: () => Promise<void>;
}

/** Makes the typed client over what asks by path. */
export const clientOver = (baseUrl: string, fetch: Service['fetch']): Client =>
  createClient({
    baseUrl,
    // The client writes whole addresses, below its own base.
    fetch: (input, init) => fetch(String(input).slice(baseUrl.length), init ?? {}),
  });

export interface Connecting extends ConnectFlags {
  /** Make the ledger where there is none. */
  readonly create?: boolean;
  /** The role that the command is for; absent: whoever may read. */
  readonly role?: Role;
  /** It appends nothing: nobody need be told who acts. */
  readonly reads?: boolean;
}
