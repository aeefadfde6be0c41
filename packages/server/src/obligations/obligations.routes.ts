import type { ObligationKey, Store } from '@dondoc/store';
import { Hono, type Context } from 'hono';
import { allow, allowUnit } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { csvType, sendFile } from '../http/file.ts';
import type { Outcome } from '../http/outcome.ts';
import { after, pageSchema, type Page } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { param, query } from '../http/validate.ts';
import { boardCsv } from './board-csv.ts';
import { boardOf } from './board.usecases.ts';
import { conditional } from './conditional.ts';
import { contentIn } from './content.ts';
import { candidates, listOf } from './list.usecases.ts';
import {
  boardSchema,
  explanationSchema,
  obligationSchema,
  rowSchema,
  type Board,
  type ObligationRow,
} from './obligations.schema.ts';
import { explanationOf, obligationOf } from './one.usecases.ts';
import { asOfQuery, boardQuery, listQuery, obligationParams, reportPeriodParams } from './queries.ts';
import { draftsFrom, standpointOf, type Drafts, type Standpoint } from './standpoint.ts';

const tags = ['Obligations'] as const;
const path = '/v1/plans/:plan/reports/:report/periods/:period/obligations';

type Told<T> = (store: Store, asked: Parameters<typeof obligationOf>[1]) => Promise<Outcome<T>>;

/** Routes of what units owe: lists, boards, one obligation and why it is in its state. */
export const obligationRoutes = (app: App) => {
  const { store } = app;
  const { scope, again, answer } = conditional(app.config.version);
  const look = (c: Context<AppEnv>, asOf: string | undefined) =>
    standpointOf(app, { at: c.get('at'), pulse: c.get('pulse'), office: c.get('office'), asOf });
  /** The drafts that the same question's last answer followed from, as they are now; undefined: there is none to hold to. */
  const draftsOfLast = async (c: Context<AppEnv>, standpoint: Standpoint): Promise<Drafts | undefined> => {
    const last = scope(c, standpoint);
    return last && draftsFrom(store, standpoint, last);
  };

  /** Tells of one obligation what a use case makes of it. */
  const tell = async <T>(
    c: Context<AppEnv>,
    { of, asOf, told }: { readonly of: ObligationKey; readonly asOf: string | undefined; readonly told: Told<T> },
  ) => {
    const standpoint = await look(c, asOf);
    if (!standpoint.ok) return sendProblem(c, standpoint.failure);
    return respond(c, await told(store, { of, standpoint: standpoint.value, principal: c.get('principal') }));
  };

  return new Hono<AppEnv>()
    .get(
      '/v1/obligations',
      describe({
        summary: 'List obligations with their states',
        tags,
        answer: pageSchema(rowSchema),
        name: 'ObligationPage',
        problems: ['not-found', 'not-yours'],
      }),
      allow('read-own'),
      query(listQuery),
      async (c) => {
        const { limit, cursor, asOf, ...asked } = c.req.valid('query');
        const principal = c.get('principal');
        const standpoint = await look(c, asOf);
        if (!standpoint.ok) return sendProblem(c, standpoint.failure);
        const drafts = await draftsOfLast(c, standpoint.value);
        const same = drafts && again<Page<ObligationRow>>(c, { standpoint: standpoint.value, drafts });
        if (same !== undefined) return same;
        const found = await candidates(standpoint.value.view, asked, principal);
        if (!found.ok) return sendProblem(c, found.failure);
        const listed = await listOf(store, {
          candidates: found.value,
          state: asked.state,
          standpoint: standpoint.value,
          drafts,
          principal,
          limit,
          after: after(cursor),
        });
        if (!listed.ok) return sendProblem(c, listed.failure);
        return answer(c, standpoint.value, listed.value);
      },
    )
    .get(
      path,
      describe({
        summary: 'Show the board of a report and period: units with their states, and rates',
        tags,
        answer: boardSchema,
        name: 'Board',
        problems: ['not-found'],
      }),
      allow('read'),
      param(reportPeriodParams),
      query(boardQuery),
      async (c) => {
        const { asOf, include, ...filter } = c.req.valid('query');
        const of = c.req.valid('param');
        const standpoint = await look(c, asOf);
        if (!standpoint.ok) return sendProblem(c, standpoint.failure);
        const drafts = await draftsOfLast(c, standpoint.value);
        const same = drafts && again<Board>(c, { standpoint: standpoint.value, drafts });
        if (same !== undefined) return same;
        const contentOf = include === undefined ? undefined : contentIn(store, { of, standpoint: standpoint.value });
        const principal = c.get('principal');
        const made = await boardOf(store, {
          of,
          standpoint: standpoint.value,
          drafts,
          principal,
          at: c.get('at'),
          filter,
          contentOf,
        });
        if (!made.ok) return sendProblem(c, made.failure);
        return answer(c, standpoint.value, made.value);
      },
    )
    .get(
      `${path}.csv`,
      describe({
        summary: 'Download the board of a report and period as CSV',
        tags,
        answer: { mediaType: csvType },
        problems: ['not-found'],
      }),
      allow('read'),
      param(reportPeriodParams),
      query(boardQuery),
      async (c) => {
        const { asOf, include: _, ...filter } = c.req.valid('query');
        const of = c.req.valid('param');
        const standpoint = await look(c, asOf);
        if (!standpoint.ok) return sendProblem(c, standpoint.failure);
        const made = await boardOf(store, {
          of,
          standpoint: standpoint.value,
          principal: c.get('principal'),
          at: c.get('at'),
          filter,
        });
        if (!made.ok) return sendProblem(c, made.failure);
        const bytes = new TextEncoder().encode(boardCsv(made.value.value));
        return sendFile(c, { bytes, mediaType: csvType, name: `${of.plan}-${of.report}-${of.period}.csv` });
      },
    )
    .get(
      `${path}/:unit`,
      describe({
        summary: 'Show one obligation with its state and what is asked',
        tags,
        answer: obligationSchema,
        name: 'Obligation',
        problems: ['not-found', 'not-yours'],
      }),
      allowUnit('read-own'),
      param(obligationParams),
      query(asOfQuery),
      async (c) => {
        return tell(c, { of: c.req.valid('param'), asOf: c.req.valid('query').asOf, told: obligationOf });
      },
    )
    .get(
      `${path}/:unit/explain`,
      describe({
        summary: 'Explain why an obligation is in its state',
        tags,
        answer: explanationSchema,
        name: 'Explanation',
        problems: ['not-found', 'not-yours'],
      }),
      allowUnit('read-own'),
      param(obligationParams),
      query(asOfQuery),
      async (c) => {
        return tell(c, { of: c.req.valid('param'), asOf: c.req.valid('query').asOf, told: explanationOf });
      },
    );
};
