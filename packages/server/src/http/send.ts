import type { Context, TypedResponse } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../context.ts';
import { completeAnswer } from './headers.ts';
import type { Failure, Outcome } from './outcome.ts';
import { problemOf, type Problem } from './problem.ts';
import type { ProblemStatus } from './problems.ts';

/** A problem as a handler's answer; clients see its type. */
export type ProblemResponse = Response & TypedResponse<Problem, ProblemStatus, 'json'>;

/** Answers with the problem that a failure is: `application/problem+json`. */
export const sendProblem = (
  c: Context<AppEnv>,
  failure: Failure,
  headers: Readonly<Record<string, string>> = {},
): ProblemResponse => {
  const problem = problemOf(failure, c.get('requestId'));
  return completeAnswer(c, JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    // A response knows no shape; clients are told the one that was just written.
  }) as ProblemResponse;
};

/** Answers with a value as JSON. */
export const sendJson = <T>(c: Context<AppEnv>, value: T): Response & TypedResponse<T, 200, 'json'> =>
  completeAnswer(c, JSON.stringify(value), {
    status: 200,
    headers: { 'content-type': 'application/json' },
    // As above: the shape is the value's.
  }) as Response & TypedResponse<T, 200, 'json'>;

/** Answers with an outcome: its value as JSON, or the problem. */
export const respond = <T, S extends ContentfulStatusCode = 200>(
  c: Context<AppEnv>,
  outcome: Outcome<T>,
  status?: S,
  headers: Readonly<Record<string, string>> = {},
): (Response & TypedResponse<T, S, 'json'>) | ProblemResponse => {
  if (!outcome.ok) return sendProblem(c, outcome.failure);
  return completeAnswer(c, JSON.stringify(outcome.value), {
    status: status ?? 200,
    headers: { ...headers, 'content-type': 'application/json' },
    // As above: the shape is the outcome's.
  }) as Response & TypedResponse<T, S, 'json'>;
};
