import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { segmentRouter } from './router.ts';

/** What a router of these routes finds: the handlers' names, each with its parameters. */
const found = (routes: readonly (readonly [string, string, string])[], method: string, path: string) => {
  const router = segmentRouter<string>();
  for (const [of, at, name] of routes) router.add(of, at, name);
  return router.match(method, path)[0].map(([handler, params]) => [handler, { ...params }]);
};

const routes = [
  ['ALL', '/*', 'first'],
  ['GET', '/plans', 'list'],
  ['GET', '/plans/:file{[a-z0-9-]+\\.docx}', 'paper'],
  ['GET', '/plans/:plan', 'plan'],
  ['PUT', '/plans/:plan', 'replace'],
  ['ALL', '*', 'later'],
  ['GET', '/plans/:plan/reports/:report', 'report'],
  ['GET', '/', 'root'],
] as const;

test.each([
  [
    'GET',
    '/plans',
    [
      ['first', {}],
      ['list', {}],
      ['later', {}],
    ],
  ],
  [
    'GET',
    '/plans/a-1',
    [
      ['first', {}],
      ['plan', { plan: 'a-1' }],
      ['later', {}],
    ],
  ],
  [
    'PUT',
    '/plans/a-1',
    [
      ['first', {}],
      ['replace', { plan: 'a-1' }],
      ['later', {}],
    ],
  ],
  [
    'GET',
    '/plans/a.docx',
    [
      ['first', {}],
      ['paper', { file: 'a.docx' }],
      ['plan', { plan: 'a.docx' }],
      ['later', {}],
    ],
  ],
  [
    'GET',
    '/plans/A.docx',
    [
      ['first', {}],
      ['plan', { plan: 'A.docx' }],
      ['later', {}],
    ],
  ],
  [
    'GET',
    '/plans/a/reports/b',
    [
      ['first', {}],
      ['later', {}],
      ['report', { plan: 'a', report: 'b' }],
    ],
  ],
  [
    'GET',
    '/',
    [
      ['first', {}],
      ['later', {}],
      ['root', {}],
    ],
  ],
  [
    'GET',
    '/plans/',
    [
      ['first', {}],
      ['later', {}],
    ],
  ],
  [
    'GET',
    '/plans//reports/b',
    [
      ['first', {}],
      ['later', {}],
    ],
  ],
  [
    'DELETE',
    '/plans',
    [
      ['first', {}],
      ['later', {}],
    ],
  ],
])('%s %s meets its handlers in the order in which they came', (method, path, expected) => {
  expect(found(routes, method, path)).toEqual(expected);
});

test.each(['/plans/:plan?', '/files/*/name', '/plans/x:plan'])('a path like %s is refused, not misread', (path) => {
  const router = segmentRouter<string>();
  router.add('GET', path, 'x');
  expect(() => router.match('GET', path)).toThrow(path.split('/').find((part) => /[:*]/.test(part)));
});

test('an app answers by it as by the router of Hono, names decoded', async () => {
  const make = (app: Hono) =>
    app
      .use(async (c, next) => {
        await next();
        c.res.headers.set('x-seen', c.req.path);
      })
      .get('/a/:name', (c) => c.text(c.req.param('name')))
      .get('/a/:name/b', (c) => c.text(`b ${c.req.param('name')}`));
  const [ours, theirs] = [make(new Hono({ router: segmentRouter() })), make(new Hono())];
  for (const path of ['/a/x', '/a/h%C3%A0', '/a/x/b', '/a/%2F/b', '/a', '/a/x/c', '/a/x/']) {
    const [one, other] = [await ours.request(path), await theirs.request(path)];
    expect([path, one.status, await one.text()]).toEqual([path, other.status, await other.text()]);
    expect(one.headers.get('x-seen')).toBe(other.headers.get('x-seen'));
  }
});
