import { describe, expect, it } from 'vitest';
import { daily } from '../daily.ts';
import { people, smallOffice, type TestApp } from '../testing/app.ts';
import { cookieOf, makeLink, onDay, origin, press, signIn, unit, withApp, type MadeLink } from '../testing/sign-in.ts';

describe('a session', () => {
  const session = async (t: TestApp, link: object = { unit }): Promise<string> =>
    signIn(t, (await makeLink(t, link)).url);

  it('changes something only from our own pages', () =>
    withApp(async (t) => {
      const cookie = await session(t);
      const before = await t.seq();
      for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const response = await t.ask('/v1/me/sign-in-links', { method: 'POST', headers: { cookie, ...headers } });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'foreign-origin' });
      }
      expect(await t.seq()).toBe(before);
      for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin' }]) {
        const response = await t.ask('/v1/me/sign-in-links', { method: 'POST', headers: { cookie, ...headers } });
        expect(response.status).toBe(201);
      }
      expect((await t.ask('/v1/me', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
    }));

  it('ends after 180 days, by signing out, and by being revoked', () =>
    withApp(async (t) => {
      const [expired, left, revoked] = [await session(t), await session(t), await session(t)];
      const status = async (cookie: string) => (await t.ask('/v1/me', { headers: { cookie } })).status;
      const out = await t.ask('/sign-out', { method: 'POST', headers: { cookie: left, origin } });
      expect([out.status, out.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('Max-Age=0')]);
      expect(await status(left)).toBe(401);
      const own = (await (await t.ask('/v1/sessions', { headers: { cookie: revoked } })).json()) as {
        readonly items: readonly { readonly credential: string; readonly current: boolean }[];
      };
      const current = own.items.find((item) => item.current);
      expect(own.items).toHaveLength(3);
      const ended = await t.as(people.admin)(`/v1/sessions/${current?.credential}`, { method: 'DELETE' });
      expect(ended.status).toBe(204);
      expect(await status(revoked)).toBe(401);
      t.setClock(onDay(179.9));
      expect(await status(expired)).toBe(200);
      t.setClock(onDay(180));
      expect(await status(expired)).toBe(401);
    }));

  it('makes a link for one more device of the same person, and no other', () =>
    withApp(async (t) => {
      const cookie = await session(t, { unit, roles: ['unit-head'] });
      const made = await t.ask('/v1/me/sign-in-links', { method: 'POST', headers: { cookie, origin } });
      const link = (await made.json()) as MadeLink;
      expect(link).toMatchObject({ usesLeft: 1, expiresAt: onDay(1), unit, roles: ['unit-head'] });
      const second = await signIn(t, link.url);
      expect(await (await t.ask('/v1/me', { headers: { cookie: second } })).json()).toMatchObject({
        principal: `${unit}:unit-head`,
      });
      expect((await press(t, link.url)).status).toBe(410);
    }));

  const status = async (t: TestApp, cookie: string) => (await t.ask('/v1/me', { headers: { cookie } })).status;
  const ownLink = async (t: TestApp, cookie: string) =>
    (await (await t.ask('/v1/me/sign-in-links', { method: 'POST', headers: { cookie, origin } })).json()) as MadeLink;
  const revokeAll = (t: TestApp, link: MadeLink) =>
    t.as(people.admin)(`/v1/sign-in-links/${link.credential}?sessions=true`, { method: 'DELETE' });

  it('ends with the link that it came from, however many devices on, and so do the links not used yet', () =>
    withApp(async (t) => {
      const first = await makeLink(t);
      const other = await session(t);
      const cookies = [await signIn(t, first.url)];
      for (const made of [1, 2]) cookies.push(await signIn(t, (await ownLink(t, cookies[made - 1] ?? '')).url));
      const unused = await ownLink(t, cookies[2] ?? '');
      expect((await t.as(people.admin)(`/v1/sign-in-links/${first.credential}`, { method: 'DELETE' })).status).toBe(
        204,
      );
      for (const cookie of cookies) expect(await status(t, cookie)).toBe(200);
      expect((await revokeAll(t, first)).status).toBe(204);
      for (const cookie of cookies) expect(await status(t, cookie)).toBe(401);
      expect((await press(t, unused.url)).status).toBe(410);
      expect(await status(t, other)).toBe(200);
    }));

  it('that comes to be while its link is revoked ends with it', () =>
    withApp(async (t) => {
      for (let round = 0; round < 5; round++) {
        const link = await makeLink(t);
        const [pressed] = await Promise.all([press(t, link.url), revokeAll(t, link)]);
        // Whichever was first: without a cookie one is a stranger.
        expect(await status(t, cookieOf(pressed))).toBe(401);
      }
    }));

  it('that is revoked while it makes a link leaves none behind', () =>
    withApp(async (t) => {
      for (let round = 0; round < 5; round++) {
        const link = await makeLink(t);
        const cookie = await signIn(t, link.url);
        const [made] = await Promise.all([ownLink(t, cookie), revokeAll(t, link)]);
        // Whichever was first: what was refused has no address, and nothing leads there.
        const { url = `${origin}/sign-in/none` } = made as Partial<MadeLink>;
        expect((await press(t, url)).status).toBe(410);
      }
    }));

  it('can be ended by its link as long as it lasts', () =>
    withApp(async (t) => {
      const link = await makeLink(t);
      const cookie = await signIn(t, link.url);
      t.setClock(onDay(170));
      await daily({ store: t.store, clock: () => Date.parse(onDay(170)), log: () => undefined });
      expect(await status(t, cookie)).toBe(200);
      expect((await revokeAll(t, link)).status).toBe(204);
      expect(await status(t, cookie)).toBe(401);
    }));

  it('is seen and ended by its own people and the unit’s head, not by other units', () =>
    withApp(async (t) => {
      await session(t);
      const listOf = async (principal: Parameters<TestApp['as']>[0]) =>
        (
          (await (await t.as(principal)('/v1/sessions')).json()) as {
            readonly items: readonly { credential: string }[];
          }
        ).items;
      expect(await listOf(people.head(unit))).toHaveLength(1);
      expect(await listOf(people.filer(unit))).toHaveLength(1);
      expect(await listOf(people.unitViewer(unit))).toHaveLength(0);
      expect(await listOf(people.head('th-thi-tran'))).toHaveLength(0);
      expect(await listOf(people.officer)).toHaveLength(0);
      const [{ credential }] = (await listOf(people.admin)) as [{ credential: string }];
      for (const stranger of [people.head('th-thi-tran'), people.officer, people.unitViewer(unit)]) {
        expect((await t.as(stranger)(`/v1/sessions/${credential}`, { method: 'DELETE' })).status).toBe(404);
      }
      expect((await t.as(people.head(unit))(`/v1/sessions/${credential}`, { method: 'DELETE' })).status).toBe(204);
    }));

  it('ends with its unit', () =>
    withApp(async (t) => {
      const cookie = await session(t);
      const link = await makeLink(t);
      const office = smallOffice();
      const agencies = office.agencies.map((a) => (a.id === unit ? { ...a, closed: '2020-07-01' } : a));
      await t.adopt({ office: { ...office, agencies } });
      expect((await t.ask('/v1/me', { headers: { cookie } })).status).toBe(200);
      t.setClock('2020-07-01T01:00:00.000Z');
      expect((await t.ask('/v1/me', { headers: { cookie } })).status).toBe(401);
      expect((await press(t, link.url)).status).toBe(410);
    }));

  it('has no more than the office gives its person today', () =>
    withApp(async (t) => {
      const cookie = await session(t, { person: 'chuyen-vien' });
      const me = async () => t.ask('/v1/me', { headers: { cookie } });
      expect(await (await me()).json()).toMatchObject({ principal: 'chuyen-vien', roles: ['officer'] });
      const office = smallOffice();
      const viewer = office.people.map((p) => (p.id === 'chuyen-vien' ? { ...p, roles: ['viewer' as const] } : p));
      await t.adopt({ office: { ...office, people: viewer } });
      expect((await me()).status).toBe(403);
      await t.adopt({ office: { ...office, people: office.people.filter(({ id }) => id !== 'chuyen-vien') } });
      expect((await me()).status).toBe(401);
    }));
});
