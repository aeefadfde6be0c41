import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** The folder of wrangler.jsonc: where wrangler runs. */
export const worker = resolve(import.meta.dirname, '..');

// Its second half: the first only starts another Node, which a signal would not reach.
const cli = resolve(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'wrangler-dist/cli.js');

/** Nothing phones home: no metrics, no look for updates, no example of request metadata from the network. */
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

// The Worker is bundled from the packages' sources: nothing has to be built first.
const conditions = { WRANGLER_BUILD_CONDITIONS: '@dondoc/source,workerd,worker,browser' };

interface Terminal {
  /** What it reads instead of the keyboard: it then asks nothing and goes by its defaults. */
  readonly input?: string;
  /** Nothing but failures is shown. */
  readonly silent?: boolean;
}

/** Starts wrangler in the folder of the Worker, on this terminal. */
export const startWrangler = (args: readonly string[], { input, silent = false }: Terminal = {}): ChildProcess => {
  const child = spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: worker,
    stdio: [input === undefined ? 'inherit' : 'pipe', silent ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...quiet, ...conditions },
  });
  child.stdin?.end(input);
  return child;
};

/** Waits for a process; gives its exit code, 1 where a signal ended it. */
export const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs wrangler to its end. Rejects where it says that it failed. */
export const wrangler = async (args: readonly string[], terminal: Terminal = {}): Promise<void> => {
  const code = await ended(startWrangler(args, terminal));
  if (code !== 0) throw new Error(`wrangler ${args.join(' ')}: exit ${String(code)}`);
};

/** Builds the Worker as it would be uploaded, with no account and no network: `index.js`, its map and `meta.json`. */
export const buildWorker = (folder: string): Promise<void> =>
  wrangler(['deploy', '--dry-run', '--outdir', folder, '--metafile', `${folder}/meta.json`], { input: '' });
