// Reads against a bare Hono route that does the same SQL, and a burst of submissions: same runtime, same database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeStream } from '@dondoc/core';
import { createServer } from '@dondoc/server';
import { createStore, type Driver, type Statement, type Store } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { submissions } from './data.ts';
import { listen, startAsker } from './loopback.ts';
import { compare, type Measured } from './measure.ts';
import { seedOffice } from './office.ts';

const publicUrl = 'http://127.0.0.1';
export const secretOf = (unit = 'officer') => `session-of-${unit}`;
const years = [2016, 2017, 2018, 2019, 2020];
const at = Date.parse('2020-06-03T02:00:00.000Z');

const hex = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

/** Passes statements on and keeps the last ones: what the bare route has to run. */
const listening = (
  driver: Driver,
): { readonly driver: Driver; readonly heard: () => readonly (readonly Statement[])[] } => {
  let heard: (readonly Statement[])[] = [];
  return {
    driver: {
      batch: (statements) => {
        heard.push(statements);
        return driver.batch(statements);
      },
    },
    heard: () => {
      const all = heard;
      heard = [];
      return all;
    },
  };
};

async function signIn(store: Store, unit?: string): Promise<void> {
  const base = {
    ...(unit === undefined
      ? { id: 'van-thu', roles: ['officer' as const] }
      : { id: `${unit}:filer`, unit, roles: ['filer' as const] }),
    label: '',
    createdAt: '2020-05-01T00:00:00.000Z',
    createdBy: 'quan-tri',
    expiresAt: '2020-12-01T00:00:00.000Z',
  };
  const link = { ...base, credential: `lnk-${unit ?? 'officer'}`, hash: await hex(`link ${unit ?? ''}`), usesLeft: 1 };
  const head = (await store.heads([officeStream])).get(officeStream);
  await store.append({
    contents: [
      {
        stream: officeStream,
        version: (head?.version ?? 0) + 1,
        at: base.createdAt,
        actor: 'quan-tri',
        kind: 'grant',
        data: { granted: [] },
      },
    ],
    effects: () => ({ grants: { links: [link] } }),
  });
  const credential = `ses-${unit ?? 'officer'}`;
  if (!(await store.enrol({ ...base, credential, hash: await hex(secretOf(unit)), link: link.credential }))) {
    throw new Error('not signed in');
  }
}

interface Deployed {
  readonly app: { readonly fetch: (request: Request) => Response | Promise<Response> };
  /** Asks as the filer of a unit, or as the officer. */
  readonly ask: (path: string, init?: RequestInit & { readonly unit?: string }) => Promise<Response>;
  readonly driver: Driver;
  readonly heard: () => readonly (readonly Statement[])[];
  readonly units: readonly string[];
  readonly store: Store;
  readonly end: () => void;
}

/** Makes an office with its units, everybody signed in; every report of the years in `filed` has come. */
export async function deploy(
  units: number,
  { filed = years.slice(0, -1) }: { readonly filed?: readonly number[] } = {},
): Promise<Deployed> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  const { driver: real, close } = await openLibsql(join(folder, 'dondoc.db'));
  const { driver, heard } = listening(real);
  const store = createStore(driver);
  const seeded = await seedOffice(store, { units, years, filed });
  for (const unit of seeded.units) await signIn(store, unit);
  await signIn(store);
  const app = createServer({
    database: store,
    clock: () => at,
    config: { version: '0.0.0', publicUrl },
    limiter: () => true,
    log: () => undefined,
  });
  return {
    app,
    ask: async (path, { unit, ...init } = {}) =>
      app.request(publicUrl + path, {
        ...init,
        headers: { cookie: `dondoc=${secretOf(unit)}`, origin: publicUrl, 'content-type': 'application/json' },
      }),
    driver: real,
    heard,
    units: seeded.units,
    store,
    end: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const half = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1';
/** Requests in a run. */
const READS = 200;

const SESSION = /credentials/;

/** A route with nothing to it but its SQL and who is signed in: it sends the rows. */
const bareApp = (driver: Driver, batches: readonly (readonly Statement[])[]) =>
  new Hono().get('/*', async (c) => {
    const hash = await hex(getCookie(c, 'dondoc') ?? '');
    const rows: unknown[] = [];
    for (const batch of batches) {
      const isSession = batch.some(({ sql }) => SESSION.test(sql));
      rows.push(
        await driver.batch(
          isSession
            ? batch.map(({ sql, params }) => ({ sql, params: params.map((p) => (isHash(p) ? hash : p)) }))
            : batch,
        ),
      );
    }
    return c.json(rows);
  });

const isHash = (param: unknown): boolean => typeof param === 'string' && /^[0-9a-f]{64}$/.test(param);

/**
 * Reads of the app, each beside a bare route that looks up the session, runs the same statements in the same batches and
 * sends the rows: both behind the same server on a port of this machine, asked by another process.
 */
export async function reads(): Promise<readonly (readonly [Measured, Measured])[]> {
  const { app, ask, driver, heard, units, end } = await deploy(100);
  const asker = startAsker();
  const ours = await listen((request) => app.fetch(request));
  try {
    const [unit = ''] = units;
    const saved = await ask(`${half}/submissions/${unit}/draft`, {
      method: 'PUT',
      unit,
      body: JSON.stringify({ rev: 0, content: report(unit) }),
    });
    if (!saved.ok) throw new Error(await saved.text());
    const asked: readonly (readonly [string, string, string?])[] = [
      ['who am I', '/v1/me', unit],
      ["a unit's draft", `${half}/submissions/${unit}/draft`, unit],
      ['a report that was sent', `/v1/plans/ttdn-2019/reports/year/periods/2019/submissions/${unit}`],
      ['one obligation', `${half}/obligations/${unit}`, unit],
      ['what a unit owes', '/v1/obligations', unit],
      ['board of 100 units', `${half}/obligations`],
    ];
    const results: (readonly [Measured, Measured])[] = [];
    for (const [name, path, as] of asked) {
      const request = () => ask(path, as === undefined ? {} : { unit: as });
      await request();
      heard();
      const answer = await request();
      if (answer.status !== 200) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
      const theirs = await listen(bareApp(driver, heard()).fetch);
      const headers = { cookie: `dondoc=${secretOf(as)}` };
      const many = (url: string) => () => asker.ask({ url: url + path, headers, times: READS });
      const [one, other] = await compare({
        [`${name}: dondoc`]: many(ours.url),
        [`${name}: bare Hono, same SQL`]: many(theirs.url),
      });
      theirs.stop();
      results.push([one!, other!]);
    }
    return results;
  } finally {
    asker.stop();
    ours.stop();
    end();
  }
}

function report(unit: string) {
  const found = submissions(100, 'half-year').find((one) => one.unit === unit);
  if (found === undefined) throw new Error(`no report for ${unit}`);
  const { receivedOn: _, ...rest } = found;
  return { ...rest, plan: 'ttdn-2020', period: '2020-H1' };
}
