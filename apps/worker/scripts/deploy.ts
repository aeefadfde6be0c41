// Brings the database up to date, then the Worker. The guide: docs/trien-khai.md.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { worker, wrangler } from './wrangler.ts';

const unset = '00000000-0000-0000-0000-000000000000';

if (readFileSync(resolve(worker, 'wrangler.jsonc'), 'utf8').includes(unset)) {
  process.stderr.write(
    [
      'Chưa ghi mã cơ sở dữ liệu vào apps/worker/wrangler.jsonc.',
      'Tạo cơ sở dữ liệu bằng lệnh: npm run wrangler -w @dondoc/worker -- d1 create dondoc',
      'Sau đó chép database_id được in ra vào dòng "database_id". Hướng dẫn: docs/trien-khai.md, mục 3.',
      '',
    ].join('\n'),
  );
  process.exitCode = 1;
} else {
  // First the tables, then the code that needs them: migrations only add, so the older Worker keeps working meanwhile.
  await wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']);
  await wrangler(['deploy']);
}
