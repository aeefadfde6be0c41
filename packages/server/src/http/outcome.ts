import type { Finding, Json } from '@dondoc/core';
import type { ProblemCode } from './problems.ts';

/** Why something was not done: a code of the catalogue of problems, and what it needs to be told well. */
export interface Failure {
  readonly code: ProblemCode;
  /** What the sentence names. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Findings of core: they become `errors[]`, with JSON pointers below `at`. */
  readonly findings?: readonly Finding[];
  /** Where the findings' paths begin in the request's body: `['submission']`. */
  readonly at?: readonly (string | number)[];
  /** Members added to the problem: both versions of a draft, the current version of a stream. */
  readonly more?: Readonly<Record<string, Json>>;
}

/** Expected failures are values. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failed = (code: ProblemCode, more: Omit<Failure, 'code'> = {}): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, ...more },
});
