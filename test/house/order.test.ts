import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const core = resolve(import.meta.dirname, '../../packages/core/src');

/** The concepts of core, from the ground up: a folder imports only from itself and from folders before it. */
const order = [
  'text',
  'calendar',
  'ledger',
  'due',
  'agency',
  'report',
  'plan',
  'obligation',
  'templates',
  'status',
  'submission',
  'check',
  'adoption',
  'consolidation',
];

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test(?:-d)?\.ts$|[\\/]fixtures[\\/]/.test(file))
    .map((file) => join(folder, file));

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s[^']*?\sfrom\s+'([^']+)'/gm)].map((match) => match[1]!);

/** Problems of the order in a set of { file, imports } relative to core's source folder. */
function misplaced(files: readonly { readonly file: string; readonly imports: readonly string[] }[]): string[] {
  return files.flatMap(({ file, imports }) => {
    const from = file.split(sep)[0]!;
    return imports
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(core, resolve(core, dirname(file), target)).split(sep)[0]!)
      .filter((to) => to !== from && order.indexOf(to) > order.indexOf(from))
      .map((to) => `${file} imports from ${to}`);
  });
}

describe('the order of the folders of core', () => {
  test('every folder has its place in the order', () => {
    const folders = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).toSorted()).toEqual(order.toSorted());
  });

  test('no folder imports from one that stands on it', () => {
    const files = sources(core)
      .filter((file) => relative(core, file).includes(sep))
      .map((file) => ({ file: relative(core, file), imports: imports(file) }));
    expect(files.length).toBeGreaterThan(30);
    expect(misplaced(files)).toEqual([]);
  });

  test('an import upward would be seen', () => {
    expect(misplaced([{ file: join('text', 'x.ts'), imports: ['../plan/schema.ts'] }])).toEqual([
      `${join('text', 'x.ts')} imports from plan`,
    ]);
  });

  test('core imports nothing but valibot from outside', () => {
    const outside = new Set(
      sources(core)
        .flatMap(imports)
        .filter((target) => !target.startsWith('.')),
    );
    expect([...outside]).toEqual(['valibot']);
  });

  test('core reads no clock, no environment and no randomness', () => {
    const impure = sources(core).filter((file) =>
      /\bDate\.now\(|new Date\(\)|\bprocess\.|\bMath\.random\(|\bfetch\(|globalThis\./.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });
});
