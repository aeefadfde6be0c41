import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people, testApp, type TestApp } from './testing/app.ts';
import { refusal, told } from './testing/refusal.ts';
import { filled } from './testing/routes.ts';

let t: TestApp;
let seq: number;

beforeAll(async () => {
  t = await testApp();
});
beforeEach(async () => {
  seq = await t.seq();
});
afterAll(() => t.close());

const tokens = '/v1/tokens';
const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  t.as(people.admin)(tokens, { method: 'POST', body, headers });

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body', () => {
  it.each([
    ['cut off', '{"label":"x"', 400, 'malformed-json'],
    ['with a trailing comma', '{"label":"x",}', 400, 'malformed-json'],
    ['of nothing but spaces', '   ', 400, 'malformed-json'],
    ['of a number that is none', '{"days":NaN}', 400, 'malformed-json'],
    ['nested 65 deep', `{"label":${nested(64)}}`, 400, 'malformed-json'],
    ['nested 100,000 deep', `{"label":${nested(100_000)}}`, 400, 'malformed-json'],
    ['of objects nested 100,000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400, 'malformed-json'],
    ['opened 500,000 times', '['.repeat(500_000), 400, 'malformed-json'],
    ['nested 64 deep, which may be', `{"label":${nested(63)}}`, 422, 'invalid-body'],
    ['with a NUL', String.raw`{"label":"a\u0000b"}`, 400, 'malformed-json'],
    ['with a NUL in a key', String.raw`{"a\u0000":1}`, 400, 'malformed-json'],
    ['with half a character', String.raw`{"label":"\ud800"}`, 400, 'malformed-json'],
    ['with halves the wrong way round', String.raw`{"label":"\udc00\ud800"}`, 400, 'malformed-json'],
    ['with a control character', String.raw`{"label":"\u0007"}`, 422, 'invalid-body'],
    ['with an unknown key', '{"labell":"x"}', 422, 'invalid-body'],
    ['with a key of the prototype', '{"__proto__":{"roles":["admin"]}}', 422, 'invalid-body'],
    ['with a constructor', '{"constructor":{"prototype":{"x":1}}}', 422, 'invalid-body'],
    ['of a list', '[]', 422, 'invalid-body'],
    ['of null', 'null', 422, 'invalid-body'],
    ['of a text', '"x"', 422, 'invalid-body'],
    ['of wrong types', '{"label":{"$gt":""},"roles":"admin","days":"1"}', 422, 'invalid-body'],
    ['of a number too large', '{"days":1e999}', 422, 'invalid-body'],
  ])('%s is refused', async (_, text, status, code) =>
    expect(await told(await post(text), { app: t, seq })).toEqual(refusal(status, code)),
  );

  it('that is absent is refused where one is asked for', async () =>
    expect(await told(await t.as(people.admin)(tokens, { method: 'POST' }), { app: t, seq })).toEqual(
      refusal(422, 'invalid-body'),
    ));

  it('that is not UTF-8 is refused', async () =>
    expect(
      await told(await post(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), { app: t, seq }),
    ).toEqual(refusal(400, 'malformed-json')));

  it('names the place of each finding, and what may stand there', async () => {
    const response = await post('{"days":0,"roles":["root"],"labell":1}');
    const { errors } = (await response.json()) as { readonly errors: readonly { readonly pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/days', '/labell', '/roles/0']);
  });

  it.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/vnd.api+json',
  ])('of the media type %j is refused', async (type) => {
    const body = new TextEncoder().encode('{}');
    expect(await told(await post(body, type === '' ? {} : { 'content-type': type }), { app: t, seq })).toEqual(
      refusal(415, 'unsupported-media-type'),
    );
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'of the media type %s is read',
    async (type) =>
      expect(await told(await post('{"days":0}', { 'content-type': type }), { app: t, seq })).toEqual(
        refusal(422, 'invalid-body'),
      ),
  );

  it('of 10 MB is refused, whatever it says of its length', async () => {
    const large = `{"label":"${'x'.repeat(10 * 1024 * 1024)}"}`;
    expect(await told(await post(large), { app: t, seq })).toEqual(refusal(413, 'too-large'));
    expect(
      await told(await post(large, { 'content-type': 'application/json', 'content-length': '20' }), { app: t, seq }),
    ).toEqual(refusal(413, 'too-large'));
    expect(
      await told(await post('{}', { 'content-type': 'application/json', 'content-length': '99999999' }), {
        app: t,
        seq,
      }),
    ).toEqual(refusal(413, 'too-large'));
  });

  it('that never ends is left at the limit', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    // Node asks for `duplex` where a body is a stream; the types of browsers do not know it.
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit;
    const request = new Request('https://dondoc.example/v1/tokens', init);
    request.headers.set('x-test-principal', JSON.stringify(people.admin));
    expect(await told(await t.app.request(request), { app: t, seq })).toEqual(refusal(413, 'too-large'));
    expect(pulled).toBeLessThan(3 * 1024 * 1024);
  });

  it('of an upload may be larger, and no larger than that', async () => {
    const path = filled('/v1/plans/:plan/reports/:report/periods/:period/submissions/:unit/signed-copy');
    const put = (size: number) =>
      t.as(people.head('mn-hoa-sen'))(path, {
        method: 'PUT',
        body: new Uint8Array(size),
        headers: { 'content-type': 'application/pdf' },
      });
    expect((await put(2 * 1024 * 1024)).status).not.toBe(413);
    expect(await told(await put(10 * 1024 * 1024 + 1), { app: t, seq })).toEqual(refusal(413, 'too-large'));
  });
});
