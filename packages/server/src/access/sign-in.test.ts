import { describe, expect, it } from 'vitest';
import { people } from '../testing/app.ts';
import { cookieOf, makeLink, onDay, origin, press, signIn, unit, withApp } from '../testing/sign-in.ts';

describe('a sign-in link', () => {
  it('shows whom it is for, in Vietnamese, to nobody’s search engine, and is not used up by being looked at', () =>
    withApp(async (t) => {
      const link = await makeLink(t, { unit, uses: 1 });
      const { pathname } = new URL(link.url);
      for (const method of ['GET', 'HEAD', 'GET', 'GET']) {
        const shown = await t.ask(pathname, { method });
        expect(shown.status).toBe(200);
        expect(shown.headers.get('set-cookie')).toBeNull();
        expect(shown.headers.get('x-robots-tag')).toContain('noindex');
        expect(shown.headers.get('cache-control')).toBe('private, no-store');
        expect(shown.headers.get('referrer-policy')).toBe('same-origin');
        if (method === 'HEAD') continue;
        const html = await shown.text();
        expect(html).toContain('Trường Mầm non Hoa Sen (người lập báo cáo)');
        expect(html).toContain('<form method="post">');
        expect(html).not.toContain('<script');
      }
      await signIn(t, link.url);
    }));

  it('signs a device in: a cookie for this host only, kept from scripts, for 180 days', () =>
    withApp(async (t) => {
      const link = await makeLink(t);
      const response = await press(t, link.url);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe('/');
      const cookie = response.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^__Host-dondoc=[\w-]{43}; /);
      for (const attribute of ['Max-Age=15552000', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
        expect(cookie).toContain(attribute);
      }
      expect(cookie).not.toContain('Domain');
      const me = await t.ask('/v1/me', { headers: { cookie: cookieOf(response) } });
      expect(await me.json()).toMatchObject({ principal: `${unit}:filer`, unit: { id: unit }, roles: ['filer'] });
      const home = await (await t.ask('/', { headers: { cookie: cookieOf(response) } })).text();
      expect(home).toContain('Đang đăng nhập');
    }));

  it('over plain http signs in with a cookie that browsers take there', () =>
    withApp(
      async (t) => {
        const link = await makeLink(t);
        const response = await press(t, link.url, { origin: 'http://127.0.0.1:8787' });
        expect(response.headers.get('set-cookie')).toMatch(/^dondoc=[\w-]{43}; /);
        expect(response.headers.get('set-cookie')).not.toContain('Secure');
        expect(response.headers.get('strict-transport-security')).toBeNull();
      },
      { config: { publicUrl: 'http://127.0.0.1:8787' } },
    ));

  it('is for as many devices as it says, even when they come at once', () =>
    withApp(async (t) => {
      const link = await makeLink(t, { unit, uses: 3 });
      const responses = await Promise.all(Array.from({ length: 6 }, () => press(t, link.url)));
      expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 303, 303, 410, 410, 410]);
      const gone = await t.ask(new URL(link.url).pathname);
      expect(gone.status).toBe(410);
      expect(await gone.text()).toContain(
        'Đường dẫn đăng nhập đã hết hiệu lực. Đề nghị liên hệ Phòng Giáo dục và Đào tạo để được cấp lại.',
      );
    }));

  it.each([
    [29.9, 303],
    [30, 410],
  ])('after %d days answers %d', (days, status) =>
    withApp(async (t) => {
      const link = await makeLink(t);
      t.setClock(onDay(days));
      expect((await press(t, link.url)).status).toBe(status);
    }),
  );

  it('that was revoked, or never was, signs nobody in', () =>
    withApp(async (t) => {
      const link = await makeLink(t);
      const revoked = await t.as(people.admin)(`/v1/sign-in-links/${link.credential}`, { method: 'DELETE' });
      expect(revoked.status).toBe(204);
      expect((await press(t, link.url)).status).toBe(410);
      expect((await press(t, `${origin}/sign-in/${'A'.repeat(43)}`)).status).toBe(410);
    }));

  it('that is revoked with its sessions signs its devices out; without them they stay', () =>
    withApp(async (t) => {
      for (const [query, status] of [
        ['', 200],
        ['?sessions=true', 401],
      ] as const) {
        const link = await makeLink(t);
        const cookie = await signIn(t, link.url);
        await t.as(people.admin)(`/v1/sign-in-links/${link.credential}${query}`, { method: 'DELETE' });
        expect((await t.ask('/v1/me', { headers: { cookie } })).status).toBe(status);
      }
    }));

  it.each([
    ['no origin at all', {}],
    ['another site', { origin: 'https://evil.example' }],
    ['an origin that begins alike', { origin: 'https://dondoc.example.evil.example' }],
    ['the same host over http', { origin: 'http://dondoc.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['an opaque origin of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('is not pressed by %s', (_, headers) =>
    withApp(async (t) => {
      const link = await makeLink(t, { unit, uses: 1 });
      const response = await press(t, link.url, headers);
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
      await signIn(t, link.url);
    }),
  );

  it('is pressed on a page whose origin the browser or a proxy keeps to itself, where it is seen to be ours', () =>
    withApp(async (t) => {
      const link = await makeLink(t);
      expect((await press(t, link.url, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    }));

  it('leaves its secret nowhere: not in the log, the ledger or a list', () =>
    withApp(async (t) => {
      const link = await makeLink(t);
      const secret = new URL(link.url).pathname.split('/').at(-1) ?? '';
      await t.ask(new URL(link.url).pathname);
      const cookie = await signIn(t, link.url);
      const ledger = await t.store.entries({ data: 'all' });
      const links = await (await t.as(people.admin)('/v1/sign-in-links')).text();
      const sessions = await (await t.as(people.admin)('/v1/sessions')).text();
      for (const text of [JSON.stringify(t.log), JSON.stringify(ledger), links, sessions]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(cookie.split('=')[1]);
      }
      expect(links).toContain(link.credential);
      expect(JSON.stringify(t.log)).toContain('/sign-in/:secret');
    }));
});
