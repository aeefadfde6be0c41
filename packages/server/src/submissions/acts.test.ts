import type { Json } from '@dondoc/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { actAll } from '../testing/filing.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

// The half-year's report is asked 'trước ngày 05/6/2020': the last on-time day is Thursday, 4 June.
const late = '2020-06-06T02:00:00.000Z';
const now = '2020-06-08T01:00:00.000Z';

describe('what an act says', () => {
  let t: Desk;
  beforeAll(async () => {
    t = await sendingApp({ office: officeOf(10), at: now });
    await actAll(t.store, [
      { of: { unit: 'th-01' }, at: late, act: { act: 'submit', content: submissionOf('th-01') } },
    ]);
  });
  afterAll(() => t.close());

  const refused = [
    ['an unknown member', { act: 'confirm', force: true }, 422, 'schema.unknown-key', '/force'],
    ['a day that is none', { act: 'extend', to: '2020-02-31', reason: 'x' }, 422, 'date.not-a-date', '/to'],
    [
      'a day to send again by that has passed',
      { act: 'return', due: '2020-06-07', notes: { '': 'x' } },
      409,
      'act.date-past',
      '/due',
    ],
    ['a return without a note', { act: 'return', due: '2020-06-12', notes: {} }, 409, 'act.note-needed', '/notes'],
    [
      'a note on a field that nobody is asked',
      { act: 'return', due: '2020-06-12', notes: { nothing: 'x' } },
      422,
      'answer.unknown-field',
      '/notes/nothing',
    ],
    [
      'an extension without a reason',
      { act: 'extend', to: '2020-06-12', reason: ' ' },
      409,
      'act.reason-needed',
      '/reason',
    ],
    [
      'an extension to an earlier day',
      { act: 'extend', to: '2020-06-04', reason: 'x' },
      409,
      'act.extension-not-later',
      '/to',
    ],
    ['an act that there is not', { act: 'delete' }, 422, 'schema.not-a-choice', '/act'],
    ['no act', { reason: 'x' }, 422, 'schema.missing-key', '/act'],
    ['a list', [], 422, 'schema.wrong-type', undefined],
    [
      'a text that holds a control character',
      { act: 'confirm', note: 'a\u0007b' },
      422,
      'text.control-character',
      '/note',
    ],
    ['a note of a megabyte', { act: 'confirm', note: 'x'.repeat(900_000) }, 422, 'text.too-long', '/note'],
  ] as const;

  test.each(refused)('%s is refused at its place', async (_, act, status, rule, pointer) => {
    const before = await t.seq();
    const answer = await t.deskAct('th-01', act as Json);
    expect({ status: answer.status, rule: answer.body.errors[0].rule, pointer: answer.body.errors[0].pointer }).toEqual(
      {
        status,
        rule,
        pointer,
      },
    );
    expect(await t.seq()).toBe(before);
  });

  test('an extension that was asked for can be refused, another granted', async () => {
    const asked = await t.unitAct('th-02', acts['ask-extension']());
    expect(asked.body.sentence).toMatch(/^Đã gửi đề nghị gia hạn đến hết ngày 12\/6\/2020\. Mã/);
    expect(asked.body.status.extensionAsked).toBe(true);
    const no = await t.deskAct('th-02', acts['refuse-extension']());
    expect(no.body.status.extensionAsked).toBe(false);
    const yes = await t.deskAct('th-02', acts.extend());
    expect(yes.body.status).toMatchObject({ relief: 'extended', phase: 'due-soon', daysLeft: 4 });
  });

  test('an answer to a contest may change the arrival that counts, by a new entry', async () => {
    await t.unitAct('th-01', acts.contest());
    const answer = await t.deskAct('th-01', {
      act: 'answer',
      accepted: true,
      note: 'Có sổ công văn.',
      receivedOn: '2020-06-03',
    });
    expect(answer.body).toMatchObject({
      receivedOn: '2020-06-03',
      status: { timeliness: { is: 'on-time' }, contested: false },
    });
    expect(answer.body.badge.state).toBe('on-time');
  });

  test('a duty without a date is given one for a unit', async () => {
    const path = '/v1/plans/ttdn-2020/reports/result/periods/2020/submissions/th-03/acts';
    const set = await t.at(people.officer, path, { method: 'POST', json: acts['set-date']() });
    expect(set.body.status).toMatchObject({ phase: 'due-soon', daysLeft: 4 });
    expect(set.body.sentence).toMatch(/^Đã ấn định thời hạn đến hết ngày 12\/6\/2020\./);
    const again = await t.at(people.officer, path, { method: 'POST', json: acts.extend() });
    expect(again.body.errors[0].rule).toBe('act.extension-not-later');
  });

  test('a nothing-to-report tells its reason, from the unit and from the desk', async () => {
    const nil = (unit: string) =>
      submissionOf(unit, { gates: {}, nothingToReport: { reason: 'Đơn vị mới thành lập.' } });
    const submission = (unit: string) => ({ ...nil(unit), answers: {} });
    const sent = await t.unitAct('th-04', { act: 'submit', submission: submission('th-04') });
    expect(sent.body.badge.sentence).toContain('Lý do: Đơn vị mới thành lập.');
    expect(sent.body.sentence).toMatch(
      /^Đã gửi báo cáo không phát sinh lúc 08 giờ 00 ngày 08\/6\/2020, chậm 04 ngày\./,
    );
    const recorded = await t.deskAct('th-05', {
      act: 'record',
      receivedOn: '2020-06-04',
      channel: 'chat',
      submission: submission('th-05'),
    });
    expect(recorded.body.sentence).toMatch(
      /^Đã ghi nhận báo cáo không phát sinh nhận qua Zalo ngày 04\/6\/2020, đúng hạn\./,
    );
    expect(recorded.body.badge.state).toBe('nothing-to-report');
  });

  test('a second sending says that it is one, and leaves the timeliness to the first', async () => {
    await t.unitAct('th-06', acts.submit('th-06'));
    await t.deskAct('th-06', acts.return());
    t.setClock('2020-06-09T03:20:00.000Z');
    const { body } = await t.unitAct('th-06', acts.submit('th-06'));
    t.setClock(now);
    expect(body).toMatchObject({ revision: 2, status: { filing: 'resubmitted', timeliness: { is: 'late', days: 4 } } });
    expect(body.sentence).toMatch(/^Đã gửi lại báo cáo \(lần 2\) lúc 10 giờ 20 ngày 09\/6\/2020\. Mã/);
  });

  test('what was recorded names its way and day; the later of two words wins', async () => {
    const submission = { ...submissionOf('th-07'), receivedOn: '2020-06-02', channel: 'email' };
    const { body } = await t.deskAct('th-07', {
      act: 'record',
      receivedOn: '2020-06-05',
      channel: 'paper',
      submission,
    });
    expect(body).toMatchObject({ receivedOn: '2020-06-05', status: { timeliness: { is: 'late', days: 1 } } });
    const shown = await t.at(people.officer, '/submissions/th-07');
    expect(shown.body.content).toMatchObject({ receivedOn: '2020-06-05', channel: 'paper' });
    expect(shown.body.badge.sentence).toContain('Trần Văn Bảy ghi nhận');
  });

  test.each([
    ['in the future', '2020-06-09', 'submission.received-in-future'],
    ['that is none', '2020-06-31', 'date.not-a-date'],
  ])('an arrival %s is refused where it was declared', async (_, receivedOn, rule) => {
    const act = { act: 'record', receivedOn, channel: 'paper', submission: submissionOf('th-08') };
    const { status, body } = await t.deskAct('th-08', act);
    expect({ status, rule: body.errors[0].rule, pointer: body.errors[0].pointer }).toEqual({
      status: 422,
      rule,
      pointer: '/receivedOn',
    });
  });

  test.each([
    [
      'in the act',
      (unit: string) => ({ act: 'submit', submission: submissionOf(unit), receivedOn: '2020-06-01' }),
      '/receivedOn',
    ],
    [
      'in the report',
      (unit: string) => ({ act: 'submit', submission: submissionOf(unit, { receivedOn: '2020-06-01' }) }),
      '/submission/receivedOn',
    ],
    [
      'as a way',
      (unit: string) => ({ act: 'submit', submission: submissionOf(unit, { channel: 'paper' }) }),
      '/submission/channel',
    ],
  ])('a unit does not declare its arrival %s', async (_, act, pointer) => {
    const before = await t.seq();
    const { status, body } = await t.unitAct('th-08', act('th-08') as Json);
    expect({ status, rule: body.errors[0].rule, pointer: body.errors[0].pointer }).toEqual({
      status: 409,
      rule: 'act.arrival-not-declared',
      pointer,
    });
    expect(await t.seq()).toBe(before);
  });
});

