// CPU of the Worker, as workerd's process uses it: user and system time over many requests, less a route that does
// nothing. The database runs in a process of its own, as it is not the Worker's on Cloudflare.
import type { Plan } from '@dondoc/core';
import { officeNow, officeOf, planOf, quarterlyPlan, reportsOf, years } from './worker-data.ts';
import { startHost, type Host } from './worker-host.ts';

export interface RouteCpu {
  readonly name: string;
  /** Milliseconds of CPU of one request, less the no-op route's. */
  readonly ms: number;
  /** Milliseconds that it may take. */
  readonly most: number;
  /** How often one request calls the database. */
  readonly calls: number;
}

const REQUESTS = 150;
/** Rounds in which they come. */
const ROUNDS = 5;
const ISOLATES = 8;
const WARM_MS = 5;
const FIRST_MS = 10;
const setupSecret = 'bi-mat-cua-phep-do-0001';

interface Request {
  readonly path: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly token?: string;
}

const ask = async (host: Host, { path, method = 'GET', json, token }: Request): Promise<unknown> => {
  const answer = await fetch(host.url() + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 2000)}`);
  return text.startsWith('{') ? JSON.parse(text) : text;
};

/** An office with its plans, adopted over HTTP. Gives tokens of an officer and, by unit, of its filer. */
const seed = async (host: Host, { units, plans }: { readonly units: number; readonly plans: readonly Plan[] }) => {
  const clock = JSON.stringify({ office: officeNow, real: new Date().toISOString() });
  await host.sql(`INSERT INTO settings (key, value) VALUES ('demo-clock', '${clock}')`);
  const tokenOf = async (request: Request) => ((await ask(host, request)) as { readonly token: string }).token;
  const admin = await tokenOf({ path: '/v1/setup', method: 'POST', json: { secret: setupSecret } });
  const office = officeOf(units);
  await ask(host, { path: '/v1/adoptions', method: 'POST', token: admin, json: { office } });
  for (const plan of plans) {
    await ask(host, { path: '/v1/adoptions', method: 'POST', token: admin, json: { plans: [plan] } });
  }
  const grant = (json: unknown) => tokenOf({ path: '/v1/tokens', method: 'POST', token: admin, json });
  return {
    officer: await grant({ person: 'chuyen-vien' }),
    filerOf: (unit: string) => grant({ unit, roles: ['filer'] }),
  };
};

/** CPU of a request in milliseconds, over many one after the other. */
const cpuOf = async (host: Host, requests: readonly Request[]): Promise<number> => {
  const before = host.cpu();
  for (const request of requests) await ask(host, request);
  return (host.cpu() - before) / requests.length;
};

/** Calls of the database that come with a request. */
const callsOf = async (host: Host, requests: readonly Request[], run: () => Promise<unknown>): Promise<number> => {
  const before = await host.calls();
  await run();
  return Math.round((await host.calls()) - before) / requests.length;
};

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const same = (request: Request, count = REQUESTS): Request[] => times(count, () => request);

const noop: Request = { path: '/healthz' };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Makes a measurer. Routes are warmed up first; then the requests come in rounds, each with a round of the no-op route
 * beside it, and the middle difference counts: what else the machine does falls on both.
 */
const measurer =
  (host: Host) =>
  async (name: string, requests: readonly Request[], warmUp: readonly Request[] = requests.slice(0, 20)) => {
    for (const request of [...warmUp, ...same(noop)]) await ask(host, request);
    const size = Math.ceil(requests.length / ROUNDS);
    const differences: number[] = [];
    const calls = await callsOf(host, requests, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const some = requests.slice(round * size, (round + 1) * size);
        const idle = await cpuOf(host, same(noop, some.length));
        differences.push((await cpuOf(host, some)) - idle);
      }
    });
    return { name, ms: median(differences), most: WARM_MS, calls } satisfies RouteCpu;
  };

const UNITS = 100;
const last = years[years.length - 1] ?? 0;
const reportPath = (year: number, report: string, period: string): string =>
  `/v1/plans/${planOf(year).id}/reports/${report}/periods/${period}`;

const importAll = async (host: Host, token: string, count: number): Promise<void> => {
  const periods = years.flatMap((year) => [
    ...(year < last ? [{ year, report: 'year' as const, period: String(year), receivedOn: `${year}-11-01` }] : []),
    { year, report: 'half-year' as const, period: `${year}-H1`, receivedOn: `${year}-06-01` },
  ]);
  for (const { receivedOn, ...of } of periods) {
    const all = reportsOf(count, of);
    // Half of this period's are still to come.
    const submissions = of.year === last ? all.slice(0, count / 2) : all;
    await ask(host, {
      path: `${reportPath(of.year, of.report, of.period)}/import`,
      method: 'POST',
      token,
      json: { receivedOn, channel: 'paper', submissions: submissions.map((submission) => ({ submission })) },
    });
  }
};

/** The hot routes at 100 units and five years of plans. */
const hundredUnits = async (): Promise<readonly RouteCpu[]> => {
  const host = await startHost({ setupSecret });
  try {
    const { officer, filerOf } = await seed(host, { units: UNITS, plans: years.map(planOf) });
    await importAll(host, officer, UNITS);
    const period = reportPath(last, 'half-year', `${last}-H1`);
    const waiting = reportsOf(UNITS, { year: last, report: 'half-year', period: `${last}-H1` }).slice(UNITS / 2);
    const [first = waiting[0]] = waiting;
    const unit = first?.unit ?? '';
    const filer = await filerOf(unit);
    const filers: string[] = [];
    for (const { unit: other } of waiting) filers.push(await filerOf(other));
    const draft = (rev: number): Request => ({
      path: `${period}/submissions/${unit}/draft`,
      method: 'PUT',
      token: filer,
      json: { rev, content: first },
    });
    const submit = (index: number): Request => ({
      path: `${period}/submissions/${waiting[index]?.unit ?? ''}/acts`,
      method: 'POST',
      token: filers[index] ?? '',
      json: { act: 'submit', submission: waiting[index] },
    });
    const measure = measurer(host);
    const board: Request = { path: `${period}/obligations`, token: officer };
    const warm = [
      await measure('board, 100 units', same(board)),
      await measure('obligations of a unit', same({ path: '/v1/obligations', token: filer })),
      await measure('form, filled from the last period', same({ path: `${period}/form`, token: filer })),
      await measure(
        'draft saved',
        times(REQUESTS, (index) => draft(index + 20)),
        times(20, draft),
      ),
      await measure(
        'report sent',
        times(waiting.length - 5, (index) => submit(index + 5)),
        times(5, submit),
      ),
      await measure('consolidation, live', same({ path: `${period}/consolidation`, token: officer })),
    ];
    return [...warm, await firstRequest(host, 'board, 100 units', board)];
  } finally {
    await host.stop();
  }
};

/** The board of a report of four periods at 500 units. */
const fiveHundredUnits = async (): Promise<readonly RouteCpu[]> => {
  const host = await startHost({ setupSecret });
  try {
    const { officer } = await seed(host, { units: 500, plans: [quarterlyPlan()] });
    const board: Request = { path: `${reportPath(last, 'year', `${last}-Q1`)}/obligations`, token: officer };
    const warm = await measurer(host)('board, 500 units of 4 periods', same(board));
    return [warm, await firstRequest(host, 'board, 500 units of 4 periods', board)];
  } finally {
    await host.stop();
  }
};

/** The first request that an isolate answers, over several new ones, less what a no-op costs a warm one. */
const firstRequest = async (host: Host, name: string, request: Request): Promise<RouteCpu> => {
  const idle = await cpuOf(host, same(noop));
  let sum = 0;
  const calls = await callsOf(
    host,
    times(ISOLATES, () => request),
    async () => {
      for (let isolate = 0; isolate < ISOLATES; isolate++) {
        await host.restart();
        sum += (await cpuOf(host, [request])) - idle;
      }
    },
  );
  return { name: `${name}, first request of an isolate`, ms: sum / ISOLATES, most: FIRST_MS, calls };
};

/** Measures the hot routes of the Worker. Linux only: it reads /proc. */
export const workerCpu = async (): Promise<readonly RouteCpu[]> => [
  ...(await hundredUnits()),
  ...(await fiveHundredUnits()),
];
