import type { Role } from '@dondoc/core';

/** The roles as people read them, within a sentence. */
export const roleWords: Readonly<Record<Role, string>> = {
  admin: 'người quản trị',
  officer: 'người theo dõi',
  registrar: 'văn thư',
  leader: 'lãnh đạo',
  'unit-head': 'Thủ trưởng đơn vị',
  filer: 'người lập báo cáo',
  viewer: 'người xem',
};
