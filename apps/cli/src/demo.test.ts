import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { annual2019, firstHalf2020 } from './demo/arrivals.ts';
import { schools } from './demo/schools.ts';
import { demoSources } from './demo/sources.ts';
import { world, type Outcome, type World } from './testing/world.ts';

const LEDGER = 'out/van-phong/.dondoc/dondoc.db';

describe('the invented office', () => {
  test('has 24 schools of five kinds with contacts that reach nobody', () => {
    expect(schools).toHaveLength(24);
    expect(new Set(schools.map(({ kind }) => kind))).toEqual(
      new Set(['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap']),
    );
    expect(new Set(schools.map(({ id }) => id)).size).toBe(24);
    const office = String(demoSources().find(({ path }) => path === 'office.yaml')?.content);
    for (const phone of office.match(/phone: .*/g) ?? []) expect(phone).toMatch(/^phone: 0000 000 \d{3}$/);
    for (const email of office.match(/email: .*/g) ?? []) expect(email).toMatch(/\.example$/);
    expect(office).toContain('demo: true');
  });

  test('tells of late and missing reports, a merger and a new school', () => {
    const late = (arrivals: typeof annual2019, last: string) =>
      Object.values(arrivals).filter(({ on }) => on > last).length;
    expect(late(annual2019, '2019-11-04')).toBe(7);
    expect(Object.values(annual2019).filter(({ on }) => on <= '2019-11-11')).toHaveLength(19);
    expect(annual2019['thcs-thanh-loi']).toBeUndefined();
    expect(late(firstHalf2020, '2020-06-04')).toBe(2);
    expect(firstHalf2020['th-my-hung-b']).toBeUndefined();
    expect(firstHalf2020['mn-hoa-mi']).toBeDefined();
    for (const id of [...Object.keys(annual2019), ...Object.keys(firstHalf2020)])
      expect(schools.some((school) => school.id === id)).toBe(true);
  });

  test('answers nothing that was not met: posts that refute go with the section on refuting', () => {
    const reports = demoSources()
      .filter(({ path }) => path.startsWith('inbox/'))
      .map(({ content }) => JSON.parse(String(content)) as { gates: Record<string, boolean>; answers: object });
    expect(reports.length).toBeGreaterThan(40);
    for (const { gates, answers } of reports) {
      const posts = 'posts-rebuttal' in answers ? Number(answers['posts-rebuttal']) : 0;
      expect(posts > 0).toBe(gates['rebuttal'] === true);
    }
  });

  test('has no chance in it', () => {
    expect(demoSources()).toEqual(demoSources());
  });
});

