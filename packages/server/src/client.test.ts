import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { createClient, type Problem } from './client.ts';
import { people, testApp, type TestApp } from './testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ config: { setupSecret: 'mot-ma-thiet-lap-rat-dai' } });
});
afterAll(() => t.close());

const clientOf = (token?: string) =>
  createClient({
    baseUrl: 'https://dondoc.example',
    fetch: (input, init) => t.app.request(input, init),
    ...(token === undefined ? {} : { token }),
  });

describe('the typed client', () => {
  it('knows bodies, answers and problems of the routes, and sends its token', async () => {
    const made = await clientOf().v1.setup.$post({ json: { secret: 'mot-ma-thiet-lap-rat-dai' } });
    if (!made.ok) throw new Error('Not set up.');
    const { token, roles } = await made.json();
    expectTypeOf(token).toEqualTypeOf<string>();
    expect(roles).toEqual(['admin']);

    const me = await clientOf(token).v1.me.$get();
    expect((await me.json()).roles).toEqual(['admin']);
    expect((await clientOf().v1.me.$get()).status).toBe(401);
  });

  it('tells a refusal from an answer by `ok`', async () => {
    const client = t.clientOf(people.admin);
    const refused = await client.v1.tokens.$post({ json: { unit: 'khong-co' } });
    expect(refused.ok).toBe(false);
    if (refused.ok) throw new Error('Made.');
    const problem = await refused.json();
    expectTypeOf(problem.code).toEqualTypeOf<Problem['code']>();
    expect(problem).toMatchObject({ code: 'unknown-unit', status: 422 });
  });

  it('fills paths and queries', async () => {
    const client = t.clientOf(people.admin);
    for (const label of ['mot', 'hai']) await client.v1.tokens.$post({ json: { label } });
    const page = await client.v1.tokens.$get({ query: { limit: '1' } });
    const { items, next } = await page.json();
    expectTypeOf(next).toEqualTypeOf<string | null>();
    expect(items).toHaveLength(1);
    const [{ credential = '' } = {}] = items;
    const ended = await client.v1.tokens[':credential'].$delete({ param: { credential } });
    expect(ended.status).toBe(204);
  });
});
