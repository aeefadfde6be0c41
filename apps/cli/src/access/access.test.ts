import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEFORE, ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';

let office: LedgerWorld;
beforeAll(async () => {
  office = await ledgerWorld();
});
afterAll(() => office.remove());

const admin = (line: string, now = BEFORE) => office.dondoc(`${line} --as quan-tri`, { now });

describe('tokens', () => {
  test('the secret stands alone on stdout, this once', async () => {
    const { code, stdout, stderr } = await admin('token create --person chuyen-vien --label "máy bàn" --days 30');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dd_[\w-]{43}\n$/);
    expect(stderr).toContain('hiệu lực đến ngày 01/7/2020');
    const list = await admin('token list');
    expect(list.stdout).toMatch(/tok-\w+ +chuyen-vien +officer +máy bàn +đến ngày 01\/7\/2020/);
    expect(list.stdout + list.stderr).not.toContain(stdout.trim());
    expect((await admin('token list', '2020-08-01T00:00:00Z')).stdout).toContain('đã hết hạn ngày 01/7/2020');
  });

  test('a revoked one says so', async () => {
    const { stdout } = await admin('token create --role viewer --label tạm --json');
    const { credential }: { credential: string } = JSON.parse(stdout);
    expect((await admin(`token revoke ${credential}`)).stderr).toContain(`Đã thu hồi mã truy cập: ${credential}.`);
    expect((await admin('token list')).stdout).toContain('đã thu hồi ngày 01/6/2020');
    expect(await admin('token revoke tok-nope')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('tok-nope'),
    });
  });
});

describe('sign-in links', () => {
  test('one for each unit named, under the address that people open', async () => {
    const { code, stdout, stderr } = await admin(
      'link create --unit mn-hoa-sen --unit th-an-thinh --role filer --uses 2',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/mn-hoa-sen +filer +http:\/\/127\.0\.0\.1:8787\/sign-in\/[\w-]{43}/);
    expect(stderr).toContain('Đã cấp 02 đường dẫn đăng nhập, mỗi đường dẫn dùng cho 02 thiết bị');
    const own = await admin('link create --person truong-phong --public-url https://dondoc.example.vn');
    expect(own.stdout).toMatch(/^https:\/\/dondoc\.example\.vn\/sign-in\/[\w-]{43}\n$/);
    expect((await admin('link list')).stdout).toMatch(/lnk-\w+ +mn-hoa-sen:filer +filer/);
  });

  test('revoked with the devices that they signed in', async () => {
    const { stdout } = await admin('link create --unit th-phu-loc --role filer --json');
    const { links }: { links: { credential: string }[] } = JSON.parse(stdout);
    const { code } = await admin(`link revoke ${links[0]?.credential ?? ''} --sessions`);
    expect(code).toBe(0);
    expect((await admin('link list')).stdout).toContain('đã thu hồi');
    expect((await admin('sessions list')).stderr).toContain('0 thiết bị đang đăng nhập.');
  });
});

test.each([
  ['token create', 2, 'Ghi cấp cho ai'],
  ['token create --unit mn-hoa-sen', 2, 'Ghi vai trò ở đơn vị'],
  ['token create --unit mn-hoa-sen --person van-thu --role filer', 2, 'không ghi cùng nhau'],
  ['token create --person van-thu --days 9999', 2, 'từ 1 đến 730'],
  ['link create --person nobody', 1, 'nobody'],
  ['link create --role filer --unit mn-hoa-sen --server https://x.vn --public-url https://y.vn', 2, 'bỏ --public-url'],
  ['sessions revoke ses-nope', 1, 'ses-nope'],
])('%s is refused', async (line, code, words) => {
  const outcome = await admin(line);
  expect({ code: outcome.code, said: outcome.stderr.includes(words) ? words : outcome.stderr }).toEqual({
    code,
    said: words,
  });
});

test('access is the admin’s to give', async () => {
  const { code, stderr } = await office.dondoc('token list');
  expect(code).toBe(1);
  expect(stderr).toContain('không có vai trò người quản trị (admin)');
  expect(stderr).toContain('quan-tri (Ngô Thị Tám)');
});
