import { Hono } from 'hono';
import * as v from 'valibot';
import { allow, allowUnit } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { docxType, sendFile } from '../http/file.ts';
import { respond, sendProblem } from '../http/send.ts';
import { body, param, query } from '../http/validate.ts';
import { obligationParams, reportPeriodParams, slug } from '../obligations/queries.ts';
import { actRoutes } from './acts.routes.ts';
import { dropUnitDraft, readUnitDraft, saveUnitDraft } from './draft.ts';
import { keyOf } from './duty.ts';
import { describeReport } from './form.ts';
import { showSubmission } from './show.ts';
import { draftSchema, formAnswerSchema, savedDraftSchema, submissionAnswerSchema } from './submissions.schema.ts';
import { unitReportDocument } from './unit-report.ts';

const tags = ['Submissions'] as const;
const period = '/v1/plans/:plan/reports/:report/periods/:period';
const unit = `${period}/submissions/:unit` as const;

const revision = v.exactOptional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)));

const draftBody = v.strictObject({
  /** The one that was read; 0: there is none yet. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** `gates`, `answers` and whatever else of a submission is known. */
  content: v.unknown(),
  /** For the head of the unit to send. */
  ready: v.exactOptional(v.boolean()),
});

const file = /\.docx$/;

/** Routes of what units send: the form, drafts, acts, imports, signed copies, the unit's own paper. */
export const submissionRoutes = (app: App) =>
  new Hono<AppEnv>()
    .get(
      `${period}/form`,
      describe({
        summary: 'Describe what is asked of a unit or a kind of unit, with what it sent last',
        tags,
        answer: formAnswerSchema,
        name: 'ReportForm',
        problems: ['not-found', 'not-yours', 'no-office'],
      }),
      allow('read-own'),
      param(reportPeriodParams),
      query(v.object({ unit: v.exactOptional(slug), kind: v.exactOptional(slug) })),
      async (c) => {
        const view = c.get('office');
        const principal = c.get('principal');
        const of = c.req.valid('param');
        return respond(c, await describeReport(app, { view, of, principal, at: c.get('at'), ...c.req.valid('query') }));
      },
    )
    .get(
      `${period}/submissions/:file{[a-z0-9-]+\\.docx}`,
      describe({
        summary: "Download a unit's report as a Word document",
        tags,
        answer: { mediaType: docxType },
        problems: ['not-found', 'not-yours', 'no-form', 'invalid-body'],
      }),
      allowUnit('read-own'),
      param(v.object({ ...reportPeriodParams.entries, file: v.pipe(v.string(), v.maxLength(70)) })),
      query(v.object({ revision, draft: v.exactOptional(v.literal('1')) })),
      async (c) => {
        const { file: named, ...of } = c.req.valid('param');
        const { revision: asked, draft } = c.req.valid('query');
        const made = await unitReportDocument(app, {
          view: c.get('office'),
          key: keyOf(of, named.replace(file, '')),
          principal: c.get('principal'),
          at: c.get('at'),
          revision: asked,
          draft: draft === '1',
        });
        return made.ok ? sendFile(c, { ...made.value, mediaType: docxType }) : sendProblem(c, made.failure);
      },
    )
    .get(
      unit,
      describe({
        summary: 'Show what a unit sent, what has happened, and what may be done now',
        tags,
        answer: submissionAnswerSchema,
        name: 'Submission',
        problems: ['not-found', 'not-yours', 'no-office'],
      }),
      allowUnit('read-own'),
      param(obligationParams),
      query(v.object({ revision })),
      async (c) => {
        const { revision: asked } = c.req.valid('query');
        const shown = await showSubmission(app, {
          view: c.get('office'),
          key: c.req.valid('param'),
          principal: c.get('principal'),
          at: c.get('at'),
          revision: asked,
        });
        return respond(c, shown, 200, shown.ok ? { etag: `W/"${shown.value.version}"` } : {});
      },
    )
    .get(
      `${unit}/draft`,
      describe({
        summary: 'Read what a unit has entered and not yet sent',
        tags,
        answer: draftSchema,
        name: 'UnitDraft',
        problems: ['not-found', 'not-yours'],
      }),
      allowUnit('draft'),
      param(obligationParams),
      async (c) => respond(c, await readUnitDraft(app, { view: c.get('office'), key: c.req.valid('param') })),
    )
    .put(
      `${unit}/draft`,
      describe({
        summary: 'Save what a unit has entered so far',
        tags,
        answer: savedDraftSchema,
        name: 'SavedDraft',
        problems: ['not-found', 'not-yours', 'invalid-body', 'wrong-period', 'act-refused', 'draft-changed'],
      }),
      allowUnit('draft'),
      param(obligationParams),
      body(draftBody),
      async (c) => {
        const { ready, ...rest } = c.req.valid('json');
        const saved = await saveUnitDraft(app, {
          view: c.get('office'),
          key: c.req.valid('param'),
          principal: c.get('principal'),
          at: c.get('at'),
          body: ready === undefined ? rest : { ...rest, ready },
        });
        return respond(c, saved);
      },
    )
    .delete(
      `${unit}/draft`,
      describe({
        summary: 'Drop what a unit has entered and not yet sent',
        tags,
        status: 204,
        problems: ['not-found', 'not-yours'],
      }),
      allowUnit('draft'),
      param(obligationParams),
      async (c) => {
        const dropped = await dropUnitDraft(app, { view: c.get('office'), key: c.req.valid('param') });
        return dropped.ok ? c.body(null, 204) : sendProblem(c, dropped.failure);
      },
    )
    .route('/', actRoutes(app));
