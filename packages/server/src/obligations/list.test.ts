import { foreignInformationPlan } from '@dondoc/core';
import { expect, test } from 'vitest';
import type { Page } from '../http/paging.ts';
import { people, plan2020, testApp, type Ask } from '../testing/app.ts';
import { enter, halfYear } from './fixtures/acts.ts';
import type { ObligationRow } from './obligations.schema.ts';

const pageFrom = async (ask: Ask, query = ''): Promise<Page<ObligationRow>> => {
  const response = await ask(`/v1/obligations${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page<ObligationRow>;
};

const idsOf = ({ items }: Page<ObligationRow>) => items.map(({ id }) => id);

const twoYears = () => testApp({ plans: [plan2020(), foreignInformationPlan({ year: 2021, corrected: true })] });

test.each([1, 2, 3, 7, 200])('pages of %i give every obligation once, in one order', async (limit) => {
  const { as } = await twoYears();
  const ask = as(people.officer);
  const all = idsOf(await pageFrom(ask, '?limit=200'));
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<ObligationRow> = await pageFrom(ask, `?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    found.push(...idsOf(page));
    cursor = page.next;
  }
  expect(found).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
});

test("the newest plan comes first, then the plan's order and the office's", async () => {
  const { as } = await twoYears();
  const ids = idsOf(await pageFrom(as(people.officer), '?limit=200'));
  const plans = [...new Set(ids.map((id) => id.split('/')[0]))];
  expect(plans).toHaveLength(2);
  expect(plans.at(-1)).toBe('ttdn-2020');
  expect(ids.filter((id) => id.startsWith('ttdn-2020/half-year/')).map((id) => id.split('/')[3])).toEqual([
    'mn-hoa-sen',
    'th-thi-tran',
    'th-nhi-thanh',
    'thcs-thi-tran',
    'thcs-binh-an',
  ]);
});

test.each([
  ['plan=ttdn-2020&report=half-year', 5],
  ['plan=ttdn-2020&report=half-year&unit=th-thi-tran', 1],
  ['plan=ttdn-2020&period=2020-H1&kind=thcs', 2],
  ['plan=ttdn-2020&from=2020-06-04&to=2020-06-04', 5],
  ['plan=ttdn-2020&from=2020-06-05&to=2020-06-30', 0],
  ['plan=ttdn-2020&report=half-year&q=binh', 1],
])('%s finds %i', async (query, count) => {
  const { as } = await twoYears();
  expect((await pageFrom(as(people.officer), `?${query}`)).items).toHaveLength(count);
});

test('a list by state is paged over what is in that state', async () => {
  const { as, store } = await testApp({ at: '2020-06-05T01:00:00.000Z' });
  for (const unit of ['mn-hoa-sen', 'thcs-thi-tran']) {
    await enter(store, { ...halfYear, unit }, [
      { at: '2020-06-03T09:00', actor: `${unit}:filer`, act: { act: 'submit' } },
    ]);
  }
  const ask = as(people.officer);
  const query = '?report=half-year&state=overdue&limit=2';
  const first = await pageFrom(ask, query);
  expect(first.items.map(({ unit }) => unit.id)).toEqual(['th-thi-tran', 'th-nhi-thanh']);
  const second = await pageFrom(ask, `${query}&cursor=${first.next}`);
  expect(second.items.map(({ unit }) => unit.id)).toEqual(['thcs-binh-an']);
  expect(second.next).toBeNull();
  const past = await pageFrom(ask, '?report=half-year&state=on-time&asOf=2020-06-02');
  expect(past.items).toEqual([]);
});

test("a unit's people see their own obligations only, and no words of the desk", async () => {
  const { as } = await twoYears();
  for (const ask of [as(people.filer('th-thi-tran')), as(people.unitViewer('th-thi-tran'))]) {
    const { items } = await pageFrom(ask, '?limit=200');
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ unit }) => unit.id))).toEqual(new Set(['th-thi-tran']));
    expect(items.every(({ badge, followedBy }) => badge.desk === undefined && followedBy === undefined)).toBe(true);
  }
  const refused = await as(people.filer('th-thi-tran'))('/v1/obligations?unit=th-nhi-thanh');
  expect(await refused.json()).toMatchObject({ status: 403, code: 'not-yours' });
});

test('each sees what they may do themselves', async () => {
  const { as } = await testApp();
  const actsOf = async (ask: Ask) =>
    (await pageFrom(ask, '?plan=ttdn-2020&report=half-year&q=nhi')).items.flatMap(({ acts }) => acts);
  expect(await actsOf(as(people.filer('th-nhi-thanh')))).toEqual(['submit', 'ask-extension']);
  expect(await actsOf(as(people.unitViewer('th-nhi-thanh')))).toEqual([]);
  expect(await actsOf(as(people.viewer))).toEqual([]);
  expect(await actsOf(as(people.officer))).toContain('record');
});

test.each(['?cursor=a2hhYw', '?limit=0', '?limit=201', '?state=vui', '?from=2020-02-30', '?plan=A_B'])(
  '%s is a bad request',
  async (query) => {
    const { as } = await testApp();
    expect((await as(people.officer)(`/v1/obligations${query}`)).status).toBe(400);
  },
);

test('a plan that there is not is not found', async () => {
  const { as } = await testApp();
  expect((await as(people.officer)('/v1/obligations?plan=khac')).status).toBe(404);
});
