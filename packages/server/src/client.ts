import { hc } from 'hono/client';
import type { AppType } from './server.ts';

export type { Problem, ProblemError } from './http/problem.ts';
export type { ProblemCode } from './http/problems.ts';

export interface ClientOptions {
  /** Where the app is: `https://…`. */
  readonly baseUrl: string;
  /** Bearer token: `dd_…`. */
  readonly token?: string;
  /** Default: the runtime's own. An app in the same process: `(input, init) => app.request(input, init)`. */
  readonly fetch?: (input: string | URL | Request, init?: RequestInit) => Response | Promise<Response>;
}

/**
 * Makes a typed client of the API: paths, queries, bodies and answers are those of the app's routes. `res.ok` tells the
 * answer from a `Problem`.
 */
export const createClient = ({ baseUrl, token, fetch }: ClientOptions) =>
  hc<AppType>(baseUrl, {
    ...(fetch === undefined ? {} : { fetch }),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });

export type Client = ReturnType<typeof createClient>;
