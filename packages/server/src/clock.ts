import type { OfficeSettings } from '@dondoc/core';
import type { Store } from '@dondoc/store';

/** The deployment's setting that holds a demo office's own clock. */
export const demoClockSetting = 'demo-clock';

/** A demo office's clock: both are instants, ISO 8601 in UTC; it read `office` when the real one read `real`, and ticks. */
export interface DemoClock {
  readonly office: string;
  readonly real: string;
}

/** What a clock follows from, where it has just been read. */
export interface ClockGrounds {
  readonly setting: string | undefined;
  readonly settings: OfficeSettings | undefined;
}

/**
 * Gives the instant at which it is asked, however long what it is told takes to come; asks the store for what it is not
 * told, while it is not settled.
 */
export type OfficeClock = (told?: () => Promise<ClockGrounds | undefined>) => Promise<string>;

/** Reads the setting; undefined where it is absent or is no clock. */
const readDemoClock = (setting: string | undefined): number | undefined => {
  if (setting === undefined) return undefined;
  // Written by the deployment itself; still nothing but text here.
  const { office, real } = JSON.parse(setting) as Partial<DemoClock>;
  const ahead = Date.parse(office ?? '') - Date.parse(real ?? '');
  return Number.isFinite(ahead) ? ahead : undefined;
};

/**
 * Makes the office's clock: gives now as an ISO 8601 instant in UTC with milliseconds. A demo office that was given a
 * clock of its own goes by it; no other office does, whatever the setting says.
 *
 * `clock` gives milliseconds since 1970. What the store says is read until it is settled, then kept: both the clock and
 * whether the office is a demo are set once, at its creation.
 */
export const officeClock = (store: Pick<Store, 'setting' | 'configuration'>, clock: () => number): OfficeClock => {
  /** Milliseconds that the office is ahead of the real clock (mostly behind: below zero). */
  let ahead: number | undefined;
  const settle = async (told?: ClockGrounds): Promise<number | undefined> => {
    const setting = told === undefined ? await store.setting(demoClockSetting) : told.setting;
    const { settings } = told ?? (await store.configuration());
    const demo = readDemoClock(setting);
    if (settings === undefined) return undefined;
    // A demo office without a clock yet is one that is still being made.
    return settings.demo ? demo : 0;
  };
  return async (told) => {
    // Before anything is waited for: a report that came in time is in time on a slow day of the database too.
    const real = clock();
    ahead ??= await settle(await told?.());
    return new Date(real + (ahead ?? 0)).toISOString();
  };
};
