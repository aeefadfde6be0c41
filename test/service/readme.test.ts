import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin } from '../support/dondoc.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-readme-'));
const hasCurl = spawnSync('curl', ['--version']).status === 0;
let server: ChildProcess | undefined;
let said = '';

beforeAll(async () => {
  const demo = spawn(process.execPath, [bin, 'demo', 'out', '--serve', '--port', '0'], { cwd: folder });
  server = demo;
  const heard = (chunk: unknown) => {
    said += String(chunk);
  };
  demo.stdout.on('data', heard);
  demo.stderr.on('data', heard);
  // The token comes after the address and the links.
  while (!/dd_[\w-]{20,}[\s\S]*\n/.test(said)) {
    if (demo.exitCode !== null) throw new Error(said);
    await new Promise((soon) => setTimeout(soon, 50));
  }
});
afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) {
    const stopped = new Promise((ended) => server?.on('exit', ended));
    server.kill('SIGTERM');
    await stopped;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The shell lines under the README's heading of the service, in its one block with curl in it. */
const block = (readme: string): string => {
  const text = readFileSync(resolve(import.meta.dirname, '../..', readme), 'utf8');
  const found = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines);
  return found.find((lines) => lines.includes('curl ')) ?? '';
};

describe('what `npm start` serves', () => {
  test('it says where, to whom, and that the office has a clock of its own', () => {
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    expect(url).not.toBe('');
    expect([...said.matchAll(/\/sign-in\/[\w-]{20,}/g)]).toHaveLength(5);
    expect(said).toContain('01/6/2020');
  });

  test.skipIf(!hasCurl).each(['README.md', 'README.vi.md'])(
    'the curl lines of %s work as printed (skipped where there is no curl)',
    (readme) => {
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      const [token = ''] = /dd_[\w-]{20,}/.exec(said) ?? [];
      // Of what is printed only address and token are filled in; a request that fails ends the script.
      const script = block(readme)
        .replace('http://127.0.0.1:8787', url)
        .replace('dd_…', token)
        .replaceAll('curl -s', 'curl -sS --fail-with-body');
      expect(script.match(/^curl/gm)?.length).toBeGreaterThanOrEqual(6);
      const ran = spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8' });
      expect(ran.status, ran.stdout + ran.stderr).toBe(0);
      expect(ran.stdout).toContain('"principal":"van-thu"');
      expect(ran.stdout).toContain('"missing"');
      expect(readFileSync(join(folder, 'du-thao.docx')).subarray(0, 2).toString()).toBe('PK');
    },
  );
});
