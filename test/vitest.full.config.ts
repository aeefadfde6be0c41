import { defineConfig } from 'vitest/config';

// Slow whole-product tests: packed tarballs on a clean folder, every document through every outside program.
export default defineConfig({
  test: { include: ['**/*.full.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
