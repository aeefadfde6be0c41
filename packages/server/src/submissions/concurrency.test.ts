import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(20), at: '2020-06-03T08:20:00.000Z' });
});
afterAll(() => t.close());

describe('a repeated Idempotency-Key', () => {
  test('is answered as before, to the letter, and nothing is done again', async () => {
    const headers = { 'idempotency-key': 'gui-lan-1' };
    const first = await t.unitAct('th-01', acts.submit('th-01'), headers);
    const seq = await t.seq();
    t.setClock('2020-06-03T09:00:00.000Z');
    const again = await t.unitAct('th-01', acts.submit('th-01'), headers);
    t.setClock('2020-06-03T08:20:00.000Z');
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await t.seq()).toBe(seq);
  });

  test('with another body is refused', async () => {
    const headers = { 'idempotency-key': 'gui-lan-2' };
    await t.unitAct('th-02', acts.submit('th-02'), headers);
    const { status, body } = await t.unitAct('th-02', acts.withdraw(), headers);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'idempotency-reused' });
  });

  test('of twins sent at once is one act, answered twice', async () => {
    const before = await t.seq();
    const headers = { 'idempotency-key': 'gui-lan-3' };
    const twins = await Promise.all([1, 2].map(() => t.unitAct('th-03', acts.submit('th-03'), headers)));
    expect(twins.map(({ status }) => status)).toEqual([200, 200]);
    expect(twins[0]?.body).toEqual(twins[1]?.body);
    expect(await t.seq()).toBe(before + 1);
  });

  test('holds for acts on many and for imports', async () => {
    const headers = { 'idempotency-key': 'nhieu-1' };
    const many = { method: 'POST', headers, json: { ...(acts.remind() as object), units: ['th-18', 'th-19'] } };
    const [a, b] = [await t.at(people.officer, '/acts', many), await t.at(people.officer, '/acts', many)];
    expect(b.body).toEqual(a.body);
    const files = {
      method: 'POST',
      headers: { 'idempotency-key': 'nhieu-2' },
      json: { submissions: [{ submission: submissionOf('th-20') }], receivedOn: '2020-06-02', channel: 'email' },
    };
    const [c, d] = [await t.at(people.officer, '/import', files), await t.at(people.officer, '/import', files)];
    expect(d.body).toEqual(c.body);
    expect(d.body.recorded).toHaveLength(1);
  });
});

test('eight acts at once on one obligation are all done, one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => t.deskAct('th-15', acts.urge())));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  const versions = answers.map(({ body }) => body.version).toSorted();
  expect(new Set(versions).size).toBe(8);
});

describe('If-Match', () => {
  test('of another version refuses and says which it is', async () => {
    await t.unitAct('th-04', acts.submit('th-04'));
    const before = await t.seq();
    const { status, body } = await t.unitAct('th-04', acts.withdraw(), { 'if-match': '"0"' });
    expect({ status, code: body.code, version: body.version }).toEqual({
      status: 412,
      code: 'version-mismatch',
      version: 1,
    });
    expect(await t.seq()).toBe(before);
    expect((await t.unitAct('th-04', acts.withdraw(), { 'if-match': 'W/"1"' })).status).toBe(200);
  });

  test('is what GET names', async () => {
    const { headers, body } = await t.at(people.filer('th-04'), '/submissions/th-04');
    expect(headers.get('etag')).toBe(`W/"${body.version}"`);
  });

  test('of a unit that has not sent anything is "0"', async () => {
    expect((await t.unitAct('th-05', acts.submit('th-05'), { 'if-match': '"0"' })).status).toBe(200);
  });

  test('names one stream and none of many: there `versions` does', async () => {
    const many = { ...(acts.remind() as object), units: ['th-06', 'th-07'] };
    const asked = (json: object, headers = {}) => t.at(people.officer, '/acts', { method: 'POST', json, headers });
    expect((await asked(many, { 'if-match': '"0"' })).status).toBe(400);
    const { status, body } = await asked({ ...many, versions: { 'th-06': 0, 'th-07': 3 } });
    expect({ status, versions: body.versions }).toEqual({ status: 412, versions: { 'th-07': 0 } });
    expect((await asked({ ...many, versions: { 'th-06': 0, 'th-07': 0 } })).status).toBe(200);
  });
});

describe('of many at once', () => {
  test('exactly one of ten sendings wins; the others are told that it was sent', async () => {
    const before = await t.seq();
    const answers = await Promise.all(Array.from({ length: 10 }, () => t.unitAct('th-08', acts.submit('th-08'))));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(won).toHaveLength(1);
    expect(new Set(lost.map(({ body }) => body.errors[0].rule))).toEqual(new Set(['act.sent']));
    expect(await t.seq()).toBe(before + 1);
  });

  test('a sending and a record of the same report: one is in the ledger', async () => {
    const [sent, recorded] = await Promise.all([
      t.unitAct('th-09', acts.submit('th-09')),
      t.deskAct('th-09', acts.record('th-09')),
    ]);
    expect([sent.status, recorded.status].toSorted()).toEqual([200, 409]);
    const { body } = await t.at(people.officer, '/submissions/th-09');
    expect(body.revisions).toHaveLength(1);
  });

  test('acts that do not stand in each other’s way are all done, decided again on newer facts', async () => {
    const both = await Promise.all([t.deskAct('th-10', acts.remind()), t.deskAct('th-10', acts.urge())]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(({ body }) => body.version).toSorted()).toEqual([1, 2]);
  });

  test('an act on many and an act on one of them end in one order for each stream', async () => {
    const units = ['th-11', 'th-12', 'th-13'];
    const many = { method: 'POST', json: { ...(acts.remind() as object), units } };
    const [all, one] = await Promise.all([
      t.at(people.officer, '/acts', many),
      t.unitAct('th-12', acts.submit('th-12')),
    ]);
    expect(one.status).toBe(200);
    // Reminded before it was sent, or refused as a whole.
    expect([200, 409]).toContain(all.status);
    const reminded = await Promise.all(
      units.map(async (unit) => (await t.at(people.officer, `/submissions/${unit}`)).body.facts.reminders.length),
    );
    expect(reminded).toEqual(all.status === 200 ? [1, 1, 1] : [0, 0, 0]);
  });
});
