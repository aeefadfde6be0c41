import type { ConsolidationState, SealedEntry } from '@dondoc/core';
import type { Principal, RememberedAnswer } from '@dondoc/store';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';

/** Who asks, when, and of which version of the stream. */
export interface Asking<Answer> {
  readonly at: string;
  readonly principal: Principal;
  /** Version of the stream that the sender means; absent: whatever it is. */
  readonly version?: number | undefined;
  readonly remember?: (answer: Answer) => RememberedAnswer | undefined;
}

/** Refuses what was meant for another version of the stream. */
export const sameVersion = (state: ConsolidationState, version: number | undefined): Outcome<undefined> =>
  version === undefined || version === state.version
    ? done(undefined)
    : failed('version-mismatch', { more: { version: state.version } });

/** Decides, appends, and answers with the first entry appended, which is the act's own. */
export const commit = async <T, Answer>(
  app: Pick<App, 'store'>,
  { version, remember }: Asking<Answer>,
  {
    decide,
    answerOf,
  }: {
    readonly decide: () => Promise<Outcome<Decided<T>>>;
    readonly answerOf: (value: T, entry: SealedEntry) => Answer;
  },
): Promise<Outcome<Answer>> => {
  const appended = await appendDecided<T>(app, {
    decide,
    once: version !== undefined,
    ...(remember === undefined
      ? {}
      : { remember: (value, [entry]) => (entry === undefined ? undefined : remember(answerOf(value, entry))) }),
  });
  if (!appended.ok) return appended;
  const { value, entries } = appended.value;
  const [entry] = entries;
  if (entry === undefined) throw new Error('an act without its entry');
  return done(answerOf(value, entry));
};
