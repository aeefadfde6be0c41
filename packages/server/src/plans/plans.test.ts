import { foreignInformationPlan } from '@dondoc/core';
import { expect, test } from 'vitest';
import { people, plan2020, testApp } from '../testing/app.ts';

const second = () => {
  const plan = plan2020();
  return { ...plan, closing: 'Trên đây là Kế hoạch đã điều chỉnh./.' };
};

/** The plan of 2020 in two versions, and one that binds lower secondary schools only. */
const withVersions = async () => {
  const narrow = { ...foreignInformationPlan({ year: 2021, corrected: true }), units: [{ kinds: ['thcs'] }] };
  const app = await testApp({ plans: [plan2020(), narrow] });
  await app.adopt({ plans: [second()] });
  return app;
};

test('plans are listed by year, page by page', async () => {
  const { as } = await withVersions();
  const first = await (await as(people.viewer)('/v1/plans?limit=1')).json();
  expect(first).toMatchObject({ items: [{ id: 'ttdn-2020', version: 2, streamVersion: 2 }], next: expect.any(String) });
  // As asserted above.
  const { next } = first as { readonly next: string };
  expect(await (await as(people.viewer)(`/v1/plans?cursor=${next}`)).json()).toMatchObject({
    items: [{ year: 2021 }],
    next: null,
  });
});

test('a plan tells its newest version and what it asks for by when', async () => {
  const { as } = await withVersions();
  const response = await as(people.viewer)('/v1/plans/ttdn-2020');
  const told = (await response.json()) as { readonly periods: readonly unknown[] };
  expect(told).toMatchObject({ version: 2, plan: { closing: 'Trên đây là Kế hoạch đã điều chỉnh./.' } });
  expect(told.periods).toContainEqual({
    report: { id: 'half-year', title: 'Báo cáo kết quả hoạt động thông tin đối ngoại' },
    period: { id: '2020-H1', words: '6 tháng đầu năm 2020' },
    due: { phrase: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)', lastDay: '2020-06-04' },
    opensOn: '2020-02-24',
    units: 5,
  });
});

test('a plan is answered 304 until something is adopted', async () => {
  const { as, adopt, setClock } = await withVersions();
  const ask = as(people.viewer);
  const etag = (await ask('/v1/plans/ttdn-2020')).headers.get('etag')!;
  const again = () => ask('/v1/plans/ttdn-2020', { headers: { 'if-none-match': etag } });
  setClock('2020-07-01T01:00:00.000Z');
  expect((await again()).status).toBe(304);
  await adopt({ plans: [plan2020()] });
  expect((await again()).status).toBe(200);
});

test('versions are kept as they were adopted', async () => {
  const { as } = await withVersions();
  const ask = as(people.officer);
  expect(await (await ask('/v1/plans/ttdn-2020/versions')).json()).toMatchObject({
    items: [
      { version: 1, adopted: '2020-02-24', date: '2020-02-24' },
      { version: 2, adopted: '2020-06-01' },
    ],
  });
  const first = (await (await ask('/v1/plans/ttdn-2020/versions/1')).json()) as { readonly plan: unknown };
  expect(first.plan).toEqual(plan2020());
  expect((await ask('/v1/plans/ttdn-2020/versions/3')).status).toBe(404);
  expect((await ask('/v1/plans/ttdn-2020/versions/0')).status).toBe(400);
});

test('a difference names what changed, in words', async () => {
  const { as } = await withVersions();
  const ask = as(people.officer);
  const newest = (await (await ask('/v1/plans/ttdn-2020/diff')).json()) as { readonly changes: readonly unknown[] };
  expect(newest).toMatchObject({
    from: 1,
    to: 2,
    changes: [{ part: 'closing', kind: 'changed', words: expect.stringMatching(/\S/) }],
  });
  expect(newest.changes).toHaveLength(1);
  const same = await ask('/v1/plans/ttdn-2020/diff?from=2&to=2');
  expect(await same.json()).toMatchObject({ from: 2, to: 2, changes: [] });
  expect((await ask('/v1/plans/ttdn-2020/diff?from=1&to=9')).status).toBe(404);
});

test("a plan's paper is a Word file", async () => {
  const { as } = await testApp();
  const response = await as(people.viewer)('/v1/plans/ttdn-2020.docx');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(String.fromCodePoint(...bytes.slice(0, 2))).toBe('PK');
  expect((await as(people.viewer)('/v1/plans/khac.docx')).status).toBe(404);
});

test('a unit sees the plans that bind it', async () => {
  const { as } = await withVersions();
  const primary = as(people.filer('th-thi-tran'));
  const secondary = as(people.unitViewer('thcs-binh-an'));
  const idsFor = async (ask: typeof primary) =>
    ((await (await ask('/v1/plans')).json()) as { readonly items: readonly { readonly year: number }[] }).items.map(
      ({ year }) => year,
    );
  expect(await idsFor(primary)).toEqual([2020]);
  expect(await idsFor(secondary)).toEqual([2020, 2021]);
  const narrow = foreignInformationPlan({ year: 2021 }).id;
  for (const more of ['', '.docx', '/versions', '/versions/1', '/diff']) {
    expect([more, (await primary(`/v1/plans/${narrow}${more}`)).status]).toEqual([more, 403]);
    expect([more, (await secondary(`/v1/plans/${narrow}${more}`)).status]).toEqual([more, 200]);
  }
});

test('a plan that there is not is not found, whatever is asked of it', async () => {
  const { as } = await testApp();
  for (const more of ['', '/versions', '/versions/1', '/diff']) {
    const response = await as(people.officer)(`/v1/plans/khac${more}`);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' });
  }
});
