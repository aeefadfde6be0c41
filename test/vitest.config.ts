import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// Nothing phones home.
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';

// Sources, not builds: a change in one package is seen by the tests of the next at once.
const conditions = ['@dondoc/source'];
const workerd = [...conditions, 'workerd', 'worker', 'browser'];

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          include: ['**/*.test.ts'],
          exclude: ['**/*.full.test.ts', '**/*.workerd.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: workerd },
        ssr: { resolve: { conditions: workerd } },
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: '../apps/worker/wrangler.jsonc' },
            miniflare: {
              bindings: {
                DONDOC_SETUP: 'bi-mat-cua-phep-thu',
                PUBLIC_URL: 'https://dondoc.example',
                MIGRATIONS: await readD1Migrations('../packages/store/migrations'),
              },
            },
          })),
        ],
        test: { name: 'workerd', include: ['**/*.workerd.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
