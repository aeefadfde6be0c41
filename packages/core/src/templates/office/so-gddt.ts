import type { AgencyInput } from '../../agency/schema.ts';
import { defineOffice } from '../../plan/define.ts';
import type { Office, OfficeInput } from '../../plan/office.ts';
import { exampleUnits } from './units.ts';

export interface ProvincialOfficeOptions {
  /** With its own word: 'tỉnh Tây Ninh', 'Thành phố Hồ Chí Minh'. */
  readonly province?: string;
  /** The department's own schools (parent 'so-gddt') and the communes' committees (kind 'ubnd-xa'). Default: examples. */
  readonly units?: readonly AgencyInput[];
  readonly people?: OfficeInput['people'];
  readonly demo?: boolean;
}

/** Makes the office of a provincial Sở Giáo dục và Đào tạo: issuer and desk in one. */
export const provincialOffice = (options: ProvincialOfficeOptions = {}): Office => {
  const { demo, province = 'tỉnh Tây Ninh' } = options;
  const place = province.replace(/^(?:tỉnh|thành phố)\s+/iu, '');
  const examples = [...exampleUnits(['thpt', 'gdtx'], 'so-gddt'), ...exampleUnits(['ubnd-xa'], 'ubnd-tinh')];
  return defineOffice({
    format: 'dondoc.office/1',
    issuer: 'so-gddt',
    desk: 'so-gddt',
    agencies: [
      {
        id: 'bo-gddt',
        names: { full: 'Bộ Giáo dục và Đào tạo', short: 'Bộ GD&ĐT' },
        kind: 'other',
        symbol: 'BGDĐT',
        place: 'Hà Nội',
      },
      {
        id: 'ubnd-tinh',
        names: { full: `Ủy ban nhân dân ${province}`, short: `UBND ${province}` },
        kind: 'ubnd-tinh',
        symbol: 'UBND',
        place,
      },
      {
        id: 'so-gddt',
        names: {
          full: 'Sở Giáo dục và Đào tạo',
          short: 'Sở GD&ĐT',
          letterhead: { superior: [`UBND ${province.toUpperCase()}`], own: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'] },
        },
        kind: 'so-gddt',
        parent: 'ubnd-tinh',
        symbol: 'SGDĐT',
        place,
      },
      {
        id: 'so-vhttdl',
        names: { full: 'Sở Văn hóa, Thể thao và Du lịch', short: 'Sở VHTTDL' },
        kind: 'other',
        parent: 'ubnd-tinh',
        place,
      },
      ...(options.units ?? examples),
    ],
    // Posts, not names: the office enters its own people.
    people: options.people ?? [
      { id: 'giam-doc', name: 'Giám đốc Sở', title: 'Giám đốc', agency: 'so-gddt', roles: ['leader'] },
      {
        id: 'chuyen-vien',
        name: 'Chuyên viên theo dõi thông tin đối ngoại',
        title: 'Chuyên viên Văn phòng Sở',
        agency: 'so-gddt',
        roles: ['admin', 'officer'],
      },
      { id: 'van-thu', name: 'Văn thư Sở', title: 'Văn thư', agency: 'so-gddt', roles: ['registrar'] },
    ],
    symbols: { plan: 'KH-SGDĐT', report: 'BC-SGDĐT', letter: 'SGDĐT-VP' },
    ...(demo === undefined ? {} : { demo }),
  });
};
