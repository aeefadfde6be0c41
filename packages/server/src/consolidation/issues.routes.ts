import type { IssuedFile } from '@dondoc/core';
import type { ReportPeriod } from '@dondoc/store';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import type { AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { csvType, docxType, pdfType, sendFile } from '../http/file.ts';
import { idempotency, rememberOf } from '../http/idempotency.ts';
import { ifMatch } from '../http/if-match.ts';
import { respond, sendProblem } from '../http/send.ts';
import { readUpload } from '../http/upload.ts';
import { body, param, query } from '../http/validate.ts';
import { includedIn, issueWithContent } from './answers.ts';
import { chooseReport } from './choice.ts';
import { findIssue, keepSignedCopy, makeDocument, readDocument } from './documents.ts';
import { figuresCsv } from './figures.ts';
import { issueAnswer, issueConsolidation, issueInput } from './issue.ts';
import { frozenContent, type ConsolidationApp } from './live.ts';
import { paperName } from './paper.ts';
import {
  includeQuery,
  issueContentSchema,
  issuedFileSchema,
  issueFileParams,
  issueParams,
  issueSchema,
  reportPeriodParams,
} from './schemas.ts';

const tags = ['Consolidation'] as const;
const path = '/v1/plans/:plan/reports/:report/periods/:period/consolidation/issues';

const issuesSchema = v.object({ items: v.array(issueSchema) });

type IssueAt = ReportPeriod & { readonly issue: number };

/** Splits the issue's number from the parameters of its report and period. */
const split = ({ plan, report, period, issue }: IssueAt) => ({
  of: { plan, report, period },
  issue,
});

/** Routes of what was issued of a consolidation: the report itself, then its supplements. */
export const issueRoutes = (app: ConsolidationApp) => {
  const { store } = app;
  const sendKept = async (c: Context<AppEnv>, at: IssueAt, kind: IssuedFile['kind']) => {
    const { of, issue } = split(at);
    const file = await readDocument(app, of, { issue, kind });
    return file.ok ? sendFile(c, file.value) : sendProblem(c, file.failure);
  };
  return new Hono<AppEnv>()
    .get(
      path,
      describe({ summary: 'List what was issued', tags, answer: issuesSchema, name: 'Issues' }),
      allow('read'),
      param(reportPeriodParams),
      async (c) => c.json({ items: (await store.consolidation(c.req.valid('param')))?.issues ?? [] }),
    )
    .post(
      path,
      describe({
        summary: 'Issue what was approved, first step: number, date and signatory; figures and text are frozen',
        tags,
        answer: issueAnswer,
        name: 'Issued',
        status: 201,
        problems: [
          'not-found',
          'no-form',
          'no-office',
          'act-refused',
          'document-too-large',
          'version-mismatch',
          'busy',
          'invalid-body',
        ],
        ifMatch: true,
      }),
      allow('issue'),
      idempotency(app),
      param(reportPeriodParams),
      body(issueInput),
      async (c) => {
        const issued = await issueConsolidation(app, c.req.valid('param'), {
          input: c.req.valid('json'),
          at: c.get('at'),
          principal: c.get('principal'),
          version: ifMatch(c),
          remember: (answer) => rememberOf(c, 201, answer),
        });
        return respond(c, issued, 201);
      },
    )
    .get(
      `${path}/:file{[1-9][0-9]*\\.docx}`,
      describe({
        summary: 'Download the document of an issue: the bytes that were kept',
        tags,
        answer: { mediaType: docxType },
        problems: ['not-found'],
      }),
      allow('read'),
      param(issueFileParams),
      async (c) => {
        return sendKept(c, c.req.valid('param'), 'generated');
      },
    )
    .get(
      `${path}/:file{[1-9][0-9]*\\.pdf}`,
      describe({
        summary: 'Download the signed copy of an issue',
        tags,
        answer: { mediaType: pdfType },
        problems: ['not-found'],
      }),
      allow('read'),
      param(issueFileParams),
      async (c) => {
        return sendKept(c, c.req.valid('param'), 'signed');
      },
    )
    .get(
      `${path}/:file{[1-9][0-9]*\\.csv}`,
      describe({
        summary: 'Download the frozen figures of an issue as CSV',
        tags,
        answer: { mediaType: csvType },
        problems: ['not-found', 'no-form'],
      }),
      allow('read'),
      param(issueFileParams),
      async (c) => {
        const { of, issue } = split(c.req.valid('param'));
        const found = await findIssue(app, of, issue);
        if (!found.ok) return sendProblem(c, found.failure);
        const { issued } = found.value;
        const content = await frozenContent(store, of, issued);
        if (content === undefined) return sendProblem(c, { code: 'not-found' });
        const choice = await chooseReport(await app.configurations.asOf(issued.at), of);
        if (!choice.ok) return sendProblem(c, choice.failure);
        const bytes = new TextEncoder().encode(figuresCsv(content.consolidation, choice.value.form));
        return sendFile(c, { bytes, mediaType: csvType, name: `${paperName(of, issue)}.csv` });
      },
    )
    .get(
      `${path}/:issue`,
      describe({
        summary: 'Show an issue with what it froze',
        tags,
        answer: issueContentSchema,
        name: 'Issue',
        problems: ['not-found'],
      }),
      allow('read'),
      param(issueParams),
      query(includeQuery),
      async (c) => {
        const { of, issue } = split(c.req.valid('param'));
        const found = await findIssue(app, of, issue);
        if (!found.ok) return sendProblem(c, found.failure);
        const { issued } = found.value;
        const content = await frozenContent(store, of, issued);
        return c.json(issueWithContent(issued, content, includedIn(c.req.valid('query'))));
      },
    )
    .post(
      `${path}/:issue/document`,
      describe({
        summary: 'Issue what was approved, second step: make the document and keep its bytes. Repeatable',
        tags,
        answer: issuedFileSchema,
        name: 'IssuedFile',
        problems: ['not-found', 'no-form', 'document-too-large', 'busy'],
      }),
      allow('issue'),
      param(issueParams),
      async (c) => {
        const { of, issue } = split(c.req.valid('param'));
        return respond(c, await makeDocument(app, of, { issue, at: c.get('at'), principal: c.get('principal') }));
      },
    )
    .put(
      `${path}/:issue/signed-copy`,
      describe({
        summary: 'Keep the signed copy of an issue (PDF)',
        tags,
        answer: issuedFileSchema,
        name: 'IssuedFile',
        accepts: [pdfType],
        problems: ['not-found', 'file-refused', 'no-files', 'act-refused', 'busy'],
      }),
      allow('issue'),
      param(issueParams),
      async (c) => {
        const { of, issue } = split(c.req.valid('param'));
        const upload = await readUpload(c, [pdfType]);
        if (!upload.ok) return sendProblem(c, upload.failure);
        const keeping = { issue, at: c.get('at'), principal: c.get('principal'), upload: upload.value };
        return respond(c, await keepSignedCopy(app, of, keeping));
      },
    );
};
