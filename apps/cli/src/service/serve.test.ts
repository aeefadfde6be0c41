import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../testing/world.ts';
import { AFTER, BEFORE, ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';

interface Running {
  readonly url: string;
  /** Everything on stderr so far. */
  readonly heard: () => string;
  readonly stop: () => Promise<Outcome>;
}

/** Starts `dondoc serve` on a free port and waits until it says where. */
async function serving(office: LedgerWorld, more = ''): Promise<Running> {
  let heard = '';
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let running: Promise<Outcome> | undefined;
  const url = await new Promise<string>((resolve, reject) => {
    running = office.dondoc(`serve --port 0 ${more}`, {
      now: AFTER,
      stop: stopped,
      heard: (text) => {
        heard += text;
        const found = /Đang phục vụ tại (http:\/\/127\.0\.0\.1:\d+)/.exec(heard)?.[1];
        if (found !== undefined) resolve(found);
      },
    });
    running.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
  return {
    url,
    heard: () => heard,
    stop: async () => {
      stop();
      if (running === undefined) throw new Error('it never ran');
      return running;
    },
  };
}

describe('dondoc serve', () => {
  let office: LedgerWorld;
  let server: Running;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    office = await ledgerWorld();
    const officer = await office.dondoc('token create --person chuyen-vien --as quan-tri');
    env = { DONDOC_TOKEN: officer.stdout.trim() };
    server = await serving(office, '--log json');
  });
  afterAll(async () => {
    await server.stop();
    await office.remove();
  });

  const remote = (line: string, now = AFTER) => office.dondoc(`${line} --server ${server.url}`, { now, env });

  test('answers whether it is well, and strangers with a problem', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const stranger = await fetch(`${server.url}/v1/plans`);
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('content-type')).toContain('application/problem+json');
    const { code, stderr } = await office.dondoc(`status --server ${server.url}`, { env: { DONDOC_TOKEN: 'dd_nope' } });
    expect(code).toBe(1);
    expect(stderr).toContain(`${server.url}  service.unauthorized`);
  });

  test('the same commands act on it, and beside it on the same ledger', async () => {
    const collected = await remote('collect inbox/2020-H1');
    expect(collected.code, collected.stderr).toBe(0);
    expect(collected.stderr).not.toContain('Người thực hiện');
    await remote('confirm mn-hoa-sen half-year 2020-H1');
    const [over, here] = [
      await remote('status half-year 2020-H1 --json'),
      await office.dondoc('status half-year 2020-H1 --json', { now: AFTER }),
    ];
    expect(JSON.parse(over.stdout)).toEqual(JSON.parse(here.stdout));
    expect(over.stdout).toContain('Đã xác nhận');
    await office.dondoc('confirm th-an-thinh half-year 2020-H1', { now: AFTER });
    expect((await remote('status half-year 2020-H1')).stdout).toContain('Đã xác nhận 2.');
  });

  test('what the token may not do is refused by the server', async () => {
    const { code, stderr } = await remote('approve half-year 2020-H1 --yes');
    expect(code).toBe(1);
    expect(stderr).toContain('Chưa ghi vào nhật ký');
    expect((await remote('adopt --yes')).code).toBe(1);
  });

  test('findings come back to the lines of the file that was sent', async () => {
    const text = await office.read('inbox/2020-H1/th-phu-loc.json');
    await office.write(
      'bad.json',
      text
        .replace(/"briefings": \d+/, '"briefings": -3')
        .replace('"half-year"', '"year"')
        .replace('"2020-H1"', '"2020"'),
    );
    const { code, stderr } = await remote('collect bad.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/bad\.json:\d+:\d+ {2}/);
  });

  test('pull gives another machine the same office', async () => {
    const { code, stderr } = await office.run(['pull', '--server', server.url], { now: AFTER, env, cwd: 'inbox' });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('Không có thay đổi');
  });

  test('its log has one JSON line for each request, without the token', async () => {
    const lines = server
      .heard()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 'info', event: 'request', status: 200 }),
    );
    expect(server.heard()).not.toContain(env['DONDOC_TOKEN']);
  });

  test('a port that is taken, and a host that others reach, are refused', async () => {
    const taken = await office.dondoc(`serve --port ${new URL(server.url).port}`);
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain(`Cổng ${new URL(server.url).port} đang được chương trình khác dùng.`);
    const open = await office.dondoc('serve --host 0.0.0.0');
    expect(open).toMatchObject({ code: 2, stderr: expect.stringContaining('--public-url https://…') });
    expect((await office.dondoc('serve --host 0.0.0.0 --public-url http://x.vn')).code).toBe(2);
    expect(await office.dondoc('serve --trusted-proxy proxy.vn')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('không phải là địa chỉ IP'),
    });
    expect((await office.dondoc('serve --port 99999')).stderr).toContain('không phải là số cổng');
  });
});

test('it stops in order: the port is free again and the ledger can be opened', async () => {
  const office = await ledgerWorld();
  const server = await serving(office, '--log none');
  const { port } = new URL(server.url);
  await fetch(`${server.url}/healthz`);
  const { code, stderr } = await server.stop();
  expect(code).toBe(0);
  expect(stderr).toContain('Đã dừng.');
  const again = createServer();
  await new Promise<void>((resolve, reject) => {
    again.once('error', reject);
    again.listen(Number(port), '127.0.0.1', resolve);
  });
  expect((again.address() as AddressInfo).port).toBe(Number(port));
  await new Promise((resolve) => again.close(resolve));
  expect((await office.dondoc('status', { now: BEFORE })).code).toBe(0);
  await office.remove();
});

test('its start seals the day: the ledger has a checkpoint, and one only', async () => {
  const office = await ledgerWorld();
  const before = await office.dondoc('token create --person quan-tri --as quan-tri');
  const env = { DONDOC_TOKEN: before.stdout.trim() };
  for (let times = 0; times < 2; times += 1) {
    const server = await serving(office);
    await server.stop();
  }
  const server = await serving(office);
  const response = await fetch(`${server.url}/v1/ledger?stream=checkpoint`, {
    headers: { authorization: `Bearer ${env.DONDOC_TOKEN}` },
  });
  expect(await response.json()).toMatchObject({ items: [{ kind: 'checkpoint', version: 1 }] });
  await server.stop();
  await office.remove();
});

test('as a program of its own it ends with 0 when it is asked to', async () => {
  const office = await ledgerWorld();
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@dondoc/source', '--no-warnings', main, 'serve', '--port', '0'],
    {
      cwd: office.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let heard = '';
  const ended = once(child, 'exit');
  for await (const chunk of child.stderr) {
    heard += String(chunk);
    // Once: a second one would not let it end in order.
    if (heard.includes('Nhấn Ctrl+C để dừng.') && !child.killed) child.kill('SIGTERM');
  }
  expect(await ended, heard).toEqual([0, null]);
  expect(heard).toContain('Đã dừng.');
  await office.remove();
});
