import type { Json } from '@dondoc/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(20), at: '2020-06-05T01:00:00.000Z' });
});
afterAll(() => t.close());

const come = { receivedOn: '2020-06-04', channel: 'email' };
const named = (...units: readonly string[]) =>
  units.map((unit) => ({ name: `${unit}.json`, submission: submissionOf(unit) as Json }));
const send = (json: object) => t.at(people.officer, '/import', { method: 'POST', json });

test('files are recorded together with the day and way they came', async () => {
  const before = await t.seq();
  const { status, body } = await send({ submissions: named('th-01', 'th-02'), ...come, note: 'Hộp thư cơ quan.' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ dryRun: false, already: [], warnings: [], sentence: 'Đã ghi nhận 02 báo cáo.' });
  expect(body.recorded).toMatchObject([
    { index: 0, name: 'th-01.json', unit: 'th-01', revision: 1, receipt: { version: 1, receivedOn: '2020-06-04' } },
    { index: 1, name: 'th-02.json', unit: 'th-02', status: { timeliness: { is: 'on-time' } } },
  ]);
  expect(await t.seq()).toBe(before + 2);
  const { body: shown } = await t.at(people.officer, '/submissions/th-01');
  expect(shown.facts.recorded).toEqual({ channel: 'email', by: 'chuyen-vien', note: 'Hộp thư cơ quan.' });
});

test('a dry run says what would be recorded and records nothing', async () => {
  const before = await t.seq();
  const { body } = await send({ submissions: named('th-03'), ...come, dryRun: true });
  expect(body).toMatchObject({ dryRun: true, sentence: 'Có thể ghi nhận 01 báo cáo; chưa có gì được ghi.' });
  expect(body.recorded).toMatchObject([{ unit: 'th-03', revision: 1, badge: { state: 'recorded' } }]);
  expect(body.recorded[0].receipt).toBeUndefined();
  expect(await t.seq()).toBe(before);
});

test('what is there already with the same content is said to be, whatever day it is said to have come', async () => {
  await t.unitAct('th-04', acts.submit('th-04'));
  const before = await t.seq();
  const files = named('th-01', 'th-04');
  const { status, body } = await send({ submissions: files, receivedOn: '2020-06-05', channel: 'paper' });
  expect({ status, sentence: body.sentence }).toEqual({
    status: 200,
    sentence: 'Không có báo cáo mới. 02 báo cáo đã được ghi nhận từ trước, giữ nguyên.',
  });
  expect(body.already).toMatchObject([{ unit: 'th-01' }, { unit: 'th-04', index: 1 }]);
  expect(await t.seq()).toBe(before);
  const mixed = await send({ submissions: [...files, ...named('th-05')], ...come });
  expect(mixed.body.recorded).toMatchObject([{ unit: 'th-05', index: 2 }]);
  expect(mixed.body.already).toHaveLength(2);
});

test('a report that is there with another content is never written over, and then nothing is recorded', async () => {
  const before = await t.seq();
  const changed = { submission: submissionOf('th-01', { answers: { briefings: 9 } }) as Json };
  const { status, body } = await send({ submissions: [...named('th-06'), changed], ...come });
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'would-overwrite' });
  expect(body.errors[0].message).toContain('Trường Tiểu học 01');
  expect(body.errors[1]).toMatchObject({ rule: 'act.sent', pointer: '/submissions/1/submission' });
  expect(await t.seq()).toBe(before);
});

test('one that was returned is recorded again where it has changed', async () => {
  await t.deskAct('th-02', acts.return());
  const same = await send({ submissions: named('th-02'), ...come });
  expect(same.body.already).toHaveLength(1);
  const changed = { submission: submissionOf('th-02', { answers: { briefings: 9 } }) as Json };
  const { body } = await send({ submissions: [changed], receivedOn: '2020-06-05', channel: 'paper' });
  expect(body.recorded).toMatchObject([
    { unit: 'th-02', revision: 2, status: { filing: 'resubmitted', timeliness: { is: 'on-time' } } },
  ]);
});

test('every finding of every file is told at once, at its place', async () => {
  const before = await t.seq();
  const { status, body } = await send({
    submissions: [
      { submission: submissionOf('th-07', { answers: { briefings: 'khoảng 50' } }) },
      { submission: submissionOf('th-08', { period: '2020' }) },
      { submission: submissionOf('nobody') },
      { submission: 'không phải báo cáo' },
      { submission: { ...submissionOf('th-09'), receivedOn: '2020-06-09' } },
      ...named('th-10', 'th-10'),
    ] as Json,
    ...come,
  });
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-body' });
  const told = body.errors.map(({ pointer, rule }: { pointer: string; rule: string }) => `${pointer} ${rule}`);
  expect(told).toEqual(
    expect.arrayContaining([
      '/submissions/0/submission/answers/briefings answer.not-a-count',
      '/submissions/1/submission/period submission.not-the-one-asked',
      '/submissions/2/submission/unit submission.unknown-unit',
      '/submissions/3/submission submission.not-an-object',
      '/submissions/4/submission/receivedOn submission.received-in-future',
      '/submissions/6/submission/unit submission.unit-twice',
    ]),
  );
  expect(await t.seq()).toBe(before);
});

test('a file without a day or a way needs them of the import, which is told at its own place', async () => {
  const none = await send({ submissions: named('th-11') });
  expect(none.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/submissions/0/submission/receivedOn',
    '/submissions/0/submission/channel',
  ]);
  const late = await send({ submissions: named('th-11'), receivedOn: '2020-06-09', channel: 'paper' });
  expect(late.body.errors[0]).toMatchObject({ rule: 'submission.received-in-future', pointer: '/receivedOn' });
  const own = { ...submissionOf('th-11'), receivedOn: '2020-06-03', channel: 'chat' };
  const { body } = await send({ submissions: [{ submission: own as Json }], ...come });
  expect(body.recorded[0].receipt.receivedOn).toBe('2020-06-03');
});

test('what is too much or not for the desk is refused', async () => {
  const many = Array.from({ length: 101 }, () => ({ submission: {} }));
  expect((await send({ submissions: many, ...come })).body.errors[0].rule).toBe('schema.too-many');
  expect((await send({ submissions: [], ...come })).status).toBe(422);
  const asked = { method: 'POST', json: { submissions: named('th-12'), ...come } };
  for (const principal of [people.filer('th-12'), people.admin, people.viewer]) {
    expect((await t.at(principal, '/import', asked)).status).toBe(403);
  }
});

test('imports of the same files at once record each report once', async () => {
  const before = await t.seq();
  const units = ['th-13', 'th-14', 'th-15'];
  const answers = await Promise.all([1, 2, 3].map(() => send({ submissions: named(...units), ...come })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.flatMap(({ body }) => body.recorded)).toHaveLength(3);
  expect(answers.flatMap(({ body }) => body.already)).toHaveLength(6);
  expect(await t.seq()).toBe(before + 3);
});
