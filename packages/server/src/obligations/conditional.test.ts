import { expect, test } from 'vitest';
import { people, testApp, type Ask } from '../testing/app.ts';
import { enter, halfYear, pathOf } from './fixtures/acts.ts';

const board = `${pathOf(halfYear)}/obligations`;

const etagOf = async (ask: Ask, path: string): Promise<string> => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return response.headers.get('etag')!;
};

const again = async (ask: Ask, path: string, etag: string): Promise<number> =>
  (await ask(path, { headers: { 'if-none-match': etag } })).status;

/** An office on 2 June 2020, when a request of that morning is due before 16:00. */
const withHour = async () => {
  const app = await testApp({ at: '2020-06-02T01:00:00.000Z' });
  const due = { rule: 'date', on: '2020-06-02', time: '16:00' };
  const made = await app.as(people.officer)('/v1/events', {
    method: 'POST',
    json: { event: 'so-lieu', title: 'Số liệu học sinh', due },
  });
  expect(made.status).toBe(201);
  return app;
};
const requested = `${pathOf({ plan: 'requests-2020', report: 'so-lieu', period: 'on-so-lieu' })}/obligations`;

test.each([board, '/v1/obligations', '/v1/obligations?state=missing&limit=3'])(
  '%s is answered 304 while nothing has happened on the same day',
  async (path) => {
    const { as, setClock } = await testApp();
    const ask = as(people.officer);
    const etag = await etagOf(ask, path);
    setClock('2020-06-01T16:59:00.000Z');
    expect(await again(ask, path, etag)).toBe(304);
    expect(await again(ask, path, etag.replace('W/', ''))).toBe(304);
    expect(await again(ask, path, 'W/"other"')).toBe(200);
  },
);

test('midnight in Vietnam turns it', async () => {
  const { as, setClock } = await testApp();
  const ask = as(people.officer);
  setClock('2020-06-01T16:59:59.999Z');
  const etag = await etagOf(ask, board);
  setClock('2020-06-01T17:00:00.000Z');
  expect(await again(ask, board, etag)).toBe(200);
});

test('an entry and a draft turn it', async () => {
  const { as, store } = await testApp();
  const ask = as(people.officer);
  const empty = await etagOf(ask, board);
  const key = { ...halfYear, unit: 'th-thi-tran' };
  const draft = { answered: 3, asked: 20, ready: false, by: 'th-thi-tran:filer', at: '2020-06-01T00:30:00.000Z' };
  await store.saveDraft({ ...key, rev: 0, content: {}, ...draft });
  expect(await again(ask, board, empty)).toBe(200);
  const drafted = await etagOf(ask, board);
  expect(await again(ask, board, drafted)).toBe(304);
  await enter(store, key, [{ at: '2020-06-01T07:40', actor: 'th-thi-tran:filer', act: { act: 'submit' } }]);
  expect(await again(ask, board, drafted)).toBe(200);
});

test.each([
  ['2020-06-02T08:59:59.999Z', 304],
  ['2020-06-02T09:00:00.000Z', 200],
])('a deadline of 16:00 turns it on the minute: %s is %i', async (instant, status) => {
  const { as, setClock } = await withHour();
  const ask = as(people.officer);
  for (const path of [requested, '/v1/obligations?plan=requests-2020']) {
    setClock('2020-06-02T01:05:00.000Z');
    const etag = await etagOf(ask, path);
    setClock(instant);
    expect(await again(ask, path, etag)).toBe(status);
  }
});

test("after a deadline's hour the minutes overdue are never stale", async () => {
  const { as, setClock } = await withHour();
  const ask = as(people.officer);
  setClock('2020-06-02T09:20:00.000Z');
  const etag = await etagOf(ask, requested);
  expect(await again(ask, requested, etag)).toBe(304);
  setClock('2020-06-02T09:21:00.000Z');
  const response = await ask(requested, { headers: { 'if-none-match': etag } });
  expect(await response.text()).toContain('Chưa gửi, quá hạn 21 phút');
});

test('the hour for sending again turns it too', async () => {
  const { as, store, setClock } = await testApp({ at: '2020-06-10T08:59:00.000Z' });
  await enter(store, { ...halfYear, unit: 'th-thi-tran' }, [
    { at: '2020-06-02T09:00', actor: 'th-thi-tran:filer', act: { act: 'submit' } },
    {
      at: '2020-06-03T09:00',
      actor: 'chuyen-vien',
      act: { act: 'return', due: '2020-06-10', dueTime: '16:00', notes: { '': 'Bổ sung số liệu.' } },
    },
  ]);
  const ask = as(people.officer);
  const etag = await etagOf(ask, board);
  expect(await again(ask, board, etag)).toBe(304);
  setClock('2020-06-10T09:00:00.000Z');
  expect(await again(ask, board, etag)).toBe(200);
});

test('what one was told is no 304 for somebody else', async () => {
  const { as } = await testApp();
  const etag = await etagOf(as(people.officer), '/v1/obligations');
  expect(await again(as(people.filer('th-thi-tran')), '/v1/obligations', etag)).toBe(200);
});

test('what is past stays as it is until something is entered', async () => {
  const { as, setClock } = await testApp({ at: '2020-06-08T01:00:00.000Z' });
  const ask = as(people.officer);
  const path = `${board}?asOf=2020-06-04`;
  const etag = await etagOf(ask, path);
  setClock('2020-06-09T01:00:00.000Z');
  expect(await again(ask, path, etag)).toBe(304);
});
