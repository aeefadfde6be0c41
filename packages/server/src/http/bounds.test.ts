import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, smallOffice, testApp, type TestApp } from '../testing/app.ts';
import type { Problem } from './problem.ts';

let t: TestApp;
let seq: number;
beforeAll(async () => {
  t = await testApp();
  seq = await t.seq();
});
afterAll(() => t.close());

const period = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1';
const ones = (length: number): readonly number[] => Array.from({ length }, () => 1);
const badKeys = (length: number) => Object.fromEntries(ones(length).map((_, i) => [`Mã ${i}`, 'x']));

const filer = people.filer('th-thi-tran');

describe('a body of many mistakes', () => {
  test.each([
    [
      'notes',
      filer,
      `${period}/submissions/th-thi-tran/acts`,
      { act: 'return', due: '2020-06-12', notes: badKeys(19_000) },
    ],
    [
      'units of an act',
      people.officer,
      `${period}/acts`,
      { act: 'remind', channel: 'chat', text: 'x', units: ones(19_000) },
    ],
    ['files of an import', people.officer, `${period}/import`, { submissions: ones(99_000) }],
    ['sign-in links', people.admin, '/v1/sign-in-links', { links: ones(19_000) }],
    ['agencies of an office', people.admin, '/v1/adoptions', { office: { ...smallOffice(), agencies: ones(90_000) } }],
    [
      'units of a request',
      people.officer,
      '/v1/events',
      {
        event: 'so-lieu',
        title: 'Số liệu',
        units: ones(19_000).map(() => 1),
        due: { rule: 'date', on: '2020-06-12' },
      },
    ],
  ] as const)('in %s is told the first of them, in few bytes', async (_, who, path, json) => {
    const response = await t.as(who)(path, { method: 'POST', json });
    const text = await response.text();
    const { errors = [] } = JSON.parse(text) as Problem;
    expect(response.status).toBe(422);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(200);
    expect(text.length).toBeLessThan(100_000);
    expect(await t.seq()).toBe(seq);
  });

  test.each([
    ['acts', filer, `${period}/submissions/th-thi-tran/acts`, { act: 'return', notes: badKeys(60_000) }],
    ['adoptions', people.admin, '/v1/adoptions', { office: { agencies: ones(400_000) } }],
  ] as const)('and of more values than %s take is not looked at', async (_, who, path, json) => {
    const response = await t.as(who)(path, { method: 'POST', json });
    expect(await response.json()).toMatchObject({ status: 413, code: 'too-large' });
  });
});

test('a parameter that there is not is refused, not left out', async () => {
  const response = await t.as(people.officer)(`${period}/obligations?unitt=th-thi-tran`);
  expect(await response.json()).toMatchObject({ status: 400, code: 'bad-request' });
});
