import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from '../context.ts';
import { sendProblem } from './send.ts';
import { fileName, fileNamed, readUpload, uploadTypes } from './upload.ts';

const pdf = '%PDF-1.7\n1 0 obj\n%%EOF\n';
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));
const png = '\u0089PNG\r\n\u001a\n rest';
const jpeg = '\u00ff\u00d8\u00ff\u00e0 rest';

const app = new Hono<AppEnv>().put('/', async (c) => {
  const upload = await readUpload(c);
  return upload.ok ? c.text(`${upload.value.mediaType} ${upload.value.sha256}`) : sendProblem(c, upload.failure);
});
const send = async (content: string, type?: string): Promise<readonly [number, string]> => {
  const response = await app.request('/', {
    method: 'PUT',
    body: bytesOf(content),
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
  return [response.status, await response.text()];
};

test.each([
  [pdf, 'application/pdf'],
  [`${pdf}${' '.repeat(900)}`, 'application/pdf'],
  [png, 'image/png'],
  [jpeg, 'IMAGE/JPEG; x=1'],
])('takes %j sent as %s', async (content, type) => {
  const [status, text] = await send(content, type);
  expect(status).toBe(200);
  expect(text).toMatch(/^(?:application|image)\/(?:pdf|png|jpeg) [0-9a-f]{64}$/);
});

test.each([
  ['a page that says it is a PDF', '<html></html>', 'application/pdf', 422],
  ['a PDF that is cut off', pdf.slice(0, -6), 'application/pdf', 422],
  ['a PDF that says it is a picture', pdf, 'image/png', 422],
  ['a picture of another kind than it says', jpeg, 'image/png', 422],
  ['nothing', '', 'application/pdf', 422],
  ['a program', 'MZ', 'application/octet-stream', 415],
  ['bytes of no stated kind', pdf, undefined, 415],
])('refuses %s', async (_, content, type, status) => {
  expect((await send(content, type))[0]).toBe(status);
});

test.each(uploadTypes)('reads the name that it gives to a file of %s', (mediaType) => {
  const file = { sha256: 'a'.repeat(64), mediaType };
  expect(fileNamed(fileName(file))).toEqual(file);
});

test.each(['', 'a.pdf', `${'a'.repeat(64)}.svg`, `../${'a'.repeat(64)}.pdf`, `${'a'.repeat(64)}.constructor`])(
  'knows no file by the name %j',
  (name) => {
    expect(fileNamed(name)).toBeUndefined();
  },
);
