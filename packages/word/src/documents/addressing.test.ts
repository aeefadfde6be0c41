import { describe, expect, test } from 'vitest';
import { addresseeOf, addresseesOf } from './addressing.ts';

describe('the units a letter is written to', () => {
  test.each([
    ['tieu-hoc', 'Trường Tiểu học A', 'Hiệu trưởng Trường Tiểu học A'],
    ['gdtx', 'Trung tâm GDNN-GDTX B', 'Giám đốc Trung tâm GDNN-GDTX B'],
    ['ubnd-xa', 'Ủy ban nhân dân xã C', 'Ủy ban nhân dân xã C'],
    ['phong-vhxh', 'Phòng Văn hóa - Xã hội xã D', 'Thủ trưởng Phòng Văn hóa - Xã hội xã D'],
    ['other', 'Trung tâm E', 'Thủ trưởng Trung tâm E'],
  ])('one of kind %s', (kind, name, addressee) => {
    expect(addresseeOf({ name, kind })).toBe(addressee);
  });

  test.each([
    [['mam-non', 'thcs'], 'Hiệu trưởng các trường'],
    [['ubnd-xa', 'ubnd-xa'], 'Ủy ban nhân dân các xã, phường'],
    [['ubnd-huyen'], 'Ủy ban nhân dân các huyện, thị xã, thành phố'],
    [['tieu-hoc', 'ubnd-xa'], 'Thủ trưởng các đơn vị'],
    [['thpt', 'gdtx'], 'Thủ trưởng các đơn vị'],
    [['ubnd-xa', 'ubnd-huyen'], 'Thủ trưởng các đơn vị'],
    [[], 'Thủ trưởng các đơn vị'],
  ])('together, of kinds %j', (kinds, addressees) => {
    expect(addresseesOf(kinds)).toBe(addressees);
  });
});
