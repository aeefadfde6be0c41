import { minuteOf, type Facts, type Obligation } from '@dondoc/core';
import type { Context, TypedResponse } from 'hono';
import type { AppEnv } from '../context.ts';
import { notModified, weakEtag } from '../http/etag.ts';
import { completeAnswer } from '../http/headers.ts';
import { keptBodies } from '../http/kept-bodies.ts';
import type { Drafts, Scope, Standpoint } from './standpoint.ts';

/** Nothing has changed; typed, so that clients keep sight of the other answers. */
export type NotModified = Response & TypedResponse<null, 304, 'body'>;

/** What an answer about obligations follows from, besides their facts. */
export interface Basis {
  readonly standpoint: Standpoint;
  readonly drafts: Drafts;
}

/**
 * Lists the minutes of a day at which the state of an obligation turns by the clock alone: the hour of its deadline, or
 * of the date for sending again. All other turns are at midnight.
 */
export const turnsOf = (
  day: string,
  obligations: readonly Pick<Obligation, 'id' | 'due'>[],
  facts: ReadonlyMap<string, Pick<Facts, 'returned'>>,
): readonly number[] => {
  const turns: number[] = [];
  for (const { id, due } of obligations) {
    // Not what the date has become: an extension runs to midnight.
    if (due.kind === 'dated' && due.time !== undefined && due.lastDay === day) turns.push(due.lastMinute + 1);
    const { due: again, dueTime } = facts.get(id)?.returned ?? {};
    if (again === day && dueTime !== undefined) turns.push(minuteOf(dueTime));
  }
  return turns;
};

const stampOf = (drafts: Basis['drafts']): string => {
  let revs = 0;
  let last = '';
  for (const { rev, at } of drafts.values()) {
    revs += rev;
    if (at > last) last = at;
  }
  return `${drafts.size}-${revs}-${last}`;
};

/** Folds a text into a few characters: an ETag tells answers of one address apart, it guards nothing. */
const short = (text: string): string => {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash >>> 0).toString(36);
};

/** Queries whose turns are kept at hand. */
const MOST_KEPT = 200;

interface Turns {
  /** The minutes of the day at which an answer turns by itself. */
  readonly turns: readonly number[];
  /** Where its drafts are looked for. */
  readonly scope: Scope;
}

/** An answer as it was made. */
export interface Made<T> extends Turns {
  readonly value: T;
  readonly drafts: Drafts;
}

/** What was is as it is. */
const unturning: Turns = { turns: [], scope: {} };

type Answer<T> = NotModified | (Response & TypedResponse<T, 200, 'json'>);

/**
 * Makes the checks by which lists and boards are answered again without being made again: with 304 to who holds the last
 * answer, else with the bytes of the last answer of the same ETag. `scope`: where there was an answer at the same seq, so
 * that the drafts of this scope are all that has to be read. `again`: with those drafts, where it is the same. `answer`:
 * with what was made.
 *
 * Once an hour of the day has passed, the minute counts too: what is missing is then 'quá hạn 20 phút'.
 */
export const conditional = (version: string) => {
  const known = new Map<string, Turns & { readonly seq: number; readonly day: string }>();
  const bodies = keptBodies();

  const keyOf = (c: Context<AppEnv>): string => {
    const { id, roles } = c.get('principal');
    return `${id}(${roles.join()})${c.req.url}`;
  };

  const turnsKnown = (c: Context<AppEnv>, { seq, now, until }: Standpoint): Turns | undefined => {
    if (until !== undefined) return unturning;
    const found = known.get(keyOf(c));
    return found?.seq === seq && found.day === now.day ? found : undefined;
  };

  const etagOf = (key: string, { standpoint, drafts }: Basis, turns: readonly number[]): string => {
    const { seq, now, until } = standpoint;
    const passed = until === undefined ? turns.filter((minute) => minute <= now.minute).length : 0;
    const minute = passed === 0 ? '' : now.minute;
    return weakEtag([version, seq, until ?? now.day, passed, minute, stampOf(drafts), short(key)]);
  };

  // What clients are told by: a 304 has no body, and the bytes are the value's.
  const unchanged = (c: Context<AppEnv>, etag: string) => notModified(c, etag) as NotModified | undefined;
  const sent = <T>(c: Context<AppEnv>, bytes: Uint8Array<ArrayBuffer>, etag: string) =>
    completeAnswer(c, bytes, {
      status: 200,
      headers: { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' },
    }) as Response & TypedResponse<T, 200, 'json'>;

  return {
    scope: (c: Context<AppEnv>, standpoint: Standpoint): Scope | undefined => turnsKnown(c, standpoint)?.scope,
    again: <T>(c: Context<AppEnv>, basis: Basis): Answer<T> | undefined => {
      const key = keyOf(c);
      const found = turnsKnown(c, basis.standpoint);
      if (found === undefined) return undefined;
      const etag = etagOf(key, basis, found.turns);
      // The ETag's own key is short: two may share it.
      const bytes = bodies.get(`${etag} ${key}`);
      return unchanged(c, etag) ?? (bytes && sent<T>(c, bytes, etag));
    },
    answer: <T>(c: Context<AppEnv>, standpoint: Standpoint, { value, turns, scope, drafts }: Made<T>): Answer<T> => {
      const { seq, now } = standpoint;
      const key = keyOf(c);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, { seq, day: now.day, turns, scope });
      const etag = etagOf(key, { standpoint, drafts }, turns);
      const same = unchanged(c, etag);
      if (same !== undefined) return same;
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      bodies.keep(`${etag} ${key}`, bytes);
      return sent<T>(c, bytes, etag);
    },
  };
};
