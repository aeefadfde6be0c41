import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { templates } from '@dondoc/core';
import { world, type World } from './testing/world.ts';

let place: World;
beforeEach(async () => {
  place = await world();
});
afterEach(() => place.remove());

describe('init', () => {
  test('knows every template of core', async () => {
    const { stdout } = await place.run(['init', '--help']);
    for (const { id } of templates) expect(stdout).toContain(id);
  });

  test.each(templates.map(({ id }) => id))('%s makes a folder in which the other commands work', async (id) => {
    const made = await place.run(['init', 'office', '--yes', '--template', id]);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    const files = await place.files();
    expect(files).toContain('office/office.yaml');
    expect(files).toContain('office/README.md');
    expect(files).toContain('office/schemas/plan.schema.json');
    const plan = files.find((file) => file.startsWith('office/plans/'));
    expect(await place.read(plan ?? '')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/plan\.schema\.json\n/,
    );
    const checked = await place.run(['check', '--json'], { cwd: 'office' });
    const { summary } = JSON.parse(checked.stdout) as { summary: { error: number; warning: number } };
    expect(summary.error).toBe(0);
    // The plan of 2019 is encoded with all its gaps; the presets are sound.
    expect(summary.warning > 0).toBe(id === 'phong-gddt-2019');
    expect((await place.run(['deadlines'], { cwd: 'office' })).code).toBe(0);
    expect((await place.run(['render', 'plan'], { cwd: 'office' })).code).toBe(0);
  });

  test('asks five questions and takes the examples for empty lines', async () => {
    const { code, stderr } = await place.run(['init', 'xa'], {
      answers: ['2', 'xã Mỹ Thạnh', '', '2028', 'Nguyễn Văn Mẫu'],
    });
    expect(code).toBe(0);
    expect(stderr.match(/\]: |\): |: $/gm)?.length).toBeGreaterThanOrEqual(5);
    expect(await place.read('xa/office.yaml')).toContain('xã Mỹ Thạnh');
    const plan = await place.read('xa/plans/ttdn-2028.yaml');
    expect(plan).toContain('year: 2028');
    expect(plan).toContain('Nguyễn Văn Mẫu');
  });

  test('does not ask what flags have told', async () => {
    const { code, stderr } = await place.run(
      [
        'init',
        'a',
        '--template',
        'phong-gddt-2019',
        '--place',
        'huyện Bến Lức',
        '--province',
        'Long An',
        '--year',
        '2019',
        '--signer',
        'A',
      ],
      { answers: [] },
    );
    expect(code).toBe(0);
    expect(stderr).not.toContain('1.');
    expect(await place.read('a/office.yaml')).toContain('Bến Lức');
  });

  test('a year that is none is wrong usage', async () => {
    expect((await place.run(['init', 'a'], { answers: ['1', '', '', 'năm nay'] })).code).toBe(2);
    expect(await place.files()).toEqual([]);
  });

  test('leaves a folder that holds something alone, unless forced', async () => {
    await place.write('office/notes.txt', 'mine');
    const refused = await place.run(['init', 'office', '--yes']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('folder.not-empty');
    expect(await place.files()).toEqual(['office/notes.txt']);
    expect((await place.run(['init', 'office', '--yes', '--force'])).code).toBe(0);
    expect(await place.read('office/notes.txt')).toBe('mine');
  });
});

describe('units import', () => {
  const list = [
    'STT;Tên đơn vị;Cấp học;Địa danh;Ký hiệu;Người liên hệ;Điện thoại;Email',
    '1;Trường Mầm non Hoa Sen;Mầm non;Mỹ Thạnh;MNHS;Cô A;0000 000 001;a@minhhoa.example',
    '2;Trường TH&THCS Bình Minh;;Mỹ Thạnh;;;;',
    '',
  ].join('\r\n');

  beforeEach(async () => {
    await place.run(['init', '.', '--yes', '--template', 'ubnd-xa-2025']);
  });

  test('adds units, keeps comments, deletes nothing', async () => {
    const before = await place.read('office.yaml');
    await place.write('office.yaml', before.replace('agencies:\n', 'agencies:\n  # giữ chú thích này\n'));
    await place.write('ds.csv', `\uFEFF${list}`);
    const { code, stdout, stderr } = await place.run(['units', 'import', 'ds.csv']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/thêm mới +truong-mam-non-hoa-sen/);
    expect(stderr).toContain('2 đơn vị thêm mới');
    const after = await place.read('office.yaml');
    expect(after).toContain('# giữ chú thích này');
    expect(after).toContain('kind: nhieu-cap');
    expect(after).toContain('phone: 0000 000 001');
    expect((await place.run(['check', 'office.yaml'])).code).toBe(0);
    const deadlines = await place.run(['deadlines', '--json', '--unit', 'truong-th-thcs-binh-minh']);
    expect((JSON.parse(deadlines.stdout) as { deadlines: unknown[] }).deadlines.length).toBeGreaterThan(0);
  });

  test('a second time changes only what the list tells otherwise', async () => {
    await place.write('ds.csv', list);
    await place.run(['units', 'import', 'ds.csv']);
    const first = await place.read('office.yaml');
    expect((await place.run(['units', 'import', 'ds.csv'])).stderr).toContain('không có thay đổi');
    expect(await place.read('office.yaml')).toBe(first);
    await place.write('ds.csv', list.replace('0000 000 001', '0000 000 009'));
    const { stdout } = await place.run(['units', 'import', 'ds.csv'], { columns: 200 });
    expect(stdout).toContain('điện thoại: 0000 000 001 → 0000 000 009');
    expect(await place.read('office.yaml')).toBe(first.replace('0000 000 001', '0000 000 009'));
  });

  test('--dry-run shows and writes nothing', async () => {
    const before = await place.read('office.yaml');
    await place.write('ds.csv', list);
    const { code, stdout, stderr } = await place.run(['units', 'import', 'ds.csv', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('Trường Mầm non Hoa Sen');
    expect(stderr).toContain('--dry-run');
    expect(await place.read('office.yaml')).toBe(before);
  });

  test('keeps the line breaks and the byte order mark of office.yaml', async () => {
    await place.write('office.yaml', `\uFEFF${(await place.read('office.yaml')).replaceAll('\n', '\r\n')}`);
    await place.write('ds.csv', list);
    expect((await place.run(['units', 'import', 'ds.csv'])).code).toBe(0);
    const after = await place.read('office.yaml');
    expect(after.startsWith('\uFEFF#')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each([
    ['ds.xlsx', 'PK', 'units.xlsx', 'CSV UTF-8'],
    ['ds.docx', 'PK', 'units.not-csv', '.csv'],
    ['ds.csv', Buffer.from('Tên đơn vị\nTr\u00fdờng', 'latin1'), 'file.not-utf8', 'UTF-8'],
    ['ds.csv', 'Họ tên,Tuổi\nA,1\n', 'units.no-header', 'Tên đơn vị'],
    ['ds.csv', 'Tên đơn vị,Cấp học\nTrường A,\n"Trường B', 'units.quote', 'ds.csv:3'],
    ['ds.csv', 'Tên đơn vị,Cấp học\nTrường MN A,\nThư viện,Khác\n', 'units.unknown-kind', 'ds.csv:3'],
  ])('takes nothing of %s %#: %s', async (name, content, rule, words) => {
    const before = await place.read('office.yaml');
    await place.write(name, content);
    const { code, stderr } = await place.run(['units', 'import', name]);
    expect(code).toBe(1);
    expect(stderr).toContain(rule);
    expect(stderr).toContain(words);
    expect(await place.read('office.yaml')).toBe(before);
  });
});
