import { describe, expect, test } from 'vitest';
import { columnsOf, kindOf } from './columns.ts';
import { parseCsv, separatorOf } from './csv.ts';
import { readUnits } from './read.ts';

describe('CSV', () => {
  test.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb\tc', '\t'],
    ['"a,b";c;d', ';'],
    ['một cột', ','],
  ])('tells the separator of %j', (line, separator) => {
    expect(separatorOf(line)).toBe(separator);
  });

  test('reads quotes, line breaks inside them, CRLF and blank rows', () => {
    const parsed = parseCsv('a,b\r\n"x ""y"", z","hai\ndòng"\r\n,\r\nlast,1');
    expect(parsed).toEqual({
      ok: true,
      rows: [
        { cells: ['a', 'b'], line: 1 },
        { cells: ['x "y", z', 'hai\ndòng'], line: 2 },
        { cells: ['last', '1'], line: 5 },
      ],
    });
  });

  test('says where a quote that is never closed was opened', () => {
    expect(parseCsv('a\n"b\nc')).toEqual({ ok: false, line: 2 });
  });
});

test.each([
  ['Trường Mầm non Hoa Sen', 'mam-non'],
  ['TRƯỜNG MẪU GIÁO MĂNG NON', 'mau-giao'],
  ['Trường Tiểu học An Thịnh', 'tieu-hoc'],
  ['TH Nhị Thành', 'tieu-hoc'],
  ['Trường THCS Mỹ Hưng', 'thcs'],
  ['Trường TH&THCS Đồng Xanh', 'nhieu-cap'],
  ['Trường TH và THCS Bình An', 'nhieu-cap'],
  ['Trường Tiểu học và Trung học cơ sở Bình An', 'nhieu-cap'],
  ['Trường THCS&THPT Mỹ Bình', 'nhieu-cap'],
  ['Trường THPT Thủ Thừa', 'thpt'],
  ['Trung tâm GDNN-GDTX', 'gdtx'],
  ['UBND xã Thủ Thừa', 'ubnd-xa'],
  ['Ủy ban nhân dân phường 1', 'ubnd-xa'],
  ['tieu-hoc', 'tieu-hoc'],
  ['Thư viện', undefined],
])('takes the kind of %j for %j', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

test('knows the headings that offices write', () => {
  const columns = columnsOf(['STT', 'TÊN ĐƠN VỊ', 'Cấp học', 'Xã, thị trấn', 'Số điện thoại', 'E-mail', 'Ghi chú']);
  expect([...(columns ?? [])]).toEqual([
    ['order', 0],
    ['name', 1],
    ['kind', 2],
    ['place', 3],
    ['phone', 4],
    ['email', 5],
  ]);
  expect(columnsOf(['Họ tên', 'Tuổi'])).toBeUndefined();
});

describe('a list of units', () => {
  test('may have a title above its heading', () => {
    const read = readUnits('DANH SÁCH TRƯỜNG\nSTT;Tên đơn vị\n1;Trường MN Hoa Sen\n', 'ds.csv');
    expect(read).toMatchObject({
      ok: true,
      value: [{ name: 'Trường MN Hoa Sen', kind: 'mam-non', order: 1, line: 3 }],
    });
  });

  test('tells every mistake with its line at once', () => {
    const text = 'STT,Tên đơn vị,Cấp học,Email\n1,Trường A,,a@b\n2,,Tiểu học,\n3,Trường TH B,,\n4,trường th  b,,\n';
    const read = readUnits(text, 'ds.csv');
    expect(read.ok).toBe(false);
    expect(read.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['units.unknown-kind', 2],
      ['units.bad-email', 2],
      ['units.blank-name', 3],
      ['units.name-twice', 5],
    ]);
  });

  test('needs a heading that names the units', () => {
    expect(readUnits('a,b\n1,2\n', 'ds.csv').findings).toMatchObject([{ rule: 'units.no-header' }]);
  });
});
