import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people, testApp, type TestApp } from './testing/app.ts';
import { refusal, told } from './testing/refusal.ts';
import { filled, routesOf, type FoundRoute } from './testing/routes.ts';

let t: TestApp;
let routes: readonly FoundRoute[];
let seq: number;

beforeAll(async () => {
  t = await testApp();
  routes = routesOf(t.app);
});
beforeEach(async () => {
  seq = await t.seq();
});
afterAll(() => t.close());

const everybody = [people.admin, people.officer, people.leader, people.registrar, people.head('mn-hoa-sen')];

/** Who gets past the doors of most routes. */
const anyone = { id: 'quan-tri', roles: ['admin', 'officer', 'leader', 'registrar'] } as const;

const LONG = 'a'.repeat(3000);

/** What strangers to the office put into addresses. */
const nasty = [
  "'; DROP TABLE entry; --",
  "' OR '1'='1",
  '1 UNION SELECT hash FROM token',
  '../../../etc/passwd',
  '%2e%2e%2f%2e%2e%2f',
  '..%5c..%5cwindows',
  '%00',
  '%0d%0aSet-Cookie:%20a=b',
  '%E2%80%AE%F0%9F%92%A9',
  '%ff%fe',
  '__proto__',
  'constructor',
  LONG,
  '💩',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '1e309',
];

/** For the name of a test. */
const named = nasty.map((value) => [value === LONG ? 'a long text' : value, value] as const);

const encoded = (text: string): string =>
  text.startsWith('%') || text.includes('%5c') ? text : encodeURIComponent(text);

const quiet = async (response: Response, where: string): Promise<string> => {
  expect([where, response.status < 500]).toEqual([where, true]);
  expect(response.headers.get('set-cookie'), where).toBeNull();
  const text = await response.text();
  // In JSON, which no browser takes for a page, it is only a text.
  const isPage = response.headers.get('content-type')?.includes('html') === true;
  expect([where, isPage && text.includes('<script>')]).toEqual([where, false]);
  expect(response.headers.get('x-content-type-options'), where).toBe('nosniff');
  expect(text.length, where).toBeLessThan(100_000);
  expect(text, where).not.toMatch(/SQLITE|syntax error|at .*\.ts:/);
  return text;
};

describe('an address', () => {
  it.each(named)('with %j in any place of a path does nothing', async (_, value) => {
    // A third of the routes each: all of them in every place take long and say no more.
    for (const [index, route] of routes.entries()) {
      if (index % 3 !== nasty.indexOf(value) % 3) continue;
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
      for (const name of names) {
        const path = filled(route.path, { [name]: encoded(value) });
        const where = `${route.method} ${path}`.slice(0, 200);
        const init = route.method === 'GET' ? {} : { method: route.method, json: {} };
        const response = await t.as(anyone)(path, init);
        const text = await quiet(response, where);
        // Nothing is found there; a list may say so by being empty.
        expect([where, response.status >= 300 || text.includes('[]')]).toEqual([where, true]);
      }
    }
    expect(await t.seq()).toBe(seq);
  });

  it.each(named)('with %j in any parameter of a query does nothing', async (_, value) => {
    for (const route of routes) {
      const query = route.notes.find((note) => note.about === 'input' && note.target === 'query');
      if (query === undefined || query.about !== 'input' || route.method !== 'GET') continue;
      const { entries = {} } = query.schema as { readonly entries?: object }; // an object schema has them
      for (const name of [...Object.keys(entries), 'unknown']) {
        const path = `${filled(route.path)}?${name}=${encoded(value)}`;
        await quiet(await t.as(anyone)(path), path.slice(0, 200));
      }
    }
    expect(await t.seq()).toBe(seq);
  });

  it.each([
    '/v1/plans/%2e%2e/tokens',
    '/v1/../v1/tokens/..',
    '//evil.example/v1/me',
    '/v1//me',
    '/v1/me/',
    '/V1/ME',
    '/v1/me%2f',
    '/v1/me;x=1',
    '/.git/config',
    '/openapi.json/..%2fsecret',
    '/wp-admin',
  ])('%s leads nowhere it should not', async (path) => {
    const response = await t.app.request(`https://dondoc.example${path}`);
    expect([401, 404]).toContain(response.status);
    expect(response.headers.get('location')).toBeNull();
  });
});

describe('a header', () => {
  it.each([
    ['If-Match', 'x'],
    ['If-Match', '*'],
    ['If-Match', '"-1"'],
    ['If-Match', '"1", "2"'],
    ['If-Match', '"99999999999999999999"'],
  ])('%s: %s is refused', async (name, value) =>
    expect(
      await told(await t.as(people.admin)('/v1/tokens', { method: 'POST', json: {}, headers: { [name]: value } }), {
        app: t,
        seq,
      }),
    ).toEqual(refusal(400, 'bad-request')),
  );

  it.each(['a\tb', 'x'.repeat(101), '<script>', 'short'])('X-Request-Id: %j is not taken over', async (id) => {
    const response = await t.as(people.admin)('/v1/me', { headers: { 'x-request-id': id } });
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('X-Request-Id that is sane is echoed, in problems too', async () => {
    const response = await t.ask('/v1/me', { headers: { 'x-request-id': 'trace:0123456789' } });
    expect(response.headers.get('x-request-id')).toBe('trace:0123456789');
    expect(await response.json()).toMatchObject({ requestId: 'trace:0123456789' });
  });

  it.each(['x-forwarded-host', 'x-http-method-override', 'x-original-url', 'x-rewrite-url'])(
    '%s has no say',
    async (name) => {
      const response = await t.ask('/healthz', { headers: { [name]: 'DELETE /v1/tokens' } });
      expect(response.status).toBe(200);
    },
  );
});

describe('a method', () => {
  it('that a path does not know is told with those that it does', async () => {
    const response = await t.as(people.admin)('/v1/tokens', { method: 'PUT', json: {} });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect(await told(response, { app: t, seq })).toEqual(refusal(405, 'method-not-allowed'));
  });

  it.each(['TRACE', 'PROPFIND', 'PATCH'])('%s is known nowhere', async (method) => {
    for (const path of ['/v1/tokens', '/v1/me', '/', '/sign-in/x']) {
      // The platform's own Request refuses TRACE, so a look-alike asks.
      const request = new Proxy(new Request(`https://dondoc.example${path}`), {
        get: (target, key) => (key === 'method' ? method : Reflect.get(target, key, target)),
      });
      expect((await t.app.fetch(request)).status).toBe(405);
    }
  });

  it('OPTIONS tells what a path takes and allows no other site', async () => {
    const response = await t.ask('/v1/tokens', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('HEAD answers as GET does, without the body', async () => {
    const [get, head] = [await t.as(people.admin)('/v1/me'), await t.as(people.admin)('/v1/me', { method: 'HEAD' })];
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      get.headers.get('content-type'),
      '',
    ]);
  });
});

it('an unknown path is told so to anybody, signed in or not', async () => {
  for (const principal of everybody)
    expect(await told(await t.as(principal)('/v1/nothing'), { app: t, seq })).toEqual(refusal(404, 'not-found'));
  expect(await told(await t.ask('/v1/nothing'), { app: t, seq })).toEqual(refusal(404, 'not-found'));
});
