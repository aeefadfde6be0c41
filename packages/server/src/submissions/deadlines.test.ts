import { definePlan } from '@dondoc/core';
import { afterEach, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people, plan2020 } from '../testing/app.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk | undefined;
afterEach(() => t?.close());

// Last on-time day 04/6/2020, to its end in Vietnam: 17:00 UTC.
describe('at the turn of a day a report is', () => {
  test.each([
    [
      'in time at the day’s last thousandth of a second',
      '2020-06-04T16:59:59.999Z',
      { is: 'on-time' },
      'lúc 23 giờ 59 ngày 04/6/2020, đúng hạn',
    ],
    [
      'late at midnight',
      '2020-06-04T17:00:00.000Z',
      { is: 'late', days: 1, workingDays: 1 },
      'lúc 00 giờ 00 ngày 05/6/2020, chậm 01 ngày',
    ],
    [
      'late by three days on Sunday, one of them a working day',
      '2020-06-07T16:59:59.999Z',
      { is: 'late', days: 3, workingDays: 1 },
      'chậm 03 ngày',
    ],
  ])('%s', async (_, at, timeliness, words) => {
    t = await sendingApp({ office: officeOf(1), at });
    const { body } = await t.unitAct('th-01', acts.submit('th-01'));
    expect(body.status.timeliness).toEqual(timeliness);
    expect(body.sentence).toContain(words);
  });

  test.each([
    ['the day itself', '2020-06-04', 'on-time'],
    ['the day after', '2020-06-05', 'late'],
  ])('what the desk recorded for %s is judged by that day', async (_, receivedOn, is) => {
    t = await sendingApp({ office: officeOf(1), at: '2020-06-10T01:00:00.000Z' });
    const { body } = await t.deskAct('th-01', {
      act: 'record',
      receivedOn,
      channel: 'paper',
      submission: submissionOf('th-01'),
    });
    expect(body.status.timeliness.is).toBe(is);
  });
});

// 'trước 16 giờ 00 ngày 15/5/2020': asked this morning, with a form and without.
const request = (form?: string) => ({
  plan: 'ttdn-2020',
  event: 'ra-soat',
  title: 'Rà soát việc đăng tin',
  due: { rule: 'date', on: '15/5', reading: 'before', time: '16:00' },
  ...(form === undefined ? {} : { form }),
});
const requested = '/v1/plans/ttdn-2020/reports/ra-soat/periods/on-ra-soat';

