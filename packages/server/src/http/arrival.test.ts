import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { submissionOf } from '../testing/sending.ts';
import { people, testApp, type TestApp } from '../testing/app.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp({ at: '2020-06-04T16:59:00.000Z' });
});
afterEach(() => t.close());

const origin = 'https://dondoc.example';

/** A body whose second half comes only after something else has happened. */
const trickling = (text: string, meanwhile: () => unknown): ReadableStream => {
  const bytes = new TextEncoder().encode(text);
  const halves = [bytes.slice(0, 10), bytes.slice(10)];
  return new ReadableStream({
    pull: async (controller) => {
      const half = halves.shift();
      if (half === undefined) return controller.close();
      if (halves.length === 0) await meanwhile();
      return controller.enqueue(half);
    },
  });
};

const requestOf = (
  path: string,
  { method = 'POST', body, headers }: { method?: string; body: ReadableStream; headers: Record<string, string> },
) => {
  // Node asks for `duplex` where a body is a stream; the types of browsers do not know it.
  const init = { method, body, duplex: 'half', headers } as RequestInit;
  return new Request(`${origin}${path}`, init);
};

const unit = 'th-thi-tran';
const path = `/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/submissions/${unit}`;

const tokenOfUnit = async (): Promise<{ readonly token: string; readonly credential: string }> => {
  const made = await t.as(people.admin)('/v1/tokens', { method: 'POST', json: { unit, roles: ['unit-head'] } });
  return (await made.json()) as { readonly token: string; readonly credential: string };
};

describe('a request whose body trickles in', () => {
  const submit = JSON.stringify({ act: 'submit', submission: submissionOf(unit) });

  test('has come when its last byte has', async () => {
    const { token } = await tokenOfUnit();
    const body = trickling(submit, () => t.setClock('2020-06-05T01:00:00.000Z'));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await t.app.request(requestOf(`${path}/acts`, { body, headers }));
    expect(await response.json()).toMatchObject({ at: '2020-06-05T01:00:00.000Z' });
  });

  test.each([
    ['an act', 'POST', `${path}/acts`, 'application/json', submit],
    ['a signed copy', 'PUT', `${path}/signed-copy`, 'application/pdf', '%PDF-1.4 một bản có chữ ký %%EOF'],
  ])('is refused where access was taken meanwhile: %s', async (_, method, asked, type, text) => {
    const { token, credential } = await tokenOfUnit();
    let seq = 0;
    const body = trickling(text, async () => {
      await t.as(people.admin)(`/v1/tokens/${credential}`, { method: 'DELETE' });
      seq = await t.seq();
    });
    const headers = { 'content-type': type, authorization: `Bearer ${token}` };
    const response = await t.app.request(requestOf(asked, { method, body, headers }));
    expect(response.status).toBe(401);
    expect(await t.seq()).toBe(seq);
  });
});

test('a file is not taken in of a stranger', async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      pulled += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const request = requestOf(`${path}/signed-copy`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/pdf' },
  });
  expect((await t.app.request(request)).status).toBe(401);
  expect(pulled).toBeLessThan(1024 * 1024);
});
