import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testApp, type TestApp } from '../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.close());

const request = (event: string) => ({
  event,
  title: 'Số liệu học sinh',
  due: { rule: 'date', on: '2020-06-02', time: '16:00' },
});

const post = (key: string, json: object, who: Parameters<TestApp['as']>[0] = people.officer, path = '/v1/events') =>
  t.as(who)(path, { method: 'POST', json, headers: { 'idempotency-key': key } });

describe('an act sent again with its Idempotency-Key', () => {
  it('is answered as the first time and done once', async () => {
    const first = await post('key-1', request('mot'));
    const seq = await t.seq();
    const again = await post('key-1', request('mot'));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await t.seq()).toBe(seq);
  });

  it.each([
    ['another body', request('hai-b'), '/v1/events'],
    ['another query', request('hai'), '/v1/events?x=1'],
  ])('and %s is refused', async (_, json, path) => {
    await post('key-2', request('hai'));
    const seq = await t.seq();
    const response = await post('key-2', json, people.officer, path);
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'idempotency-reused' }]);
    expect(await t.seq()).toBe(seq);
  });

  it('is somebody else’s own act where somebody else sends it', async () => {
    const other = { ...people.officer, id: 'chuyen-vien-hai' };
    expect((await post('key-3', request('ba'))).status).toBe(201);
    const theirs = await post('key-3', request('ba-b'), other);
    expect([theirs.status, theirs.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });

  it('may be tried again after it was refused', async () => {
    const refused = await post('key-4', { ...request('bon'), due: { rule: 'date', on: '2020-05-01' } });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await post('key-4', request('bon'))).status).toBe(201);
  });

  it('at the same time is done once, and all are answered alike', async () => {
    const seq = await t.seq();
    const all = await Promise.all(Array.from({ length: 5 }, () => post('key-5', request('nam'))));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(await Promise.all(all.map((response) => response.text()))).size).toBe(1);
    expect(await t.seq()).toBe(seq + 1);
  });

  it.each(['', 'a b', 'x'.repeat(201)])('with the key %j is refused', async (key) => {
    const response = await post(key, request('sau'));
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad-request' }]);
  });
});
