import { Hono } from 'hono';
import * as v from 'valibot';
import { allow } from '../access/allow.ts';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { sendFile } from '../http/file.ts';
import { sendProblem } from '../http/send.ts';
import { extensionOf, fileKey } from '../http/upload.ts';
import { param } from '../http/validate.ts';

const tags = ['Ledger'] as const;

const listSchema = v.object({
  items: v.array(v.object({ sha256: v.string(), mediaType: v.string(), name: v.string() })),
});
const documentParams = v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** Routes of stored bytes, for a backup: the ledger names them by their SHA-256. */
export const documentRoutes = ({ store, files }: App) =>
  new Hono<AppEnv>()
    .get(
      '/v1/documents',
      describe({ summary: 'List the documents kept in the database', tags, answer: listSchema, name: 'Documents' }),
      allow('administer'),
      async (c) => c.json({ items: await store.documents() }),
    )
    .get(
      '/v1/documents/:sha256',
      describe({
        summary: 'Download a document or a signed copy by its SHA-256',
        tags,
        answer: { mediaType: 'application/octet-stream' },
        problems: ['not-found'],
      }),
      allow('administer'),
      param(documentParams),
      async (c) => {
        const { sha256 } = c.req.valid('param');
        const stored = await store.document(sha256);
        if (stored !== undefined) return sendFile(c, stored);
        const file = await files?.get(fileKey(sha256));
        if (file === undefined) return sendProblem(c, { code: 'not-found', params: { what: `Tệp ${sha256}` } });
        return sendFile(c, { ...file, name: `${sha256}.${extensionOf(file.mediaType)}` });
      },
    );
