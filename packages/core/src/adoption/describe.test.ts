import { describe, expect, test } from 'vitest';
import { diffPlans } from '../plan/diff.ts';
import { smallPlan } from '../obligation/fixtures/small-plan.ts';
import { describeAdoptionChange } from './describe.ts';
import type { AdoptionChange } from './types.ts';

const office = { stream: 'office', kind: 'office', id: 'phong', name: 'Phòng Giáo dục và Đào tạo' } as const;
const agency = { stream: 'agency:th-a', kind: 'agency', id: 'th-a', name: 'Trường Tiểu học A' } as const;
const plan = { stream: 'plan:p', kind: 'plan', id: 'p', name: 'Hoạt động thông tin đối ngoại năm 2019' } as const;

const before = smallPlan();
const changed = diffPlans(before, { ...before, number: '12', symbol: 'KH-UBND', date: '2019-09-02', closing: 'Hết.' });

describe('a change of an adoption in words', () => {
  test.each<[AdoptionChange, string]>([
    [{ ...office, change: 'added' }, 'Thiết lập thông tin của Phòng Giáo dục và Đào tạo.'],
    [
      { ...office, change: 'changed', details: ['people', 'holidays', 'settings'] },
      'Phòng Giáo dục và Đào tạo: thay đổi danh sách cán bộ, ngày nghỉ, ngày làm bù và các lựa chọn của cơ quan.',
    ],
    [{ ...agency, change: 'added' }, 'Thêm đơn vị “Trường Tiểu học A”.'],
    [
      { ...agency, change: 'changed', details: ['names', 'closed'] },
      'Đơn vị “Trường Tiểu học A”: thay đổi tên gọi và ngày ngừng hoạt động.',
    ],
    [{ ...plan, change: 'added', version: 1 }, 'Thêm Kế hoạch “Hoạt động thông tin đối ngoại năm 2019”.'],
    [
      { ...plan, change: 'changed', version: 2, details: changed.slice(0, 1) },
      'Điều chỉnh Kế hoạch “Hoạt động thông tin đối ngoại năm 2019” (lần 01). Ký hiệu của kế hoạch đổi từ “KH-PGDĐT” thành “KH-UBND”.',
    ],
    [
      { ...plan, change: 'changed', version: 3, details: changed },
      'Điều chỉnh Kế hoạch “Hoạt động thông tin đối ngoại năm 2019” (lần 02). Ký hiệu của kế hoạch đổi từ “KH-PGDĐT” thành “KH-UBND”. Đoạn kết đổi từ “Trên đây là kế hoạch.” thành “Hết.”. Ghi thêm số của kế hoạch “12”. Còn 01 thay đổi khác.',
    ],
  ])('%#', (change, words) => {
    expect(describeAdoptionChange(change)).toBe(words);
  });
});
