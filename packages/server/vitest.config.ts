import { defineConfig } from 'vitest/config';

// Sources, not builds: a change in one package is seen by the tests of the next at once.
const source = ['@dondoc/source'];

export default defineConfig({
  resolve: { conditions: source },
  ssr: { resolve: { conditions: source } },
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});
