import { createServer as createHttpServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createServer, daily, type FileStore } from '@dondoc/server';
import { createStore } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { afterAll } from 'vitest';
import { yearScenario } from './year.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-year-'));
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

yearScenario('on Node with a libSQL file, over HTTP', async () => {
  const { driver, close } = await openLibsql(join(folder, 'dondoc.db'));
  ends.push(close);
  const store = createStore(driver);
  let now = 0;
  const clock = () => now;
  const kept = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }>();
  const files: FileStore = {
    put: async (key, file) => void kept.set(key, file),
    get: async (key) => kept.get(key),
  };
  const setupSecret = 'mot-bi-mat-dai-cua-lan-dau';
  const http = createHttpServer();
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  ends.push(() => new Promise((closed) => http.close(closed)));
  const publicUrl = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  const app = createServer({
    database: store,
    clock,
    config: { version: '0.0.0', publicUrl, setupSecret },
    files,
    limiter: () => true,
  });
  http.on(
    'request',
    getRequestListener((request) => app.fetch(request)),
  );
  return {
    publicUrl,
    setupSecret,
    fetch: (request) => fetch(request),
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    daily: async () => {
      await daily({ store, clock, log: () => undefined });
    },
  };
});
