import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

const worker = resolve(import.meta.dirname, '../../apps/worker');
const migrations = resolve(import.meta.dirname, '../../packages/store/migrations');
const compatibilityDate = '2026-10-01';

/** Clock ticks of /proc: 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;

const statOf = (pid: string): readonly string[] | undefined => {
  try {
    // pid (comm) state ppid …: comm may have spaces in it, so what counts begins after its bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return [/\((.*)\)/s.exec(stat)?.[1] ?? '', ...stat.slice(stat.lastIndexOf(')') + 2).split(' ')];
  } catch {
    return undefined; // It has just ended.
  }
};

/** The workerd processes that this process started. */
const workerds = (): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const [comm, , parent] = statOf(pid) ?? [];
    return comm === 'workerd' && parent === String(process.pid);
  });

export interface Host {
  /** Where it listens: another port after a restart. */
  readonly url: () => string;
  /** Milliseconds of CPU, user and system, that the Worker's process and its children have used so far. */
  readonly cpu: () => number;
  /** How often the Worker has called its database so far. */
  readonly calls: () => Promise<number>;
  /** Runs statements on the database behind the Worker's back. */
  readonly sql: (...statements: readonly string[]) => Promise<void>;
  /** A new process, so a new isolate, on the same database. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const common = { compatibilityDate, cf: false, host: '127.0.0.1', port: 0 } as const;

// On Cloudflare the rate limiter is the runtime's own; its local stand-in is a Worker in the same process and would be
// measured along. One program asks on behalf of all: nobody is held up.
//
// On Cloudflare the database is another machine's business: here it is another process's, reached as D1's own binding
// reaches it, with JSON over a service.
const databaseOfItsOwn = `
let calls = 0;
export default {
  async fetch(request, { DB }) {
    if (request.method === 'GET') return Response.json(calls);
    calls++;
    const statements = await request.json();
    const results = await DB.batch(statements.map(({ sql, params }) => DB.prepare(sql).bind(...params)));
    return Response.json(results.map(({ results }) => ({ results })));
  },
};`;
const workerWithIt = `
import { env } from 'cloudflare:workers';
const prepare = (sql, params = []) => ({ sql, params, bind: (...values) => prepare(sql, values) });
env.DB = {
  prepare,
  batch: async (statements) => {
    const body = JSON.stringify(statements.map(({ sql, params }) => ({ sql, params })));
    return (await env.DATABASE.fetch('http://database/', { method: 'POST', body })).json();
  },
};
env.READS = env.WRITES = env.SIGN_INS = { limit: async () => ({ success: true }) };`;
const entry = `import './database.js'; export { default } from './index.js';`;

/** Runs the Worker as it would be uploaded, in workerd, with a database that has the tables and nothing in them. */
export const startHost = async ({ setupSecret }: { readonly setupSecret: string }): Promise<Host> => {
  const built = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  execFileSync(process.execPath, [join(worker, 'scripts/build.ts'), built], { stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(join(built, 'database.js'), workerWithIt);
  writeFileSync(join(built, 'entry.js'), entry);

  const databaseHost = new Miniflare(
    convertV4MiniflareOptions({ ...common, modules: true, script: databaseOfItsOwn, d1Databases: { DB: 'dondoc' } }),
  );
  const database = await databaseHost.getD1Database('DB');
  const address = (await databaseHost.ready).host;
  const sql: Host['sql'] = async (...statements) => {
    await database.batch(statements.map((statement) => database.prepare(statement)));
  };
  const files = readdirSync(migrations).filter((name) => name.endsWith('.sql'));
  for (const file of files.toSorted()) {
    await sql(...readFileSync(join(migrations, file), 'utf8').split('--> statement-breakpoint'));
  }

  const start = async () => {
    const others = new Set(workerds());
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        ...common,
        modules: ['entry.js', 'database.js', 'index.js'].map((name) => ({
          type: 'ESModule' as const,
          path: join(built, name),
        })),
        modulesRoot: built,
        serviceBindings: { DATABASE: { external: { address, http: {} } } },
        r2Buckets: { FILES: 'dondoc-files' },
        bindings: { DONDOC_SETUP: setupSecret, PUBLIC_URL: 'http://localhost' },
        // The app's own log is not looked at; what it costs to write is in the figures, of the no-op route too.
        handleStructuredLogs: ({ level, message }) => {
          if (level === 'error') console.error(message);
        },
      }),
    );
    const url = (await miniflare.ready).origin;
    return { miniflare, url, pids: workerds().filter((pid) => !others.has(pid)) };
  };
  let running = await start();
  return {
    url: () => running.url,
    cpu: () =>
      running.pids.reduce((sum, pid) => {
        // utime, stime, cutime, cstime: fields 14 to 17 of proc(5).
        const spent = statOf(pid)?.slice(12, 16) ?? [];
        return sum + spent.reduce((ticks, field) => ticks + Number(field), 0) * TICK_MS;
      }, 0),
    calls: async () => Number(await (await fetch(`http://${address}`)).json()),
    sql,
    restart: async () => {
      await running.miniflare.dispose();
      running = await start();
    },
    stop: async () => {
      await running.miniflare.dispose();
      await databaseHost.dispose();
      rmSync(built, { recursive: true, force: true });
    },
  };
};
