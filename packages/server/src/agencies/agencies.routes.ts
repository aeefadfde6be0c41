import { clockMoment } from '@dondoc/core';
import { Hono } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { notModified, weakEtag } from '../http/etag.ts';
import { after, pageOf, pageQuery, pageSchema } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { param, query } from '../http/validate.ts';
import type { NotModified } from '../obligations/conditional.ts';
import { day, slug } from '../obligations/queries.ts';
import { agencyHistorySchema, agencySchema, settingsSchema } from './agencies.schema.ts';
import { agenciesFor, agencyOf } from './agencies.usecases.ts';

const tags = ['Office'] as const;

/** Routes of the office: its agencies and its settings. */
export const agencyRoutes = ({ config }: App) =>
  new Hono<AppEnv>()
    .get(
      '/v1/agencies',
      describe({
        summary: "List agencies in the office's order",
        tags,
        answer: pageSchema(agencySchema),
        name: 'AgencyPage',
      }),
      allow('read-own'),
      query(
        v.object({
          ...pageQuery.entries,
          kind: v.exactOptional(slug),
          q: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
          /** As of which day; default: today. */
          day: v.exactOptional(day),
        }),
      ),
      (c) => {
        const { limit, cursor, day: asked, ...filter } = c.req.valid('query');
        const today = clockMoment(c.get('at')).day;
        const all = agenciesFor(c.get('office'), { ...filter, principal: c.get('principal'), day: asked ?? today });
        const start = all.findIndex(({ id }) => id === after(cursor)) + 1;
        return c.json(pageOf(all.slice(start), { limit, keyOf: ({ id }) => id }));
      },
    )
    .get(
      '/v1/agencies/:agency',
      describe({
        summary: 'Show one agency with its dated names, kinds and parents',
        tags,
        answer: agencyHistorySchema,
        name: 'Agency',
        problems: ['not-found', 'not-yours'],
      }),
      allow('read-own'),
      param(v.object({ agency: slug })),
      query(v.object({ day: v.exactOptional(day) })),
      (c) => {
        const asked = c.req.valid('query').day ?? clockMoment(c.get('at')).day;
        const { agency } = c.req.valid('param');
        return respond(c, agencyOf(c.get('office'), agency, { principal: c.get('principal'), day: asked }));
      },
    )
    .get(
      '/v1/settings',
      describe({
        summary: 'Show what the office is apart from its agencies',
        tags,
        answer: settingsSchema,
        name: 'Settings',
        problems: ['no-office'],
      }),
      allow('read'),
      (c) => {
        const { settings, revision } = c.get('office');
        if (settings === undefined) return sendProblem(c, { code: 'no-office' });
        // A 304 has no body; the type is what it is told to clients by.
        const unchanged = notModified(c, weakEtag([config.version, revision, 'settings'])) as NotModified | undefined;
        return unchanged ?? c.json({ revision, settings });
      },
    );
