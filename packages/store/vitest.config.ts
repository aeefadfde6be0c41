import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// Nothing phones home.
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';

// Sources, not builds: a change in one package is seen by the tests of the next at once.
const conditions = ['@dondoc/source'];
const workerd = [...conditions, 'workerd', 'worker', 'browser'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'libsql',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.workerd.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: workerd },
        ssr: { resolve: { conditions: workerd } },
        plugins: [
          cloudflareTest(async () => ({
            miniflare: {
              compatibilityDate: '2026-10-01',
              d1Databases: ['DB'],
              bindings: { MIGRATIONS: await readD1Migrations('./migrations') },
            },
          })),
        ],
        test: { name: 'd1', include: ['src/**/*.workerd.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
