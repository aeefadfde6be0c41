import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphsOf } from '../testing/docx.ts';
import { AFTER, ledgerWorld, type LedgerWorld } from '../testing/ledger-world.ts';

let office: LedgerWorld;
beforeAll(async () => {
  office = await ledgerWorld();
  await office.dondoc('collect inbox/2020-H1/mn-hoa-sen.json');
  await office.dondoc('extend th-phu-loc half-year 2020-H1 --to 12/6/2020 --reason "Mất mạng"');
});
afterAll(() => office.remove());

describe('remind', () => {
  test('lists who is to be reminded and why, and nobody who has sent or has more time', async () => {
    const { code, stdout, stderr } = await office.dondoc('remind half-year 2020-H1', { now: AFTER });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'Báo cáo kết quả hoạt động thông tin đối ngoại, 6 tháng đầu năm 2020: 02 đơn vị cần đôn đốc bằng tin nhắn.',
        '  Chưa nhận được báo cáo, từ ngày 05/6/2020: quá hạn 01 ngày (01 ngày làm việc). Thời hạn: trước ngày 05/6/2020 (chậm',
        '  nhất hết ngày 04/6/2020).',
        '  Trường MN Ánh Dương; Trường TH An Thịnh.',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toContain('Trường MN Hoa Sen');
    expect(stdout).not.toContain('Trường TH Phú Lộc');
    expect(stderr).toContain('02 việc nhắc, đôn đốc.');
  });

  test('gives the text for a chat group alone on stdout', async () => {
    const { stdout } = await office.dondoc('remind half-year 2020-H1 --text', { now: AFTER });
    expect(stdout).toMatch(/^Kính gửi quý thầy, cô\. .*Trường MN Ánh Dương, Trường TH An Thịnh/);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('records what was done once it is agreed to; the same step is then due no more', async () => {
    const asked = await office.dondoc('remind half-year 2020-H1 --record', { now: AFTER, answers: ['k'] });
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain('Chưa ghi gì.');
    const { code, stderr } = await office.dondoc('remind half-year 2020-H1 --record', { now: AFTER, answers: ['c'] });
    expect(code).toBe(0);
    expect(stderr).toContain('Đã đôn đốc 02 đơn vị.');
    const again = await office.dondoc('remind half-year 2020-H1', { now: AFTER });
    expect(again.stderr).toContain('Hiện không có đơn vị nào cần nhắc');
  });

  test('a call is recorded only where it is asked for', async () => {
    const later = '2020-06-10T03:00:00Z';
    expect((await office.dondoc('remind half-year 2020-H1', { now: later })).stdout).toContain(
      'Gọi điện cho Thủ trưởng đơn vị, từ ngày 09/6/2020',
    );
    const none = await office.dondoc('remind half-year 2020-H1 --record --yes', { now: later });
    expect(none.stderr).toContain('--step call');
    expect(none.stderr).toContain('--record --step call');
    const called = await office.dondoc('remind half-year 2020-H1 --record --step call --yes', { now: later });
    expect(called.stderr).toContain('Đã đôn đốc 02 đơn vị.');
    const { stdout } = await office.dondoc('status half-year 2020-H1 --json', { now: later });
    const { rows }: { rows: { unit: { id: string }; facts: { urgings: number } }[] } = JSON.parse(stdout);
    expect(rows.map(({ unit, facts }) => [unit.id, facts.urgings])).toEqual([
      ['mn-hoa-sen', 0],
      ['mn-anh-duong', 2],
      ['th-an-thinh', 2],
      ['th-phu-loc', 0],
    ]);
  });

  test('drafts the letter to the late, without those who have more time', async () => {
    const { code, stderr } = await office.dondoc('remind half-year 2020-H1 -o out/don-doc.docx', { now: AFTER });
    expect(code, stderr).toBe(0);
    const text = paragraphsOf(await office.bytes('out/don-doc.docx')).join('\n');
    expect(text).toContain('Trường Mầm non Ánh Dương');
    expect(text).not.toContain('Trường Tiểu học Phú Lộc');
    expect(stderr).toContain('Đã nhận 1/3 đơn vị');
  });

  test.each([
    ['remind --send', 2, 'có ở phiên bản sau'],
    ['remind --text --record', 2, 'không ghi cùng nhau'],
    ['remind -o out/x.docx', 2, 'một báo cáo, một kỳ'],
    ['remind half-year 2020-H1 -o out/x.pdf', 2, '.docx'],
    ['remind half-year 2020-H1 -o out/x.docx', 1, 'chưa quá hạn'],
    ['remind half-year 2020-H1 --record', 2, '--yes'],
    ['remind half-year 2020-H1 --record --as van-thu', 1, 'không có vai trò người theo dõi (officer)'],
  ])('%s is refused', async (line, code, words) => {
    const outcome = await office.dondoc(line);
    expect({ code: outcome.code, said: outcome.stderr.includes(words) ? words : outcome.stderr }).toEqual({
      code,
      said: words,
    });
  });
});

describe('papers without --from follow from the ledger', () => {
  test('follow-up book, unit report and letter', async () => {
    const book = await office.dondoc('render follow-up-book half-year 2020-H1', { now: AFTER });
    expect(book.code, book.stderr).toBe(0);
    expect(paragraphsOf(await office.bytes('out/so-theo-doi-half-year-2020-H1.docx')).join('\n')).toContain('Gia hạn');
    expect((await office.dondoc('render unit-report mn-hoa-sen half-year 2020-H1')).code).toBe(0);
    expect((await office.dondoc('render reminder half-year 2020-H1', { now: AFTER })).code).toBe(0);
    expect((await office.dondoc('render follow-up-book')).stderr).toContain('cần mã báo cáo và kỳ');
    expect((await office.dondoc('render reminder half-year 2020-H1 --today 05/6/2020')).stderr).toContain(
      '--today chỉ dùng với --from',
    );
  });
});
