import { Hono } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { idempotency, rememberOf } from '../http/idempotency.ts';
import { ifMatch } from '../http/if-match.ts';
import { after, pageOf, pageQuery, pageSchema } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { body, param, query } from '../http/validate.ts';
import { reportPeriodParams, slug } from '../obligations/queries.ts';
import { eventBody, eventMadeSchema, eventSchema, openingBody, openingSchema } from './events.schema.ts';
import { eventsOf, openingOf, requestOf } from './events.usecases.ts';

const tags = ['Events'] as const;
const problems = ['not-found', 'act-refused', 'version-mismatch', 'busy'] as const;

/** Routes of what is entered under a plan: ad hoc requests, events, openings of periods. */
export const eventRoutes = (app: App) =>
  new Hono<AppEnv>()
    .get(
      '/v1/events',
      describe({
        summary: 'List ad hoc requests and other events, newest plan first',
        tags,
        answer: pageSchema(eventSchema),
        name: 'EventPage',
        problems: ['not-found'],
      }),
      allow('read'),
      query(v.object({ ...pageQuery.entries, plan: v.exactOptional(slug) })),
      async (c) => {
        const { limit, cursor, plan } = c.req.valid('query');
        const all = await eventsOf(c.get('office'), plan);
        if (!all.ok) return sendProblem(c, all.failure);
        const keyOf = (event: { readonly plan: string; readonly event: string }) => `${event.plan}/${event.event}`;
        const start = all.value.findIndex((event) => keyOf(event) === after(cursor)) + 1;
        return c.json(pageOf(all.value.slice(start), { limit, keyOf }));
      },
    )
    .post(
      '/v1/events',
      describe({
        summary: 'Ask for a report ad hoc, or record the day of an event',
        tags,
        answer: eventMadeSchema,
        name: 'EventMade',
        status: 201,
        ifMatch: true,
        problems: [...problems, 'no-office'],
      }),
      allow('desk'),
      idempotency(app),
      body(eventBody),
      async (c) =>
        respond(
          c,
          await requestOf(app, {
            body: c.req.valid('json'),
            at: c.get('at'),
            actor: c.get('principal').id,
            version: ifMatch(c),
            remember: (made) => rememberOf(c, 201, made),
          }),
          201,
        ),
    )
    .post(
      '/v1/plans/:plan/reports/:report/periods/:period/opening',
      describe({
        summary: 'Open a period: what its request letter settled, never its due date',
        tags,
        answer: openingSchema,
        name: 'Opening',
        status: 201,
        ifMatch: true,
        problems,
      }),
      allow('desk'),
      idempotency(app),
      param(reportPeriodParams),
      body(openingBody),
      async (c) =>
        respond(
          c,
          await openingOf(app, {
            of: c.req.valid('param'),
            body: c.req.valid('json'),
            at: c.get('at'),
            actor: c.get('principal').id,
            version: ifMatch(c),
            remember: (made) => rememberOf(c, 201, made),
          }),
          201,
        ),
    );
