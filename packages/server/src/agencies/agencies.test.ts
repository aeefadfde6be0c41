import { expect, test } from 'vitest';
import { people, smallOffice, testApp } from '../testing/app.ts';
import type { AgencyAnswer } from './agencies.schema.ts';

const office = () => {
  const small = smallOffice();
  return {
    ...small,
    settings: { ...small.settings, followedBy: { 'th-thi-tran': 'chuyen-vien' } },
    agencies: small.agencies.map((agency) => {
      if (agency.id === 'th-nhi-thanh') return { ...agency, closed: '2020-05-01', mergedInto: 'th-thi-tran' };
      return agency.id === 'th-thi-tran'
        ? {
            ...agency,
            names: [
              { value: { full: 'Trường Tiểu học Thị trấn' } },
              { from: '2020-07-01', value: { full: 'Trường Tiểu học Thủ Thừa' } },
            ],
            contact: { name: 'Cô Lan', phone: '0272 000 000' },
          }
        : agency;
    }),
  };
};

const items = async (response: Response): Promise<readonly AgencyAnswer[]> => {
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly items: readonly AgencyAnswer[] }).items;
};

test("agencies stand in the office's order, as they are today or on a day", async () => {
  const { as } = await testApp({ office: office() });
  const ask = as(people.officer);
  const schools = (await items(await ask('/v1/agencies'))).filter(({ order }) => order > 0);
  expect(schools.map(({ id, state }) => [id, state])).toEqual([
    ['mn-hoa-sen', 'open'],
    ['th-thi-tran', 'open'],
    ['th-nhi-thanh', 'merged'],
    ['thcs-thi-tran', 'open'],
    ['thcs-binh-an', 'open'],
  ]);
  const named = async (day: string) =>
    (await items(await ask(`/v1/agencies?kind=tieu-hoc&day=${day}`))).map(({ name }) => name);
  expect(await named('2020-06-30')).toContain('Trường Tiểu học Thị trấn');
  expect(await named('2020-07-01')).toContain('Trường Tiểu học Thủ Thừa');
});

test('they are found without diacritics and paged', async () => {
  const { as } = await testApp({ office: office() });
  const ask = as(people.officer);
  expect((await items(await ask('/v1/agencies?q=nhi%20thanh'))).map(({ id }) => id)).toEqual(['th-nhi-thanh']);
  const all = (await items(await ask('/v1/agencies'))).map(({ id }) => id);
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const response: Response = await ask(`/v1/agencies?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const page = (await response.json()) as { readonly items: readonly AgencyAnswer[]; readonly next: string | null };
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect(found).toEqual(all);
});

test('one agency tells its whole history and who follows it', async () => {
  const { as } = await testApp({ office: office() });
  expect(await (await as(people.officer)('/v1/agencies/th-thi-tran')).json()).toMatchObject({
    name: 'Trường Tiểu học Thị trấn',
    version: 1,
    followedBy: 'chuyen-vien',
    contact: { name: 'Cô Lan' },
    agency: { names: [{}, { from: '2020-07-01' }] },
  });
  expect((await as(people.officer)('/v1/agencies/khac')).status).toBe(404);
});

test("a unit's people see their own agency only, and not who follows it", async () => {
  const { as } = await testApp({ office: office() });
  const ask = as(people.filer('th-thi-tran'));
  const own = await items(await ask('/v1/agencies'));
  expect(own.map(({ id, followedBy }) => [id, followedBy])).toEqual([['th-thi-tran', undefined]]);
  for (const other of ['mn-hoa-sen', 'phong-gddt', 'khac']) {
    expect(await (await ask(`/v1/agencies/${other}`)).json()).toMatchObject({ code: 'not-yours' });
  }
});

test('settings are for the office, with the revision that an adoption names', async () => {
  const { as, seq } = await testApp();
  const response = await as(people.viewer)('/v1/settings');
  expect(await response.json()).toMatchObject({
    revision: await seq(),
    settings: { desk: 'phong-gddt', settings: { dueSoonDays: 7 } },
  });
  const headers = { 'if-none-match': response.headers.get('etag')! };
  expect((await as(people.viewer)('/v1/settings', { headers })).status).toBe(304);
  expect((await as(people.head('th-thi-tran'))('/v1/settings')).status).toBe(403);
});

test('before the first adoption there are no settings', async () => {
  const { as } = await testApp({ office: null });
  expect(await (await as(people.admin)('/v1/settings')).json()).toMatchObject({ status: 409, code: 'no-office' });
  expect(await items(await as(people.admin)('/v1/agencies'))).toEqual([]);
});
