import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runApp } from '../app.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { demoSources } from '../demo/sources.ts';
import { nodeFiles } from '../files/node.ts';
import { Stopped } from '../text/vietnamese.ts';

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly answers?: readonly string[];
  /** The person stops where the answers end, and does not take the examples. */
  readonly stops?: boolean;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Instant of the clock. */
  readonly now?: string;
  /** When the program is asked to stop; absent: never. */
  readonly stop?: Promise<void>;
  /** Told what is written on stderr as it comes. */
  readonly heard?: (text: string) => void;
  readonly columns?: number;
}

/** A folder of its own on the real disk, in which the program is run with a fake clock and terminal. */
export interface World {
  readonly folder: string;
  readonly run: (line: readonly string[], options?: Options) => Promise<Outcome>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  readonly bytes: (path: string) => Promise<Uint8Array>;
  /** Every file below the folder, with `/`, sorted. */
  readonly files: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export async function world(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-test-'));
  const files = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  };
  return {
    folder,
    files,
    async run(line, options = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const answers = [...(options.answers ?? [])];
      const context: CliContext = {
        process: {
          stdout: { write: (text) => void out.push(text) },
          stderr: {
            write: (text) => {
              err.push(text);
              options.heard?.(text);
            },
          },
          env: options.env ?? {},
          exitCode: undefined,
        },
        cwd: join(folder, options.cwd ?? '.'),
        now: () => Date.parse(options.now ?? '2026-11-23T03:00:00Z'),
        files: nodeFiles,
        terminal: {
          input: options.answers !== undefined,
          output: options.terminal ?? false,
          progress: options.terminal ?? false,
          columns: options.columns ?? 120,
        },
        ask: (question) => {
          err.push(question);
          if (options.stops === true && answers.length === 0) {
            err.push('\n');
            return Promise.reject(new Stopped());
          }
          return Promise.resolve(answers.shift() ?? '');
        },
        fetch: (input, init) => fetch(input, init),
        stopped: () => options.stop ?? new Promise(() => {}),
      };
      const code = await runApp(line, context);
      return { code, stdout: out.join(''), stderr: err.join('') };
    },
    async write(path, content) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    bytes: (path) => readFile(join(folder, path)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A world that holds the demo's office folder: two plans, 24 schools, their reports. */
export async function officeWorld(): Promise<World> {
  const made = await world();
  for (const { path, content } of demoSources()) await made.write(path, content);
  return made;
}
