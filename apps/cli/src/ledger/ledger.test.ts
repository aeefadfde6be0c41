import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ledgerWorld, smallWorld, type LedgerWorld } from '../testing/ledger-world.ts';

const replaceIn = async (office: LedgerWorld, path: string, [from, to]: readonly [string, string]): Promise<void> => {
  const text = await office.read(path);
  if (!text.includes(from)) throw new Error(`no “${from}” in ${path}`);
  await office.write(path, text.replace(from, to));
};

describe('adopt', () => {
  let office: LedgerWorld;
  beforeEach(async () => {
    office = await smallWorld();
  });
  afterEach(() => office.remove());

  test('shows every change, asks, and then holds it in the ledger', async () => {
    const refused = await office.dondoc('adopt --as quan-tri', { answers: ['k'] });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Chưa áp dụng.') });
    const { code, stdout, stderr } = await office.dondoc('adopt --as quan-tri', { answers: ['c'] });
    expect(code).toBe(0);
    expect(stdout).toContain('+ Thiết lập thông tin của Phòng Giáo dục và Đào tạo.');
    expect(stdout).toContain('+ Thêm đơn vị “Trường Mầm non Hoa Sen”.');
    expect(stderr).toContain('Áp dụng 12 thay đổi trên?');
    expect(stderr).toContain('Đã áp dụng 12 thay đổi vào nhật ký.');
    const again = await office.dondoc('adopt --as quan-tri');
    expect(again).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Không có thay đổi') });
  });

  test('a dry run and a change of mind append nothing', async () => {
    await office.dondoc('adopt --dry-run --as quan-tri');
    const { code, stderr } = await office.dondoc('status --as quan-tri');
    expect(code).toBe(1);
    expect(stderr).toContain('dondoc adopt');
  });

  test('a program gets the changes as JSON, and must say --yes', async () => {
    expect((await office.dondoc('adopt --json --as quan-tri')).code).toBe(2);
    const { stdout } = await office.dondoc('adopt --json --yes --as quan-tri');
    const said: unknown = JSON.parse(stdout);
    expect(said).toMatchObject({
      adopted: true,
      changes: expect.arrayContaining([expect.objectContaining({ kind: 'plan' })]),
    });
  });

  test.each([
    ['who may not adopt is told who may', 'adopt --yes', 1, 'quan-tri (Ngô Thị Tám)'],
    ['nobody by that id', 'adopt --yes --as nobody', 1, 'Cơ quan không có người “nobody”'],
    ['nobody to ask', 'adopt --as quan-tri', 2, '--yes'],
  ])('%s', async (_, line, code, words) => {
    const outcome = await office.dondoc(line);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(words);
  });

  test('a file that is broken is shown by its line, before any ledger is made', async () => {
    await replaceIn(office, 'plans/ttdn-2020.yaml', ['year: 2020', 'year: hai nghìn']);
    const { code, stderr } = await office.dondoc('adopt --yes --as quan-tri');
    expect(code).toBe(1);
    expect(stderr).toMatch(/plans\/ttdn-2020\.yaml:\d+:\d+/);
    expect((await office.files()).some((path) => path.startsWith('.dondoc'))).toBe(false);
  });

  test('an office without people, or with several and no officer, asks who acts', async () => {
    const text = await office.read('office.yaml');
    const people = /^people:\n(?: .*\n)+/m;
    await office.write('office.yaml', text.replace(people, ''));
    expect((await office.dondoc('adopt --yes')).stderr).toContain('Chưa có ai trong mục people');
    await office.write('office.yaml', text.replaceAll('- officer', '- viewer'));
    expect((await office.dondoc('adopt --yes')).stderr).toContain('ghi --as với mã của người thực hiện');
  });

  test('a unit that is left out of the file is refused, with what to do instead', async () => {
    await office.dondoc('adopt --yes --as quan-tri');
    const text = await office.read('office.yaml');
    const at = text.indexOf('  - id: th-phu-loc');
    const end = text.indexOf('\npeople:');
    await office.write('office.yaml', text.slice(0, at).trimEnd() + text.slice(end));
    const { code, stderr } = await office.dondoc('adopt --yes --as quan-tri');
    expect(code).toBe(1);
    expect(stderr).toContain('Trường Tiểu học Phú Lộc');
    expect(stderr).toMatch(/office\.yaml:\d+:\d+ {2}adoption\.agency-missing/);
  });
});

