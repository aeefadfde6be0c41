import { receiptCode, textSchema } from '@dondoc/core';
import { Hono } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import { unitOf } from '../access/capabilities.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { after, pageQuery, pageSchema } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { body, query } from '../http/validate.ts';
import { listEntries, visibleStreams } from './entries.ts';
import { redact, redactionAnswer } from './redaction.ts';
import { verifyLedger } from './verification.ts';

const tags = ['Ledger'] as const;

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

const entryQuery = v.object({
  ...pageQuery.entries,
  /** Exactly this stream: `obligation:ttdn-2020/half-year/2020-H1/th-an-thinh`. */
  stream: v.exactOptional(name),
  /** All streams that begin so. */
  prefix: v.exactOptional(name),
  kind: v.exactOptional(name),
  data: v.optional(v.picklist(['none', 'without-content', 'all']), 'none'),
});

const entrySchema = v.object({
  seq: v.number(),
  stream: v.string(),
  version: v.number(),
  at: v.string(),
  receivedOn: v.exactOptional(v.string()),
  actor: v.string(),
  kind: v.string(),
  dataDigest: v.string(),
  /** `prev` and `hash` are left out where a unit is told of the desk and not of who acted there; the receipt stays. */
  prev: v.exactOptional(v.nullable(v.string())),
  hash: v.exactOptional(v.string()),
  receipt: v.string(),
  data: v.exactOptional(v.unknown()),
  salt: v.exactOptional(v.string()),
});

const verificationQuery = v.object({ stream: v.exactOptional(name), cursor: pageQuery.entries.cursor });

const placeSchema = v.object({ stream: v.string(), version: v.number() });

const verificationSchema = v.object({
  ok: v.boolean(),
  streams: v.number(),
  entries: v.number(),
  problems: v.array(v.object({ ...placeSchema.entries, problem: v.string(), message: v.string() })),
  redacted: v.array(placeSchema),
  sealed: v.exactOptional(v.object({ version: v.number(), at: v.string() })),
  proves: v.string(),
  doesNotProve: v.string(),
  next: v.nullable(v.string()),
});

const checkpointSchema = v.object({
  /** null: nothing has moved since the last one. */
  checkpoint: v.nullable(v.object({ version: v.number(), at: v.string(), hash: v.string(), receipt: v.string() })),
});

const redactionInput = v.strictObject({
  stream: name,
  version,
  reason: v.pipe(textSchema(500), v.trim(), v.nonEmpty('text.blank')),
});

/** The key after which a page begins, where the cursor is one of this list's. */
const seqAfter = (cursor: string | undefined): number | undefined => {
  const key = after(cursor) ?? '0';
  return /^\d{1,15}$/.test(key) ? Number(key) : undefined;
};

/** Routes of the ledger: read by those it concerns, verified, sealed, and erased from by an admin. */
export const ledgerRoutes = (app: App) => {
  const { store } = app;
  return new Hono<AppEnv>()
    .get(
      '/v1/ledger',
      describe({
        summary:
          'List entries of the ledger; to a unit who acted at the office is its desk, with neither `prev` nor `hash`',
        tags,
        answer: pageSchema(entrySchema),
        name: 'LedgerPage',
        problems: ['not-yours'],
      }),
      allow('read-own'),
      query(entryQuery),
      async (c) => {
        const { cursor, ...asked } = c.req.valid('query');
        const seq = seqAfter(cursor);
        if (seq === undefined) return sendProblem(c, { code: 'bad-request', params: { what: 'Tham số cursor' } });
        const asking = { asked: { ...asked, after: seq }, principal: c.get('principal'), at: c.get('at') };
        return respond(c, await listEntries(app, c.get('office'), asking));
      },
    )
    .get(
      '/v1/ledger/verification',
      describe({
        summary: 'Verify one stream, or the next streams of the ledger',
        tags,
        answer: verificationSchema,
        name: 'Verification',
        problems: ['not-found', 'not-yours'],
      }),
      allow('read-own'),
      query(verificationQuery),
      async (c) => {
        const { stream, cursor } = c.req.valid('query');
        const principal = c.get('principal');
        if (unitOf(principal) !== undefined) {
          if (stream === undefined) return sendProblem(c, { code: 'not-yours' });
          const visible = await visibleStreams(app, c.get('office'), { principal, stream });
          if (!visible.ok) return sendProblem(c, visible.failure);
        }
        const which = stream === undefined ? { from: after(cursor) } : { stream };
        return respond(c, await verifyLedger(store, which));
      },
    )
    .post(
      '/v1/ledger/checkpoints',
      describe({
        summary: 'Seal the heads of all streams that moved since the last checkpoint',
        tags,
        answer: checkpointSchema,
        name: 'Checkpoint',
      }),
      allow('administer'),
      async (c) => {
        const entry = await store.checkpoint({ at: c.get('at'), actor: c.get('principal').id });
        if (entry === undefined) return c.json({ checkpoint: null });
        const { version, at, hash } = entry;
        return c.json({ checkpoint: { version, at, hash, receipt: receiptCode(hash) } });
      },
    )
    .post(
      '/v1/ledger/redactions',
      describe({
        summary: "Erase an entry's data (a person's data); that it happened stays",
        tags,
        answer: redactionAnswer,
        name: 'Redaction',
        status: 201,
        problems: ['not-found', 'in-force', 'already-erased', 'busy', 'invalid-body'],
      }),
      allow('administer'),
      body(redactionInput),
      async (c) => {
        const asked = { ...c.req.valid('json'), at: c.get('at'), actor: c.get('principal').id };
        return respond(c, await redact(store, asked), 201);
      },
    );
};
