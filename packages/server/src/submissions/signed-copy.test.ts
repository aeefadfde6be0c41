import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '@dondoc/store';
import { createConfigurations } from '../configuration/configuration.ts';
import { acts } from '../testing/acts.ts';
import { memoryFiles, people } from '../testing/app.ts';
import { halfYear, halfYearKey, officeOf, sendingApp, type Desk } from '../testing/sending.ts';
import { attachSignedCopy, signedCopyOf } from './signed-copy.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])));

const pdf = bytesOf('%PDF-1.7\n', [0, 255, 128], 'một bản quét\n%%EOF\n');
const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xe0], 'ảnh');
const png = bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'ảnh');

let t: Desk;
const files = memoryFiles();
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(12), at: '2020-06-03T01:00:00.000Z', files, config: { fileLimit: 10_000 } });
  for (const unit of ['th-01', 'th-02', 'th-03', 'th-04', 'th-05']) await t.unitAct(unit, acts.submit(unit));
});
afterAll(() => t.close());

interface Sent {
  readonly type?: string;
  readonly query?: string;
  readonly as?: Principal;
  readonly headers?: Readonly<Record<string, string>>;
}

const put = async (unit: string, body: Uint8Array<ArrayBuffer>, { type, query = '', as, headers }: Sent = {}) =>
  t.at(as ?? people.filer(unit), `/submissions/${unit}/signed-copy${query}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': type ?? 'application/pdf', ...headers },
  });
const get = (unit: string, as: Principal = people.filer(unit)) =>
  t.as(as)(`${halfYear}/submissions/${unit}/signed-copy`);

test.each([
  ['a PDF', 'th-01', pdf, 'application/pdf', 'pdf'],
  ['a JPEG', 'th-02', jpeg, 'image/jpeg', 'jpg'],
  ['a PNG, its type with a parameter', 'th-03', png, 'image/png; charset=binary', 'png'],
])('%s is kept and given back as an attachment', async (_, unit, bytes, type, extension) => {
  const query = `?number=12%2FBC-TH&date=2020-06-03&signer=${encodeURIComponent('Nguyễn Thị A')}`;
  const { status, body } = await put(unit, bytes, { type, query });
  expect({ status, version: body.version }).toEqual({ status: 200, version: 2 });
  expect(body.sentence).toMatch(/^Đã đính kèm bản có chữ ký\./);
  const { body: shown } = await t.at(people.officer, `/submissions/${unit}`);
  expect(shown.facts.signedDocument).toMatchObject({ number: '12/BC-TH', date: '2020-06-03', signer: 'Nguyễn Thị A' });
  expect(shown.facts.signedDocument.file).toMatch(new RegExp(`^[0-9a-f]{64}\\.${extension}$`));
  for (const principal of [people.filer(unit), people.unitViewer(unit), people.officer, people.viewer]) {
    const found = await get(unit, principal);
    expect(found.status).toBe(200);
    expect(new Uint8Array(await found.arrayBuffer())).toEqual(bytes);
    expect(found.headers.get('content-type')).toBe(type.split(';')[0]);
    expect(found.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${unit}-half-year-2020-H1-ban-ky\\.${extension}"`),
    );
    expect(found.headers.get('x-content-type-options')).toBe('nosniff');
    expect(found.headers.get('cache-control')).toBe('private, no-store');
  }
});

test('the same copy again changes nothing, another replaces it', async () => {
  await put('th-04', pdf);
  const before = await t.seq();
  const again = await put('th-04', pdf);
  expect(again.body).toMatchObject({ unchanged: true, version: 2 });
  expect(await t.seq()).toBe(before);
  await put('th-04', png, { type: 'image/png' });
  expect(new Uint8Array(await (await get('th-04')).arrayBuffer())).toEqual(png);
});

