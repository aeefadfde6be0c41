import type { EntryContent, LedgerEntry, SealedEntry } from '@dondoc/core';
import type { Effects, RememberedAnswer } from '@dondoc/store';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';

/** What a use case has decided on the newest facts. */
export interface Decided<T> {
  readonly contents: readonly EntryContent[];
  readonly value: T;
  readonly effects?: Omit<Effects, 'remember'>;
}

export interface Committed<T> {
  readonly value: T;
  /** In the order of `contents`. */
  readonly entries: readonly LedgerEntry[];
}

/** How often an act is decided at most: as many as come at once all get through, for each time somebody else did. */
const ATTEMPTS = 8;
/** Milliseconds that the first wait takes at most; each next one twice as long. */
const FIRST_WAIT = 4;

/** Waits a little before the next try, each of those that collided for another while. */
const afterCollision = (attempt: number): Promise<void> =>
  new Promise((resume) => {
    setTimeout(resume, Math.random() * FIRST_WAIT * 2 ** attempt);
  });

/**
 * Decides and appends, again on newer facts where somebody else was first, eight times at most. With `once` (the sender
 * named the version it means) there is no second try: `version-mismatch`. An act that is refused is refused by the facts
 * that refused it. What is decided to need no entry is done already: nothing is appended.
 */
export const appendDecided = async <T>(
  { store }: Pick<App, 'store'>,
  {
    first,
    decide,
    once = false,
    remember,
  }: {
    /** What has just been decided, by who had to know it first. */
    readonly first?: Decided<T>;
    /** Reads the newest facts and decides on them. */
    readonly decide: () => Promise<Outcome<Decided<T>>>;
    readonly once?: boolean;
    /** The answer to be kept for a repeated Idempotency-Key. */
    readonly remember?: (value: T, sealed: readonly SealedEntry[]) => RememberedAnswer | undefined;
  },
): Promise<Outcome<Committed<T>>> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const decided = attempt === 1 && first !== undefined ? done(first) : await decide();
    if (!decided.ok) return decided;
    const { contents, value, effects = {} } = decided.value;
    if (contents.length === 0) return done({ value, entries: [] });
    const appended = await store.append({
      contents,
      effects: (sealed) => {
        const answer = remember?.(value, sealed);
        return answer === undefined ? effects : { ...effects, remember: answer };
      },
    });
    if (appended.ok) return done({ value, entries: appended.entries });
    if (once) return failed('version-mismatch');
    if (attempt < ATTEMPTS) await afterCollision(attempt);
  }
  return failed('busy');
};
