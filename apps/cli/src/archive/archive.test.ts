import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLibsql } from '@dondoc/store/libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorld, type DemoWorld } from '../demo/testing.ts';
import { linesOf, manifestOf, opened, tablesOf, well, type Files, type Tables } from './testing.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('dondoc backup and restore', () => {
  let place: DemoWorld;
  let files: Files;
  let token: string;
  beforeAll(async () => {
    place = await demoWorld();
    await place.write('ban-ky.pdf', PDF);
    const line = ['record', 'th-an-thinh', 'half-year', '2020-H1', '--signed-copy', 'ban-ky.pdf', '--as', 'van-thu'];
    well(await place.run(line));
    const made = await place.run(['token', 'create', '--person', 'van-thu', '--as', 'van-thu', '--json']);
    token = /dd_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
    well(await place.run(['backup', 'sao-luu.zip']));
    files = opened(await place.bytes('sao-luu.zip'));
  });
  afterAll(() => place.remove());

  const before = (tables: Tables, seq: number): Tables => ({
    ...tables,
    ledger: tables.ledger.filter((row) => Number(row['seq']) <= seq),
    ledger_data: tables.ledger_data.filter((row) => Number(row['seq']) <= seq),
  });

  test('restores an equal ledger and equal read models, and says in the ledger that it did', async () => {
    const restored = await place.run(['restore', 'sao-luu.zip', '--to', 'phuc-hoi']);
    expect(restored.code, restored.stderr).toBe(0);
    const { seq } = manifestOf(files);
    const [was, is] = [
      await tablesOf(join(place.folder, '.dondoc/dondoc.db')),
      await tablesOf(join(place.folder, 'phuc-hoi/.dondoc/dondoc.db')),
    ];
    expect(before(is, seq)).toEqual(was);
    expect(is.ledger.filter((row) => Number(row['seq']) > seq)).toMatchObject([
      { stream: 'office', kind: 'restore', actor: 'van-thu' },
    ]);
    const verified = await place.run(['verify', '--held', '../sao-luu.zip', '--json'], { cwd: 'phuc-hoi' });
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, problems: [], entries: seq + 1 });
  });

  test('restores an office that works on: its clock, its people, its signed copies, its files', async () => {
    const at = 'lam-tiep';
    await place.run(['restore', 'sao-luu.zip', '--to', at]);
    const board = await place.run(['status', 'half-year', '2020-H1', '--json'], { cwd: at });
    expect(JSON.parse(board.stdout)).toMatchObject({
      at: expect.stringMatching(/^2020-06-01T/) as unknown,
      rates: { received: 4 },
    });
    expect((await place.run(['adopt', '--json'], { cwd: at })).stdout).toContain('"changes": []');
    expect(await place.bytes(`${at}/.dondoc/files/signed/${sha256(PDF)}.pdf`)).toEqual(PDF);
    const filed = await place.run(
      [
        'record',
        'mn-tuoi-ngoc',
        'half-year',
        '2020-H1',
        '--from',
        '../inbox/2020-H1/mn-tuoi-ngoc.json',
        '--received',
        '2020-06-01',
        '--channel',
        'email',
      ],
      { cwd: at, now: '2026-11-23T04:00:00Z' },
    );
    expect(filed.code, filed.stderr).toBe(0);
    expect((await place.run(['verify'], { cwd: at })).code).toBe(0);
  });

  test('is read without dondoc: entries, reports, issues, documents, plans, and how to', () => {
    const manifest = manifestOf(files);
    const [document] = manifest.documents;
    expect(sha256(files[document?.path ?? ''] ?? '')).toBe(document?.sha256);
    expect(document?.name).toMatch(/\.docx$/);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'office.yaml',
        'plans/ttdn-2019.yaml',
        'plans/requests-2020.yaml',
        'submissions/ttdn-2020/half-year/2020-H1/th-an-thinh.json',
        'consolidations/ttdn-2019/year/2019/1.json',
        `files/signed/${sha256(PDF)}.pdf`,
      ]),
    );
    expect(linesOf(files, 'ledger.ndjson')).toHaveLength(manifest.entries);
    expect(linesOf(files, 'drafts.ndjson')).toMatchObject([{ unit: 'th-phu-loc' }]);
    expect(linesOf(files, 'desk-drafts.ndjson')).toMatchObject([{ plan: 'ttdn-2019', period: '2019' }]);
    const readme = Buffer.from(files['README.txt'] ?? []).toString();
    expect(readme).toContain('DỮ LIỆU MINH HỌA');
    expect(readme).toContain('ledger.ndjson');
    expect(readme).toContain('cấp lại');
  });

  test('names every file with its SHA-256', () => {
    const { files: listed } = manifestOf(files);
    expect(listed.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'manifest.json')
        .toSorted(),
    );
    for (const { path, sha256: hash } of listed) expect(sha256(files[path] ?? ''), path).toBe(hash);
  });

  test('holds nothing that lets anybody in', () => {
    const everything = Buffer.concat(Object.values(files)).toString('latin1');
    expect(token).toMatch(/^dd_/);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(sha256(token));
    expect(everything).not.toContain('dd_');
  });

  test('has a name of its own, and writes over nothing unasked', async () => {
    const first = await place.run(['backup', '--json']);
    expect(JSON.parse(first.stdout)).toMatchObject({
      ok: true,
      file: 'phong-gddt-sao-luu-2026-11-23.zip',
      findings: [],
    });
    const again = await place.run(['backup']);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('--force');
    expect((await place.run(['backup', '--force'])).code).toBe(0);
    expect((await place.files()).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('refuses a folder that has a ledger, and one whose office says something else, leaving both alone', async () => {
    const there = sha256(await place.bytes('.dondoc/dondoc.db'));
    const same = await place.run(['restore', 'sao-luu.zip']);
    expect(same.code).toBe(1);
    expect(same.stderr).toContain('Đã có nhật ký ở .dondoc/dondoc.db');
    expect(sha256(await place.bytes('.dondoc/dondoc.db'))).toBe(there);
    const other = Buffer.from(files['office.yaml'] ?? [])
      .toString()
      .replace('Cô Oanh', 'Cô Anh');
    await place.write('khac/office.yaml', other);
    const differs = await place.run(['restore', 'sao-luu.zip', '--to', 'khac']);
    expect(differs.code).toBe(1);
    expect(differs.stderr).toContain('khac/office.yaml khác với nội dung đã áp dụng');
    expect((await place.files()).filter((file) => file.startsWith('khac/'))).toEqual(['khac/office.yaml']);
  });

  test('takes a folder whose office and plans say the same, comments and all', async () => {
    await place.write('cu/office.yaml', await place.read('office.yaml'));
    await place.write('cu/plans/ttdn-2020.yaml', await place.read('plans/ttdn-2020.yaml'));
    expect((await place.run(['restore', 'sao-luu.zip', '--to', 'cu'])).code).toBe(0);
    expect(await place.read('cu/office.yaml')).toBe(await place.read('office.yaml'));
    expect(await place.read('cu/plans/ttdn-2019.yaml')).toContain('ttdn-2019');
  });

  test('erased data stay erased, and verify says so', async () => {
    const at = 'xoa';
    await place.run(['restore', 'sao-luu.zip', '--to', at]);
    const { driver, close } = await openLibsql(join(place.folder, at, '.dondoc/dondoc.db'));
    const { createStore } = await import('@dondoc/store');
    const stream = 'obligation:ttdn-2019/year/2019/thcs-my-hung';
    const by = { reason: 'Theo yêu cầu', at: '2020-06-01T02:00:00.000Z', actor: 'van-thu' };
    await createStore(driver).redact({ stream, version: 1, ...by });
    close();
    expect((await place.run(['backup', 'xoa.zip'], { cwd: at })).code).toBe(0);
    const line = linesOf(opened(await place.bytes('xoa/xoa.zip')), 'ledger.ndjson').find(
      (one) => one['stream'] === stream,
    );
    expect(line).toMatchObject({ erased: true });
    expect(line).not.toHaveProperty('data');
    expect((await place.run(['restore', 'xoa/xoa.zip', '--to', 'xoa-2'])).code).toBe(0);
    const [was, is] = [
      await tablesOf(join(place.folder, 'xoa/.dondoc/dondoc.db')),
      await tablesOf(join(place.folder, 'xoa-2/.dondoc/dondoc.db')),
    ];
    expect({ ...is, ledger: [], ledger_data: [] }).toEqual({ ...was, ledger: [], ledger_data: [] });
    const verified = await place.run(['verify', '--json'], { cwd: 'xoa-2' });
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, redacted: [{ stream, version: 1 }] });
  });

  test('tells which bytes are gone, keeps the rest, and restores without them', async () => {
    const at = 'mat';
    await place.run(['restore', 'sao-luu.zip', '--to', at]);
    await place.write(`${at}/.dondoc/files/signed/${sha256(PDF)}.pdf`, '%PDF-1.4 other');
    const backup = await place.run(['backup', 'mat.zip'], { cwd: at });
    expect(backup.code).toBe(1);
    expect(backup.stderr).toContain(sha256(PDF));
    expect(manifestOf(opened(await place.bytes('mat/mat.zip'))).missing).toEqual([sha256(PDF)]);
    expect((await place.run(['verify'], { cwd: at })).stderr).toContain(sha256(PDF));
    expect((await place.run(['verify', 'mat/mat.zip'])).code).toBe(1);
    expect((await place.run(['restore', 'mat/mat.zip', '--to', 'mat-2'])).code).toBe(0);
  });

  test('gives SQL for an empty D1: equal tables, refused where there is an entry, no statement too long', async () => {
    expect((await place.run(['restore', 'sao-luu.zip', '--sql', 'd1.sql'])).code).toBe(0);
    const statements = (await place.read('d1.sql')).split(/;\n/).filter((one) => one !== '');
    for (const statement of statements) expect(Buffer.byteLength(statement)).toBeLessThan(100_000);
    const target = join(place.folder, 'd1.db');
    const { driver, close } = await openLibsql(target);
    const all = statements.map((sql) => ({ sql, params: [] }));
    await driver.batch(all);
    const was = await tablesOf(join(place.folder, '.dondoc/dondoc.db'));
    const is = await tablesOf(target);
    expect(before(is, manifestOf(files).seq)).toEqual(was);
    await expect(driver.batch(all)).rejects.toThrow(/NOT NULL/);
    await expect(driver.batch(all.slice(0, 1))).rejects.toThrow(/NOT NULL/);
    close();
    expect(await tablesOf(target)).toEqual(is);
  });

  test('the SQL goes onto what the migrations made, and leaves nothing of its own', async () => {
    await place.run(['restore', 'sao-luu.zip', '--sql', 'again.sql']);
    const { driver, close } = await openLibsql(':memory:');
    const names = async () => {
      const [rows = []] = await driver.batch([{ sql: 'SELECT name FROM sqlite_master ORDER BY name', params: [] }]);
      return rows.map(({ name }) => name);
    };
    const migrated = await names();
    await driver.batch(
      (await place.read('again.sql'))
        .split(/;\n/)
        .filter((one) => one !== '')
        .map((sql) => ({ sql, params: [] })),
    );
    expect(await names()).toEqual(migrated);
    close();
    const migrations = join(import.meta.dirname, '../../../../packages/store/migrations');
    const made = readdirSync(migrations)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readFileSync(join(migrations, name), 'utf8'))
      .join();
    const tables = [...made.matchAll(/CREATE TABLE `(\w+)`/g)].map(([, table = '']) => table);
    const sql = await place.read('again.sql');
    const left = tables.filter((table) => !sql.includes(`INSERT INTO ${table} `));
    // Access and remembered answers are a deployment's own.
    expect(left).toEqual(['answers', 'credentials']);
  });
});
