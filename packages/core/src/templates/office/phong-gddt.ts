import type { AgencyInput } from '../../agency/schema.ts';
import { defineOffice } from '../../plan/define.ts';
import type { Office, OfficeInput } from '../../plan/office.ts';
import { exampleUnits } from './units.ts';

export interface PhongGddtOfficeOptions {
  /** Province and district, without the words 'tỉnh' and 'huyện'. */
  readonly province?: string;
  readonly district?: string;
  /** The units that report; their parent is 'phong-gddt'. Default: three examples. */
  readonly units?: readonly AgencyInput[];
  readonly people?: OfficeInput['people'];
  readonly holidays?: OfficeInput['holidays'];
  readonly announcedYears?: readonly number[];
  readonly demo?: boolean;
}

/**
 * First day on which districts and their offices no longer exist.
 * @see Law on Organisation of Local Government 72/2025/QH15
 */
const districtsEnd = '2025-07-01';

/** Makes the office of a district's Phòng GD&ĐT (until 30 June 2025): issuer and desk in one. */
export const phongGddtOffice = (options: PhongGddtOfficeOptions = {}): Office => {
  const { district = 'Thủ Thừa', province = 'Long An', demo, holidays, announcedYears } = options;
  const units = options.units ?? exampleUnits(['mam-non', 'tieu-hoc', 'thcs'], 'phong-gddt');
  return defineOffice({
    format: 'dondoc.office/1',
    issuer: 'phong-gddt',
    desk: 'phong-gddt',
    agencies: [
      {
        id: 'ubnd-tinh',
        names: { full: `Ủy ban nhân dân tỉnh ${province}`, short: `UBND tỉnh ${province}` },
        kind: 'ubnd-tinh',
        symbol: 'UBND',
        place: province,
      },
      {
        id: 'so-gddt',
        names: { full: `Sở Giáo dục và Đào tạo ${province}`, short: 'Sở GD&ĐT' },
        kind: 'so-gddt',
        parent: 'ubnd-tinh',
        symbol: 'SGDĐT',
        place: province,
      },
      {
        id: 'ubnd-huyen',
        names: { full: `Ủy ban nhân dân huyện ${district}`, short: `UBND huyện ${district}` },
        kind: 'ubnd-huyen',
        parent: 'ubnd-tinh',
        symbol: 'UBND',
        place: district,
        closed: districtsEnd,
      },
      {
        id: 'phong-gddt',
        names: {
          full: 'Phòng Giáo dục và Đào tạo',
          short: 'Phòng GD&ĐT',
          letterhead: { superior: [`UBND HUYỆN ${district.toUpperCase()}`], own: ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'] },
        },
        kind: 'phong-gddt',
        parent: 'ubnd-huyen',
        symbol: 'PGDĐT',
        place: district,
        closed: districtsEnd,
      },
      {
        id: 'phong-vhtt',
        names: 'Phòng Văn hóa và Thông tin',
        kind: 'other',
        parent: 'ubnd-huyen',
        place: district,
        closed: districtsEnd,
      },
      {
        id: 'ldld-huyen',
        names: { full: `Liên đoàn Lao động huyện ${district}`, short: 'LĐLĐ huyện' },
        kind: 'other',
        place: district,
        closed: districtsEnd,
      },
      ...units,
    ],
    people: options.people ?? [
      { id: 'truong-phong', name: 'Võ Văn Mười', title: 'Trưởng phòng', agency: 'phong-gddt', roles: ['leader'] },
      {
        id: 'van-thu',
        name: 'Cô Oanh',
        title: 'Văn thư',
        agency: 'phong-gddt',
        roles: ['admin', 'officer', 'registrar'],
      },
    ],
    symbols: { plan: 'KH-PGDĐT', report: 'BC-PGDĐT', letter: 'PGDĐT' },
    ...(holidays === undefined ? {} : { holidays }),
    ...(announcedYears === undefined ? {} : { announcedYears: [...announcedYears] }),
    ...(demo === undefined ? {} : { demo }),
  });
};
