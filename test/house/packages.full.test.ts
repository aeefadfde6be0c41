import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
// Inside the repository, so that the packages' own dependencies are found above without asking a registry.
const folder = mkdtempSync(join(import.meta.dirname, '.packed-'));
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

/** The first fenced block of a language in a Markdown file. */
const fenced = (file: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(file, 'utf8'))?.[1] ?? '';

const packages = {
  '@dondoc/core': 'packages/core',
  '@dondoc/word': 'packages/word',
  '@dondoc/store': 'packages/store',
  '@dondoc/server': 'packages/server',
  dondoc: 'apps/cli',
} as const;

beforeAll(() => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-developer', private: true, type: 'module' }));
  for (const [name, path] of Object.entries(packages)) {
    run('npm', ['pack', '--pack-destination', folder], join(root, path));
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
    run('tar', ['-xzf', tarball], folder);
    const target = join(folder, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(folder, 'package'), target);
    rmSync(join(folder, tarball));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (args: readonly string[]) => run(process.execPath, args, folder);

describe('the packages as they are published', () => {
  test.each(Object.keys(packages))('%s carries a licence and a README, no tests and no fixtures', (name) => {
    const files = readdirSync(join(folder, 'node_modules', name), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(files.filter((file) => /\.test\.ts$|\.test-d\.ts$|fixtures[\\/]|testing[\\/]/.test(file))).toEqual([]);
  });

  test('the README’s lines run as printed', () => {
    writeFileSync(join(folder, 'readme.mjs'), fenced(join(root, 'README.md'), 'js'));
    expect(node(['readme.mjs'])).toContain('trước ngày 05/11/2019 (chậm nhất hết ngày 04/11/2019)');
  });

  test('the command line runs from its tarball and makes the demo', () => {
    const bin = join(folder, 'node_modules/dondoc/bin/dondoc.js');
    expect(node([bin, '--version']).trim()).toMatch(/^\d+\.\d+\.\d+$/);
    node([bin, 'demo', 'out']);
    expect(readdirSync(join(folder, 'out')).filter((file) => file.endsWith('.docx'))).toHaveLength(8);
  });
});
