#!/usr/bin/env node
const { node } = process.versions;
if (Number.parseInt(node, 10) < 22) {
  process.stderr.write(`dondoc cần Node.js 22 trở lên; đang chạy bằng Node.js ${node}. Đề nghị cài bản mới hơn.\n`);
  process.exitCode = 2;
} else
  import('../dist/main.mjs').catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write('dondoc chưa được dựng. Đề nghị chạy: npm run build\n');
    process.exitCode = 2;
  });