describe('where the due rule has an hour a report is', () => {
  const ask = async (): Promise<Desk> => {
    const desk = await sendingApp({ office: officeOf(2), at: '2020-05-15T01:00:00.000Z' });
    const { status, body } = await desk.at(people.officer, '/v1/events', { method: 'POST', json: request() });
    expect({ status, body }).toMatchObject({ status: 201 });
    return desk;
  };
  const bare = {
    format: 'dondoc.submission/1',
    plan: 'ttdn-2020',
    planVersion: 1,
    report: 'ra-soat',
    period: 'on-ra-soat',
  };
  const submission = (unit: string) => ({ ...bare, unit, signedDocument: { number: '15/BC-TH' } });

  test.each([
    ['in time in the last minute before', '2020-05-15T08:59:59.999Z', { is: 'on-time' }],
    ['late at the hour itself', '2020-05-15T09:00:00.000Z', { is: 'late', days: 0, workingDays: 0, minutes: 1 }],
    ['late by twenty minutes', '2020-05-15T09:20:00.000Z', { is: 'late', days: 0, workingDays: 0, minutes: 20 }],
  ])('%s', async (_, at, timeliness) => {
    t = await ask();
    t.setClock(at);
    const sent = { method: 'POST', json: { act: 'submit', submission: submission('th-01') } };
    const { body } = await t.at(people.filer('th-01'), `${requested}/submissions/th-01/acts`, sent);
    expect(body.status.timeliness).toEqual(timeliness);
  });

  test.each([
    ['without its minute it cannot be recorded', '2020-05-15', 'act.time-needed at /receivedOn'],
    ['at 15:59 it is in time', '2020-05-15T15:59', 'on-time'],
    ['at 16:00 it is late', '2020-05-15T16:00', 'late'],
  ])('%s', async (_, receivedOn, verdict) => {
    t = await ask();
    t.setClock('2020-05-16T01:00:00.000Z');
    const json = { act: 'record', receivedOn, channel: 'email', submission: submission('th-02') };
    const { status, body } = await t.at(people.officer, `${requested}/submissions/th-02/acts`, {
      method: 'POST',
      json,
    });
    const said = status === 200 ? body.status.timeliness.is : `${body.errors[0].rule} at ${body.errors[0].pointer}`;
    expect(said).toBe(verdict);
  });

  test('without a form there is nothing to fill in and nothing to print', async () => {
    t = await ask();
    const form = await t.at(people.filer('th-01'), `${requested}/form`);
    expect(form.body).toMatchObject({ form: null, schema: null, duePhrase: 'trước 16 giờ 00 ngày 15/5/2020' });
    const json = { act: 'submit', submission: { ...submission('th-01'), answers: { briefings: 1 } } };
    const filled = await t.at(people.filer('th-01'), `${requested}/submissions/th-01/acts`, { method: 'POST', json });
    expect(filled.body.errors[0]).toMatchObject({ rule: 'submission.no-form', pointer: '/submission/answers' });
    const paper = await t.at(people.filer('th-01'), `${requested}/submissions/th-01.docx`);
    expect({ status: paper.status, code: paper.body.code }).toEqual({ status: 409, code: 'no-form' });
  });
});

describe('a report that is judged by its signed document', () => {
  const { reports, ...rest } = plan2020();
  const plan = definePlan({
    ...rest,
    reports: reports.map((one) => (one.id === 'half-year' ? { ...one, timelinessBasis: 'signed-document' } : one)),
  });

  test('waits for it, cannot be confirmed before, and is late by it', async () => {
    t = await sendingApp({ office: officeOf(1), plans: [plan], at: '2020-06-04T02:00:00.000Z' });
    const sent = await t.unitAct('th-01', acts.submit('th-01'));
    expect(sent.body).toMatchObject({ status: { awaitingSignedCopy: true, timeliness: { is: 'pending' } } });
    expect(sent.body.sentence).toMatch(/^Đã gửi báo cáo lúc 09 giờ 00 ngày 04\/6\/2020\. Mã/);
    const early = await t.deskAct('th-01', acts.confirm());
    expect(early.body.errors[0].rule).toBe('act.signed-copy-awaited');
    t.setClock('2020-06-05T02:00:00.000Z');
    const told = await t.unitAct('th-01', acts['attach-signed-copy']());
    expect({ status: told.status, rule: told.body.errors[0].rule }).toEqual({ status: 409, rule: 'act.file-needed' });
    const onPaper = await t.deskAct('th-01', {
      act: 'attach-signed-copy',
      signedDocument: { number: '12/BC-TH' },
      receivedOn: '2020-06-05',
    });
    expect(onPaper.body.status).toMatchObject({ awaitingSignedCopy: false, timeliness: { is: 'late', days: 1 } });
    expect((await t.deskAct('th-01', acts.confirm())).status).toBe(200);
  });

  test('is there at once when the desk records the paper itself', async () => {
    t = await sendingApp({ office: officeOf(1), plans: [plan], at: '2020-06-05T02:00:00.000Z' });
    const submission = { ...submissionOf('th-01'), signedDocument: { number: '12/BC-TH', date: '2020-06-03' } };
    const { body } = await t.deskAct('th-01', {
      act: 'record',
      receivedOn: '2020-06-04',
      channel: 'paper',
      submission,
    });
    expect(body.status).toMatchObject({ awaitingSignedCopy: false, timeliness: { is: 'on-time' } });
  });
});
