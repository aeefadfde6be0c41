import { vietnamInstant, vietnamMoment } from '@dondoc/core';
import type { Principal, Store } from '@dondoc/store';
import manifest from '../../package.json' with { type: 'json' };

/** Asks the app as whoever acts and gives its answer; a refusal is a mistake in the story. */
export type Ask = <T>(method: 'POST' | 'PUT' | 'GET', path: string, json?: unknown) => Promise<T>;

/** Somebody does something at a moment. */
export interface Happening {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly as: Principal;
  readonly run: (ask: Ask) => Promise<unknown>;
}

/** When the day's checkpoint is made: minute of a Vietnam day. */
const NIGHT = 23 * 60 + 50;

/** Lets a story happen again through the app itself, on a clock that goes from one moment to the next. */
export async function replay({
  store,
  happenings,
  step,
}: {
  readonly store: Store;
  readonly happenings: readonly Happening[];
  /** Told each Vietnam day before it begins. */
  readonly step: (day: string) => void;
}): Promise<void> {
  const { createServer, daily } = await import('@dondoc/server');
  let now = 0;
  let acting: Principal | undefined;
  const clock = () => now;
  const app = createServer({
    database: store,
    clock,
    config: { version: manifest.version, publicUrl: 'http://127.0.0.1:8787' },
    authenticate: () => acting,
    limiter: () => true,
    log: () => undefined,
  });
  const ask: Ask = async <T>(method: 'POST' | 'PUT' | 'GET', path: string, json?: unknown) => {
    const response = await app.request(path, {
      method,
      ...(json === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
    });
    if (!response.ok) throw new Error(`the demo's story: ${method} ${path}: ${await response.text()}`);
    // The story knows what the app answers it.
    return (await response.json()) as T;
  };
  const days = Map.groupBy(happenings.toSorted(inTime), ({ at }) => vietnamMoment(Date.parse(at)).day);
  for (const [day, list] of days) {
    step(day);
    for (const { at, as, run } of list) {
      now = Date.parse(at);
      acting = as;
      await run(ask);
    }
    if (day === [...days.keys()].at(-1)) continue;
    now = Date.parse(vietnamInstant(day, NIGHT));
    await daily({ store, clock });
  }
}

/** How many days have happenings: the steps of a replay. */
export const daysOf = (happenings: readonly Happening[]): number =>
  new Set(happenings.map(({ at }) => vietnamMoment(Date.parse(at)).day)).size;

const inTime = (a: Happening, b: Happening): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
