import { dateSchema, lineSchema } from '@dondoc/core';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { allow, allowUnit } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { sendFile } from '../http/file.ts';
import { idempotency, rememberOf } from '../http/idempotency.ts';
import { ifMatch } from '../http/if-match.ts';
import { respond, sendProblem } from '../http/send.ts';
import { readUpload, uploadTypes } from '../http/upload.ts';
import { body, param, query } from '../http/validate.ts';
import { obligationParams, reportPeriodParams } from '../obligations/queries.ts';
import { actSchema, arrivalSchema, importSchema, manySchema } from './act-schema.ts';
import { actOn } from './act.ts';
import { importSubmissions } from './import.ts';
import { actOnMany } from './many.ts';
import { attachSignedCopy, signedCopyOf } from './signed-copy.ts';
import { actAnswerSchema, importAnswerSchema, manyAnswerSchema, signedCopyAnswerSchema } from './submissions.schema.ts';

const tags = ['Submissions'] as const;
const period = '/v1/plans/:plan/reports/:report/periods/:period';
const unit = `${period}/submissions/:unit` as const;

const copyQuery = v.object({
  number: v.exactOptional(lineSchema(50)),
  date: v.exactOptional(dateSchema),
  signer: v.exactOptional(lineSchema(100)),
  signerTitle: v.exactOptional(lineSchema(100)),
  receivedOn: v.exactOptional(arrivalSchema),
});

/** By whom and when something is asked, and how the office stood then. */
const asking = (c: Context<AppEnv>) => ({ view: c.get('office'), principal: c.get('principal'), at: c.get('at') });

/** Routes of acts: on one obligation, on many, imports, signed copies. */
export const actRoutes = (app: App) =>
  new Hono<AppEnv>()
    .post(
      `${unit}/acts`,
      describe({
        summary: 'Do one act on one obligation: send, withdraw, return, confirm, extend, remind and the others',
        tags,
        answer: actAnswerSchema,
        name: 'ActAnswer',
        problems: ['not-found', 'not-yours', 'invalid-body', 'wrong-period', 'act-refused', 'version-mismatch', 'busy'],
        ifMatch: true,
      }),
      allowUnit('file', 'desk'),
      param(obligationParams),
      idempotency(app),
      body(actSchema),
      async (c) => {
        const acted = await actOn(app, {
          ...asking(c),
          key: c.req.valid('param'),
          body: c.req.valid('json'),
          version: ifMatch(c),
          remember: (answer) => rememberOf(c, 200, answer),
        });
        return respond(c, acted);
      },
    )
    .post(
      `${period}/acts`,
      describe({
        summary: 'Do one act of the desk on up to a hundred units: all or nothing',
        tags,
        answer: manyAnswerSchema,
        name: 'ManyActsAnswer',
        problems: ['invalid-body', 'act-refused', 'version-mismatch', 'busy', 'no-office'],
      }),
      allow('desk'),
      param(reportPeriodParams),
      idempotency(app),
      body(manySchema),
      async (c) => {
        // It names one stream; here `versions` names each unit's.
        if (ifMatch(c) !== undefined) return sendProblem(c, { code: 'bad-request', params: { what: 'If-Match' } });
        const acted = await actOnMany(app, {
          ...asking(c),
          of: c.req.valid('param'),
          body: c.req.valid('json'),
          remember: (answer) => rememberOf(c, 200, answer),
        });
        return respond(c, acted);
      },
    )
    .post(
      `${period}/import`,
      describe({
        summary: 'Record up to a hundred submissions that came in files: all or nothing',
        tags,
        answer: importAnswerSchema,
        name: 'ImportAnswer',
        problems: ['not-found', 'invalid-body', 'act-refused', 'would-overwrite', 'busy', 'no-office'],
      }),
      allow('desk'),
      param(reportPeriodParams),
      idempotency(app),
      body(importSchema),
      async (c) => {
        const imported = await importSubmissions(app, {
          ...asking(c),
          of: c.req.valid('param'),
          body: c.req.valid('json'),
          remember: (answer) => rememberOf(c, 200, answer),
        });
        return respond(c, imported);
      },
    )
    .put(
      `${unit}/signed-copy`,
      describe({
        summary: "Attach the signed copy of a unit's report: a PDF or an image",
        tags,
        answer: signedCopyAnswerSchema,
        name: 'SignedCopyAnswer',
        accepts: uploadTypes,
        problems: ['not-found', 'not-yours', 'act-refused', 'no-files', 'file-refused', 'version-mismatch', 'busy'],
        ifMatch: true,
      }),
      allowUnit('file', 'desk'),
      param(obligationParams),
      query(copyQuery),
      async (c) => {
        const attached = await attachSignedCopy(app, {
          ...asking(c),
          key: c.req.valid('param'),
          version: ifMatch(c),
          details: c.req.valid('query'),
          read: () => readUpload(c),
        });
        return respond(c, attached);
      },
    )
    .get(
      `${unit}/signed-copy`,
      describe({
        summary: "Download the signed copy of a unit's report",
        tags,
        answer: { mediaType: 'application/octet-stream' },
        problems: ['not-found', 'not-yours', 'no-files'],
      }),
      allowUnit('read-own'),
      param(obligationParams),
      async (c) => {
        const found = await signedCopyOf(app, { view: c.get('office'), key: c.req.valid('param') });
        return found.ok ? sendFile(c, found.value) : sendProblem(c, found.failure);
      },
    );
