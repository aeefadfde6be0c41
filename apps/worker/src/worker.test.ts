import { describeForm, foreignInformationForm, foreignInformationPlan, phongGddtOffice } from '@dondoc/core';
import { createStore } from '@dondoc/store';
import { d1Driver } from '@dondoc/store/d1';
import { env, exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';

const origin = 'https://dondoc.example';
const period = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1';

const ask = (
  path: string,
  { token, json, ...init }: RequestInit & { readonly token?: string; readonly json?: unknown } = {},
): Promise<Response> => {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
  return exports.default.fetch(`${origin}${path}`, { ...body, ...init, headers, redirect: 'manual' });
};

/** What the API answers, once it has answered with success. */
const told = async <T>(answer: Promise<Response>): Promise<T> => {
  const response = await answer;
  const text = await response.text();
  expect(response.ok, `${response.status} ${text}`).toBe(true);
  return JSON.parse(text) as T; // each test names the shape that it goes on to check
};

const store = createStore(d1Driver(env.DB));

let admin = '';
let officer = '';

// Six schools' office on a clock of its own, adopted over HTTP as another district would.
beforeAll(async () => {
  await store.setSetting(
    'demo-clock',
    JSON.stringify({ office: '2020-06-01T01:00:00.000Z', real: new Date().toISOString() }),
  );
  ({ token: admin } = await told<{ readonly token: string }>(
    ask('/v1/setup', { json: { secret: env.DONDOC_SETUP, label: 'Quản trị' } }),
  ));
  const office = phongGddtOffice({
    demo: true,
    announcedYears: [2020],
    people: [
      { id: 'chuyen-vien', name: 'Trần Văn Bảy', title: 'Chuyên viên', agency: 'phong-gddt', roles: ['officer'] },
      { id: 'quan-tri', name: 'Ngô Thị Tám', title: 'Viên chức', agency: 'phong-gddt', roles: ['admin'] },
    ],
  });
  const plans = [foreignInformationPlan({ year: 2020, corrected: true, date: '2020-02-24' })];
  await told(ask('/v1/adoptions', { token: admin, json: { office, plans } }));
  ({ token: officer } = await told<{ readonly token: string }>(
    ask('/v1/tokens', { token: admin, json: { person: 'chuyen-vien' } }),
  ));
});

describe('the Worker', () => {
  test('is healthy and ready, and refuses strangers with a problem document', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    const refused = await ask('/v1/plans');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'unauthorized', status: 401 });
  });

  test('keeps signed copies in R2', async () => {
    await env.FILES?.put('probe', 'x');
    expect(await (await env.FILES?.get('probe'))?.text()).toBe('x');
  });

  test('takes a report from a device signed in by a link, and the desk confirms it', async () => {
    const board = await told<{
      readonly rows: readonly { readonly unit: { readonly id: string; readonly kind: string } }[];
    }>(ask(`${period}/obligations`, { token: officer }));
    const { id: unit, kind } = board.rows[0]!.unit;
    const { links } = await told<{ readonly links: readonly { readonly url: string }[] }>(
      ask('/v1/sign-in-links', { token: admin, json: { links: [{ unit, roles: ['filer'] }] } }),
    );
    const path = new URL(links[0]!.url).pathname;
    expect((await ask(path)).status).toBe(200);
    const signedIn = await ask(path, { method: 'POST', headers: { origin } });
    expect(signedIn.status).toBe(303);
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    expect(cookie).toMatch(/^__Host-/);
    const headers = { cookie, origin };

    const { gates, answers } = filledForm(kind);
    const submission = {
      format: 'dondoc.submission/1',
      plan: 'ttdn-2020',
      planVersion: 1,
      report: 'half-year',
      period: '2020-H1',
      unit,
      gates,
      answers,
    };
    const sent = await told<{ readonly receipt: string; readonly version: number; readonly status: unknown }>(
      ask(`${period}/submissions/${unit}/acts`, { headers, json: { act: 'submit', submission } }),
    );
    expect(sent.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(sent.status).toMatchObject({ filing: 'submitted', timeliness: { is: 'on-time' } });

    const other = board.rows[1]!.unit.id;
    expect((await ask(`${period}/submissions/${other}`, { headers })).status).toBe(403);

    const confirmed = await told<{ readonly status: unknown }>(
      ask(`${period}/submissions/${unit}/acts`, {
        token: officer,
        json: { act: 'confirm' },
        headers: { 'if-match': `"${sent.version}"` },
      }),
    );
    expect(confirmed.status).toMatchObject({ filing: 'confirmed' });
  });

  test('seals a checkpoint when its cron comes, once for what has happened', async () => {
    const checkpoints = async () => (await store.entries({ streams: ['checkpoint'] })).length;
    const before = await checkpoints();
    await exports.default.scheduled({ cron: '10 17 * * *' });
    expect(await checkpoints()).toBe(before + 1);
    await exports.default.scheduled({ cron: '10 17 * * *' });
    expect(await checkpoints()).toBe(before + 1);
  });
});

/** Answers to everything that the form asks of a kind of unit: nothing arose where it may say so. */
function filledForm(kind: string): { readonly gates: object; readonly answers: object } {
  const { sections } = describeForm({
    form: foreignInformationForm({ year: 2020 }),
    report: 'half-year',
    kind,
    year: 2020,
  });
  const gates = Object.fromEntries(sections.filter(({ gate }) => gate).map(({ id }) => [id, false]));
  const answers: Record<string, unknown> = {};
  for (const { gate, fields } of sections) {
    if (gate) continue;
    for (const { id, type, need } of fields) {
      if (need === 'optional') continue;
      if (type === 'count' || type === 'money') answers[id] = 0;
      else if (type === 'yesno') answers[id] = false;
      else if (type === 'ratio') answers[id] = { part: 10, whole: 10 };
      else if (type === 'text' || type === 'narrative') answers[id] = 'Đã thực hiện theo kế hoạch.';
    }
  }
  return { gates, answers };
}