describe('where only heads of units send', () => {
  let t: Desk;
  beforeAll(async () => {
    const office = officeOf(1);
    t = await sendingApp({ office: { ...office, settings: { ...office.settings, unitHeadSends: true } }, at: now });
  });
  afterAll(() => t.close());

  test('the filer marks the draft ready and the head sends and takes back', async () => {
    const act = { method: 'POST', json: acts.submit('th-01') };
    const filer = await t.at(people.filer('th-01'), '/submissions/th-01/acts', act);
    expect({ status: filer.status, rule: filer.body.errors[0].rule }).toEqual({ status: 403, rule: 'act.head-sends' });
    const draft = { rev: 0, content: { gates: {}, answers: {} }, ready: true };
    const saved = await t.at(people.filer('th-01'), '/submissions/th-01/draft', { method: 'PUT', json: draft });
    expect(saved.body).toMatchObject({ ready: true });
    const shown = await t.at(people.filer('th-01'), '/submissions/th-01');
    expect(shown.body.acts).toEqual(['ask-extension', 'contest']);
    const head = await t.at(people.head('th-01'), '/submissions/th-01/acts', act);
    expect(head.status).toBe(200);
    const back = { method: 'POST', json: acts.withdraw() };
    expect((await t.at(people.filer('th-01'), '/submissions/th-01/acts', back)).status).toBe(403);
    expect((await t.at(people.head('th-01'), '/submissions/th-01/acts', back)).status).toBe(200);
  });
});
