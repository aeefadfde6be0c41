import { describe, expect, test } from 'vitest';
import type { Problem } from '../http/problem.ts';
import { halfYear, pathOf } from '../obligations/fixtures/acts.ts';
import { people, testApp, type TestApp } from '../testing/app.ts';

const hour = { rule: 'date', on: '2020-06-02', time: '16:00' };
const request = { event: 'so-lieu', title: 'Số liệu học sinh', due: hour };

const post = ({ as }: TestApp, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  as(people.officer)('/v1/events', { method: 'POST', json, headers });

interface Row {
  readonly unit: { readonly id: string };
  readonly due: unknown;
  readonly badge: { readonly state: string };
}

const rowsOf = async ({ as }: TestApp, of: Parameters<typeof pathOf>[0]): Promise<readonly Row[]> => {
  const response = await as(people.officer)(`${pathOf(of)}/obligations`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly rows: readonly Row[] }).rows;
};

const refusal = async (response: Response) => {
  const { status, code, errors = [] } = (await response.json()) as Problem;
  return [status, code, ...errors.map(({ rule, pointer }) => `${rule} ${pointer ?? ''}`.trim())];
};

describe('a request under no plan', () => {
  const of = { plan: 'requests-2020', report: 'so-lieu', period: 'on-so-lieu' };

  test("makes the year's standing plan with it, in one append, and binds whom the office's plans bind", async () => {
    const app = await testApp();
    const before = await app.seq();
    const response = await post(app, request);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      plan: 'requests-2020',
      event: 'so-lieu',
      title: 'Số liệu học sinh',
      on: '2020-06-01',
      period: 'on-so-lieu',
      report: 'so-lieu',
      due: { phrase: 'trước 16 giờ 00 ngày 02/6/2020', lastDay: '2020-06-02', time: '16:00' },
      units: 5,
      version: 2,
    });
    expect(await app.seq()).toBe(before + 2);
    const entries = await app.store.entries({ streams: ['plan:requests-2020'], data: 'all' });
    expect(entries.map(({ kind, version }) => [kind, version])).toEqual([
      ['adopt', 1],
      ['request', 2],
    ]);
    expect((await rowsOf(app, of)).map(({ unit }) => unit.id)).toHaveLength(5);
  });

  test('of the same year joins the standing plan', async () => {
    const app = await testApp();
    await post(app, request);
    const second = await post(app, { ...request, event: 'lan-hai', units: [{ kinds: ['thcs'] }] });
    expect(await second.json()).toMatchObject({ plan: 'requests-2020', version: 3, units: 2 });
    const listed = (await (await app.as(people.officer)('/v1/events')).json()) as {
      readonly items: readonly unknown[];
    };
    expect(listed.items).toMatchObject([{ event: 'so-lieu' }, { event: 'lan-hai', units: 2 }]);
  });

  test('of two at once both stand, in one standing plan', async () => {
    const app = await testApp();
    const answers = await Promise.all([post(app, request), post(app, { ...request, event: 'lan-hai' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const kinds = (await app.store.entries({ streams: ['plan:requests-2020'] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['adopt', 'request', 'request']);
  });

  test("stands in the year in which it is asked, and an office's first needs no other plan", async () => {
    const app = await testApp({ plans: [] });
    const response = await post(app, { ...request, on: '2020-05-30' });
    expect(await response.json()).toMatchObject({ plan: 'requests-2020', on: '2020-05-30', units: 5 });
  });

  test('before any adoption is refused', async () => {
    const app = await testApp({ office: null });
    expect(await refusal(await post(app, request))).toEqual([409, 'no-office']);
  });

  test('is followed to its hour', async () => {
    const app = await testApp();
    await post(app, request);
    const at = async (instant: string) => {
      app.setClock(instant);
      return (await rowsOf(app, of))[0]?.badge.state;
    };
    expect(await at('2020-06-02T08:59:59.999Z')).toBe('last-day');
    expect(await at('2020-06-02T09:00:00.000Z')).toBe('overdue');
  });

  test('is not there as of the day before', async () => {
    const app = await testApp();
    await post(app, request);
    const past = await app.as(people.officer)(`${pathOf(of)}/obligations?asOf=2020-05-31`);
    expect(past.status).toBe(404);
  });
});

test.each(['9999-01-01', '0000-01-01', '1999-12-31', '2101-01-01', '01/01/9999'])(
  'a request of a year that no plan can be of (%s) is refused, whatever it is due by',
  async (on) => {
    const app = await testApp();
    const before = await app.seq();
    const [status, code, ...errors] = await refusal(
      await post(app, { ...request, on, due: { rule: 'date', on: '9999-06-20' } }),
    );
    expect([status, code]).toEqual([422, 'invalid-body']);
    expect(errors).toEqual([expect.stringMatching(/ \/on$/)]);
    expect(await app.seq()).toBe(before);
  },
);

test.each(['9999-06-20', '2100-12-31'])('a request due by %s under a plan breaks nothing', async (on) => {
  const app = await testApp();
  const answer = await post(app, { ...request, plan: 'ttdn-2020', due: { rule: 'date', on } });
  expect(answer.status).toBeLessThan(500);
});

test('a request stands in the year that its day names, however it is written', async () => {
  const app = await testApp();
  const response = await post(app, { ...request, on: '30/12/2019' });
  expect(await response.json()).toMatchObject({ plan: 'requests-2019', on: '2019-12-30' });
});

describe('a request under a plan', () => {
  test("is filled in on one of the plan's forms by the units it names", async () => {
    const app = await testApp();
    const body = {
      ...request,
      plan: 'ttdn-2020',
      form: 'thong-tin-doi-ngoai',
      units: [{ agencies: ['thcs-binh-an'] }],
    };
    const response = await post(app, body);
    expect(response.status).toBe(201);
    const rows = await rowsOf(app, { plan: 'ttdn-2020', report: 'so-lieu', period: 'on-so-lieu' });
    expect(rows.map(({ unit }) => unit.id)).toEqual(['thcs-binh-an']);
    const one = await app.as(people.officer)(
      '/v1/plans/ttdn-2020/reports/so-lieu/periods/on-so-lieu/obligations/thcs-binh-an',
    );
    expect(await one.json()).toMatchObject({ form: 'thong-tin-doi-ngoai' });
  });

  test.each<[string, object, readonly unknown[]]>([
    ['an event that is taken', { event: 'half-year' }, [409, 'act-refused', 'act.event-taken /event']],
    ["the id of the unit's own plan", { event: 'unit-plan' }, [409, 'act-refused', 'act.event-taken /event']],
    ['no slug', { event: 'Số liệu' }, [422, 'invalid-body', 'id.not-a-slug /event']],
    [
      'a day that is in no calendar',
      { due: { rule: 'date', on: '2020-06-31' } },
      [422, 'invalid-body', 'date.not-a-date /due/on'],
    ],
    ['no time', { due: { ...hour, time: '25:00' } }, [422, 'invalid-body', 'date.not-a-time /due/time']],
    ['an unknown form', { form: 'khac' }, [409, 'act-refused', 'act.unknown-form /form']],
    ['an unknown report', { report: 'khac' }, [409, 'act-refused', 'act.unknown-report /report']],
    ['an unknown key', { deadline: '16:00' }, [422, 'invalid-body', 'schema.unknown-key /deadline']],
    [
      'a date before the request',
      { due: { rule: 'date', on: '2020-05-31' } },
      [409, 'act-refused', 'act.due-before-request /due'],
    ],
    [
      'an agency that there is not',
      { units: [{ agencies: ['th-khac'] }] },
      [409, 'act-refused', 'act.unknown-agency /units'],
    ],
    ['nobody', { units: [{ kinds: ['dai-hoc'] }] }, [409, 'act-refused', 'act.binds-nobody /units']],
    [
      'an hour of today that has passed',
      { due: { rule: 'date', on: '2020-06-01', time: '08:00', reading: 'before' } },
      [409, 'act-refused', 'act.date-past /due'],
    ],
    ['a title of nothing', { title: '  ' }, [422, 'invalid-body', 'text.blank /title']],
  ])('with %s is refused, the ledger unchanged', async (_, change, expected) => {
    const app = await testApp();
    const before = await app.seq();
    expect(await refusal(await post(app, { ...request, plan: 'ttdn-2020', ...change }))).toEqual(expected);
    expect(await app.seq()).toBe(before);
  });

  test('that there is not is not found', async () => {
    const app = await testApp();
    expect(await refusal(await post(app, { ...request, plan: 'khac' }))).toEqual([404, 'not-found']);
  });

  test("goes by the version of the plan's stream where one is named", async () => {
    const app = await testApp();
    const body = { ...request, plan: 'ttdn-2020' };
    expect((await post(app, body, { 'if-match': '"1"' })).status).toBe(201);
    const late = await post(app, { ...body, event: 'lan-hai' }, { 'if-match': '"1"' });
    expect(await late.json()).toMatchObject({ status: 412, code: 'version-mismatch', version: 2 });
  });

  test('is entered once for one Idempotency-Key', async () => {
    const app = await testApp();
    const headers = { 'idempotency-key': 'k-1' };
    const first = await post(app, request, headers);
    const seq = await app.seq();
    const again = await post(app, request, headers);
    expect([again.status, await again.json()]).toEqual([201, await first.json()]);
    expect(await app.seq()).toBe(seq);
  });
});

describe('an opening', () => {
  const path = `${pathOf(halfYear)}/opening`;
  const open = ({ as }: TestApp, json: unknown, at = path) => as(people.officer)(at, { method: 'POST', json });

  test('settles cut-off, method and contact of a period, never its due date; the last one holds', async () => {
    const app = await testApp();
    expect((await open(app, { method: 'Thư điện tử', contact: 'Cô Oanh' })).status).toBe(201);
    const second = await open(app, { cutoff: { from: '2019-12-10', to: '2020-05-31' } });
    expect(await second.json()).toMatchObject({
      plan: 'ttdn-2020',
      report: 'half-year',
      period: '2020-H1',
      version: 3,
    });
    const board = await app.as(people.officer)(`${pathOf(halfYear)}/obligations`);
    expect(await board.json()).toMatchObject({
      window: { from: '2019-12-10', to: '2020-05-31' },
      due: { lastDay: '2020-06-04' },
    });
  });

  test.each<[string, object, readonly unknown[]]>([
    [
      'a cut-off that ends before it begins',
      { cutoff: { from: '2020-05-31', to: '2019-12-10' } },
      [409, 'act-refused', 'act.window-reversed /cutoff'],
    ],
    ['another due date', { due: hour }, [422, 'invalid-body', 'schema.unknown-key /due']],
    ['an unknown form', { form: 'khac' }, [409, 'act-refused', 'act.unknown-form /form']],
  ])('with %s is refused', async (_, body, expected) => {
    const app = await testApp();
    expect(await refusal(await open(app, body))).toEqual(expected);
  });

  test('of a period that there is not is refused', async () => {
    const app = await testApp();
    const other = `${pathOf({ ...halfYear, period: '2020-Q1' })}/opening`;
    expect(await refusal(await open(app, {}, other))).toEqual([409, 'act-refused', 'act.unknown-period /period']);
  });
});

test('only an officer asks', async () => {
  const app = await testApp();
  for (const who of [people.admin, people.leader, people.viewer, people.head('th-thi-tran')]) {
    expect((await app.as(who)('/v1/events', { method: 'POST', json: request })).status).toBe(403);
    expect((await app.as(who)(`${pathOf(halfYear)}/opening`, { method: 'POST', json: {} })).status).toBe(403);
  }
});
