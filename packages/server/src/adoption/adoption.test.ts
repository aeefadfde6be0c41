import { foreignInformationPlan, type Office } from '@dondoc/core';
import { expect, test } from 'vitest';
import type { Problem } from '../http/problem.ts';
import { people, plan2020, smallOffice, testApp, type TestApp } from '../testing/app.ts';

interface Adopted {
  readonly changes: readonly {
    readonly kind: string;
    readonly change: string;
    readonly id: string;
    readonly words: string;
  }[];
  readonly revision: number;
  readonly points?: readonly { readonly rule: string; readonly pointer?: string; readonly message: string }[];
}

const post = ({ as }: TestApp, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  as(people.admin)('/v1/adoptions', { method: 'POST', json, headers });

const adoptedBy = async (response: Response): Promise<Adopted> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Adopted;
};

const renamed = (office: Office): Office => ({
  ...office,
  agencies: office.agencies.map((agency) =>
    agency.id === 'th-thi-tran' ? { ...agency, names: [{ value: { full: 'Trường Tiểu học Thủ Thừa' } }] } : agency,
  ),
});

const withoutLast = (): Office => {
  const office = smallOffice();
  return { ...office, agencies: office.agencies.filter(({ id }) => id !== 'thcs-binh-an') };
};

test('the first adoption makes the office, its agencies and its plans in one append', async () => {
  const app = await testApp({ office: null });
  const { changes, revision } = await adoptedBy(await post(app, { office: smallOffice(), plans: [plan2020()] }));
  expect(changes.map(({ kind }) => kind).filter((kind) => kind !== 'agency')).toEqual(['office', 'plan']);
  expect(changes.every(({ words }) => words.length > 0)).toBe(true);
  expect(revision).toBe(await app.seq());
  expect(changes).toHaveLength(revision);
  const listed = (await (await app.as(people.officer)('/v1/plans')).json()) as { readonly items: readonly unknown[] };
  expect(listed.items).toMatchObject([{ id: 'ttdn-2020', version: 1, adopted: '2020-06-01' }]);
});

test('what is the same again is no change and no entry', async () => {
  const app = await testApp({ office: null });
  const proposal = { office: smallOffice(), plans: [plan2020()] };
  const first = await adoptedBy(await post(app, proposal));
  const again = await adoptedBy(await post(app, proposal));
  expect(again).toEqual({ changes: [], revision: first.revision });
  expect(await app.seq()).toBe(first.revision);
});

test('only what differs is entered', async () => {
  const app = await testApp();
  const before = await app.seq();
  const { changes, revision } = await adoptedBy(await post(app, { office: renamed(smallOffice()) }));
  expect(changes).toMatchObject([{ kind: 'agency', change: 'changed', id: 'th-thi-tran' }]);
  expect(revision).toBe(before + 1);
});

test('a dry run tells changes and points, and enters nothing', async () => {
  const app = await testApp({ office: null });
  const plan = foreignInformationPlan({ year: 2020 });
  const told = await adoptedBy(await post(app, { office: smallOffice(), plans: [plan], dryRun: true }));
  expect(told.changes.length).toBeGreaterThan(5);
  expect(told.revision).toBe(0);
  expect(told.points?.length).toBeGreaterThan(0);
  expect(told.points?.every(({ pointer = '/' }) => /^\/(?:office|plans\/0)?/.test(pointer))).toBe(true);
  expect(told.points?.some(({ rule }) => rule === 'check.units-without-contact')).toBe(true);
  expect(await app.seq()).toBe(0);
});

test('every finding of office and plans comes at once, each at its place, and nothing is entered', async () => {
  const app = await testApp({ office: null });
  const office = { ...smallOffice(), desk: 7 };
  const plan = { ...plan2020(), year: 'hai nghìn', extra: true };
  const response = await post(app, { office, plans: [plan2020(), plan] });
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ status: 422, code: 'invalid-body' });
  expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/office/desk',
    '/plans/1/extra',
    '/plans/1/year',
  ]);
  expect(await app.seq()).toBe(0);
});

test('an agency is closed by its date, never dropped; nothing of the proposal is entered', async () => {
  const app = await testApp();
  const before = await app.seq();
  const response = await post(app, { office: withoutLast(), plans: [foreignInformationPlan({ year: 2021 })] });
  expect(await response.json()).toMatchObject({ status: 409, code: 'act-refused' });
  expect(await app.seq()).toBe(before);
});

test('plans before any office are refused', async () => {
  const app = await testApp({ office: null });
  const response = await post(app, { plans: [plan2020()] });
  expect(await response.json()).toMatchObject({
    code: 'act-refused',
    errors: [{ rule: 'adoption.office-first', pointer: '/plans' }],
  });
});

test('a proposal made on an earlier revision is refused, and told the newest', async () => {
  const app = await testApp();
  const seen = await app.seq();
  const mine = { office: renamed(smallOffice()) };
  await adoptedBy(await post(app, { plans: [foreignInformationPlan({ year: 2021 })] }, { 'if-match': `"${seen}"` }));
  const late = await post(app, mine, { 'if-match': `"${seen}"` });
  expect(await late.json()).toMatchObject({ status: 412, code: 'version-mismatch', revision: seen + 1 });
  await adoptedBy(await post(app, mine, { 'if-match': `"${seen + 1}"` }));
});

test('of two adoptions at once both stand, decided one after the other', async () => {
  const app = await testApp();
  const year = (of: number) => ({ plans: [foreignInformationPlan({ year: of })] });
  const answers = await Promise.all([post(app, year(2021)), post(app, { office: renamed(smallOffice()) })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const listed = (await (await app.as(people.officer)('/v1/plans')).json()) as { readonly items: readonly unknown[] };
  expect(listed.items).toHaveLength(2);
});

test('the same Idempotency-Key adopts once and is answered alike', async () => {
  const app = await testApp();
  const headers = { 'idempotency-key': 'k-1' };
  const proposal = { plans: [foreignInformationPlan({ year: 2021 })] };
  const first = await adoptedBy(await post(app, proposal, headers));
  const again = await post(app, proposal, headers);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(await again.json()).toEqual(first);
  expect(await app.seq()).toBe(first.revision);
});

test('only an admin adopts', async () => {
  const app = await testApp();
  const before = await app.seq();
  for (const who of [people.officer, people.leader, people.registrar, people.viewer, people.head('th-thi-tran')]) {
    const response = await app.as(who)('/v1/adoptions', { method: 'POST', json: { office: renamed(smallOffice()) } });
    expect(response.status).toBe(403);
  }
  expect(await app.seq()).toBe(before);
});

test.each([
  { json: { extra: 1 } },
  { json: { plans: {} } },
  { json: { plans: Array.from({ length: 21 }, () => ({})) } },
  { json: [plan2020()] },
  { json: null },
  { json: undefined },
])('a body that is no proposal is refused: $json', async ({ json }) => {
  const app = await testApp();
  const before = await app.seq();
  expect((await post(app, json)).status).toBe(422);
  expect(await app.seq()).toBe(before);
});
