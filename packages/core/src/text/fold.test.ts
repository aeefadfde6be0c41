import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nfc, searchKey } from './fold.ts';

describe('folding', () => {
  test('separate accents are composed', () => {
    const separate = 'Kế hoạch thông tin đối ngoại'.normalize('NFD');
    expect(separate).not.toBe('Kế hoạch thông tin đối ngoại');
    expect(nfc(separate)).toBe('Kế hoạch thông tin đối ngoại');
  });

  test('every run of white space becomes one space, none at the ends', () => {
    expect(fold('  Phòng\n Giáo  dục\tvà Đào tạo ')).toBe('Phòng Giáo dục và Đào tạo');
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        expect(fold(fold(s))).toBe(fold(s));
      }),
    );
  });
});

describe('the search key', () => {
  test.each([
    ['Trường Tiểu học Nhị Thành', 'truong tieu hoc nhi thanh'],
    ['ĐẶNG  Thị Đào', 'dang thi dao'],
    ['Sở GD&ĐT', 'so gd&dt'],
    ['TH&THCS Mỹ Phú'.normalize('NFD'), 'th&thcs my phu'],
  ])('%s is found as %s', (name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  test.each(['Thủ Thừa', 'Đức Huệ', 'Ủy ban nhân dân', 'Trường PTDTNT'])('the key of %s is its own key', (name) => {
    expect(searchKey(searchKey(name))).toBe(searchKey(name));
  });
});
