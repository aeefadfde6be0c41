import { defineConfig } from 'vitest/config';

const source = ['@dondoc/source'];

export default defineConfig({
  resolve: { conditions: source },
  ssr: { resolve: { conditions: source } },
  test: { include: ['**/*.test.ts'], exclude: ['**/*.full.test.ts', '**/node_modules/**'], testTimeout: 60_000 },
});
