import { defineConfig } from 'tsdown';

export default defineConfig({
  // One build, so that all entries share one class of each error; `libsql` finds the migrations beside its folder.
  entry: ['src/index.ts', 'src/d1.ts', 'src/libsql.ts'],
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  dts: true,
  sourcemap: true,
  clean: true,
});
