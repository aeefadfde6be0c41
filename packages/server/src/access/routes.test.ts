import type { Principal } from '@dondoc/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testApp, type TestApp } from '../testing/app.ts';
import { filled, routesOf, type FoundRoute } from '../testing/routes.ts';
import { can, type Capability } from './capabilities.ts';
import { publicRoutes } from './public-routes.ts';

let t: TestApp;
let routes: readonly FoundRoute[];

beforeAll(async () => {
  t = await testApp();
  routes = routesOf(t.app);
});
afterAll(() => t.close());

const keyOf = ({ method, path }: FoundRoute): string => `${method} ${path}`;

const isUnsafe = ({ method }: FoundRoute): boolean => method !== 'GET';

/** Asks a route with a body that says nothing, so that acts are refused for what they say and not for who sends them. */
const asked = (route: FoundRoute) =>
  isUnsafe(route) && !route.path.endsWith('/signed-copy')
    ? { method: route.method, json: {} }
    : { method: route.method };

describe('every route', () => {
  it('is found by the walk', () => {
    expect(routes.length).toBeGreaterThan(50);
  });

  it('refuses strangers, unless it is listed as public', async () => {
    for (const route of routes) {
      const response = await t.ask(filled(route.path), asked(route));
      const refuses = response.status === 401;
      expect([keyOf(route), refuses]).toEqual([keyOf(route), !publicRoutes.has(keyOf(route))]);
      if (!refuses) continue;
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(await response.json()).toMatchObject({ code: 'unauthorized', status: 401 });
    }
  });

  it('that is listed as public exists', () => {
    const keys = new Set(routes.map(keyOf));
    expect([...publicRoutes].filter((route) => !keys.has(route))).toEqual([]);
  });

  it('that is not public says which capability it needs', () => {
    const silent = routes.filter((route) => !publicRoutes.has(keyOf(route)) && !route.notes.some(isAccess));
    expect(silent.map(keyOf)).toEqual([]);
  });

  it('with a unit in its path holds its people to their own', () => {
    const lax = routes.filter(
      ({ path, notes }) => path.includes('/:unit') && !notes.some((n) => isAccess(n) && n.ofUnit),
    );
    expect(lax.map(keyOf)).toEqual([]);
  });
});

type Access = Extract<FoundRoute['notes'][number], { readonly about: 'access' }>;
const isAccess = (note: FoundRoute['notes'][number]): note is Access => note.about === 'access';

const own = 'mn-hoa-sen';
const other = 'thcs-binh-an';

/** Whether a route should let somebody pass, by the table of capabilities alone. */
const expected = ({ anyOf, ofUnit }: Access, principal: Principal): 'passes' | 'forbidden' | 'not-yours' => {
  if (ofUnit && principal.unit !== undefined && principal.unit !== own) return 'not-yours';
  return anyOf.some((capability: Capability) => can(principal, capability, ofUnit ? own : undefined))
    ? 'passes'
    : 'forbidden';
};

const everyone: readonly (readonly [string, Principal])[] = [
  ['admin', people.admin],
  ['officer', people.officer],
  ['registrar', people.registrar],
  ['leader', people.leader],
  ['viewer of the office', people.viewer],
  ['head of the unit', people.head(own)],
  ['filer of the unit', people.filer(own)],
  ['viewer of the unit', people.unitViewer(own)],
  ['head of another unit', people.head(other)],
  ['filer of another unit', people.filer(other)],
  ['viewer of another unit', people.unitViewer(other)],
  ['nobody in particular', { id: 'token:none', roles: [] }],
  ['officer of a unit, which there is not', { id: `${own}:officer`, roles: ['officer', 'admin'], unit: own }],
  ['filer of the office, which there is not', { id: 'chuyen-vien', roles: ['filer', 'unit-head'] }],
];

/** Open to all who are signed in; what a unit's people ask for of another's, or of the whole, is refused inside. */
const narrows: ReadonlySet<string> = new Set(['GET /v1/agencies/:agency', 'GET /v1/ledger/verification']);

describe.each(everyone)('%s', (_, principal) => {
  it('passes exactly where the table of capabilities says so', async () => {
    for (const route of routes) {
      const access = route.notes.find(isAccess);
      if (access === undefined) continue;
      const response = await t.as(principal)(filled(route.path, { unit: own }), asked(route));
      const code = response.status === 403 ? ((await response.json()) as { readonly code: string }).code : 'passes';
      const wanted = expected(access, principal);
      expect([keyOf(route), response.status < 500]).toEqual([keyOf(route), true]);
      expect(response.status, keyOf(route)).not.toBe(401);
      const narrowed = narrows.has(keyOf(route)) && principal.unit !== undefined && code === 'not-yours';
      expect([keyOf(route), narrowed ? 'passes' : code]).toEqual([keyOf(route), wanted]);
    }
  });
});

/** What everybody who is signed in may know: which units and plans there are. */
const common = /^\/v1\/(?:agencies|plans|settings|events)(?:\/|$)/;

it.each([people.head(own), people.filer(own), people.unitViewer(own)])(
  'a unit’s people read nothing of another unit’s: $id',
  async (principal) => {
    const act = await t.as(people.officer)(
      filled('/v1/plans/:plan/reports/:report/periods/:period/submissions/:unit/acts', { unit: other }),
      { method: 'POST', json: { act: 'remind', channel: 'Zalo', text: 'Đề nghị gửi báo cáo.' } },
    );
    expect(act.status, await act.text()).toBe(200);
    for (const route of routes) {
      if (
        route.method !== 'GET' ||
        publicRoutes.has(keyOf(route)) ||
        common.test(route.path.replaceAll(/\/:[^/]+/g, '/x'))
      )
        continue;
      const response = await t.as(principal)(filled(route.path, { unit: own }));
      if (response.status !== 200 || !(response.headers.get('content-type') ?? '').includes('json')) continue;
      expect([keyOf(route), (await response.text()).includes(other)]).toEqual([keyOf(route), false]);
    }
  },
);
