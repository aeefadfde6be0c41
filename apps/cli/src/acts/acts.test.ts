import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AFTER, ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

let office: LedgerWorld;
beforeAll(async () => {
  office = await ledgerWorld();
  await office.write('ban-ky.pdf', PDF);
});
afterAll(() => office.remove());

/** The desk's word for each unit, by id. */
async function states(): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await office.dondoc('status half-year 2020-H1 --json', { now: AFTER });
  const { rows }: { rows: { unit: { id: string }; badge: { text: string } }[] } = JSON.parse(stdout);
  return Object.fromEntries(rows.map(({ unit, badge }) => [unit.id, badge.text]));
}

describe('the acts of the desk, one after another', () => {
  test('collect takes each file whole, and none twice', async () => {
    const dry = await office.dondoc('collect inbox/2020-H1 --dry-run', { now: AFTER });
    expect(dry.stderr).toContain('Chưa ghi gì (--dry-run): 04 báo cáo ghi nhận được');
    // Two of them say that they come on a later day.
    const first = await office.dondoc('collect inbox/2020-H1');
    expect(first.stderr).toContain('02 báo cáo đã ghi nhận, 0 đã có từ trước, 02 tệp cần sửa (02 điểm cần sửa).');
    const again = await office.dondoc('collect inbox/2020-H1', { now: AFTER });
    expect(again).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('02 báo cáo đã ghi nhận, 02 đã có từ trước'),
    });
    const third = await office.dondoc('collect inbox/2020-H1', { now: AFTER });
    expect(third.stderr).toContain('0 báo cáo đã ghi nhận, 04 đã có từ trước, 0 tệp cần sửa.');
  });

  test('confirm, on several units at once, gives each a receipt', async () => {
    const { code, stdout, stderr } = await office.dondoc('confirm mn-hoa-sen th-an-thinh half-year 2020-H1', {
      now: AFTER,
    });
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
      code: 0,
      stderr: 'Người thực hiện: Trần Văn Bảy (chuyen-vien).',
    });
    expect(stderr).toContain('Đã xác nhận báo cáo của 02 đơn vị.');
    expect(stdout).toMatch(/Trường MN Hoa Sen +Đã xác nhận +[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await states()).toMatchObject({ 'mn-hoa-sen': 'Đã xác nhận', 'th-an-thinh': 'Đã xác nhận' });
  });

  test('a unit that cannot be confirmed refuses all, by its name', async () => {
    const before = await states();
    const { code, stdout, stderr } = await office.dondoc('confirm th-phu-loc mn-hoa-sen half-year 2020-H1', {
      now: AFTER,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Không thực hiện được cho 01 đơn vị: Trường Mầm non Hoa Sen.');
    expect(stderr).toContain('mn-hoa-sen  act.confirmed');
    expect(stderr).toContain('Chưa ghi vào nhật ký: 01 điểm cần sửa.');
    expect(await states()).toEqual(before);
  });

  test('return gives a note for a field and for the whole, and a date to send again by', async () => {
    const line =
      'return th-phu-loc half-year 2020-H1 --due "08/6/2020 16:00" --note "briefings=Ghi rõ tên" --reason "Xem lại số liệu"';
    const { code, stderr } = await office.dondoc(line, { now: AFTER });
    expect(code, stderr).toBe(0);
    expect(await states()).toMatchObject({ 'th-phu-loc': 'Cần bổ sung' });
  });

  test('record takes what is sent again, with its number and the signed copy', async () => {
    const line =
      'record th-phu-loc half-year 2020-H1 --from inbox/2020-H1/th-phu-loc.json --received 06/6/2020 --channel paper --number 12/BC-THPL --date 05/6/2020 --signed-copy ban-ky.pdf';
    const { code, stderr } = await office.dondoc(line, { now: '2020-06-06T03:00:00Z' });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('Đã ghi nhận báo cáo nhận qua bản giấy ngày 06/6/2020');
    expect(stderr).toContain('Đã đính kèm bản có chữ ký');
    expect((await office.files()).filter((path) => path.startsWith('.dondoc/files/signed/'))).toHaveLength(1);
    const again = await office.dondoc('record th-phu-loc half-year 2020-H1 --signed-copy ban-ky.pdf', {
      now: '2020-06-06T03:00:00Z',
    });
    expect(again.stderr).toContain('bản có chữ ký này đã được đính kèm');
  });
});

