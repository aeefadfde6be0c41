import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphsOf } from '../testing/docx.ts';
import { AFTER, ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';

const LATER = '2020-06-12T02:00:00Z';

let office: LedgerWorld;
beforeAll(async () => {
  office = await ledgerWorld();
  await office.write('ban-ky.pdf', '%PDF-1.4\n%%EOF\n');
  await office.dondoc('collect inbox/2020-H1/mn-hoa-sen.json inbox/2020-H1/th-an-thinh.json', { now: AFTER });
});
afterAll(() => office.remove());

const run = (line: string, now = LATER) => office.dondoc(line, { now });

describe('from the draft to the issued report, in order', () => {
  test('consolidate reads the ledger where no files are named', async () => {
    const { code, stdout, stderr } = await run('consolidate half-year 2020-H1');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Số đơn vị có số liệu');
    expect(stderr).toContain('Số liệu tổng hợp từ 2/4 đơn vị (50%).');
    expect(stderr).toContain('Chưa có báo cáo của: Trường Mầm non Ánh Dương; Trường Tiểu học Phú Lộc.');
    const json: unknown = JSON.parse((await run('consolidate half-year 2020-H1 --json')).stdout);
    expect(json).toMatchObject({ coverage: { expected: 4, received: 2 } });
  });

  test('consolidate writes Word, CSV and JSON from the ledger', async () => {
    for (const file of ['a.docx', 'a.csv', 'a.json'])
      expect((await run(`consolidate half-year 2020-H1 -o out/${file}`)).code).toBe(0);
    expect(paragraphsOf(await office.bytes('out/a.docx')).join('\n')).toContain('2/4');
    expect((await office.read('out/a.csv')).startsWith('\uFEFF')).toBe(true);
  });

  test.each([
    ['consolidate half-year 2020-H1 --today 01/6/2020', 2, '--today chỉ dùng với --from'],
    ['consolidate half-year 2020-H1 --year-before x', 2, 'chỉ dùng với --from'],
    ['consolidate half-year 2020-H1 --from inbox --server http://127.0.0.1:1', 2, 'không ghi cùng nhau'],
    ['consolidate result 2020', 1, 'không có biểu mẫu'],
    ['approve half-year 2020-H1 --yes', 1, 'không có vai trò lãnh đạo (leader)'],
    ['approve half-year 2020-H1 --yes --as truong-phong', 1, 'trình'],
    ['issue half-year 2020-H1 --number 45 --date 12/6/2020 --yes --as van-thu', 1, 'đang ở bước “dự thảo”'],
    ['present half-year 2020-H1', 2, '--yes'],
    ['issue half-year 2020-H1 --as van-thu -o x.pdf', 2, '.docx'],
  ])('%s is refused', async (line, code, words) => {
    const outcome = await run(line);
    expect({ code: outcome.code, said: outcome.stderr.includes(words) ? words : outcome.stderr }).toEqual({
      code,
      said: words,
    });
  });

  test('what is presented is approved and sent back by the leader, and approved again', async () => {
    expect((await run('present half-year 2020-H1 --yes')).stderr).toContain('Đã trình lãnh đạo.');
    const back = await run('send-back half-year 2020-H1 --reason "Bổ sung khó khăn" --as truong-phong');
    expect(back.stderr).toContain('Đã trả lại dự thảo');
    await run('present half-year 2020-H1 --yes');
    const approved = await run('approve half-year 2020-H1 --yes --as truong-phong');
    expect(approved.stderr).toContain('Đang ở bước: đã trình. Số liệu từ 2/4 đơn vị (50%)');
    expect(approved.stderr).toMatch(/Đã phê duyệt\. Mã xác nhận: [0-9A-Z]{4}-[0-9A-Z]{4}\./);
  });

  test('a report that comes after the approval makes it a draft again', async () => {
    await run('collect inbox/2020-H1/th-phu-loc.json');
    const { code, stderr } = await run('issue half-year 2020-H1 --number 45 --date 12/6/2020 --yes --as van-thu');
    expect(code).toBe(1);
    expect(stderr).toContain('đang ở bước “dự thảo”');
    await run('present half-year 2020-H1 --yes');
    await run('approve half-year 2020-H1 --yes --as truong-phong');
  });

  test('issue freezes it, writes the document to out, and may be run again', async () => {
    expect((await run('issue half-year 2020-H1 --as van-thu')).stderr).toContain('--number 45 --date 12/6/2020');
    const symbol = await run('issue half-year 2020-H1 --number 45/BC-PGD --date 12/6/2020 --yes --as van-thu');
    expect(symbol).toMatchObject({ code: 1, stderr: expect.stringContaining('không kèm ký hiệu') });
    await office.write('anh.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const image = await run(
      'issue half-year 2020-H1 --number 45 --date 12/6/2020 --signed-copy anh.png --yes --as van-thu',
    );
    expect(image).toMatchObject({ code: 1, stderr: expect.stringContaining('anh.png không phải là tệp PDF') });
    const { code, stderr } = await run('issue half-year 2020-H1 --number 45 --date 12/6/2020 --yes --as van-thu');
    expect(code, stderr).toBe(0);
    const first = await office.bytes('out/bao-cao-tong-hop-half-year-2020-H1.docx');
    expect(paragraphsOf(first).join('\n')).toContain('45/BC-PGDĐT');
    const again = await run('issue half-year 2020-H1 --signed-copy ban-ky.pdf --as van-thu', '2020-06-20T02:00:00Z');
    expect(again.code, again.stderr).toBe(0);
    expect(again.stderr).toContain('Bản có chữ ký ban-ky.pdf đã được đính kèm.');
    const same = await run('issue half-year 2020-H1 --signed-copy ban-ky.pdf --as van-thu', '2020-06-20T02:00:00Z');
    expect(same.stderr).toContain('đã được đính kèm từ trước');
    await office.write('khac.pdf', '%PDF-1.4\n1\n%%EOF\n');
    const another = await run('issue half-year 2020-H1 --signed-copy khac.pdf --as van-thu', '2020-06-20T02:00:00Z');
    expect(another).toMatchObject({ code: 1, stderr: expect.stringContaining('khac.pdf  consolidation.file-kept') });
    expect(Buffer.compare(await office.bytes('out/bao-cao-tong-hop-half-year-2020-H1.docx'), first)).toBe(0);
    const other = await run('issue half-year 2020-H1 --number 46 --date 12/6/2020 --yes --as van-thu');
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('đã phát hành với số 45') });
  });

  test('what comes later goes into a supplement with a file of its own', async () => {
    const nothing = await run('present half-year 2020-H1 --yes');
    expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('không thay đổi') });
    await run('collect inbox/2020-H1/mn-anh-duong.json');
    expect((await run('present half-year 2020-H1 --yes')).stderr).toContain('lần này là báo cáo bổ sung');
    await run('approve half-year 2020-H1 --yes --as truong-phong');
    const { code, stderr } = await run(
      'issue half-year 2020-H1 --number 50 --date 20/6/2020 --yes --as van-thu',
      '2020-06-20T03:00:00Z',
    );
    expect(code, stderr).toBe(0);
    expect(await office.files()).toContain('out/bao-cao-tong-hop-half-year-2020-H1-bo-sung-1.docx');
  });
});