describe('dondoc demo', () => {
  let place: World;
  let result: Outcome;
  beforeAll(async () => {
    place = await world();
    result = await place.run(['demo', 'out', '--force']);
  });
  afterAll(() => place.remove());

  test('ends well', () => {
    expect(result.code).toBe(0);
  });

  test('makes every paper, and nothing half written', async () => {
    const files = (await place.files()).filter((file) => !file.startsWith('out/van-phong/'));
    expect(files).toEqual([
      'out/bao-cao-th-an-thinh-2019.docx',
      'out/bao-cao-tong-hop-2019.docx',
      'out/bao-cao-tong-hop-2020-H1.docx',
      'out/cong-van-de-nghi-bao-cao-2020-H1.docx',
      'out/cong-van-don-doc-2019.docx',
      'out/ke-hoach-2019.docx',
      'out/ke-hoach-2020.docx',
      'out/so-theo-doi-2019-2020.docx',
      'out/thoi-han.ics',
    ]);
    expect((await place.files()).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('shows findings, deadlines, both boards and what was made, and says that the data are invented', () => {
    const { stdout } = result;
    expect(stdout).toContain('DỮ LIỆU MINH HỌA');
    expect(stdout).toContain('Kiểm tra out/van-phong/plans/ttdn-2019.yaml');
    expect(stdout).toContain('930/2018/QĐ-TTg');
    expect(stdout).toContain('Phải gửi 23 · Đã nhận 19 · Đúng hạn 15 · Chậm 4 · Chưa gửi 4');
    expect(stdout).toContain('Phải gửi 23 · Đã nhận 19 · Đúng hạn 17 · Chậm 2 · Chưa gửi 4');
    expect(stdout).toMatch(/không áp dụng, không đôn đốc/);
    expect(stdout).toMatch(/out\/ke-hoach-2019\.docx +Kế hoạch năm 2019 +\d+,\d KB/);
  });

  test('the office it leaves behind is an ordinary one', async () => {
    const again = await place.run(['consolidate', 'year', '2019', '--from', 'inbox/2019', '--json'], {
      cwd: 'out/van-phong',
    });
    expect(JSON.parse(again.stdout)).toMatchObject({ coverage: { expected: 23, received: 22 } });
  });

  test('made again it gives the same bytes', async () => {
    const first = new Map(
      await Promise.all((await place.files()).map(async (file) => [file, await place.bytes(file)] as const)),
    );
    await place.run(['demo', 'out', '--force'], { now: '2030-05-05T00:00:00Z' });
    const changed: string[] = [];
    for (const [file, bytes] of first)
      // The ledger has salts, and a clock set when it was made.
      if (file !== LEDGER && Buffer.compare(Buffer.from(await place.bytes(file)), Buffer.from(bytes)) !== 0)
        changed.push(file);
    expect(changed).toEqual([]);
  });

  test('does not touch a folder that holds something, unless forced', async () => {
    await place.write('mine/x.txt', 'x');
    expect((await place.run(['demo', 'mine'])).code).toBe(1);
    expect((await place.files()).filter((file) => file.startsWith('mine/'))).toEqual(['mine/x.txt']);
  });

  test('draws a bar on stderr while a terminal watches, and takes it away', async () => {
    const { stderr, stdout } = await place.run(['demo', 'bar'], { terminal: true });
    expect(stderr).toContain('░');
    expect(stderr).toContain('\r\u001B[2K');
    expect(stdout).not.toContain('░');
    expect(result.stderr).not.toContain('░');
  });

  test('says what it has written when it cannot go on', async () => {
    await mkdir(join(place.folder, 'half/ke-hoach-2019.docx'), { recursive: true });
    const { code, stderr } = await place.run(['demo', 'half', '--force']);
    expect(code).toBe(1);
    expect(stderr).toContain('Đã ghi trước đó: half/van-phong/. Chưa ghi các tệp còn lại: 01 điểm cần sửa.');
    expect(stderr).not.toContain('Chưa ghi tệp nào');
    const json = await place.run(['demo', 'half', '--force', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, written: ['half/van-phong/'] });
    expect((await place.files()).some((file) => /^half\/[^/]+$/.test(file))).toBe(false);
  });

  test('tells the way to its office: from where one stands, or from the root where it lies elsewhere', async () => {
    expect(result.stderr).toContain('Thử tiếp: cd out/van-phong rồi chạy');
    await mkdir(join(place.folder, 'a/b'), { recursive: true });
    const target = join(place.folder, 'else');
    const { stderr } = await place.run(['demo', target], { cwd: 'a/b' });
    expect(stderr).toContain(`Thử tiếp: cd ${join(target, 'van-phong')} rồi chạy`);
  });

  test('--json lists the files for programs', async () => {
    const { stdout } = await place.run(['demo', 'json', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      demo: true,
      ledger: { file: 'json/van-phong/.dondoc/dondoc.db', entries: expect.any(Number) as unknown },
      files: expect.arrayContaining([expect.objectContaining({ file: 'json/ke-hoach-2019.docx' })]) as unknown,
    });
  });

  test('leaves a ledger, which another run may make anew', async () => {
    expect(await place.files()).toContain(LEDGER);
    const seen = await place.run(['status', '--json'], { cwd: 'out/van-phong', now: '2030-05-05T00:00:00Z' });
    expect(seen.code, seen.stderr).toBe(0);
    expect(result.stdout).toMatch(/nhật ký có \d+ mục/);
  });

  test('does not make anew the ledger of an office that is no demo, whatever is forced', async () => {
    const office = await place.read('out/van-phong/office.yaml');
    await place.write('that/van-phong/office.yaml', office.replace('demo: true', 'demo: false'));
    const adopted = await place.run(['adopt', '--yes', '--as', 'van-thu'], { cwd: 'that/van-phong' });
    expect(adopted.code, adopted.stderr).toBe(0);
    const ledger = 'that/van-phong/.dondoc/dondoc.db';
    const had = Buffer.from(await place.bytes(ledger));
    const { code, stderr } = await place.run(['demo', 'that', '--force']);
    expect(code).toBe(1);
    expect(stderr).toContain('nhật ký đang sử dụng chính thức');
    expect(Buffer.compare(await place.bytes(ledger), had)).toBe(0);
    expect((await place.files()).filter((file) => /^that\/[^/]+$/.test(file))).toEqual([]);
  });
});

describe('dondoc demo --serve', () => {
  let place: World;
  let done: Promise<Outcome>;
  let said = '';
  let stop: () => void = () => undefined;
  const taken = createServer();
  beforeAll(async () => {
    place = await world();
    await new Promise<void>((resolve) => {
      // Taken by somebody else, or by this test: taken.
      taken.once('error', () => resolve()).listen(8787, '127.0.0.1', () => resolve());
    });
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    await new Promise<void>((ready, failed) => {
      const heard = (text: string): void => {
        said += text;
        if (said.includes('Ctrl+C')) ready();
      };
      done = place.run(['demo', 'out', '--serve'], { now: NOW, stop: stopped, heard });
      void done.then(({ stderr }) => failed(new Error(stderr)));
    });
  });
  afterAll(async () => {
    stop();
    await done;
    taken.close();
    await place.remove();
  });

  const NOW = '2026-11-23T03:00:00Z';

  test('serves on the next port where the usual one is taken, and says so', () => {
    expect(said).toContain('Cổng 8787 đang được chương trình khác dùng, thử cổng 8788.');
    expect(said).toMatch(/Cơ quan minh họa đang chạy tại http:\/\/127\.0\.0\.1:\d+ /);
  });

  test('prints a way in for each role, and a line of curl that works as printed', async () => {
    stop();
    const { stdout, code } = await done;
    expect(code).toBe(0);
    const links = stdout.match(/http:\/\/127\.0\.0\.1:\d+\/sign-in\/[\w-]{43}/g) ?? [];
    expect(new Set(links).size).toBe(5);
    for (const role of ['officer', 'registrar', 'leader', 'filer', 'unit-head']) expect(stdout).toContain(`(${role})`);
    const [, token = ''] = /curl -H 'Authorization: Bearer (dd_[\w-]{43})' 'http/.exec(stdout) ?? [];
    const again = new Promise<void>((resolve) => (stop = resolve));
    let url = '';
    await new Promise<void>((ready) => {
      const heard = (text: string): void => {
        url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? url;
        if (url !== '') ready();
      };
      const line = ['serve', '--port', '0', '--log', 'none'];
      done = place.run(line, { cwd: 'out/van-phong', now: NOW, stop: again, heard });
    });
    const path = /curl [^\n]*(\/v1\/[^']*)'/.exec(stdout)?.[1] ?? '';
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ items: [{}, {}, {}] });
    const [link = ''] = links;
    const page = await fetch(url + new URL(link).pathname);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/DỮ LIỆU MINH HỌA[\s\S]*<button/);
  });

  test('goes with no --json', async () => {
    expect((await place.run(['demo', 'x', '--serve', '--json'])).code).toBe(2);
    expect((await place.run(['demo', 'x', '--port', '9000'])).code).toBe(2);
  });
});
