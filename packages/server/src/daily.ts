import type { Store } from '@dondoc/store';
import { officeClock } from './clock.ts';
import type { LogLine } from './context.ts';

export interface DailyDeps {
  readonly store: Store;
  /** Milliseconds since 1970 in UTC. */
  readonly clock: () => number;
  readonly log?: (line: LogLine) => void;
}

/** Who the ledger names for what no person did. */
export const systemActor = 'system';

const HOUR = 3_600_000;
/** How long a remembered answer to an Idempotency-Key is kept. */
const ANSWERS = 48 * HOUR;
/** How long ended sessions and used-up links stay on the lists. */
const ACCESS = 30 * 24 * HOUR;

/**
 * Does what is to be done once a day: seals the heads of all streams that have moved, and forgets what is kept for a
 * time only. Run again it does nothing more.
 */
export const daily = async ({ store, clock, log = () => undefined }: DailyDeps): Promise<void> => {
  const at = await officeClock(store, clock)();
  const sealed = await store.checkpoint({ at, actor: systemActor });
  const before = (age: number): string => new Date(Date.parse(at) - age).toISOString();
  await store.tidy({ answers: before(ANSWERS), access: before(ACCESS) });
  log({ level: 'info', event: 'daily', ...(sealed === undefined ? {} : { checkpoint: sealed.version }) });
};
