import { Hono } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { notModified, weakEtag } from '../http/etag.ts';
import { docxType, sendFile } from '../http/file.ts';
import { after, pageOf, pageQuery, pageSchema } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { param, query } from '../http/validate.ts';
import type { NotModified } from '../obligations/conditional.ts';
import { slug } from '../obligations/queries.ts';
import { diffSchema, planSchema, planSummarySchema, versionSchema, versionSummarySchema } from './plans.schema.ts';
import { differenceOf, periodsAsked, planFor, planPaper, plansFor, versionOf, versionsOf } from './plans.usecases.ts';

const tags = ['Plans'] as const;
const problems = ['not-found', 'not-yours'] as const;
const number = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number));
const planParam = v.object({ plan: slug });

/** Routes of plans: what was adopted, its versions and their differences, its paper. */
export const planRoutes = (app: App) =>
  new Hono<AppEnv>()
    .get(
      '/v1/plans',
      describe({ summary: 'List plans, by year', tags, answer: pageSchema(planSummarySchema), name: 'PlanPage' }),
      allow('read-own'),
      query(pageQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const all = await plansFor(c.get('office'), c.get('principal'));
        const start = all.findIndex(({ id }) => id === after(cursor)) + 1;
        return c.json(pageOf(all.slice(start), { limit, keyOf: ({ id }) => id }));
      },
    )
    .get(
      '/v1/plans/:file{[a-z0-9-]+\\.docx}',
      describe({ summary: 'Download a plan as a Word document', tags, answer: { mediaType: docxType }, problems }),
      allow('read-own'),
      async (c) => {
        const office = c.get('office');
        const found = await planFor(office, c.req.param('file').replace(/\.docx$/, ''), c.get('principal'));
        return found.ok ? sendFile(c, await planPaper(office, found.value.newest)) : sendProblem(c, found.failure);
      },
    )
    .get(
      '/v1/plans/:plan',
      describe({
        summary: 'Show a plan and what it asks for by when',
        tags,
        answer: planSchema,
        name: 'Plan',
        problems,
      }),
      allow('read-own'),
      param(planParam),
      async (c) => {
        const office = c.get('office');
        const { plan } = c.req.valid('param');
        const found = await planFor(office, plan, c.get('principal'));
        if (!found.ok) return sendProblem(c, found.failure);
        // It follows from what is adopted alone. A 304 has no body; the type is what it is told to clients by.
        const unchanged = notModified(c, weakEtag([app.config.version, office.revision, plan])) as
          | NotModified
          | undefined;
        if (unchanged !== undefined) return unchanged;
        const { summary, newest } = found.value;
        return c.json({ ...summary, plan: newest.plan, periods: await periodsAsked(office, plan) });
      },
    )
    .get(
      '/v1/plans/:plan/versions',
      describe({
        summary: 'List the versions of a plan',
        tags,
        answer: v.object({ items: v.array(versionSummarySchema) }),
        name: 'PlanVersions',
        problems,
      }),
      allow('read-own'),
      param(planParam),
      async (c) => {
        const found = await planFor(c.get('office'), c.req.valid('param').plan, c.get('principal'));
        return found.ok ? c.json({ items: versionsOf(found.value.history) }) : sendProblem(c, found.failure);
      },
    )
    .get(
      '/v1/plans/:plan/versions/:version',
      describe({ summary: 'Show one version of a plan', tags, answer: versionSchema, name: 'PlanVersion', problems }),
      allow('read-own'),
      param(v.object({ ...planParam.entries, version: number })),
      async (c) => {
        const { plan, version } = c.req.valid('param');
        const found = await planFor(c.get('office'), plan, c.get('principal'));
        return found.ok ? respond(c, versionOf(found.value.history, plan, version)) : sendProblem(c, found.failure);
      },
    )
    .get(
      '/v1/plans/:plan/diff',
      describe({
        summary: 'Compare two versions of a plan: by default the newest with the one before',
        tags,
        answer: diffSchema,
        name: 'PlanDifference',
        problems,
      }),
      allow('read-own'),
      param(planParam),
      query(v.object({ from: v.exactOptional(number), to: v.exactOptional(number) })),
      async (c) => {
        const { plan } = c.req.valid('param');
        const found = await planFor(c.get('office'), plan, c.get('principal'));
        if (!found.ok) return sendProblem(c, found.failure);
        return respond(c, differenceOf(found.value.history, { plan, ...c.req.valid('query') }));
      },
    );
