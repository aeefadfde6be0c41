// The Worker on this machine: real workerd, a local D1 with the demo office, sign-in links for its people.
// Run again it goes on with what is there; `npm run dev -w @dondoc/worker -- --fresh` begins anew.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { demoLinks } from './links.ts';
import { isFree } from './port.ts';
import { ended, startWrangler, worker, wrangler } from './wrangler.ts';

const port = process.env['PORT'] ?? '8787';
const host = '127.0.0.1';
const url = `http://${host}:${port}`;
const local = resolve(worker, '.wrangler');
const secrets = resolve(worker, '.dev.vars');
/** Is there once the demo office is in the local database. */
const filled = resolve(local, 'demo-office-is-in');
const keep = resolve(local, 'links.json');

const dondoc = (args: readonly string[], cwd: string) =>
  execFileSync(process.execPath, [resolve(worker, '../cli/bin/dondoc.js'), ...args], { cwd, stdio: 'inherit' });

/** Makes the demo office with the command line, as an archive, and restores it into the empty local database. */
const fill = async (): Promise<void> => {
  const demo = resolve(local, 'demo');
  rmSync(demo, { recursive: true, force: true });
  mkdirSync(local, { recursive: true });
  dondoc(['demo', demo, '--force'], worker);
  const archive = resolve(local, 'demo.zip');
  const sql = resolve(local, 'demo.sql');
  rmSync(archive, { force: true });
  rmSync(sql, { force: true });
  dondoc(['backup', archive], resolve(demo, 'van-phong'));
  dondoc(['restore', archive, '--sql', sql], worker);
  await wrangler(['d1', 'execute', 'DB', '--local', '--file', sql], { input: '', silent: true });
  writeFileSync(filled, '');
};

const ready = async (): Promise<boolean> => {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await setTimeout(500);
  }
  return false;
};

// Before anything is made or removed: another program would be asked instead of this one.
if (!(await isFree(host, Number(port)))) {
  process.stderr.write(
    `Cổng ${port} đang được chương trình khác dùng hoặc không dùng được. Dừng chương trình đó, hoặc chọn cổng khác: PORT=8788 npm run dev\n`,
  );
  process.exit(1);
}

if (process.argv.includes('--fresh')) rmSync(local, { recursive: true, force: true });
// Each value makes one token: where that one is kept no other is needed.
const setup = randomBytes(24).toString('base64url');
if (!existsSync(keep)) writeFileSync(secrets, `DONDOC_SETUP=${setup}\n`);

await wrangler(['d1', 'migrations', 'apply', 'DB', '--local'], { input: '', silent: true });
if (!existsSync(filled)) await fill();

const server = startWrangler(['dev', '--local', '--ip', host, '--port', port, '--var', `PUBLIC_URL:${url}`]);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
const end = ended(server);

const show = async (): Promise<void> => {
  const links = await demoLinks({ url, setup, keep });
  process.stdout.write(
    [
      '',
      `Cơ quan minh họa đang chạy tại ${url} (tài liệu giao diện HTTP: ${url}/docs). Đường dẫn đăng nhập:`,
      ...links.map(({ who, link }) => `  ${who}: ${link}`),
      'Nhấn Ctrl+C để dừng.',
      '',
    ].join('\n'),
  );
};

try {
  if (await Promise.race([ready(), end.then(() => false)])) await show();
} catch (error) {
  server.kill('SIGINT');
  throw error;
} finally {
  process.exitCode = await end;
}