describe('versions, diff and pull', () => {
  let office: LedgerWorld;
  beforeAll(async () => {
    office = await ledgerWorld();
    await replaceIn(office, 'plans/ttdn-2020.yaml', ['(Cô Oanh-VT)', '(Văn thư)']);
  });
  afterAll(() => office.remove());

  test('diff holds the file against what was adopted, then version against version', async () => {
    const file = await office.dondoc('diff ttdn-2020');
    expect(file.code).toBe(0);
    expect(file.stdout).toContain('~ ');
    expect(file.stderr).toContain('khác biệt giữa phiên bản 1 và plans/ttdn-2020.yaml.');
    await office.dondoc('adopt --yes --as quan-tri');
    expect((await office.dondoc('diff ttdn-2020')).stderr).toContain(
      'Không có khác biệt giữa phiên bản 2 và plans/ttdn-2020.yaml.',
    );
    const versions = await office.dondoc('diff ttdn-2020 1 2');
    expect(versions.stdout).toBe(file.stdout);
    expect((await office.dondoc('versions ttdn-2020')).stdout).toMatch(/ 1 +24\/02\/2020[\s\S]* 2 +01\/6\/2020/);
  });

  test('pull leaves a file that says the same as it is, comments too', async () => {
    const before = [await office.read('office.yaml'), await office.read('plans/ttdn-2020.yaml')];
    const { code, stderr } = await office.dondoc('pull');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Không có thay đổi') });
    expect([await office.read('office.yaml'), await office.read('plans/ttdn-2020.yaml')]).toEqual(before);
  });

  test('pull replaces a file that differs only when it is agreed to', async () => {
    await replaceIn(office, 'office.yaml', ['Ngô Thị Tám', 'Ngô Thị Chín']);
    const edited = await office.read('office.yaml');
    const alone = await office.dondoc('pull');
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('thêm --force để thay') });
    const no = await office.dondoc('pull', { answers: ['k'] });
    expect(no).toMatchObject({ code: 1, stderr: expect.stringContaining('Chưa ghi tệp nào.') });
    expect(await office.read('office.yaml')).toBe(edited);
    const forced = await office.dondoc('pull --force');
    expect(forced.code).toBe(0);
    expect(forced.stdout).toMatch(/thay +office\.yaml/);
    expect(await office.read('office.yaml')).toContain('Ngô Thị Tám');
    expect((await office.dondoc('adopt --yes --as quan-tri')).stderr).toContain('Không có thay đổi');
  });

  test('pull makes the files that are missing, from the ledger alone', async () => {
    const bare = await ledgerWorld();
    const { rm } = await import('node:fs/promises');
    await rm(`${bare.folder}/office.yaml`);
    await rm(`${bare.folder}/plans`, { recursive: true });
    const { code, stdout } = await bare.dondoc('pull');
    expect(code).toBe(0);
    expect(stdout).toMatch(/tạo mới +plans\/ttdn-2020\.yaml/);
    expect(await bare.files()).toContain('schemas/plan.schema.json');
    expect((await bare.dondoc('adopt --yes --as quan-tri')).stderr).toContain('Không có thay đổi');
    await bare.remove();
  });

  test.each([
    ['versions nope', 1, 'Kế hoạch nope không có trong hệ thống'],
    ['diff nope', 1, 'Không có kế hoạch “nope”'],
    ['diff ttdn-2020 1 9', 1, 'không có phiên bản 9'],
    ['diff ttdn-2020 zero', 1, 'không phải là số nguyên'],
  ])('%s is refused', async (line, code, words) => {
    const outcome = await office.dondoc(line);
    expect(outcome.stderr).toContain(words);
    expect([code, 2]).toContain(outcome.code);
  });
});
