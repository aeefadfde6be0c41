import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { respond, sendProblem } from '../http/send.ts';
import { query } from '../http/validate.ts';
import { reportPeriodQuery } from '../obligations/queries.ts';
import { standpointOf } from '../obligations/standpoint.ts';
import { remindersSchema } from './reminders.schema.ts';
import { remindersOf } from './reminders.usecases.ts';

/** The route of who is to be reminded or urged; that it was done is recorded by the acts `remind` and `urge`. */
export const reminderRoutes = (app: App) =>
  new Hono<AppEnv>().get(
    '/v1/reminders',
    describe({
      summary: 'List who is to be reminded or urged now and why, with the text for a chat group',
      tags: ['Obligations'],
      answer: remindersSchema,
      name: 'Reminders',
      problems: ['not-found'],
    }),
    allow('read'),
    query(reportPeriodQuery),
    async (c) => {
      const at = c.get('at');
      const standpoint = await standpointOf(app, { at, pulse: c.get('pulse'), office: c.get('office') });
      if (!standpoint.ok) return sendProblem(c, standpoint.failure);
      const of = c.req.valid('query');
      return respond(
        c,
        await remindersOf(app.store, { standpoint: standpoint.value, principal: c.get('principal'), at, of }),
      );
    },
  );