describe('what has not come', () => {
  let other: LedgerWorld;
  beforeAll(async () => {
    other = await ledgerWorld();
  });
  afterAll(() => other.remove());

  test('extend, waive, unwaive and nil, each with its reason', async () => {
    const extended = await other.dondoc('extend mn-hoa-sen half-year 2020-H1 --to 10/6/2020 --reason "Mất mạng"');
    expect(extended.stdout).toContain('Gia hạn đến 10/6/2020');
    const waived = await other.dondoc('waive mn-anh-duong half-year 2020-H1 --reason "Mới thành lập"');
    expect(waived.stderr).toContain('Đã miễn báo cáo kỳ này cho 01 đơn vị.');
    const unwaived = await other.dondoc('unwaive mn-anh-duong half-year 2020-H1 --reason "Đủ kỳ"');
    expect(unwaived.code).toBe(0);
    const nil = await other.dondoc(
      'nil mn-anh-duong th-an-thinh half-year 2020-H1 --reason "Không có hoạt động" --received 01/6/2020 --channel chat',
    );
    expect(nil.stderr).toContain('Đã ghi nhận 02 báo cáo.');
    const again = await other.dondoc('nil mn-anh-duong half-year 2020-H1 --reason "Không có hoạt động" --channel chat');
    expect(again.stderr).toContain('đã được ghi nhận từ trước');
    const { stdout } = await other.dondoc('status half-year 2020-H1');
    expect(stdout).toContain('Không phát sinh');
  });

  test('extend names a date where the plan has none', async () => {
    const { code, stdout, stderr } = await other.dondoc(
      'extend mn-hoa-sen result 2020 --to 30/11/2020 --reason "Ấn định"',
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Chưa gửi');
  });

  test('a request of this morning is entered in one line and followed like any other', async () => {
    const line = 'events add "Báo cáo khách nước ngoài" --due "01/6/2020 16:00" --id khach --kind tieu-hoc';
    const { code, stderr } = await other.dondoc(line);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('02 đơn vị gửi trước 16 giờ 00 ngày 01/6/2020');
    const board = await other.dondoc('status khach on-khach');
    expect(board.stdout).toContain('Số phải gửi 2');
    const late = await other.dondoc('record th-an-thinh khach on-khach --received "01/6/2020 16:20" --channel chat', {
      now: '2020-06-01T10:00:00Z',
    });
    expect(late.stderr).toContain('chậm 20 phút');
    expect((await other.dondoc('events list')).stdout).toContain('khach');
    expect((await other.dondoc(line)).stderr).toContain('đã được dùng');
  });
});

describe('refusals', () => {
  let bare: LedgerWorld;
  beforeAll(async () => {
    bare = await ledgerWorld();
    await bare.write('cut.pdf', PDF.replace('%%EOF', ''));
  });
  afterAll(() => bare.remove());

  test.each([
    ['confirm half-year 2020-H1', 2, 'Còn thiếu tham số'],
    ['confirm mn-hoa-sen mn-hoa-sen half-year 2020-H1', 2, 'được ghi hai lần'],
    ['confirm nope half-year 2020-H1', 1, 'Không có đơn vị “nope” trong danh sách'],
    ['confirm mn-hoa-sen half-year 2020-H1 --as truong-phong', 1, 'không có vai trò người theo dõi (officer)'],
    ['return mn-hoa-sen half-year 2020-H1 --due 10/6/2020', 2, 'Ghi nội dung cần bổ sung'],
    ['return mn-hoa-sen half-year 2020-H1 --reason x', 2, 'Chưa ghi --due'],
    ['extend mn-hoa-sen half-year 2020-H1 --to 31/02/2020 --reason x', 2, 'không phải là một ngày có trong lịch'],
    ['waive mn-hoa-sen half-year 2020-H1', 2, 'Chưa ghi --reason'],
    ['waive mn-hoa-sen half-year 2020-H1 --reason " "', 1, 'Chưa ghi lý do'],
    ['record mn-hoa-sen half-year 2020-H1', 1, 'Báo cáo này có biểu mẫu'],
    ['record mn-hoa-sen half-year 2020-H1 --signed-copy office.yaml', 1, 'không phải là tệp PDF nguyên vẹn hoặc ảnh'],
    ['record mn-hoa-sen half-year 2020-H1 --signed-copy cut.pdf', 1, 'không phải là tệp PDF nguyên vẹn hoặc ảnh'],
    ['record mn-hoa-sen half-year 2020-H1 --signed-copy nope.pdf', 1, 'Không có tệp nope.pdf'],
    ['record mn-hoa-sen half-year 2020-H1 --from form.xlsx', 2, '--from nhận tệp .json'],
    [
      'record mn-hoa-sen half-year 2020-H1 --from inbox/2020-H1/th-an-thinh.json',
      1,
      'không phải của Trường Mầm non Hoa Sen',
    ],
    ['record mn-hoa-sen half-year 2020-H1 --channel fax', 2, 'Chọn một trong: paper, system, email, chat'],
    ['collect nope', 1, 'Không có tệp nope'],
    ['nil mn-hoa-sen half-year 2020-H1 --today 01/6/2020 --reason x', 2, '--today'],
    ['events add "" --due 20/6/2020', 2, 'Chưa ghi nội dung yêu cầu'],
    ['events add x --due hôm-qua', 2, 'không phải là ngày, giờ có trong lịch'],
  ])('%s', async (line, code, words) => {
    const empty = await bare.dondoc(line);
    expect({ code: empty.code, said: empty.stderr.includes(words) ? words : empty.stderr }).toEqual({
      code,
      said: words,
    });
    expect(empty.stdout).toBe('');
  });

  test('a file that is wrong is shown by its line and leaves the others be', async () => {
    const fresh = await ledgerWorld();
    const bad: { answers: Record<string, unknown>; receivedOn?: string } = JSON.parse(
      await fresh.read('inbox/2020-H1/mn-hoa-sen.json'),
    );
    bad.answers['briefings'] = 'khoảng 5';
    await fresh.write('inbox/2020-H1/mn-hoa-sen.json', JSON.stringify(bad, null, 2));
    await fresh.write('inbox/2020-H1/zz.json', '{"format":"dondoc.submission/1"}');
    const { code, stdout, stderr } = await fresh.dondoc('collect inbox/2020-H1', { now: AFTER });
    expect(code).toBe(1);
    expect(stderr).toMatch(/inbox\/2020-H1\/mn-hoa-sen\.json:\d+:\d+ {2}answer\.not-a-count/);
    expect(stderr).toContain('zz.json không ghi đủ kế hoạch');
    expect(stdout).toMatch(/th-an-thinh\.json +Trường TH An Thịnh +đã ghi nhận/);
    expect(stderr).toContain('03 báo cáo đã ghi nhận, 0 đã có từ trước, 02 tệp cần sửa');
    await fresh.remove();
  });

  test('a file that does not say when it came is asked for --received', async () => {
    const fresh = await ledgerWorld();
    const { receivedOn: _, channel: _channel, ...rest } = JSON.parse(await fresh.read('inbox/2020-H1/mn-hoa-sen.json'));
    await fresh.write('one.json', JSON.stringify(rest, null, 2));
    const refused = await fresh.dondoc('collect one.json', { now: AFTER });
    expect(refused.stderr).toContain('ghi --received, ví dụ --received 03/6/2020');
    const taken = await fresh.dondoc('collect one.json --received 03/6/2020 --channel email', { now: AFTER });
    expect(taken.stdout).toContain('đã ghi nhận');
    await fresh.remove();
  });
});
