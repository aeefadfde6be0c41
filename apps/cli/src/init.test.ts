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
    const title = templates.find((one) => one.id === id)?.title ?? '';
    expect(made.stderr).toContain(`Đã tạo thư mục làm việc theo mẫu “${title}” tại office.`);
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

  test('asks again, with the reason, where an answer cannot be taken', async () => {
    const answers = ['9', '2', 'xã Mỹ Thạnh', '', 'năm nay', '1999', '2028'];
    const { code, stderr } = await place.run(['init', 'a'], { answers });
    expect(code).toBe(0);
    expect(stderr).toContain('“9” không phải là một trong các lựa chọn 1, 2, 3.');
    // At once, before the next question.
    expect(stderr).toMatch(/“năm nay” không phải là một năm.*\n4\. Năm.*“1999” không phải là một năm.*\n4\. Năm/s);
    expect(await place.read('a/plans/ttdn-2028.yaml')).toContain('year: 2028');
  });

  test('ends quietly where the person stops', async () => {
    const { code, stderr } = await place.run(['init', 'a'], { answers: ['2', 'xã Mỹ Thạnh'], stops: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/\nĐã dừng, chưa tạo tệp nào\.\n$/);
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
    expect(stderr).toContain('02 đơn vị thêm mới, 0 cập nhật');
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

  test('takes nothing for a parent that the office does not have', async () => {
    const before = await place.read('office.yaml');
    await place.write('ds.csv', list);
    const { code, stderr } = await place.run(['units', 'import', 'ds.csv', '--parent', 'so-nao-do']);
    expect(code).toBe(1);
    expect(stderr).toContain('units.unknown-parent');
    expect(await place.read('office.yaml')).toBe(before);
  });

  test('takes the kind from the name where the column tells who keeps the school', async () => {
    await place.write('ds.csv', 'Tên đơn vị,Loại hình\nTrường Mầm non Hoa Mai,Công lập\nTrường THCS Tân An,Tư thục\n');
    expect((await place.run(['units', 'import', 'ds.csv'])).code).toBe(0);
    const office = await place.read('office.yaml');
    expect(office).toMatch(/names: Trường Mầm non Hoa Mai\n +kind: mam-non/);
    expect(office).toMatch(/names: Trường THCS Tân An\n +kind: thcs/);
  });

  test.each([
    ['ds.xlsx', 'PK', 'units.xlsx', 'CSV UTF-8'],
    ['ds.docx', 'PK', 'units.not-csv', '.csv'],
    ['ds.csv', Buffer.from('Tên đơn vị\nTr\u00fdờng', 'latin1'), 'file.not-utf8', 'UTF-8'],
    ['ds.csv', 'Họ tên,Tuổi\nA,1\n', 'units.no-header', 'Tên đơn vị'],
    ['ds.csv', ' \n', 'file.empty', 'chưa có nội dung'],
    ['ds.csv', '', 'file.empty', 'chưa có nội dung'],
    ['ds.csv', 'STT,Tên đơn vị\n', 'units.no-rows', 'dòng tiêu đề'],
    ['ds.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0xff]), 'units.office-file', 'CSV UTF-8'],
    ['ds.csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'units.office-file', 'CSV UTF-8'],
    ['ds.csv', 'Tên đơn vị\nTrường MN A\nTrường\u0007 TH B\n', 'units.control', 'ds.csv:3:7'],
    ['ds.csv', 'Mã đơn vị,Tên đơn vị\na,Trường MN A\na,Trường TH B\n', 'units.id-twice', 'ds.csv:3'],
    ['ds.csv', 'Mã đơn vị,Tên đơn vị\nMN_Hoa Sen,Trường MN Hoa Sen\n', 'units.bad-id', '“mn-hoa-sen”'],
    ['ds.csv', 'Tên đơn vị,Cấp học\nTrường TH A,Đại học\n', 'units.unknown-kind', 'Mầm non, Mẫu giáo, Tiểu học'],
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
