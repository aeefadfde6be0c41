import type { Limiter } from '@dondoc/server';
import type { Env } from './env.ts';

/** Counts requests with Cloudflare's rate limiter: one count for all isolates of a location. Undefined where none is bound. */
export const boundLimiter = ({ READS, WRITES, SIGN_INS }: Env): Limiter | undefined => {
  if (READS === undefined || WRITES === undefined || SIGN_INS === undefined) return undefined;
  const limits = { read: READS, write: WRITES, 'sign-in': SIGN_INS };
  return async (kind, key) => (await limits[kind].limit({ key })).success;
};
