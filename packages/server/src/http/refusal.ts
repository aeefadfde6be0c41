import type { Context } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../context.ts';
import type { Failure } from './outcome.ts';
import { page } from './page.ts';
import { detailOf, problems } from './problems.ts';
import { sendProblem } from './send.ts';

/** Answers with a problem as a page: its title and what to do. */
export const problemPage = (
  c: Context<AppEnv>,
  { code, params }: Pick<Failure, 'code' | 'params'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const { status, title } = problems[code];
  return page(c, {
    title,
    status,
    headers,
    body: html`<h1>${title}</h1>
      <p>${detailOf(code, params)}</p>`,
  });
};

/** Refuses as who asks can read it: programs by a problem, people at our pages by a page. */
export const sendRefusal = (
  c: Context<AppEnv>,
  failure: Failure,
  headers: Readonly<Record<string, string>> = {},
): Response | Promise<Response> =>
  c.req.path.startsWith('/v1/') ? sendProblem(c, failure, headers) : problemPage(c, failure, headers);
