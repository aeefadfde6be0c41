import { expect, test } from 'vitest';
import { people, smallOffice, testApp, type Asked } from '../testing/app.ts';
import { enter, halfYear, pathOf } from './fixtures/acts.ts';
import type { Board } from './obligations.schema.ts';

const path = `${pathOf(halfYear)}/obligations`;
const of = (unit: string) => ({ ...halfYear, unit });
const submit = { act: 'submit' } as const;

const boardFrom = async (
  ask: (path: string, asked?: Asked) => Promise<Response>,
  query = '',
): Promise<Board & { readonly status: number }> => {
  const response = await ask(`${path}${query}`);
  return { ...((await response.json()) as Board), status: response.status };
};

/** Report week: one in time, one late, one returned, one waived, one not heard of. */
const reportWeek = async () => {
  const app = await testApp({ at: '2020-06-08T03:00:00.000Z' });
  const { store } = app;
  await enter(store, of('mn-hoa-sen'), [{ at: '2020-06-03T15:20', actor: 'mn-hoa-sen:filer', act: submit }]);
  await enter(store, of('th-thi-tran'), [{ at: '2020-06-06T09:00', actor: 'th-thi-tran:filer', act: submit }]);
  await enter(store, of('th-nhi-thanh'), [
    { at: '2020-06-02T09:00', actor: 'th-nhi-thanh:filer', act: submit },
    {
      at: '2020-06-03T09:00',
      actor: 'chuyen-vien',
      act: { act: 'return', due: '2020-06-10', dueTime: '16:00', notes: { '': 'Bổ sung số liệu phần II.' } },
    },
  ]);
  await enter(store, of('thcs-thi-tran'), [
    { at: '2020-06-01T10:00', actor: 'chuyen-vien', act: { act: 'waive', reason: 'Trường sửa chữa' } },
  ]);
  return app;
};

const badges = ({ rows }: Board) => rows.map(({ unit, badge }) => [unit.id, badge.state]);

test('the board shows each unit with its badge, and rates side by side', async () => {
  const { as } = await reportWeek();
  const board = await boardFrom(as(people.officer));
  expect(badges(board)).toEqual([
    ['mn-hoa-sen', 'on-time'],
    ['th-thi-tran', 'late'],
    ['th-nhi-thanh', 'returned'],
    ['thcs-thi-tran', 'waived'],
    ['thcs-binh-an', 'overdue'],
  ]);
  expect(board.rates).toMatchObject({ expected: 4, received: 3, onTime: 2, late: 1, missing: 1, waived: 1 });
  expect(board.ratesByKind.map(({ kind, rates }) => [kind, rates.expected])).toEqual([
    ['mam-non', 1],
    ['tieu-hoc', 2],
    ['thcs', 1],
  ]);
  expect(board.rows[1]).toMatchObject({
    due: { phrase: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)', lastDay: '2020-06-04' },
    status: { timeliness: { is: 'late', days: 2 } },
    badge: { text: 'Đã gửi, chậm 02 ngày', desk: 'Chậm 02 ngày, chờ kiểm tra' },
    facts: { version: 1, revision: 1, firstArrival: { day: '2020-06-06', minute: 540 } },
  });
  expect(board.rows[4]?.badge.desk).toBe('Chưa gửi, quá hạn 04 ngày');
});

test('a board as of an earlier day shows what was known at its end', async () => {
  const { as } = await reportWeek();
  const ask = as(people.officer);
  expect(badges(await boardFrom(ask, '?asOf=2020-06-02'))).toEqual([
    ['mn-hoa-sen', 'due-soon'],
    ['th-thi-tran', 'due-soon'],
    ['th-nhi-thanh', 'on-time'],
    ['thcs-thi-tran', 'waived'],
    ['thcs-binh-an', 'due-soon'],
  ]);
  const byInstant = await boardFrom(ask, '?asOf=2020-06-03T08:19:59Z');
  expect(byInstant.rows[0]?.badge.state).toBe('due-soon');
  expect((await boardFrom(ask, '?asOf=2020-06-03T15:20:00%2B07:00')).rows[0]?.badge.state).toBe('on-time');
  expect(byInstant.rows.flatMap(({ acts }) => acts)).toEqual([]);
});

test.each([
  ['2020-06-09', 400],
  ['2020-06-08T03:00:01Z', 400],
  ['2020-02-30', 400],
  ['hom-qua', 400],
  ['2020-06-08', 200],
  ['2020-02-23', 404],
])('as of %s answers %i', async (asOf, status) => {
  const { as } = await testApp({ at: '2020-06-08T03:00:00.000Z' });
  expect((await boardFrom(as(people.officer), `?asOf=${asOf}`)).status).toBe(status);
});

