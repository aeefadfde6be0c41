import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { idempotency, rememberOf } from '../http/idempotency.ts';
import { ifMatch } from '../http/if-match.ts';
import { respond } from '../http/send.ts';
import { body } from '../http/validate.ts';
import { adoptionBody, adoptionSchema } from './adoption.schema.ts';
import { adoptProposed } from './adoption.usecases.ts';

/** The route by which an office, its agencies and its plans come into the ledger. */
export const adoptionRoutes = (app: App) =>
  new Hono<AppEnv>().post(
    '/v1/adoptions',
    describe({
      summary: 'Adopt an office and plans: what differs becomes entries, all or nothing',
      tags: ['Office'],
      answer: adoptionSchema,
      name: 'Adoption',
      ifMatch: true,
      problems: ['act-refused', 'version-mismatch', 'busy'],
    }),
    allow('administer'),
    idempotency(app),
    body(adoptionBody),
    async (c) =>
      respond(
        c,
        await adoptProposed(app, {
          body: c.req.valid('json'),
          at: c.get('at'),
          actor: c.get('principal').id,
          revision: ifMatch(c),
          remember: (answer) => rememberOf(c, 200, answer),
        }),
      ),
  );