test.each([
  ['a page that says it is a PDF', bytesOf('<html><script>'), 'application/pdf', 422, 'file-refused'],
  ['a PDF that says it is a picture', pdf, 'image/png', 422, 'file-refused'],
  ['a PDF that is cut off', pdf.slice(0, -8), 'application/pdf', 422, 'file-refused'],
  ['an empty file', bytesOf(), 'application/pdf', 422, 'file-refused'],
  ['a page', bytesOf('<html>'), 'text/html', 415, 'unsupported-media-type'],
  ['a drawing with scripts', bytesOf('<svg/>'), 'image/svg+xml', 415, 'unsupported-media-type'],
  ['JSON', bytesOf('{}'), 'application/json', 415, 'unsupported-media-type'],
  [
    'more than a file may have',
    bytesOf(
      '%PDF-',
      Array.from({ length: 10_001 }, () => 32),
    ),
    'application/pdf',
    413,
    'too-large',
  ],
])('%s is refused and the ledger unchanged', async (_, bytes, type, status, code) => {
  const before = await t.seq();
  const answer = await put('th-05', bytes, { type });
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(await t.seq()).toBe(before);
});

describe('who and when', () => {
  test('nothing can be attached before a report came', async () => {
    const { status, body } = await put('th-06', pdf);
    expect({ status, rule: body.errors[0].rule }).toEqual({ status: 409, rule: 'act.nothing-sent' });
    expect((await get('th-06')).status).toBe(404);
  });

  test('the desk says when a copy came; a unit does not', async () => {
    const unit = await put('th-05', pdf, { query: '?receivedOn=2020-06-02' });
    expect(unit.body.errors[0].rule).toBe('act.arrival-not-declared');
    const desk = await put('th-05', pdf, { query: '?receivedOn=2020-06-02', as: people.officer });
    expect(desk.body).toMatchObject({ receivedOn: '2020-06-02' });
  });

  test('no other unit reads or sends it, and no reader of the office sends it', async () => {
    expect((await get('th-01', people.filer('th-02'))).status).toBe(403);
    expect((await put('th-01', jpeg, { type: 'image/jpeg', as: people.filer('th-02') })).status).toBe(403);
    for (const principal of [people.leader, people.admin, people.viewer, people.unitViewer('th-01')]) {
      expect((await put('th-01', jpeg, { type: 'image/jpeg', as: principal })).status).toBe(403);
    }
  });

  test('a unit does not come by another’s file by naming it', async () => {
    const { body: shown } = await t.at(people.officer, '/submissions/th-01');
    const { file } = shown.facts.signedDocument;
    const told = await t.unitAct('th-02', { act: 'attach-signed-copy', signedDocument: { file } });
    expect(told.body.errors[0]).toMatchObject({ rule: 'act.file-unknown', pointer: '/signedDocument/file' });
    const submit = acts.submit('th-07') as { submission: object };
    const sent = await t.unitAct('th-07', {
      act: 'submit',
      submission: { ...submit.submission, signedDocument: { file } },
    });
    expect(sent.body.errors[0]).toMatchObject({ rule: 'act.file-unknown', pointer: '/submission/signedDocument/file' });
  });

  test('a unit that has sent its copy may mend what it told of it', async () => {
    const { status } = await t.unitAct('th-01', { act: 'attach-signed-copy', signedDocument: { number: '13/BC-TH' } });
    expect(status).toBe(200);
    expect((await get('th-01')).status).toBe(200);
  });

  test('of another version than was seen it is not attached', async () => {
    const { status } = await put('th-03', pdf, { headers: { 'if-match': '"1"' } });
    expect(status).toBe(412);
  });
});

test('without a place for files it says so and reads no file', async () => {
  const app = { store: t.store, files: undefined };
  const view = await createConfigurations(t.store).current();
  const asked = {
    view,
    key: { ...halfYearKey, unit: 'th-01' },
    principal: people.filer('th-01'),
    at: '2020-06-03T01:00:00.000Z',
  };
  const read = () => Promise.reject(new Error('not to be read'));
  expect(await attachSignedCopy(app, { ...asked, details: {}, read })).toMatchObject({ failure: { code: 'no-files' } });
  expect(await signedCopyOf(app, asked)).toMatchObject({ failure: { code: 'no-files' } });
});
