import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testApp, type TestApp } from '../testing/app.ts';

const DAY = 86_400_000;
const start = '2020-06-01T01:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(start) + days * DAY).toISOString();

interface MadeToken {
  readonly token: string;
  readonly credential: string;
  readonly principal: string;
  readonly expiresAt: string;
}

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.close());

const ask = (json: object) => t.as(people.admin)('/v1/tokens', { method: 'POST', json });

const make = async (json: object = {}): Promise<MadeToken> => {
  const response = await ask(json);
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as MadeToken; // its shape is what is tested below
};

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('a token', () => {
  it('is a program’s of the office unless it is for somebody; its secret is told once', async () => {
    const made = await make({ roles: ['officer', 'viewer'], label: 'Phần mềm văn bản', days: 10 });
    expect(made.token).toMatch(/^dd_[\w-]{43}$/);
    expect(made.credential).toMatch(/^tok-[0-9a-hjkmnp-tv-z]{10}$/);
    expect(made).toMatchObject({
      principal: `token:${made.credential}`,
      expiresAt: later(10),
      label: 'Phần mềm văn bản',
    });
    const me = await t.ask('/v1/me', bearer(made.token));
    expect(await me.json()).toMatchObject({ principal: made.principal, roles: ['officer', 'viewer'] });
    const list = await (await t.as(people.admin)('/v1/tokens')).text();
    expect(list).toContain(made.credential);
    const everywhere = [list, JSON.stringify(t.log), JSON.stringify(await t.store.entries({ data: 'all' }))];
    for (const text of everywhere) expect(text).not.toContain(made.token.slice(3));
  });

  it('changes something without an origin: it is no cookie', async () => {
    const { token } = await make({ roles: ['admin'] });
    for (const more of [{}, { origin: 'https://program.example' }]) {
      const headers = { ...bearer(token).headers, ...more };
      expect((await t.ask('/v1/tokens', { method: 'POST', json: {}, headers })).status).toBe(201);
    }
  });

  it('is entered in the office’s stream with its roles and end, and its revocation too', async () => {
    const made = await make({ unit: 'mn-hoa-sen', roles: ['unit-head'] });
    expect((await t.as(people.admin)(`/v1/tokens/${made.credential}`, { method: 'DELETE' })).status).toBe(204);
    const before = await t.seq();
    expect((await t.as(people.admin)(`/v1/tokens/${made.credential}`, { method: 'DELETE' })).status).toBe(204);
    expect(await t.seq()).toBe(before);
    const entries = await t.store.entries({ streams: ['office'], data: 'all' });
    expect(entries.slice(-2).map(({ kind, actor, secret }) => ({ kind, actor, data: secret?.data }))).toEqual([
      {
        kind: 'grant',
        actor: 'quan-tri',
        data: {
          granted: [
            {
              credential: made.credential,
              what: 'token',
              principal: 'mn-hoa-sen:unit-head',
              roles: ['unit-head'],
              unit: 'mn-hoa-sen',
              expiresAt: made.expiresAt,
            },
          ],
        },
      },
      { kind: 'revoke', actor: 'quan-tri', data: { credentials: [made.credential] } },
    ]);
    expect((await t.ask('/v1/me', bearer(made.token))).status).toBe(401);
  });

  it('ends on the instant that it says', async () => {
    const { token } = await make({ days: 1 });
    t.setClock(new Date(Date.parse(later(1)) - 1).toISOString());
    expect((await t.ask('/v1/me', bearer(token))).status).toBe(200);
    t.setClock(later(1));
    expect((await t.ask('/v1/me', bearer(token))).status).toBe(401);
    t.setClock(start);
  });

  it.each([
    ['an unknown token', 'Bearer dd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['another scheme', 'Basic YWRtaW46YWRtaW4='],
    ['no token', 'Bearer '],
    ['a very long token', `Bearer ${'x'.repeat(5000)}`],
    ['SQL', "Bearer ' OR 1=1 --"],
  ])('is not %s', async (_, authorization) => {
    const response = await t.ask('/v1/me', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="dondoc"');
  });

  it.each([
    ['a unit that there is not', { unit: 'khong-co' }, 'unknown-unit'],
    ['a person that there is not', { person: 'khong-co' }, 'unknown-person'],
    ['a role of the desk for a unit', { unit: 'mn-hoa-sen', roles: ['officer'] }, 'roles-refused'],
    ['a role of a unit for the desk', { roles: ['filer'] }, 'roles-refused'],
    ['a role that the person does not have', { person: 'chuyen-vien', roles: ['leader'] }, 'roles-refused'],
    ['a person of another unit', { person: 'chuyen-vien', unit: 'mn-hoa-sen' }, 'unknown-person'],
    ['an unknown role', { roles: ['root'] }, 'invalid-body'],
    ['no role at all', { roles: [] }, 'invalid-body'],
    ['an unknown key', { role: 'admin' }, 'invalid-body'],
    ['three years', { days: 1000 }, 'invalid-body'],
    ['half a day', { days: 0.5 }, 'invalid-body'],
    ['a label with a line break', { label: 'a\nb' }, 'invalid-body'],
  ])('is not made for %s', async (_, json, code) => {
    const before = await t.seq();
    const response = await ask(json);
    expect([response.status, await response.json()]).toMatchObject([422, { code }]);
    expect(await t.seq()).toBe(before);
  });

  it('is listed newest first, by pages', async () => {
    const own = await testApp();
    for (let minute = 1; minute <= 5; minute++) {
      own.setClock(`2020-06-01T01:0${minute}:00.000Z`);
      await own.as(people.admin)('/v1/tokens', { method: 'POST', json: { label: `${minute}` } });
    }
    const labels: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await own.as(people.admin)(`/v1/tokens?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      const list = (await page.json()) as { items: readonly { label: string }[]; next: string | null };
      expect(list.items.length).toBeLessThanOrEqual(2);
      labels.push(...list.items.map(({ label }) => label));
      ({ next } = list);
    }
    expect(labels).toEqual(['5', '4', '3', '2', '1']);
    await own.close();
  });
});

describe('sign-in links for many', () => {
  it('are made all or none, and the refusal tells which', async () => {
    const before = await t.seq();
    const links = [{ unit: 'mn-hoa-sen' }, { unit: 'khong-co' }];
    const response = await t.as(people.admin)('/v1/sign-in-links', { method: 'POST', json: { links } });
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'unknown-unit', link: 1 }]);
    expect(await t.seq()).toBe(before);
  });

  it('are one entry for a hundred, and none for a hundred and one', async () => {
    const before = await t.seq();
    const of = (n: number) => ({ links: Array.from({ length: n }, () => ({ unit: 'mn-hoa-sen' })) });
    expect((await t.as(people.admin)('/v1/sign-in-links', { method: 'POST', json: of(101) })).status).toBe(422);
    expect((await t.as(people.admin)('/v1/sign-in-links', { method: 'POST', json: of(100) })).status).toBe(201);
    expect(await t.seq()).toBe(before + 1);
  });

  it('need somebody to be for', async () => {
    const response = await t.as(people.admin)('/v1/sign-in-links', { method: 'POST', json: { links: [{}] } });
    expect(response.status).toBe(400);
  });
});

describe('setting up', () => {
  const secret = 'mot-ma-thiet-lap-rat-dai-1';
  const setUp = (app: TestApp, given: string) =>
    app.ask('/v1/setup', { method: 'POST', json: { secret: given, label: 'Quản trị' } });

  it('gives who knows the secret an admin token, once for each value', async () => {
    const fresh = await testApp({ office: null, config: { setupSecret: secret } });
    const [first, second] = [await setUp(fresh, secret), await setUp(fresh, secret)];
    expect([first.status, second.status]).toEqual([201, 403]);
    const { token, credential } = (await first.json()) as MadeToken;
    expect(await (await fresh.ask('/v1/me', bearer(token))).json()).toMatchObject({
      roles: ['admin'],
      office: null,
      principal: `token:${credential}`,
    });
    const entries = await fresh.store.entries({ data: 'all' });
    expect(entries.map(({ stream, kind }) => `${stream} ${kind}`)).toEqual(['office set-up']);
    expect(JSON.stringify(entries)).not.toContain(secret);
    await fresh.close();
  });

  it('that fails leaves the secret as good as it was', async () => {
    const fresh = await testApp({ office: null, config: { setupSecret: secret } });
    const run = (sql: string) => fresh.driver.batch([{ sql, params: [] }]);
    await run("CREATE TRIGGER full BEFORE INSERT ON credentials BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    expect((await setUp(fresh, secret)).status).toBe(500);
    await run('DROP TRIGGER full');
    expect((await setUp(fresh, secret)).status).toBe(201);
    await fresh.close();
  });

  it('of two at once serves one', async () => {
    const fresh = await testApp({ office: null, config: { setupSecret: secret } });
    const answers = await Promise.all([setUp(fresh, secret), setUp(fresh, secret), setUp(fresh, secret)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 403, 403]);
    await fresh.close();
  });

  it.each([
    ['another secret', secret, 'mot-ma-thiet-lap-rat-dai-2'],
    ['a part of it', secret, secret.slice(0, -1)],
    ['anything where none is set', undefined, secret],
    ['a secret too short to be one', 'ngan', 'ngan'],
  ])('refuses %s', async (_, setupSecret, given) => {
    const fresh = await testApp({ office: null, config: setupSecret === undefined ? {} : { setupSecret } });
    const response = await setUp(fresh, given);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'setup-refused' }]);
    expect(await fresh.seq()).toBe(0);
    await fresh.close();
  });
});
