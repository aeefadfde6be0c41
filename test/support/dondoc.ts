import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The built command line, for `node`. */
export const bin = resolve(import.meta.dirname, '../../apps/cli/bin/dondoc.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user would. */
export function dondoc(args: readonly string[], { cwd }: { readonly cwd: string }): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
