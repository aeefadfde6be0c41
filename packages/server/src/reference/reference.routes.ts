import { Hono } from 'hono';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { sendProblem } from '../http/send.ts';
import { docsPage } from './docs.page.ts';
import { openapiText } from './openapi.ts';
import { healthSchema, readySchema } from './reference.schema.ts';

const tags = ['Reference'] as const;

/** How long what changes with the version alone may be kept. */
const HOUR = 'public, max-age=3600';

/** What is public and says nothing of the office: whether the app lives, and how to talk to it. */
export const referenceRoutes = ({ config, store }: App) =>
  new Hono<AppEnv>()
    .get(
      '/healthz',
      describe({ summary: 'Tell that the app runs; asks no database', tags, answer: healthSchema, name: 'Health' }),
      (c) => c.json({ status: 'ok', version: config.version } as const),
    )
    .get(
      '/readyz',
      describe({
        summary: 'Tell that the app can reach its database',
        tags,
        answer: readySchema,
        name: 'Ready',
        problems: ['unavailable'],
      }),
      async (c) => {
        const pulse = await store.pulse().catch(() => undefined);
        return pulse === undefined
          ? sendProblem(c, { code: 'unavailable' })
          : c.json({ status: 'ready', seq: pulse.seq } as const);
      },
    )
    .get('/openapi.json', (c) =>
      c.body(openapiText(config.version), 200, { 'content-type': 'application/json', 'cache-control': HOUR }),
    )
    .get('/docs', (c) => docsPage(c));
