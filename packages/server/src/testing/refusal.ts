import type { TestApp } from './app.ts';

/** What an answer says of a refusal, and how many entries came since `seq`. */
export const told = async (response: Response, { app, seq }: { readonly app: TestApp; readonly seq: number }) => {
  const problem = (await response.json()) as { readonly status?: unknown; readonly code?: unknown };
  return {
    statuses: [response.status, problem.status],
    code: problem.code,
    type: response.headers.get('content-type'),
    hasId: response.headers.has('x-request-id'),
    entries: (await app.seq()) - seq,
  };
};

/** A refusal as it should be told, with nothing done. */
export const refusal = (status: number, code: string) => ({
  statuses: [status, status],
  code,
  type: 'application/problem+json',
  hasId: true,
  entries: 0,
});
