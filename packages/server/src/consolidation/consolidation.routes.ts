import { clockMoment, differenceOf } from '@dondoc/core';
import { Hono, type Context, type TypedResponse } from 'hono';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { notModified, weakEtag } from '../http/etag.ts';
import { csvType, docxType, sendFile } from '../http/file.ts';
import { idempotency, rememberOf } from '../http/idempotency.ts';
import { ifMatch } from '../http/if-match.ts';
import { respond, sendProblem } from '../http/send.ts';
import { body, param, query } from '../http/validate.ts';
import { actAnswer, actInput, actOnConsolidation } from './acts.ts';
import { consolidationAnswer, includedIn, type SupplementAnswer } from './answers.ts';
import { deskDraftAnswer, deskDraftInput, readDeskText, saveDeskText } from './desk-text.ts';
import { figuresCsv } from './figures.ts';
import { issueRoutes } from './issues.routes.ts';
import { createLive, type ConsolidationApp } from './live.ts';
import { consolidationPaper, docx, internalAnnexesOf, paperName } from './paper.ts';
import { consolidationSchema, includeQuery, internalQuery, reportPeriodParams, supplementSchema } from './schemas.ts';

const tags = ['Consolidation'] as const;
const path = '/v1/plans/:plan/reports/:report/periods/:period/consolidation';

/** Nothing has changed; typed, so that clients keep sight of the other answers. */
type NotModified = Response & TypedResponse<null, 304, 'body'>;

/** Routes of the desk's consolidation of one report and period: figures, text, acts, papers, issues. */
export const consolidationRoutes = (given: App) => {
  const app: ConsolidationApp = { ...given, live: createLive(given) };
  const { store, config } = app;

  /** The figures follow from the ledger and the text from the draft: neither changed, nothing to add up. */
  const unchanged = async (c: Context<AppEnv>, of: { plan: string; report: string; period: string }) => {
    const rev = (await store.deskDraft(of))?.rev ?? 0;
    const { search } = new URL(c.req.url);
    return notModified(c, weakEtag([config.version, c.get('pulse').seq, rev, search])) as NotModified | undefined; // a 304 has no body
  };

  return new Hono<AppEnv>()
    .get(
      path,
      describe({
        summary: 'Show a consolidation as it stands: figures, coverage, findings, the text and its stage',
        tags,
        answer: consolidationSchema,
        name: 'Consolidation',
        problems: ['not-found', 'no-form', 'no-office'],
      }),
      allow('read'),
      param(reportPeriodParams),
      query(includeQuery),
      async (c) => {
        const of = c.req.valid('param');
        const held = await unchanged(c, of);
        if (held !== undefined) return held;
        const live = await app.live(of, c.get('pulse'));
        if (!live.ok) return sendProblem(c, live.failure);
        return c.json(consolidationAnswer(live.value, includedIn(c.req.valid('query'))));
      },
    )
    .get(
      `${path}.docx`,
      describe({
        summary: 'Download the draft of the consolidated report, its number blank',
        tags,
        answer: { mediaType: docxType },
        problems: ['not-found', 'no-form', 'no-office'],
      }),
      allow('read'),
      param(reportPeriodParams),
      query(internalQuery),
      async (c) => {
        const live = await app.live(c.req.valid('param'), c.get('pulse'));
        if (!live.ok) return sendProblem(c, live.failure);
        const { view, choice, main, content, state, stage } = live.value;
        const at = c.get('at');
        const bytes = await consolidationPaper({
          view,
          choice,
          content,
          // What was issued last stands there itself until something changes.
          before: state.issues.at(stage === 'issued' ? -2 : -1),
          day: clockMoment(at).day,
          ...(c.req.valid('query').internal === '1' ? { internal: internalAnnexesOf(view, main, at) } : {}),
        });
        return sendFile(c, docx(bytes, paperName(choice.of)));
      },
    )
    .get(
      `${path}.csv`,
      describe({
        summary: 'Download the figures as they stand, as CSV',
        tags,
        answer: { mediaType: csvType },
        problems: ['not-found', 'no-form', 'no-office'],
      }),
      allow('read'),
      param(reportPeriodParams),
      async (c) => {
        const live = await app.live(c.req.valid('param'), c.get('pulse'));
        if (!live.ok) return sendProblem(c, live.failure);
        const { consolidation, choice } = live.value;
        const bytes = new TextEncoder().encode(figuresCsv(consolidation, choice.form));
        return sendFile(c, { bytes, mediaType: csvType, name: `${paperName(choice.of)}.csv` });
      },
    )
    .get(
      `${path}/draft`,
      describe({
        summary: "Show the desk's text",
        tags,
        answer: deskDraftAnswer,
        name: 'DeskText',
        problems: ['not-found', 'no-form', 'no-office'],
      }),
      allow('read'),
      param(reportPeriodParams),
      async (c) => respond(c, await readDeskText(app, c.req.valid('param'))),
    )
    .put(
      `${path}/draft`,
      describe({
        summary: "Save the desk's text",
        tags,
        answer: deskDraftAnswer,
        name: 'DeskText',
        problems: ['not-found', 'no-form', 'no-office', 'draft-changed', 'invalid-body'],
      }),
      allow('desk'),
      param(reportPeriodParams),
      body(deskDraftInput),
      async (c) => {
        const saving = { input: c.req.valid('json'), at: c.get('at'), principal: c.get('principal') };
        return respond(c, await saveDeskText(app, c.req.valid('param'), saving));
      },
    )
    .post(
      `${path}/acts`,
      describe({
        summary: 'Present, approve or send back a consolidation',
        tags,
        answer: actAnswer,
        name: 'ConsolidationAct',
        problems: ['not-found', 'no-form', 'no-office', 'act-refused', 'version-mismatch', 'busy', 'invalid-body'],
        ifMatch: true,
      }),
      allow('desk', 'approve'),
      idempotency(app),
      param(reportPeriodParams),
      body(actInput),
      async (c) => {
        const done = await actOnConsolidation(app, c.req.valid('param'), {
          act: c.req.valid('json'),
          at: c.get('at'),
          principal: c.get('principal'),
          version: ifMatch(c),
          remember: (answer) => rememberOf(c, 200, answer),
        });
        return respond(c, done);
      },
    )
    .get(
      `${path}/supplement`,
      describe({
        summary: 'Show what has changed since the last issue: what a supplement would tell',
        tags,
        answer: supplementSchema,
        name: 'Supplement',
        problems: ['not-found', 'no-form', 'no-office', 'not-issued'],
      }),
      allow('read'),
      param(reportPeriodParams),
      async (c) => {
        const live = await app.live(c.req.valid('param'), c.get('pulse'));
        if (!live.ok) return sendProblem(c, live.failure);
        const { state, stage, contentHash, consolidation, last } = live.value;
        const issued = state.issues.at(-1);
        if (issued === undefined || last === undefined) return sendProblem(c, { code: 'not-issued' });
        const { issue, number, date } = issued;
        const difference = differenceOf(last.consolidation, consolidation);
        const answer: SupplementAnswer = { stage, contentHash, since: { issue, number, date }, difference };
        return c.json(answer);
      },
    )
    .route('/', issueRoutes(app));
};
