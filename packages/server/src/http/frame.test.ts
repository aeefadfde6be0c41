import { createStore, type Store } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { describe, expect, it } from 'vitest';
import type { LogLine } from '../context.ts';
import { createServer } from '../server.ts';
import { people, testApp } from '../testing/app.ts';

describe('every answer', () => {
  it.each(['/', '/healthz', '/docs', '/v1/me', '/v1/nothing', '/sign-in/x', '/openapi.json'])(
    'of %s keeps browsers strict',
    async (path) => {
      const t = await testApp();
      const { headers } = await t.ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      // A page under `no-referrer` would be sending forms of no origin.
      const isPage = headers.get('content-type')?.startsWith('text/html') === true;
      expect(headers.get('referrer-policy')).toBe(isPage ? 'same-origin' : 'no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('script-src');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      const kept = path === '/openapi.json' ? 'public, max-age=3600' : 'private, no-store';
      expect(headers.get('cache-control')).toBe(kept);
      await t.close();
    },
  );

  it('of a page allows its own style by a nonce that is new each time', async () => {
    const t = await testApp();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await t.ask('/');
        const nonce = /'nonce-([\w-]{22})'/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
        expect(await page.text()).toContain(`<style nonce="${nonce}">`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    await t.close();
  });
});

describe('the log', () => {
  it('has a line for each request: its route’s pattern and who by id, nothing that was sent', async () => {
    const t = await testApp();
    await t.as(people.officer)('/v1/obligations?q=Nguy%E1%BB%85n', { headers: { 'x-request-id': 'request-0001' } });
    await t.ask('/sign-in/secret-of-a-link');
    await t.ask('/v1/bi-mat?token=secret');
    await t.ask('/v1/me', { headers: { authorization: 'Bearer dd_secret', cookie: '__Host-dondoc=secret' } });
    const line = { level: 'info', event: 'request', method: 'GET', ms: 0 };
    expect(t.log).toEqual([
      { ...line, requestId: 'request-0001', route: '/v1/obligations', status: 200, principal: 'chuyen-vien' },
      { ...line, requestId: expect.any(String), route: '/sign-in/:secret', status: 410 },
      { ...line, requestId: expect.any(String), route: '(none)', status: 404 },
      { ...line, requestId: expect.any(String), route: '/v1/me', status: 401 },
    ]);
    expect(JSON.stringify(t.log)).not.toMatch(/secret-of|dd_|Nguy|bi-mat/);
    await t.close();
  });
});

describe('a bug, or a database that is gone', () => {
  const broken = async (method: keyof Store) => {
    const { driver, close } = await openLibsql(':memory:');
    const log: LogLine[] = [];
    const store: Store = {
      ...createStore(driver),
      [method]: () => Promise.reject(new Error('Failed query: select … params: Nguyễn Văn A')),
    };
    const app = createServer({
      database: store,
      clock: () => 0,
      config: { version: '1.2.3', publicUrl: 'http://localhost' },
      log: (line) => log.push(line),
      authenticate: () => people.admin,
    });
    return { app, log, close };
  };

  it('is told as `internal` with the request’s id, and its place only to the log', async () => {
    const { app, log, close } = await broken('tokens');
    const response = await app.request('/v1/tokens', { headers: { 'x-request-id': 'request-0002' } });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: 'request-0002' });
    expect(text).not.toMatch(/Failed query|Nguyễn|frame\.test/);
    const [error] = log;
    expect(error).toMatchObject({ level: 'error', event: 'error', requestId: 'request-0002', name: 'Error' });
    expect(String(error?.['frames'])).toContain('frame.test.ts');
    // Whoever writes the line puts its own clock there.
    expect(error).not.toHaveProperty('at');
    expect(JSON.stringify(log)).not.toContain('Nguyễn');
    await close();
  });

  it('makes the app alive but not ready', async () => {
    const { app, close } = await broken('pulse');
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok', version: '1.2.3' });
    const ready = await app.request('/readyz');
    expect([ready.status, await ready.json()]).toMatchObject([503, { code: 'unavailable' }]);
    await close();
  });

  it('that is there and migrated is ready', async () => {
    const t = await testApp();
    expect(await (await t.ask('/readyz')).json()).toEqual({ status: 'ready', seq: await t.seq() });
    await t.close();
  });
});
