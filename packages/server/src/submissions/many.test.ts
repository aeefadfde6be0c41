import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { actAll } from '../testing/filing.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
const all = Array.from({ length: 101 }, (_, index) => `th-${String(index + 1).padStart(2, '0')}`);
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(101), at: '2020-06-03T01:00:00.000Z' });
  await actAll(t.store, [
    { of: { unit: 'th-01' }, at: '2020-06-02T01:00:00.000Z', act: { act: 'submit', content: submissionOf('th-01') } },
  ]);
});
afterAll(() => t.close());

const many = (json: object) => t.at(people.officer, '/acts', { method: 'POST', json });

test('a hundred units are done in one append, each with its receipt', async () => {
  const before = await t.seq();
  const units = all.slice(1);
  const { status, body } = await many({ ...(acts.remind() as object), units });
  expect({ status, count: body.count, sentence: body.sentence }).toEqual({
    status: 200,
    count: 100,
    sentence: 'Đã nhắc 100 đơn vị.',
  });
  expect(body.units.map((one: { unit: string }) => one.unit)).toEqual(units);
  expect(new Set(body.units.map((one: { receipt: string }) => one.receipt)).size).toBe(100);
  expect(await t.seq()).toBe(before + 100);
});

test('one that cannot be done stops all, and all that cannot be done are named with their reasons', async () => {
  const before = await t.seq();
  const { status, body } = await many({
    ...(acts.remind() as object),
    units: ['th-02', 'th-01', 'nobody', 'phong-vhtt'],
  });
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'act-refused' });
  expect(body.errors[0].message).toContain('03 đơn vị: nobody, Phòng Văn hóa và Thông tin, Trường Tiểu học 01.');
  expect(body.errors.slice(1).map(({ rule, pointer }: { rule: string; pointer: string }) => [rule, pointer])).toEqual([
    ['submission.unknown-unit', '/units/2'],
    ['submission.unit-not-bound', '/units/3'],
    ['act.arrived', '/units/1'],
  ]);
  expect(await t.seq()).toBe(before);
});

test('more than a hundred are too many', async () => {
  const { status, body } = await many({ ...(acts.remind() as object), units: all });
  expect({ status, error: body.errors[0] }).toMatchObject({
    status: 409,
    error: { rule: 'act.too-many', pointer: '/units' },
  });
});

test('a unit that is named twice is done once', async () => {
  const { body } = await many({ ...(acts.remind() as object), units: ['th-02', 'th-02'] });
  expect(body.count).toBe(1);
});

test('a reminder may have each unit’s own words', async () => {
  const json = { ...(acts.urge() as object), units: ['th-03', 'th-04'], texts: { 'th-03': 'Kính gửi thầy, cô.' } };
  await many(json);
  const rows = await t.store.entries({ prefix: 'obligation:ttdn-2020/half-year/2020-H1/th-0', data: 'all' });
  const said = rows.filter(({ kind }) => kind === 'urge').map(({ stream, secret }) => [stream.slice(-5), secret?.data]);
  expect(said).toMatchObject([
    ['th-03', { text: 'Kính gửi thầy, cô.' }],
    ['th-04', { text: 'Đã gọi điện.' }],
  ]);
});

describe('of the other acts', () => {
  test.each([
    ['extend', 'Đã gia hạn cho 02 đơn vị.', 'extended'],
    ['waive', 'Đã miễn báo cáo kỳ này cho 02 đơn vị.', 'waived'],
    ['unwaive', 'Đã hủy việc miễn báo cáo kỳ này cho 02 đơn vị.', 'extended'],
  ] as const)('%s tells what it came to', async (name, sentence, relief) => {
    const { body } = await many({ ...(acts[name]() as object), units: ['th-05', 'th-06'] });
    expect(body.sentence).toBe(sentence);
    expect(body.units.map((one: { status: { relief: string } }) => one.status.relief)).toEqual([relief, relief]);
  });

  test.each(['submit', 'record', 'withdraw', 'answer', 'attach-signed-copy'] as const)(
    '%s is of one report',
    async (name) => {
      const { status, body } = await many({ ...(acts[name]('th-07') as object), units: ['th-07'] });
      expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 422, pointer: '/act' });
    },
  );

  test('a return whose day has passed is refused for all at its place', async () => {
    const { body } = await many({ act: 'return', due: '2020-06-01', notes: { '': 'x' }, units: ['th-01'] });
    expect(body.errors[1]).toMatchObject({ rule: 'act.date-past', pointer: '/due' });
  });

  test('no unit’s people do any, and nobody of the office but an officer', async () => {
    for (const principal of [people.filer('th-05'), people.head('th-05'), people.leader, people.admin, people.viewer]) {
      const asked = { method: 'POST', json: { ...(acts.remind() as object), units: ['th-05'] } };
      expect((await t.at(principal, '/acts', asked)).status).toBe(403);
    }
  });
});
