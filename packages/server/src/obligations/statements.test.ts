import { foreignInformationPlan, phongGddtOffice, vietnamInstant, type Office } from '@dondoc/core';
import { createStore, type Driver, type Principal } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { expect, test } from 'vitest';
import { createServer } from '../server.ts';
import { people, plan2020, smallOffice } from '../testing/app.ts';
import { submissionOf } from '../testing/sending.ts';
import { enter, halfYear, pathOf } from './fixtures/acts.ts';

/** An office with so many schools. */
const officeOf = (count: number): Office =>
  phongGddtOffice({
    units: Array.from({ length: count }, (_, index) => ({
      id: `truong-${index + 1}`,
      names: `Trường Tiểu học số ${index + 1}`,
      kind: 'tieu-hoc',
      parent: 'phong-gddt',
      order: index + 1,
    })),
    people: [...smallOffice().people],
    announcedYears: [2019, 2020, 2021],
  });

/** Counts the statements that each question takes, asked of a server that has answered before. */
const statementsOf = async (units: number, paths: readonly string[]): Promise<readonly number[]> => {
  const { driver, close } = await openLibsql(':memory:');
  let count = 0;
  const counting: Driver = {
    batch: (statements) => {
      count += statements.length;
      return driver.batch(statements);
    },
  };
  const store = createStore(counting);
  let now = Date.parse(vietnamInstant('2020-02-24'));
  const app = createServer({
    database: store,
    clock: () => now,
    config: { version: 'test', publicUrl: 'https://dondoc.example' },
    limiter: () => true,
    authenticate: (request) => (request.headers.get('x-office') === null ? people.admin : people.officer),
  });
  const adopted = await app.request('https://dondoc.example/v1/adoptions', {
    method: 'POST',
    body: JSON.stringify({ office: officeOf(units), plans: [plan2020()] }),
    headers: { 'content-type': 'application/json' },
  });
  expect(adopted.status).toBe(200);
  const ofAdoption = count;
  now = Date.parse(vietnamInstant('2020-06-05'));
  for (let unit = 1; unit <= units; unit += 2) {
    await enter(store, { ...halfYear, unit: `truong-${unit}` }, [
      { at: '2020-06-03T09:00', actor: `truong-${unit}:filer`, act: { act: 'submit' } },
    ]);
  }
  const counts: number[] = [];
  for (const path of paths) {
    const ask = async () => {
      const before = count;
      const response = await app.request(`https://dondoc.example${path}`, { headers: { 'x-office': '1' } });
      expect([path, response.status]).toEqual([path, 200]);
      return count - before;
    };
    await ask();
    counts.push(await ask());
  }
  await close();
  return [ofAdoption, ...counts];
};

/** Counts the statements that each question takes, asked of a server that has read nothing yet. */
const coldStatementsOf = async (years: number): Promise<readonly (readonly [string, number])[]> => {
  const { driver, close } = await openLibsql(':memory:');
  let count = 0;
  const store = createStore({
    batch: (statements) => {
      count += statements.length;
      return driver.batch(statements);
    },
  });
  const ask = (path: string, who: Principal, json?: unknown) =>
    createServer({
      database: store,
      clock: () => Date.parse(vietnamInstant('2020-06-05')),
      config: { version: 'test', publicUrl: 'https://dondoc.example' },
      limiter: () => true,
      authenticate: () => who,
    }).request(
      `https://dondoc.example${path}`,
      json === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(json), headers: { 'content-type': 'application/json' } },
    );
  const plans = Array.from({ length: years }, (_, index) => foreignInformationPlan({ year: 2020 - index }));
  const adopted = await ask('/v1/adoptions', people.admin, { office: officeOf(5), plans });
  expect(adopted.status).toBe(200);
  const unit = people.filer('truong-3');
  const submit = { act: 'submit', submission: submissionOf('truong-3') };
  const asked: readonly (readonly [string, Principal, unknown?])[] = [
    ['/v1/adoptions', people.admin, { plans: plans.map((plan) => ({ ...plan, title: ['Bản', 'mới'] })) }],
    ['/v1/obligations', people.officer],
    ['/v1/obligations', unit],
    ['/v1/reminders', people.officer],
    ['/v1/plans', unit],
    ['/v1/ledger', unit],
    ['/v1/events', people.officer],
    [`${pathOf(halfYear)}/submissions/truong-3/acts`, unit, submit],
    [`${pathOf(halfYear)}/form?unit=truong-3`, unit],
    [
      '/v1/events',
      people.officer,
      { event: 'hoi-y-kien', title: 'Báo cáo nhanh', due: { rule: 'date', on: '2020-06-20' } },
    ],
  ];
  const counts: (readonly [string, number])[] = [];
  for (const [path, who, json] of asked) {
    const before = count;
    const response = await ask(path, who, json);
    expect([path, response.ok ? 'ok' : await response.text()]).toEqual([path, 'ok']);
    counts.push([path, count - before]);
  }
  await close();
  return counts;
};

const board = `${pathOf(halfYear)}/obligations`;
const paths = [
  board,
  `${board}?state=missing&q=so%205`,
  `${board}?asOf=2020-06-04`,
  `${board}?include=content`,
  `${board}.csv`,
  `${board}/truong-3`,
  `${board}/truong-3/explain`,
  '/v1/obligations?limit=200',
  '/v1/obligations?state=missing&limit=200',
  '/v1/reminders',
  '/v1/plans',
  '/v1/plans/ttdn-2020',
  '/v1/agencies?limit=200',
  '/v1/events',
];

test('questions take as many statements for 100 units as for 5, and few', async () => {
  const few = await statementsOf(5, paths);
  const many = await statementsOf(100, paths);
  expect(many).toEqual(few);
  expect(Math.max(...many)).toBeLessThanOrEqual(30);
  // The same board again: the pulse and the drafts, which say that nothing has changed.
  expect(many[1]).toBe(2);
  // Made anew each time: the facts too.
  expect(many[5]).toBe(3);
});

test('questions take as many statements for plans of six years as for two, even of a server just begun', async () => {
  const two = await coldStatementsOf(2);
  expect(await coldStatementsOf(6)).toEqual(two);
});
