import { expect, test } from 'vitest';
import { enter, halfYear } from '../obligations/fixtures/acts.ts';
import { people, smallOffice, testApp, type TestApp } from '../testing/app.ts';
import type { Reminders } from './reminders.schema.ts';

const of = (unit: string) => ({ ...halfYear, unit });

const remindersOn = async (
  { as, setClock }: TestApp,
  instant: string,
  query = '?plan=ttdn-2020',
): Promise<Reminders> => {
  setClock(new Date(`${instant}:00+07:00`).toISOString());
  const response = await as(people.officer)(`/v1/reminders${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Reminders;
};

const stepsOf = ({ items }: Reminders) => items.map(({ unit, rung }) => `${unit.id} ${rung.id}`);

// The half-year report is due before 05/6/2020: its last on-time day is Thursday 04/6.
test.each<[string, string | undefined, string | undefined]>([
  ['2020-05-28T07:59', undefined, undefined],
  ['2020-05-28T08:00', 'remind', 'remind'],
  ['2020-06-04T07:59', 'remind', 'remind'],
  ['2020-06-04T08:00', 'last-day', 'remind'],
  ['2020-06-05T07:59', 'last-day', 'remind'],
  ['2020-06-05T08:00', 'urge', 'urge'],
  ['2020-06-09T08:00', 'call', 'urge'],
  ['2020-06-11T08:00', 'urge-letter', 'urge'],
])('at %s the step is %s', async (instant, rung, act) => {
  const app = await testApp();
  const { items } = await remindersOn(app, instant);
  expect(items).toHaveLength(rung === undefined ? 0 : 5);
  for (const item of items) expect([item.rung.id, item.rung.act]).toEqual([rung, act]);
});

test('who has sent, is waived, has more time or was reminded does not stand on it', async () => {
  const app = await testApp();
  const { store } = app;
  const text = 'Nhắc gửi báo cáo';
  await enter(store, of('mn-hoa-sen'), [{ at: '2020-05-28T09:00', actor: 'mn-hoa-sen:filer', act: { act: 'submit' } }]);
  await enter(store, of('th-thi-tran'), [
    { at: '2020-05-28T09:00', actor: 'chuyen-vien', act: { act: 'waive', reason: 'Trường sửa chữa' } },
  ]);
  await enter(store, of('th-nhi-thanh'), [
    { at: '2020-05-28T09:00', actor: 'chuyen-vien', act: { act: 'extend', to: '2020-06-10', reason: 'Thiếu người' } },
  ]);
  await enter(store, of('thcs-thi-tran'), [
    { at: '2020-05-28T09:00', actor: 'chuyen-vien', act: { act: 'remind', channel: 'chat', text, rung: 'remind' } },
  ]);
  expect(stepsOf(await remindersOn(app, '2020-05-29T09:00'))).toEqual(['thcs-binh-an remind']);
  // The next step is due to the one that was reminded; the extension still runs.
  expect(stepsOf(await remindersOn(app, '2020-06-04T09:00'))).toEqual([
    'thcs-thi-tran last-day',
    'thcs-binh-an last-day',
  ]);
});

test('it says why, from when, and how often the unit was reminded before', async () => {
  const app = await testApp();
  await enter(app.store, of('thcs-binh-an'), [
    {
      at: '2020-05-28T09:00',
      actor: 'chuyen-vien',
      act: { act: 'remind', channel: 'chat', text: 'Nhắc gửi báo cáo', rung: 'remind' },
    },
  ]);
  const { items } = await remindersOn(app, '2020-06-08T09:00');
  expect(items.find(({ unit }) => unit.id === 'thcs-binh-an')).toMatchObject({
    since: '2020-06-05',
    why: 'Chưa nhận được báo cáo, từ ngày 05/6/2020: quá hạn 04 ngày (02 ngày làm việc). Thời hạn: trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020).',
    reminders: 1,
    urgings: 0,
    rung: { means: 'message', to: ['filer'] },
    badge: { desk: 'Chưa gửi, quá hạn 04 ngày' },
  });
});

test('the text for a chat group names the moment, the report, the units, the date and whom to tell', async () => {
  const app = await testApp();
  const { texts } = await remindersOn(app, '2020-06-04T16:00');
  expect(texts).toEqual([
    {
      plan: 'ttdn-2020',
      report: 'half-year',
      period: '2020-H1',
      act: 'remind',
      rung: 'last-day',
      units: ['mn-hoa-sen', 'th-thi-tran', 'th-nhi-thanh', 'thcs-thi-tran', 'thcs-binh-an'],
      text: 'Kính gửi quý thầy, cô. Đến 16 giờ 00 ngày 04/6/2020, Phòng GD&ĐT chưa nhận được báo cáo kết quả hoạt động thông tin đối ngoại 6 tháng đầu năm 2020 của các đơn vị: Trường Mầm non Hoa Sen, Trường Tiểu học Thị trấn, Trường Tiểu học Nhị Thành, Trường THCS Thị trấn, Trường THCS Bình An. Đề nghị các đơn vị quan tâm gửi trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Đơn vị đã gửi xin báo lại Cô Oanh-VT. Trân trọng.',
    },
  ]);
  const [urged] = (await remindersOn(app, '2020-06-05T08:00')).texts;
  expect(urged?.text).toContain(
    'Thời hạn gửi là trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020); đề nghị các đơn vị quan tâm gửi sớm.',
  );
  // From then on it is a call, and a letter.
  expect((await remindersOn(app, '2020-06-09T08:00')).texts).toEqual([]);
});

test('units that cannot be reached are named', async () => {
  const office = smallOffice();
  const agencies = office.agencies.map((agency) =>
    agency.id === 'th-thi-tran' ? { ...agency, contact: { phone: '0272 000 000' } } : agency,
  );
  const app = await testApp({ office: { ...office, agencies } });
  const { items, withoutContact } = await remindersOn(app, '2020-06-04T16:00');
  expect(items.flatMap(({ contact }) => contact ?? [])).toEqual([{ phone: '0272 000 000' }]);
  expect(withoutContact).toHaveLength(4);
  expect(withoutContact[0]).toEqual({ id: 'mn-hoa-sen', name: 'Trường Mầm non Hoa Sen' });
});

test('it is narrowed by plan, report and period', async () => {
  const app = await testApp();
  const steps = async (query: string) => stepsOf(await remindersOn(app, '2020-06-04T16:00', query)).length;
  expect(await steps('?report=half-year&period=2020-H1')).toBe(5);
  expect(await steps('?report=year')).toBe(0);
  expect((await app.as(people.officer)('/v1/reminders?plan=khac')).status).toBe(404);
});

test('it is for the office only', async () => {
  const { as } = await testApp();
  expect((await as(people.head('th-thi-tran'))('/v1/reminders')).status).toBe(403);
});
