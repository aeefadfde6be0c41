import { describe, expect, test } from 'vitest';
import { csv } from '@dondoc/server';
import { calendar, fold } from './ics.ts';
import { table } from './table.ts';
import { pad, widthOf, wrap } from './width.ts';

describe('width of Vietnamese', () => {
  test.each([
    ['Đơn vị', 6],
    ['Trường'.normalize('NFD'), 6],
    ['日本', 4],
    ['\u001B[31mđỏ\u001B[39m', 2],
    ['', 0],
  ])('%j takes %i cells', (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });

  test('pads by cells, not by code units', () => {
    expect(pad('ế'.normalize('NFD'), 3)).toBe(`${'ế'.normalize('NFD')}  `);
    expect(pad('5', 3, 'right')).toBe('  5');
  });

  test('breaks at spaces and, where there are none, within the word', () => {
    expect(wrap('một hai ba', 7)).toEqual(['một hai', 'ba']);
    expect(wrap('dài-quá', 3)).toEqual(['dài', '-qu', 'á']);
    expect(wrap('', 5)).toEqual(['']);
  });
});

describe('table', () => {
  const columns = [
    { title: 'Đơn vị', least: 6 },
    { title: 'Số', align: 'right' as const },
  ];

  test('aligns letters with marks', () => {
    expect(
      table(columns, [
        ['Trường Ánh Dương', '5'],
        ['MN', '12'],
      ]),
    ).toBe('Đơn vị            Số\n────────────────  ──\nTrường Ánh Dương   5\nMN                12\n');
  });

  test('breaks the column that may be broken to keep within the terminal', () => {
    const drawn = table(columns, [['Trường Mầm non Ánh Dương', '5']], 20);
    expect(Math.max(...drawn.split('\n').map(widthOf))).toBeLessThanOrEqual(20);
    expect(drawn).toContain('Trường Mầm non     5\nÁnh Dương\n');
  });

  describe('on a narrow terminal', () => {
    const many = [
      { title: 'Ngày cuối' },
      { title: 'Nội dung', least: 30 },
      { title: 'Thời hạn', least: 24 },
      { title: 'Ghi chú', least: 16 },
    ];
    const row = ['04/6/2020', 'Báo cáo kết quả hoạt động 6 tháng đầu năm', 'trước ngày 05/6/2020 (chậm nhất)', ''];
    const drawn = (cells: number) => table(many, [row, row], cells);

    test.each([40, 55, 70, 93, 120])('keeps within %i cells', (cells) => {
      expect(Math.max(...drawn(cells).split('\n').map(widthOf))).toBeLessThanOrEqual(cells);
    });

    test.each([60, 93, 120])('is a table of %i cells, where that can be read', (cells) => {
      expect(drawn(cells)).toMatch(/^Ngày cuối +Nội dung +Thời hạn +Ghi chú$/m);
    });

    test('is a list below that, without the empty cells', () => {
      const item =
        'Ngày cuối: 04/6/2020\nNội dung: Báo cáo kết quả hoạt động 6\n  tháng đầu năm\nThời hạn: trước ngày 05/6/2020 (chậm\n  nhất)';
      expect(drawn(40)).toBe(`${item}\n\n${item}\n`);
    });

    test('that tells no width is as wide as any', () => {
      expect(drawn(0)).toBe(drawn(120));
    });
  });

  test('keeps what cannot be broken whole', () => {
    expect(table([{ title: 'Mã' }], [['x'.repeat(50)]], 10)).toContain('x'.repeat(50));
  });
});

describe('csv', () => {
  test('begins with a byte order mark and ends lines with CRLF', () => {
    expect(
      csv([
        ['a', 1],
        ['b', undefined],
      ]),
    ).toBe('\uFEFFa,1\r\nb,\r\n');
  });

  test.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+84 123', "'+84 123"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['dòng\nhai', '"dòng\nhai"'],
    ['thường', 'thường'],
  ])('writes %j as %j', (cell, written) => {
    expect(csv([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  test('leaves negative numbers numbers', () => {
    expect(csv([[-3]])).toBe('\uFEFF-3\r\n');
  });
});

describe('iCalendar', () => {
  test('folds at 75 octets and never inside a letter', () => {
    const line = `SUMMARY:${'Báo cáo kết quả hoạt động thông tin đối ngoại '.repeat(4)}`;
    const folded = fold(line).split('\r\n');
    expect(folded.length).toBeGreaterThan(2);
    for (const part of folded) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    expect(folded.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
    expect(folded.join('')).not.toContain('\uFFFD');
  });

  test.each([74, 75, 76])('folds a line of %i octets only past 75', (octets) => {
    expect(fold('x'.repeat(octets)).includes('\r\n')).toBe(octets > 75);
  });

  test('writes all-day events with escaped text and a stable stamp', () => {
    const text = calendar('Lịch; thử', [
      {
        uid: 'p/r/2020@dondoc',
        day: '2020-12-31',
        summary: 'A, B; C\\D',
        description: 'một\nhai',
        stamp: '2020-02-24',
      },
    ]);
    expect(text).toContain('DTSTART;VALUE=DATE:20201231\r\nDTEND;VALUE=DATE:20210101\r\n');
    expect(text).toContain('SUMMARY:A\\, B\\; C\\\\D\r\n');
    expect(text).toContain('DESCRIPTION:một\\nhai\r\n');
    expect(text).toContain('DTSTAMP:20200224T000000Z\r\n');
    expect(text).toContain('X-WR-CALNAME:Lịch\\; thử\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
