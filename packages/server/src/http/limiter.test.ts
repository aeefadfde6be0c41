import { describe, expect, it } from 'vitest';
import { people, testApp } from '../testing/app.ts';
import { createLimiter } from './limiter.ts';

const origin = 'https://dondoc.example';

describe('the limiter', () => {
  it('lets a burst pass, then what its rate allows, each key for itself', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    const passed = (key: string, times: number) =>
      Array.from({ length: times }, () => limiter('sign-in', key)).filter(Boolean).length;
    expect(passed('a', 100)).toBe(30);
    expect(passed('b', 10)).toBe(10);
    now += 4_999;
    expect(passed('a', 1)).toBe(0);
    now += 1;
    expect(passed('a', 5)).toBe(1);
    now += 3_600_000;
    expect(passed('a', 100)).toBe(30);
  });

  it('keeps kinds apart, and a clock that goes back gives nothing', () => {
    let now = 1_000_000;
    const limiter = createLimiter(() => now);
    for (let i = 0; i < 30; i++) limiter('sign-in', 'a');
    now -= 500_000;
    expect([limiter('sign-in', 'a'), limiter('read', 'a'), limiter('write', 'a')]).toEqual([false, true, true]);
  });

  it('does not grow with the keys that it is asked for', () => {
    const limiter = createLimiter(() => 0);
    for (let i = 0; i < 30; i++) limiter('sign-in', 'first');
    expect(limiter('sign-in', 'first')).toBe(false);
    for (let i = 0; i < 10_000; i++) limiter('read', String(i));
    // Forgotten by now: better let one more pass than keep everything.
    expect(limiter('sign-in', 'first')).toBe(true);
  });
});

describe('the app', () => {
  const limited = async () => {
    let now = 0;
    const t = await testApp({
      limiter: createLimiter(() => now),
      config: {
        setupSecret: 'mot-ma-thiet-lap-rat-dai',
        addressOf: (request) => request.headers.get('x-address') ?? '',
      },
    });
    return { t, wait: (seconds: number) => (now += seconds * 1000) };
  };

  it.each([
    { tried: 'tokens', path: '/v1/me', asked: { headers: { authorization: 'Bearer dd_x' } }, first: 401, burst: 400 },
    { tried: 'links', path: '/sign-in/x', asked: { method: 'POST', headers: { origin } }, first: 410, burst: 30 },
    {
      tried: 'setup secrets',
      path: '/v1/setup',
      asked: { method: 'POST', json: { secret: 'khong-dung' } },
      first: 403,
      burst: 30,
    },
  ])('slows down who tries $tried, by address, and says when to come again', async ({ path, asked, first, burst }) => {
    const { t, wait } = await limited();
    const from = (address: string) =>
      t.ask(path, { ...asked, headers: { ...('headers' in asked ? asked.headers : {}), 'x-address': address } });
    const statuses: number[] = [];
    for (let i = 0; i < burst + 5; i++) statuses.push((await from('203.0.113.1')).status);
    expect(statuses.filter((status) => status === first)).toHaveLength(burst);
    const refused = await from('203.0.113.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('Đề nghị thử lại sau 60 giây.');
    expect((await from('203.0.113.2')).status).toBe(first);
    wait(60);
    expect((await from('203.0.113.1')).status).toBe(first);
    await t.close();
  });

  it('does not let who guesses shut out who knows', async () => {
    const { t } = await limited();
    const made = await t.as(people.admin)('/v1/tokens', { method: 'POST', json: {} });
    const { token } = (await made.json()) as { readonly token: string };
    const from = (authorization: string) => t.ask('/v1/me', { headers: { authorization, 'x-address': '203.0.113.1' } });
    for (let i = 0; i < 400; i++) await from('Bearer dd_x');
    expect((await from('Bearer dd_x')).status).toBe(429);
    expect((await from(`Bearer ${token}`)).status).toBe(200);
    await t.close();
  });

  it('does not count who only looks at links, or comes with a token that has ended, as trying to sign in', async () => {
    const { t } = await limited();
    const made = await t.as(people.admin)('/v1/sign-in-links', {
      method: 'POST',
      json: { links: [{ unit: 'mn-hoa-sen' }] },
    });
    const { links } = (await made.json()) as { readonly links: readonly [{ readonly url: string }] };
    const { pathname } = new URL(links[0].url);
    for (let i = 0; i < 40; i++) {
      expect((await t.ask(pathname)).status).toBe(200);
      expect((await t.ask('/v1/me', { headers: { authorization: 'Bearer dd_x' } })).status).toBe(401);
    }
    expect((await t.ask(pathname, { method: 'POST', headers: { origin } })).status).toBe(303);
    await t.close();
  });

  it('tells a person at a page by a page, and a program by a problem', async () => {
    const t = await testApp({ limiter: () => false });
    for (const [path, type] of [
      ['/', 'text/html; charset=UTF-8'],
      ['/sign-in/x', 'text/html; charset=UTF-8'],
      ['/v1/setup', 'application/problem+json'],
    ] as const) {
      const refused = await t.ask(path, { method: path === '/' ? 'GET' : 'POST', headers: { origin } });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
      expect(refused.headers.get('content-type')).toBe(type);
      expect(await refused.text()).toContain('Quá nhiều yêu cầu');
    }
    await t.close();
  });

  it('limits reads and writes by who asks', async () => {
    const { t } = await limited();
    const ask = t.as(people.viewer);
    let passed = 0;
    while ((await ask('/v1/me')).status === 200) passed++;
    expect(passed).toBe(400);
    expect((await t.as(people.officer)('/v1/me')).status).toBe(200);
    await t.close();
  });
});
