import type { D1Database, R2Bucket, RateLimit } from '@cloudflare/workers-types';

/** What wrangler.jsonc binds. */
export interface Env {
  readonly DB: D1Database;
  /** Signed copies; an office may do without. */
  readonly FILES?: R2Bucket;
  readonly READS?: RateLimit;
  readonly WRITES?: RateLimit;
  readonly SIGN_INS?: RateLimit;
  /** Empty: the address that a request came to. */
  readonly PUBLIC_URL?: string;
  readonly DONDOC_SETUP?: string;
}
