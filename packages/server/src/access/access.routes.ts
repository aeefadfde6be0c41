import { vietnamMoment } from '@dondoc/core';
import { Hono, type Context } from 'hono';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { done } from '../http/outcome.ts';
import { respond, sendJson, sendProblem } from '../http/send.ts';
import { body } from '../http/validate.ts';
import { madeTokenSchema, meSchema, setupSchema } from './access.schema.ts';
import { setUp } from './setup.usecases.ts';
import { allow } from './allow.ts';
import { can, capabilities, type Capability } from './capabilities.ts';
import { credentialRoutes } from './credentials.routes.ts';
import { signInPages } from './sign-in.pages.ts';

/** Who asks, as the API tells it and the pages show it. */
const me = (c: Context<AppEnv>) => {
  const { id, roles, unit } = c.get('principal');
  const { directory, settings } = c.get('office');
  const at = c.get('at');
  const { day } = vietnamMoment(Date.parse(at));
  const nameOf = (agency: string): string => directory.at(agency, day)?.name ?? agency;
  // Keys of an object literal, which Object.keys widens to strings.
  const all = Object.keys(capabilities) as readonly Capability[];
  return {
    principal: id,
    roles,
    capabilities: all.filter((capability) => can(c.get('principal'), capability)),
    ...(unit === undefined ? {} : { unit: { id: unit, name: nameOf(unit) } }),
    office: settings === undefined ? null : { id: settings.desk, name: nameOf(settings.desk), demo: settings.demo },
    now: at,
  };
};

/** Access: who one is, the first token, tokens, links, devices, signing in and out. */
export const accessRoutes = (app: App) =>
  new Hono<AppEnv>()
    .get(
      '/v1/me',
      describe({
        summary: 'Who one is to the office, and what one may do',
        tags: ['Access'],
        answer: meSchema,
        name: 'Me',
      }),
      allow('read', 'read-own'),
      (c) => sendJson(c, me(c)),
    )
    .post(
      '/v1/setup',
      describe({
        summary: 'Make the first admin token with the deployment’s setup secret; each value works once',
        tags: ['Access'],
        answer: madeTokenSchema,
        name: 'MadeToken',
        status: 201,
        problems: ['setup-refused', 'busy'],
      }),
      body(setupSchema),
      async (c) => {
        const made = await setUp(app, c.req.valid('json'), { at: c.get('at') });
        if (!made.ok) return sendProblem(c, made.failure);
        const { secret, credential } = made.value;
        return respond(c, done({ ...credential, token: secret }), 201);
      },
    )
    .route('/', credentialRoutes(app))
    .route('/', signInPages(app));
