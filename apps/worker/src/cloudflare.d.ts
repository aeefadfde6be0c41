// What is used of these two modules. Cloudflare's own declarations come with its globals, which are not those that
// the app is written against.
declare module 'cloudflare:test' {
  import type { D1Database } from '@cloudflare/workers-types';

  export interface Migration {
    readonly name: string;
    readonly queries: readonly string[];
  }
  export function applyD1Migrations(database: D1Database, migrations: readonly Migration[]): Promise<void>;
}

declare module 'cloudflare:workers' {
  import type { Migration } from 'cloudflare:test';
  import type { Env } from './env.ts';

  export const env: Env & { readonly MIGRATIONS: readonly Migration[] };
  /** The Worker under test, as a request from outside finds it. */
  export const exports: {
    readonly default: {
      readonly fetch: typeof fetch;
      readonly scheduled: (event: { readonly cron: string }) => Promise<{ readonly outcome: string }>;
    };
  };
}
