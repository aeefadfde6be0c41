import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import { buildWorker, worker } from '../scripts/wrangler.ts';
import { contents, externals, share } from './contents.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-worker-'));
const setup = 'bi-mat-cua-phep-thu';

beforeAll(() => {
  process.env['WRANGLER_LOG'] = 'error';
  return buildWorker(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  test('holds these packages and no other', () => {
    expect([...contents(folder).keys()].sort()).toEqual([
      '@dondoc/core',
      '@dondoc/server',
      '@dondoc/store',
      '@dondoc/word',
      '@dondoc/worker',
      'docx',
      'drizzle-orm',
      'fflate',
      'hono',
      'valibot',
    ]);
  });

  test('is at most 400 KB minified and gzipped, and as large as the README says', () => {
    const bytes = gzipSync(readFileSync(join(folder, 'index.js')), { level: 9 }).byteLength;
    expect(bytes, share(folder)).toBeLessThanOrEqual(400_000);
    const stated = /(\d+) KB minified and gzipped/.exec(readFileSync(resolve(worker, 'README.md'), 'utf8'))?.[1];
    expect(Math.abs(Number(stated) * 1000 - bytes), `now ${Math.round(bytes / 1000)} KB`).toBeLessThan(bytes * 0.05);
  });

  test('asks its runtime for its bindings and for nothing of Node', () => {
    expect(externals(folder)).toEqual(['cloudflare:workers']);
  });
});

describe('the built Worker in workerd', () => {
  const server = createTestHarness({
    workers: [
      {
        configPath: resolve(worker, 'wrangler.jsonc'),
        prebuiltWorkerDir: folder,
        vars: { PUBLIC_URL: 'https://dondoc.example' },
        secrets: { DONDOC_SETUP: setup },
      },
    ],
  });
  let url = new URL('http://localhost');

  beforeAll(async () => {
    ({ url } = await server.listen());
  });
  afterAll(() => server.close());

  test('says what is missing until the migrations are applied', async () => {
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);
    const answer = await fetch(new URL('/v1/setup', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: setup, label: 'Quản trị' }),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 503, code: 'not-migrated' });
    expect((await fetch(new URL('/readyz', url))).status).toBe(503);
  });

  test('is healthy and ready once they are, and refuses strangers', async () => {
    await server.getWorker().applyD1Migrations('DB');
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    const stranger = await fetch(new URL('/v1/plans', url));
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('content-type')).toBe('application/problem+json');
    expect(await stranger.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test('takes the setup secret once', async () => {
    const ask = () =>
      fetch(new URL('/v1/setup', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: setup, label: 'Quản trị' }),
      });
    const first = await ask();
    expect(first.status).toBe(201);
    expect(await first.json()).toHaveProperty('token', expect.stringMatching(/^dd_/));
    expect((await ask()).status).toBe(403);
  });
});
