import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

const core = resolve(import.meta.dirname, '../../packages/core');

/** Minified and gzipped bytes of a module that imports from core; valibot is the reader's own and left out. */
async function sizeOf(code: string): Promise<{ readonly minified: number; readonly gzipped: number }> {
  const entry = 'virtual:entry';
  const bundle = await rolldown({
    input: entry,
    external: ['valibot'],
    resolve: { conditionNames: ['@dondoc/source', 'import'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : id === '@dondoc/core' ? resolve(core, 'src/index.ts') : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return { minified: Buffer.byteLength(output[0].code), gzipped: gzipSync(output[0].code, { level: 9 }).byteLength };
}

test('the minified size of core is what its README says, within three parts of a hundred', async () => {
  const { minified, gzipped } = await sizeOf(`export * from '@dondoc/core';`);
  const readme = readFileSync(resolve(core, 'README.md'), 'utf8');
  const stated = /(\d+) KB minified \((\d+) KB gzipped\)/.exec(readme)?.slice(1).map(Number) ?? [];
  for (const [i, bytes] of [minified, gzipped].entries()) {
    expect(Math.abs((stated[i] ?? 0) * 1000 - bytes), `now ${Math.round(bytes / 1000)} KB`).toBeLessThan(bytes * 0.03);
  }
});

test('what is not imported is not carried: the calendar alone leaves templates and messages out', async () => {
  const whole = await sizeOf(`export * from '@dondoc/core';`);
  const calendar = await sizeOf(`export { createCalendar } from '@dondoc/core';`);
  expect(calendar.minified).toBeLessThan(whole.minified / 8);
});
