import type { Finding } from './finding.ts';

/** What a function that may be refused gives back: a value, or every reason at once. Never thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };
