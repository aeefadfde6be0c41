import { expect, test } from 'vitest';
import { people, smallOffice, testApp } from '../testing/app.ts';
import { enter, halfYear, pathOf } from './fixtures/acts.ts';

const unit = 'th-thi-tran';
const path = `${pathOf(halfYear)}/obligations/${unit}`;

/** Recorded late by the desk as of the last day, contested, and answered. */
const disputed = async () => {
  const app = await testApp({ at: '2020-06-12T01:00:00.000Z' });
  await enter(app.store, { ...halfYear, unit }, [
    {
      at: '2020-06-06T08:00',
      actor: 'chuyen-vien',
      act: { act: 'record', receivedOn: '2020-06-05', channel: 'paper', note: 'Công văn đến số 12' },
    },
    { at: '2020-06-08T08:00', actor: `${unit}:unit-head`, act: { act: 'contest', reason: 'Đã gửi ngày 04/6.' } },
    {
      at: '2020-06-09T08:00',
      actor: 'van-thu',
      act: { act: 'answer', accepted: true, note: 'Dấu bưu điện ngày 04/6.', receivedOn: '2020-06-04' },
    },
  ]);
  return app;
};

interface Explained {
  readonly status: { readonly timeliness: { readonly is: string } };
  readonly rule: { readonly words?: string; readonly sources: readonly string[] };
  readonly entries: readonly {
    readonly kind: string;
    readonly actor: string;
    readonly receivedOn?: string;
    readonly at: string;
  }[];
  readonly lines: readonly string[];
}

test("an explanation names the rule, the plan's words, the law, both times and who declared", async () => {
  const { as } = await disputed();
  const told = (await (await as(people.officer)(`${path}/explain`)).json()) as Explained;
  expect(told.rule).toMatchObject({ words: 'trước ngày 05/6' });
  expect(told.rule.sources).toContain('Bộ luật Dân sự 2015, Điều 148 khoản 6');
  expect(told.entries).toMatchObject([
    { kind: 'record', actor: 'chuyen-vien', receivedOn: '2020-06-05', at: '2020-06-06T01:00:00.000Z' },
    { kind: 'contest', actor: 'th-thi-tran:unit-head' },
    { kind: 'answer', actor: 'van-thu', receivedOn: '2020-06-04' },
  ]);
  expect(told.status.timeliness).toEqual({ is: 'on-time' });
  expect(told.lines.join('\n')).toContain('do Trần Văn Bảy ghi nhận lúc 08 giờ 00 ngày 06/6/2020');
  expect(told.lines.at(-1)).toBe('Kết quả: đúng hạn.');
});

test('explained as of an earlier day, what came later is not known', async () => {
  const { as } = await disputed();
  const told = (await (await as(people.officer)(`${path}/explain?asOf=2020-06-07`)).json()) as Explained;
  expect(told.entries.map(({ kind }) => kind)).toEqual(['record']);
  expect(told.lines.at(-1)).toBe('Kết quả: chậm 01 ngày (01 ngày làm việc).');
});

test('to a unit the office has no persons, and its own people stay its own', async () => {
  const { as } = await disputed();
  for (const question of [path, `${path}/explain`, '/v1/obligations']) {
    const text = await (await as(people.head(unit))(question)).text();
    for (const secret of ['Trần Văn Bảy', 'Lê Thị Oanh', 'chuyen-vien', 'van-thu']) expect(text).not.toContain(secret);
  }
  const told = (await (await as(people.head(unit))(`${path}/explain`)).json()) as Explained;
  expect(told.entries.map(({ actor }) => actor)).toEqual(['phong-gddt', 'th-thi-tran:unit-head', 'phong-gddt']);
  expect(told.lines.join('\n')).toContain('do Chuyên viên ghi nhận');
});

test.each(['', '/explain'])("another unit's obligation%s is refused, whether it exists or not", async (more) => {
  const { as } = await testApp();
  for (const other of ['th-nhi-thanh', 'khong-co']) {
    const response = await as(people.filer(unit))(`${pathOf(halfYear)}/obligations/${other}${more}`);
    expect(await response.json()).toMatchObject({ status: 403, code: 'not-yours' });
  }
});

test("the board is the desk's", async () => {
  const { as } = await testApp();
  for (const file of ['obligations', 'obligations.csv']) {
    expect((await as(people.head(unit))(`${pathOf(halfYear)}/${file}`)).status).toBe(403);
  }
});

test('one obligation tells what is good to know before filling it in', async () => {
  const { as, store } = await testApp({ at: '2020-06-04T03:00:00.000Z' });
  const opened = await as(people.officer)(`${pathOf(halfYear)}/opening`, {
    method: 'POST',
    json: {
      cutoff: { from: '2019-12-10', to: '2020-05-31' },
      method: 'Gửi tại trang này.',
      contact: 'Cô Oanh, 0272 xxx',
    },
  });
  expect(opened.status).toBe(201);
  await enter(store, { ...halfYear, unit }, [
    { at: '2020-06-02T09:00', actor: `${unit}:filer`, act: { act: 'submit' } },
    {
      at: '2020-06-03T09:00',
      actor: 'chuyen-vien',
      act: { act: 'return', due: '2020-06-10', notes: { students: 'Kiểm tra lại số học sinh.' } },
    },
  ]);
  expect(await (await as(people.filer(unit))(path)).json()).toMatchObject({
    unit: { id: unit, name: 'Trường Tiểu học Thị trấn', kind: 'tieu-hoc' },
    form: 'thong-tin-doi-ngoai',
    window: { from: '2019-12-10', to: '2020-05-31', phrase: 'từ ngày 10/12/2019 đến hết ngày 31/5/2020' },
    method: 'Gửi tại trang này.',
    contact: 'Cô Oanh, 0272 xxx',
    badge: { state: 'returned' },
    facts: { version: 2, returnedDue: '2020-06-10' },
    notes: { students: 'Kiểm tra lại số học sinh.' },
    acts: ['submit', 'attach-signed-copy', 'ask-extension'],
  });
});

test('where only heads send, the filer is not offered to', async () => {
  const office = smallOffice();
  const { as } = await testApp({ office: { ...office, settings: { ...office.settings, unitHeadSends: true } } });
  const actsFor = async (who: Parameters<typeof as>[0]) =>
    ((await (await as(who)(path)).json()) as { readonly acts: readonly string[] }).acts;
  expect(await actsFor(people.filer(unit))).toEqual(['ask-extension']);
  expect(await actsFor(people.head(unit))).toEqual(['submit', 'ask-extension']);
});

test('a unit that does not owe has no obligation', async () => {
  const { as } = await testApp();
  expect((await as(people.officer)(`${pathOf(halfYear)}/obligations/khong-co`)).status).toBe(404);
});
