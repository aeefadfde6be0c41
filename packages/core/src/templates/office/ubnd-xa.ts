import type { AgencyInput } from '../../agency/schema.ts';
import { defineOffice } from '../../plan/define.ts';
import type { Office, OfficeInput } from '../../plan/office.ts';
import { exampleUnits } from './units.ts';

export interface CommuneOfficeOptions {
  /** With its own word: 'xã Thủ Thừa', 'phường Tân An'; province: 'tỉnh Tây Ninh'. */
  readonly commune?: string;
  readonly province?: string;
  /** The units that report; their parent is 'ubnd-xa', private ones have none. Default: three examples. */
  readonly units?: readonly AgencyInput[];
  readonly people?: OfficeInput['people'];
  readonly demo?: boolean;
}

/** Leaves out the word before a place's name: 'xã Thủ Thừa' → 'Thủ Thừa'. */
const bare = (place: string): string => place.replace(/^(?:tỉnh|thành phố|xã|phường|đặc khu)\s+/iu, '');

/**
 * Makes the office of a commune's People's Committee since 1 July 2025, with its Phòng Văn hóa - Xã hội as the desk.
 *
 * @see Law on Organisation of Local Government 72/2025/QH15; Decree 150/2025/NĐ-CP
 */
export const communeOffice = (options: CommuneOfficeOptions = {}): Office => {
  const { commune = 'xã Thủ Thừa', demo, province = 'tỉnh Tây Ninh' } = options;
  const place = bare(commune);
  const level = commune.split(' ')[0] ?? 'xã';
  return defineOffice({
    format: 'dondoc.office/1',
    issuer: 'ubnd-xa',
    desk: 'phong-vhxh',
    agencies: [
      {
        id: 'ubnd-tinh',
        names: { full: `Ủy ban nhân dân ${province}`, short: `UBND ${province}` },
        kind: 'ubnd-tinh',
        symbol: 'UBND',
        place: bare(province),
      },
      {
        id: 'so-gddt',
        names: { full: `Sở Giáo dục và Đào tạo ${bare(province)}`, short: 'Sở GD&ĐT' },
        kind: 'so-gddt',
        parent: 'ubnd-tinh',
        symbol: 'SGDĐT',
        place: bare(province),
      },
      {
        id: 'so-vhttdl',
        names: { full: `Sở Văn hóa, Thể thao và Du lịch ${bare(province)}`, short: 'Sở VHTTDL' },
        kind: 'other',
        parent: 'ubnd-tinh',
        place: bare(province),
      },
      {
        id: 'ubnd-xa',
        names: {
          full: `Ủy ban nhân dân ${commune}`,
          short: `UBND ${commune}`,
          // A People's Committee prints no body above it.
          letterhead: { superior: [], own: ['ỦY BAN NHÂN DÂN', commune.toUpperCase()] },
        },
        kind: 'ubnd-xa',
        parent: 'ubnd-tinh',
        symbol: 'UBND',
        place,
        opened: '2025-07-01',
      },
      {
        id: 'phong-vhxh',
        names: {
          full: 'Phòng Văn hóa - Xã hội',
          letterhead: { superior: [`UBND ${commune.toUpperCase()}`], own: ['PHÒNG VĂN HÓA - XÃ HỘI'] },
        },
        kind: 'phong-vhxh',
        parent: 'ubnd-xa',
        symbol: 'VHXH',
        place,
        opened: '2025-07-01',
      },
      ...(options.units ?? exampleUnits(['mam-non', 'tieu-hoc', 'thcs'], 'ubnd-xa')),
    ],
    // Posts, not names: the office enters its own people.
    people: options.people ?? [
      { id: 'chu-tich', name: `Chủ tịch UBND ${level}`, title: 'Chủ tịch', agency: 'ubnd-xa', roles: ['leader'] },
      {
        id: 'chuyen-vien',
        name: 'Chuyên viên theo dõi thông tin đối ngoại',
        title: 'Chuyên viên',
        agency: 'phong-vhxh',
        roles: ['admin', 'officer'],
      },
      { id: 'van-thu', name: `Văn thư UBND ${level}`, title: 'Văn thư', agency: 'ubnd-xa', roles: ['registrar'] },
    ],
    symbols: { plan: 'KH-UBND', report: 'BC-UBND', letter: 'UBND-VHXH' },
    ...(demo === undefined ? {} : { demo }),
  });
};
