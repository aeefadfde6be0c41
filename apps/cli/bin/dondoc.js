#!/usr/bin/env node
import('../dist/main.mjs').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('dondoc chưa được dựng. Đề nghị chạy: npm run build\n');
  process.exitCode = 2;
});
