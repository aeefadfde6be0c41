import type { Limiter } from '../context.ts';

interface Rate {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

/** What people and their programs do in a hurry stays well below; guessing secrets does not get far. */
const rates: Readonly<Record<Parameters<Limiter>[0], Rate>> = {
  read: { burst: 400, perSecond: 40 },
  write: { burst: 200, perSecond: 20 },
  'sign-in': { burst: 30, perSecond: 0.2 },
};

/** Most buckets kept; the one filled longest ago goes first. */
const MOST_KEYS = 10_000;

/**
 * Makes a limiter of token buckets in memory: of one process or isolate. `clock` gives milliseconds since 1970.
 */
export const createLimiter = (clock: () => number): Limiter => {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return (kind, who) => {
    const { burst, perSecond } = rates[kind];
    const key = `${kind} ${who}`;
    const now = clock();
    const held = buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, held.tokens + (Math.max(0, now - held.at) / 1000) * perSecond);
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (buckets.size > MOST_KEYS) for (const oldest of buckets.keys()) return buckets.delete(oldest) && tokens >= 1;
    return tokens >= 1;
  };
};
