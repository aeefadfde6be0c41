import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AFTER, ledgerWorld, smallWorld, type LedgerWorld } from '../testing/ledger-world.ts';

let office: LedgerWorld;
beforeAll(async () => {
  office = await ledgerWorld();
  await office.dondoc('collect inbox/2020-H1/mn-hoa-sen.json', { now: '2020-05-30T02:00:00Z' });
});
afterAll(() => office.remove());

describe('status', () => {
  test('shows each unit in the office’s order with its state, and the rates', async () => {
    const { code, stdout, stderr } = await office.dondoc('status half-year 2020-H1', { columns: 200 });
    expect(code).toBe(0);
    expect(stderr).toContain('gửi trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Tính đến 08:00 ngày 01/6/2020.');
    const lines = stdout.split('\n');
    expect(lines.slice(2, 6).map((line) => line.split(/ {2,}/)[1])).toEqual([
      'Trường MN Hoa Sen',
      'Trường MN Ánh Dương',
      'Trường TH An Thịnh',
      'Trường TH Phú Lộc',
    ]);
    expect(stdout).toContain('Sắp đến hạn, còn 03 ngày');
    expect(stdout).toContain(
      'Số phải gửi 4 · Đã nhận 1 (25%) · Đúng hạn 1 (25%) · Chậm 0 · Chưa gửi 3 · Đã xác nhận 0.',
    );
  });

  test('without a period shows every report and period with its counts', async () => {
    const { stdout } = await office.dondoc('status', { columns: 200 });
    expect(stdout).toMatch(
      /ttdn-2020\s+half-year\s+2020-H1\s+trước ngày 05\/6\/2020 \(chậm nhất hết ngày 04\/6\/2020\)\s+4\s+1\s+1\s+0\s+3\s+0/,
    );
    const { stdout: one } = await office.dondoc('status year');
    expect(one).not.toContain('half-year');
  });

  test('a request that is due at an hour says the hour', async () => {
    const asked = await ledgerWorld();
    const now = '2020-05-11T01:00:00Z';
    await asked.dondoc('events add "Khách nước ngoài" --due "15/5/2020 16:00" --id khach', { now });
    const { stdout } = await asked.dondoc('status khach', { now, columns: 200 });
    expect(stdout).toContain('trước 16 giờ 00 ngày 15/5/2020');
    expect(stdout).not.toContain('hết ngày');
    await asked.remove();
  });

  test('as of an earlier day it knows only what was known then', async () => {
    const { stdout } = await office.dondoc('status half-year 2020-H1 --as-of 29/5/2020', { now: AFTER });
    expect(stdout).toContain('Đã nhận 0');
  });

  test('gives JSON for programs and CSV for a spreadsheet', async () => {
    const { stdout } = await office.dondoc('status half-year 2020-H1 --json');
    const board: unknown = JSON.parse(stdout);
    expect(board).toMatchObject({ plan: 'ttdn-2020', rates: { expected: 4, received: 1, missing: 3 } });
    const { stdout: sheet } = await office.dondoc('status half-year 2020-H1 --csv');
    expect(sheet.startsWith('\uFEFF')).toBe(true);
    expect(sheet).toContain('Trường Mầm non Hoa Sen');
    const { stdout: all } = await office.dondoc('status --csv');
    expect(all).toContain('half-year,2020-H1');
  });

  test.each([
    ['status nope 2020-H1', 1, 'các báo cáo hiện có: unit-plan, result, half-year, year'],
    ['status half-year 2021-H1', 1, 'các kỳ hiện có: 2020-H1'],
    ['status nope', 1, 'các báo cáo hiện có'],
    ['status half-year 2020-H1 --plan nope', 1, 'không có trong hệ thống'],
    [
      'status half-year 2020-H1 --as-of 01/7/2020',
      1,
      'Ngày 01/7/2020 (ghi ở --as-of) chưa đến; hôm nay là ngày 01/6/2020',
    ],
    ['status --json --csv', 2, 'không ghi cùng nhau'],
    ['status --as nobody', 1, 'chọn một trong: truong-phong (Võ Văn Mười: lãnh đạo)'],
  ])('%s is refused with what is there instead', async (line, code, words) => {
    const outcome = await office.dondoc(line);
    expect({ code: outcome.code, said: outcome.stderr.includes(words) ? words : outcome.stderr }).toEqual({
      code,
      said: words,
    });
    expect(outcome.stdout).toBe('');
  });

  test('before the first adoption it says what to run, and makes no ledger', async () => {
    const fresh = await smallWorld();
    const { code, stderr } = await fresh.dondoc('status');
    expect(code).toBe(1);
    expect(stderr).toContain('chạy: dondoc adopt');
    expect((await fresh.files()).some((path) => path.startsWith('.dondoc'))).toBe(false);
    await fresh.remove();
  });

  test('the ledger is the truth: an office.yaml that is broken or gone changes nothing', async () => {
    const kept = await office.read('office.yaml');
    await office.write('office.yaml', 'format: [');
    expect((await office.dondoc('status')).code).toBe(0);
    await office.write('office.yaml', kept);
  });

  test('a ledger that is no database is said to be broken', async () => {
    const broken = await smallWorld();
    await broken.write('.dondoc/dondoc.db', 'không phải cơ sở dữ liệu '.repeat(100));
    const { code, stderr } = await broken.dondoc('status');
    expect(code).toBe(1);
    expect(stderr).toContain('Không mở được nhật ký .dondoc/dondoc.db');
    await broken.remove();
  });
});

describe('explain', () => {
  test('tells the rule, the dates, what happened and who declared it', async () => {
    const { code, stdout } = await office.dondoc('explain mn-hoa-sen half-year 2020-H1');
    expect(code).toBe(0);
    expect(stdout).toContain('Kế hoạch ghi: “trước ngày 05/6”');
    expect(stdout).toContain('do Trần Văn Bảy ghi nhận');
    expect(stdout).toContain('Kết quả: đúng hạn.');
  });

  test('says that there is no such unit, and which is near however it is spaced', async () => {
    const { code, stderr } = await office.dondoc('explain th-phuloc half-year 2020-H1');
    expect(code).toBe(1);
    expect(stderr).toContain('Không có đơn vị “th-phuloc”');
    expect(stderr).toContain('mã gần giống: th-phu-loc');
  });

  test('names units that are near to one that owes nothing', async () => {
    const { code, stderr } = await office.dondoc('explain hoa-sen half-year 2020-H1');
    expect(code).toBe(1);
    expect(stderr).toContain('mã gần giống: mn-hoa-sen');
  });
});
