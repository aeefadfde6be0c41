import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { sendProblem } from './send.ts';

const versionOf = (header: string): number | undefined => {
  const digits = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Refuses an `If-Match` that is no version of ours, before any route reads it. */
export const checkIfMatch = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header('if-match');
  return header === undefined || versionOf(header) !== undefined
    ? next()
    : sendProblem(c, { code: 'bad-request', params: { what: 'If-Match' } });
});

/** The version of `If-Match`: `"7"` or `W/"7"`; undefined: the header is absent. `"0"`: what does not exist yet. */
export const ifMatch = (c: Context<AppEnv>): number | undefined => {
  const header = c.req.header('if-match');
  return header === undefined ? undefined : versionOf(header);
};
