import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../files/node.ts';
import { ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';
import { accessToken, isLoopback, serverAddress } from './address.ts';
import { pathOf } from './answer.ts';
import { once } from './api.ts';
import { deployment } from './deployment.ts';
import { askerOf } from './listen.ts';
import { signedFiles } from './signed-files.ts';

describe('addresses', () => {
  test.each([
    ['https://dondoc.example.vn', 'https://dondoc.example.vn'],
    ['https://dondoc.example.vn/', 'https://dondoc.example.vn'],
    ['https://dondoc.example.vn:8443', 'https://dondoc.example.vn:8443'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:1', 'http://[::1]:1'],
  ])('%s is taken', (typed, origin) => {
    expect(serverAddress(typed)).toBe(origin);
  });

  test.each([
    ['http://dondoc.example.vn', 'không mã hóa'],
    ['http://127.0.0.1.example.vn', 'không mã hóa'],
    ['http://10.0.0.1', 'không mã hóa'],
    ['ftp://x', 'không phải là địa chỉ máy chủ'],
    ['dondoc.example.vn', 'không phải là địa chỉ máy chủ'],
    ['https://a:b@x.vn', 'Không ghi tên, mật khẩu'],
    ['https://x.vn/v1', 'Chỉ ghi địa chỉ gốc của máy chủ: https://x.vn'],
    ['https://x.vn/?a=1', 'Chỉ ghi địa chỉ gốc'],
  ])('%s is refused', (typed, words) => {
    expect(() => serverAddress(typed)).toThrow(words);
  });

  test('a token is taken from the environment, and never one that a header could not carry', () => {
    expect(accessToken({ DONDOC_TOKEN: ' dd_x \n' })).toBe('dd_x');
    expect(() => accessToken({})).toThrow('Chưa có mã truy cập');
    expect(() => accessToken({ DONDOC_TOKEN: 'dd_\r\nx: y' })).toThrow('ký tự không hợp lệ');
  });

  test('only this machine itself is loopback', () => {
    expect(['localhost', 'a.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.1', '127.0.0.1.vn', 'localhost.vn'].some(isLoopback)).toBe(false);
  });

  test('only a proxy on this machine is believed about who asks', () => {
    const request = new Request('http://x', { headers: { 'x-forwarded-for': '6.6.6.6, 1.2.3.4' } });
    expect(askerOf(request, '::ffff:127.0.0.1')).toBe('1.2.3.4');
    expect(askerOf(request, '9.9.9.9')).toBe('9.9.9.9');
    expect(askerOf(new Request('http://x'), '127.0.0.1')).toBe('127.0.0.1');
  });

  test('a proxy on another machine is believed where it is trusted, and the last whom none of ours is', () => {
    const request = new Request('http://x', { headers: { 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.3' } });
    const trusted = ['10.0.0.2', '10.0.0.3', 'fd00::0010'];
    expect(askerOf(request, '10.0.0.2', trusted)).toBe('1.2.3.4');
    expect(askerOf(request, '::ffff:10.0.0.2', trusted)).toBe('1.2.3.4');
    expect(askerOf(request, 'fd00::10', trusted)).toBe('1.2.3.4');
    expect(askerOf(request, '10.0.0.2', ['10.0.0.2'])).toBe('10.0.0.3');
    expect(askerOf(request, '10.0.0.4', trusted)).toBe('10.0.0.4');
    const own = new Request('http://x', { headers: { 'x-forwarded-for': '10.0.0.3' } });
    expect(askerOf(own, '10.0.0.2', trusted)).toBe('10.0.0.3');
  });
});

test('a JSON pointer is read back as the path that it was', () => {
  expect(pathOf('/submissions/0/answers/a~1b~0c')).toEqual(['submissions', 0, 'answers', 'a/b~c']);
  expect(pathOf('')).toEqual([]);
  expect(pathOf('/01/x')).toEqual(['01', 'x']);
});

describe('signed copies in a folder', () => {
  test('come back as they went in, under a name that people can open; a key that is a path is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-files-'));
    const files = signedFiles(nodeFiles, folder);
    const key = `signed/${'a'.repeat(64)}`;
    const file = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'application/pdf' };
    expect(await files.get(key)).toBeUndefined();
    await files.put(key, file);
    await files.put(key, file);
    expect(await files.get(key)).toEqual(file);
    expect(await nodeFiles.list(join(folder, 'signed'))).toEqual([`${'a'.repeat(64)}.pdf`]);
    const others = [4, 5, 6].map((first) => `signed/${String(first).repeat(64)}`);
    await Promise.all(others.flatMap((one) => [files.put(one, file), files.put(one, file), files.put(one, file)]));
    for (const one of others) expect(await files.get(one)).toEqual(file);
    expect(await nodeFiles.list(join(folder, 'signed'))).toHaveLength(4);
    await expect(files.get('../../etc/passwd')).rejects.toThrow('not a key');
    await rm(folder, { recursive: true });
  });
});

describe('a server that is none of ours', () => {
  let office: LedgerWorld;
  const closing: (() => void)[] = [];
  beforeAll(async () => {
    office = await ledgerWorld();
  });
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  afterAll(() => office.remove());

  /** Listens with one answer for everything. */
  const answering = async (
    status: number,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<string> => {
    const server = createServer((_, response) => response.writeHead(status, headers).end(body));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };

  const html = { 'content-type': 'text/html' };
  test.each([
    ['a page', 200, html, '<html>'],
    ['a proxy’s error', 502, html, '<html>Bad gateway'],
    ['JSON that is no problem', 404, { 'content-type': 'application/json' }, '{"error":"x"}'],
    ['an elsewhere', 302, { location: 'https://evil.example' }, ''],
  ])('%s is told from dondoc', async (_, status, headers, body) => {
    const server = await answering(status, headers, body);
    const { code, stderr } = await office.dondoc(`status --server ${server}`, { env: { DONDOC_TOKEN: 'dd_x' } });
    expect(code).toBe(1);
    expect(stderr).toContain('không phải là máy chủ dondoc');
  });

  /** Cuts the connection of the first requests, once it has read them, then answers. Tells the keys that came. */
  const cutting = async (times: number): Promise<{ server: string; keys: (string | undefined)[] }> => {
    const keys: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        keys.push(request.headers['idempotency-key']?.toString());
        if (keys.length <= times) request.socket.destroy();
        else response.writeHead(201, { 'content-type': 'application/json' }).end('{"made":true}');
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    return { server: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, keys };
  };
  const reaching = (server: string) =>
    deployment(
      {
        process: { env: { DONDOC_TOKEN: 'dd_x' } },
        fetch: (input: string, init: RequestInit) => fetch(input, init),
      } as never, // only these are used
      server,
    );

  test('an act whose answer was lost is sent again with the same key', async () => {
    const { server, keys } = await cutting(1);
    const response = await reaching(server).fetch('/v1/events', { method: 'POST', body: '{}', ...once() });
    expect(response.status).toBe(201);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  test('what has no key and would be done twice is not sent again', async () => {
    const { server, keys } = await cutting(1);
    await expect(reaching(server).fetch('/v1/tokens', { method: 'POST', body: '{}' })).rejects.toThrow(TypeError);
    expect(keys).toEqual([undefined]);
  });

  test('a lost answer says that the work may be done, and how to look', async () => {
    const { server } = await cutting(9);
    const env = { DONDOC_TOKEN: 'dd_x' };
    const { code, stderr } = await office.dondoc(`link create --person van-thu --server ${server}`, { env });
    expect(code).toBe(1);
    expect(stderr).toContain('kiểm tra bằng dondoc status trước khi chạy lại');
  });

  test('nobody there is one clear sentence', async () => {
    const server = await answering(200, {}, '');
    for (const close of closing.splice(0)) close();
    const { code, stdout, stderr } = await office.dondoc(`status --server ${server}`, {
      env: { DONDOC_TOKEN: 'dd_x' },
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Không kết nối được với ${server}: không có máy chủ nào nhận kết nối ở địa chỉ này.`);
  });

  test('who acts there is the token’s to say', async () => {
    const { code, stderr } = await office.dondoc('status --server http://127.0.0.1:9 --as van-thu');
    expect(code).toBe(2);
    expect(stderr).toContain('--as chỉ dùng với nhật ký trên máy này');
  });

  test('without a token nothing is sent', async () => {
    const { code, stderr } = await office.dondoc('status --server http://127.0.0.1:9');
    expect(code).toBe(2);
    expect(stderr).toContain('DONDOC_TOKEN');
  });
});
