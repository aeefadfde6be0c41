import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dondoc-packed-'));
const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The first fenced block of a language in a Markdown file. */
const fenced = (file: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(file, 'utf8'))?.[1] ?? '';

beforeAll(() => {
  for (const one of ['packages/core', 'packages/word', 'apps/cli'])
    npm(['pack', '--pack-destination', folder], join(root, one));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-developer', private: true, type: 'module' }));
  const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  npm(['install', '--no-audit', '--no-fund', ...files.map((file) => `./${file}`)], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (args: readonly string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

describe('the packages as a developer installs them', () => {
  test('the README’s lines run as printed', () => {
    writeFileSync(join(folder, 'readme.mjs'), fenced(join(root, 'README.md'), 'js'));
    const printed = node(['readme.mjs']);
    expect(printed).toContain('trước ngày 05/11/2019 (chậm nhất hết ngày 04/11/2019)');
  });

  test('the command line runs from its tarball and makes the demo', () => {
    const bin = join(folder, 'node_modules/dondoc/bin/dondoc.js');
    expect(node([bin, '--version']).trim()).toMatch(/^\d+\.\d+\.\d+$/);
    node([bin, 'demo', 'out']);
    expect(readdirSync(join(folder, 'out')).filter((file) => file.endsWith('.docx')).length).toBeGreaterThanOrEqual(7);
  });
});
