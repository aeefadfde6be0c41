import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openXmlErrors, paragraphsOf, validator } from '../support/documents.ts';
import { dondoc, type Ran } from '../support/dondoc.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-demo-'));
const out = join(folder, 'out');
let ran: Ran;

beforeAll(() => {
  ran = dondoc(['demo', 'out'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = (file: string) => paragraphsOf(join(out, file)).join('\n');

const documents = [
  'ke-hoach-2019.docx',
  'ke-hoach-2020.docx',
  'cong-van-de-nghi-bao-cao-2020-H1.docx',
  'bao-cao-th-an-thinh-2019.docx',
  'bao-cao-tong-hop-2019.docx',
  'bao-cao-tong-hop-2020-H1.docx',
  'cong-van-don-doc-2019.docx',
  'so-theo-doi-2019-2020.docx',
];

describe('the main job: dondoc demo', () => {
  test('it ends well and names what it made', () => {
    expect(ran.code, ran.stderr).toBe(0);
    for (const file of documents) expect(ran.stdout).toContain(file);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(documents));
  });

  test('what the checker must find in the 2019 plan is on the screen', () => {
    const screen = ran.stdout.replaceAll(/\s+/g, ' ');
    for (const found of [
      'Quý I năm 2019',
      '05/6/2019',
      '930/2018/QĐ-TTg',
      'Nơi nhận',
      'thời gian chốt số liệu',
      'cácquy',
      'PhòngGiáo',
    ]) {
      expect(screen).toContain(found);
    }
  });

  test('every paper says that its data are invented', () => {
    expect(ran.stdout + ran.stderr).toContain('DỮ LIỆU MINH HỌA');
  });

  test('nobody is chased for 04/6/2019, which passed before the plan existed', () => {
    expect(words('so-theo-doi-2019-2020.docx')).not.toContain('6 tháng đầu năm 2019');
    expect(words('cong-van-don-doc-2019.docx')).not.toContain('6 tháng');
    expect(ran.stdout).toMatch(/04\/6\/2019[\s\S]*?không áp dụng/);
  });

  test('the reminder letter counts as on 11/11/2019', () => {
    const letter = words('cong-van-don-doc-2019.docx');
    expect(letter).toContain('Đến hết ngày 11/11/2019');
    expect(letter).toContain('trước ngày 05/11/2019');
    expect(letter).toMatch(/còn 04 đơn vị chưa gửi/);
    expect(letter).toContain('./.');
  });

  test('the same command makes the same bytes', () => {
    dondoc(['demo', 'again'], { cwd: folder });
    for (const file of documents)
      expect(readFileSync(join(folder, 'again', file)).equals(readFileSync(join(out, file))), file).toBe(true);
  });

  test('a folder that is not empty is not written over unasked', () => {
    const before = readFileSync(join(out, documents[0]!));
    const again = dondoc(['demo', 'out'], { cwd: folder });
    expect(again.code).not.toBe(0);
    expect(again.stderr + again.stdout).toContain('--force');
    expect(readFileSync(join(out, documents[0]!)).equals(before)).toBe(true);
    expect(dondoc(['demo', 'out', '--force'], { cwd: folder }).code).toBe(0);
  });

  test.skipIf(validator === undefined).each(documents)(
    '%s is valid by the Open XML SDK (skipped where its binary is missing)',
    (file) => {
      expect(openXmlErrors(join(out, file))).toEqual([]);
    },
  );
});

describe('dondoc deadlines --format ics, read by another program', () => {
  test('every dated duty of the demo is an all-day event on its last on-time day', () => {
    const { code, stdout } = dondoc(['deadlines', '--format', 'ics', '--today', '2020-06-01'], {
      cwd: join(out, 'van-phong'),
    });
    expect(code).toBe(0);
    const calendar = new ICAL.Component(ICAL.parse(stdout) as [string, unknown[], unknown[]]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map((event) => event.startDate.toString())).toEqual(
      expect.arrayContaining(['2019-11-04', '2020-06-04', '2020-11-04']),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events.every((event) => event.startDate.isDate)).toBe(true);
    expect(stdout.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