test.each([
  ['state=late', ['th-thi-tran']],
  ['state=missing', ['thcs-binh-an']],
  ['state=returned', ['th-nhi-thanh']],
  ['state=waived', ['thcs-thi-tran']],
  ['state=none', ['thcs-thi-tran', 'thcs-binh-an']],
  ['kind=tieu-hoc', ['th-thi-tran', 'th-nhi-thanh']],
  ['q=thi tran', ['th-thi-tran', 'thcs-thi-tran']],
  [`q=${encodeURIComponent('Thị Trấn')}`, ['th-thi-tran', 'thcs-thi-tran']],
  ['q=khong co', []],
  ['kind=thcs&state=overdue', ['thcs-binh-an']],
])('rows are narrowed by %s, rates are not', async (query, units) => {
  const { as } = await reportWeek();
  const board = await boardFrom(as(people.officer), `?${query}`);
  expect(board.rows.map(({ unit }) => unit.id)).toEqual(units);
  expect(board.rates.expected).toBe(4);
});

test('an officer finds the units that one follows', async () => {
  const office = smallOffice();
  const followedBy = { 'mn-hoa-sen': 'chuyen-vien', 'thcs-binh-an': 'van-thu' };
  const { as } = await testApp({ office: { ...office, settings: { ...office.settings, followedBy } } });
  const mine = await boardFrom(as(people.officer), '?followedBy=me');
  expect(mine.rows.map(({ unit, followedBy: by }) => [unit.id, by])).toEqual([
    ['mn-hoa-sen', { id: 'chuyen-vien', name: 'Trần Văn Bảy' }],
  ]);
  const others = await boardFrom(as(people.officer), '?followedBy=van-thu');
  expect(others.rows.map(({ unit }) => unit.id)).toEqual(['thcs-binh-an']);
});

test('units that do not owe stand apart with their reason', async () => {
  const office = smallOffice();
  const agencies = office.agencies.map((agency) => {
    if (agency.id === 'th-nhi-thanh') return { ...agency, closed: '2020-05-01', mergedInto: 'th-thi-tran' };
    if (agency.id === 'thcs-binh-an') return { ...agency, opened: '2020-09-01' };
    return agency.id === 'mn-hoa-sen' ? { ...agency, closed: '2018-01-01' } : agency;
  });
  const { as } = await testApp({ office: { ...office, agencies } });
  const board = await boardFrom(as(people.officer));
  expect(board.rows.map(({ unit, covers }) => [unit.id, covers])).toEqual([
    ['th-thi-tran', ['th-nhi-thanh']],
    ['thcs-thi-tran', []],
  ]);
  // Mầm non Hoa Sen closed before the data of this period begin.
  expect(board.others.map(({ unit, badge }) => [unit.id, badge.text])).toEqual([
    ['th-nhi-thanh', 'Đã sáp nhập'],
    ['thcs-binh-an', 'Chưa thuộc diện'],
  ]);
  expect(board.rates.expected).toBe(2);
});

test('the progress of a draft is on the board, without its content', async () => {
  const { as, store } = await testApp({ at: '2020-05-20T03:00:00.000Z' });
  const draft = { answered: 14, asked: 20, ready: false, by: 'th-thi-tran:filer', at: '2020-05-20T02:00:00.000Z' };
  await store.saveDraft({ ...of('th-thi-tran'), rev: 0, content: { answers: { secret: 'riêng' } }, ...draft });
  const response = await as(people.officer)(path);
  const text = await response.text();
  expect(text).toContain('Đang nhập (14/20)');
  expect(text).not.toContain('riêng');
});

test('content filled is counted where it is asked for', async () => {
  const { as, store } = await testApp({ at: '2020-06-08T03:00:00.000Z' });
  const content = { gates: {}, answers: {} };
  await enter(store, of('mn-hoa-sen'), [
    { at: '2020-06-03T15:20', actor: 'mn-hoa-sen:filer', act: { ...submit, content } },
  ]);
  const ask = as(people.officer);
  expect((await boardFrom(ask)).rates.content).toEqual({ filled: 0, asked: 0 });
  const { filled, asked } = (await boardFrom(ask, '?include=content')).rates.content;
  expect(filled).toBe(0);
  expect(asked).toBeGreaterThan(10);
});

test('the board as CSV is a table for a spreadsheet that takes no formula', async () => {
  const office = smallOffice();
  const agencies = office.agencies.map((agency) =>
    agency.id === 'mn-hoa-sen' ? { ...agency, names: [{ value: { full: '=1+1' } }] } : agency,
  );
  const { as } = await testApp({ office: { ...office, agencies } });
  const response = await as(people.officer)(`${path}.csv`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain('ttdn-2020-half-year-2020-H1.csv');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toBe(
    'TT,Đơn vị,Thời hạn,Trạng thái,Diễn giải,Ngày nhận,Kết quả,Số lần nhắc,Số lần đôn đốc,Người theo dõi',
  );
  expect(lines[1]).toMatch(/^1,'=1\+1,/);
  expect(lines).toHaveLength(7);
});

test('a report that the plan does not have is not found', async () => {
  const { as } = await testApp();
  const ask = as(people.officer);
  for (const other of [
    { ...halfYear, plan: 'khac' },
    { ...halfYear, report: 'khac' },
    { ...halfYear, period: '2020-H2' },
  ]) {
    expect((await ask(`${pathOf(other)}/obligations`)).status).toBe(404);
  }
});
