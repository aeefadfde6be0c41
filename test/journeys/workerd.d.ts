// What the tests use of these two modules; Cloudflare's own declarations come with its globals.
declare module 'cloudflare:test' {
  export const applyD1Migrations: (database: unknown, migrations: unknown) => Promise<void>;
}

declare module 'cloudflare:workers' {
  import type { Env } from '@dondoc/worker';

  export const env: Env & {
    readonly MIGRATIONS: unknown;
    readonly PUBLIC_URL: string;
    readonly DONDOC_SETUP: string;
  };
}
