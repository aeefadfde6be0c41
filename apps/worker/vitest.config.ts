import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// Nothing phones home.
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';

// Sources, not builds: a change in one package is seen by the tests of the next at once.
const source = ['@dondoc/source'];
const resolve = { conditions: source };

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        resolve: { conditions: [...source, 'workerd', 'worker', 'browser'] },
        ssr: { resolve: { conditions: [...source, 'workerd', 'worker', 'browser'] } },
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: {
              bindings: {
                DONDOC_SETUP: 'bi-mat-cua-phep-thu',
                PUBLIC_URL: 'https://dondoc.example',
                MIGRATIONS: await readD1Migrations('../../packages/store/migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'workerd',
          include: ['src/**/*.test.ts'],
          setupFiles: ['src/testing/migrate.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: { name: 'node', include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
