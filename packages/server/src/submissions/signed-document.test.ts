import type { Json } from '@dondoc/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { actAll } from '../testing/filing.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

// 06:00 on Vietnam's clock: it is still 2 June in UTC.
const now = '2020-06-02T23:00:00.000Z';
const today = '2020-06-03';
const tomorrow = '2020-06-04';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(8), at: now });
  for (const unit of ['th-01', 'th-02', 'th-03']) await t.unitAct(unit, acts.submit(unit));
});
afterAll(() => t.close());

const pdf = new TextEncoder().encode('%PDF-1.7\nmột bản quét\n%%EOF\n');
const put = (unit: string, query = '') =>
  t.at(people.filer(unit), `/submissions/${unit}/signed-copy${query}`, {
    method: 'PUT',
    body: pdf,
    headers: { 'content-type': 'application/pdf' },
  });
const withDocument = (unit: string, signedDocument: Json, more: object = {}) =>
  ({ ...submissionOf(unit), signedDocument, ...more }) as Json;
const record = (unit: string, signedDocument: Json): Json => ({
  ...(acts.record(unit) as object),
  receivedOn: '2020-06-02',
  submission: withDocument(unit, signedDocument),
});
const attach = (signedDocument: Json): Json => ({ act: 'attach-signed-copy', signedDocument });
const bring = (...submissions: readonly Json[]) =>
  t.at(people.officer, '/import', {
    method: 'POST',
    json: {
      submissions: submissions.map((submission) => ({ submission })),
      receivedOn: '2020-06-02',
      channel: 'email',
    },
  });
const refusedAs = ({ status, body }: Awaited<ReturnType<typeof bring>>) => [
  status,
  body.errors?.[0].rule,
  body.errors?.[0].pointer,
];

describe('a file that was not sent here', () => {
  test.each(['../../etc/passwd', `${'0'.repeat(64)}.pdf`, 'bao-cao.pdf'])(
    '“%s” is not taken from the desk either, by whatever act',
    async (file) => {
      const before = await t.seq();
      const told = [
        await t.deskAct('th-01', attach({ file, number: '12/BC-TH' })),
        await t.deskAct('th-04', record('th-04', { file })),
        await bring(submissionOf('th-05'), withDocument('th-06', { file })),
      ];
      expect(told.map(refusedAs)).toEqual([
        [409, 'act.file-unknown', '/signedDocument/file'],
        [409, 'act.file-unknown', '/submission/signedDocument/file'],
        [409, 'act.file-unknown', '/submissions/1/submission/signedDocument/file'],
      ]);
      expect(await t.seq()).toBe(before);
    },
  );

  test('nor is another unit’s, and one’s own may be named again', async () => {
    const { body } = await put('th-02');
    expect(body.version).toBe(2);
    const { file } = (await t.at(people.officer, '/submissions/th-02')).body.facts.signedDocument;
    expect(refusedAs(await t.deskAct('th-03', attach({ file })))).toEqual([
      409,
      'act.file-unknown',
      '/signedDocument/file',
    ]);
    expect((await t.deskAct('th-02', attach({ file, signer: 'Nguyễn Thị A' }))).status).toBe(200);
    await t.deskAct('th-02', acts.return());
    expect((await t.deskAct('th-02', record('th-02', { file, number: '3/BC-TH' }))).status).toBe(200);
  });

  test.each(['../../secret', '..%2Fsecret.pdf', 'bao-cao.pdf'])('%s in a ledger leads nowhere', async (file) => {
    await actAll(t.store, [
      { of: { unit: 'th-03' }, at: now, act: { act: 'attach-signed-copy', signedDocument: { file } } },
    ]);
    expect((await t.at(people.officer, '/submissions/th-03/signed-copy')).status).toBe(404);
  });
});

describe('the day on a signed copy', () => {
  test('may be today’s in Vietnam', async () => {
    expect((await put('th-01', `?date=${today}`)).status).toBe(200);
    expect((await t.deskAct('th-01', attach({ date: today }))).status).toBe(200);
  });

  test('is not a day to come, however it is told', async () => {
    const before = await t.seq();
    const rule = 'act.document-date-in-future';
    const told = [
      await put('th-01', `?date=${tomorrow}`),
      await t.unitAct('th-01', attach({ date: tomorrow })),
      await t.deskAct('th-01', attach({ date: tomorrow })),
    ];
    expect(told.map(refusedAs)).toEqual([
      [409, rule, '/date'],
      [409, rule, '/signedDocument/date'],
      [409, rule, '/signedDocument/date'],
    ]);
    expect(told[0]?.body.errors[0].message).toBe('Ngày của văn bản (04/6/2020) chưa đến.');
    expect(await t.seq()).toBe(before);
  });

  test('may be to come in a report that comes ahead of its paper', async () => {
    const submission = withDocument('th-06', { date: tomorrow });
    expect((await t.unitAct('th-06', { act: 'submit', submission })).status).toBe(200);
  });
});
