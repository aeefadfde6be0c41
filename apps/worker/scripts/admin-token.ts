// Gives an admin token of a deployed Worker: sets a new setup secret, which nobody gets to see, and uses it up.
// `npm run admin-token -w @dondoc/worker -- https://dondoc.….workers.dev`
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { setUp } from './setup.ts';
import { ended, startWrangler } from './wrangler.ts';

/** A new secret reaches all of Cloudflare within seconds; until then the old one is asked for. */
const TRIES = 20;

const run = async (url: string): Promise<number> => {
  const secret = randomBytes(32).toString('base64url');
  const code = await ended(startWrangler(['secret', 'put', 'DONDOC_SETUP'], { input: secret }));
  if (code !== 0) return code;
  for (let time = 1; time <= TRIES; time++) {
    const made = await setUp({ url, secret, label: 'Quản trị' });
    if (made.ok) {
      process.stdout.write(`Mã truy cập của người quản trị (chỉ hiện một lần, cất vào nơi an toàn):\n${made.token}\n`);
      return 0;
    }
    if (made.status !== 403) {
      process.stderr.write(`Chưa lấy được mã truy cập (${String(made.status)}): ${made.detail}\n`);
      return 1;
    }
    await setTimeout(3000);
  }
  process.stderr.write('Máy chủ chưa nhận mã thiết lập mới. Đề nghị chạy lại lệnh sau ít phút.\n');
  return 1;
};

const [url] = process.argv.slice(2);
if (url === undefined || !URL.canParse(url)) {
  process.stderr.write('Ghi địa chỉ của hệ thống: npm run admin-token -w @dondoc/worker -- https://…\n');
  process.exitCode = 2;
} else {
  process.exitCode = await run(url);
}
