import { describe, expect, test } from 'vitest';
import { isSafeName, safeName, slugOf } from './names.ts';

describe('safeName', () => {
  test.each([
    ['Trường Tiểu học An Thịnh', 'Trường Tiểu học An Thịnh.docx'],
    ['Báo cáo 6 tháng: 01/2020 "nháp"?', 'Báo cáo 6 tháng- 01-2020 -nháp.docx'],
    ['CON', '_CON.docx'],
    ['nul.txt', '_nul.txt.docx'],
    ['LPT¹', '_LPT¹.docx'],
    ['console', 'console.docx'],
    ['..\\..\\etc', 'etc.docx'],
    ['kế hoạch. . ', 'kế hoạch.docx'],
    ['', 'khong-ten.docx'],
    ['///', 'khong-ten.docx'],
    ['a\u0000b\nc', 'a-b-c.docx'],
  ])('makes %j safe', (words, expected) => {
    expect(safeName(words, '.docx')).toBe(expected.normalize('NFC'));
    expect(isSafeName(safeName(words, '.docx'))).toBe(true);
  });

  test('composes decomposed letters and keeps them', () => {
    expect(safeName('Trường'.normalize('NFD'))).toBe('Trường'.normalize('NFC'));
  });

  test('cuts at 200 bytes and keeps letters and extension whole', () => {
    const name = safeName('Đ'.repeat(300), '.docx');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^Đ+\.docx$/);
  });
});

test.each([
  ['.gitignore', true],
  ['báo cáo.docx', true],
  ['aux', false],
  ['a:b.docx', false],
  ['ends.', false],
  ['ends ', false],
  ['', false],
])('isSafeName(%j) is %s', (name, expected) => {
  expect(isSafeName(name)).toBe(expected);
});

test.each([
  ['Trường TH&THCS Mỹ An', 'truong-th-thcs-my-an'],
  ['Trường Mầm non Đồng Xanh', 'truong-mam-non-dong-xanh'],
  ['  ĐẶC – biệt  ', 'dac-biet'],
  ['§§', ''],
])('slugOf(%j) is %j', (words, expected) => {
  expect(slugOf(words)).toBe(expected);
});
