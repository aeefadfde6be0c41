import { foreignInformationPlan, phongGddtOffice, type Office, type Plan, type Role } from '@dondoc/core';
import type { Principal } from '@dondoc/store';

const schools = [
  { id: 'mn-hoa-sen', names: 'Trường Mầm non Hoa Sen', kind: 'mam-non', symbol: 'MNHS' },
  { id: 'th-thi-tran', names: 'Trường Tiểu học Thị trấn', kind: 'tieu-hoc', symbol: 'THTT' },
  { id: 'th-nhi-thanh', names: 'Trường Tiểu học Nhị Thành', kind: 'tieu-hoc', symbol: 'THNT' },
  { id: 'thcs-thi-tran', names: 'Trường THCS Thị trấn', kind: 'thcs', symbol: 'THCSTT' },
  { id: 'thcs-binh-an', names: 'Trường THCS Bình An', kind: 'thcs', symbol: 'THCSBA' },
] as const;

/** A small office: five schools, and people for each role. */
export const smallOffice = (units = schools.length): Office =>
  phongGddtOffice({
    units: schools.slice(0, units).map((school, index) => ({ ...school, parent: 'phong-gddt', order: index + 1 })),
    people: [
      { id: 'truong-phong', name: 'Võ Văn Mười', title: 'Trưởng phòng', agency: 'phong-gddt', roles: ['leader'] },
      { id: 'van-thu', name: 'Lê Thị Oanh', title: 'Văn thư', agency: 'phong-gddt', roles: ['registrar'] },
      { id: 'chuyen-vien', name: 'Trần Văn Bảy', title: 'Chuyên viên', agency: 'phong-gddt', roles: ['officer'] },
      { id: 'quan-tri', name: 'Ngô Thị Tám', title: 'Viên chức', agency: 'phong-gddt', roles: ['admin'] },
    ],
    announcedYears: [2019, 2020, 2021],
  });

/** The 2020 edition of the plan, as the office issued it on 24 February 2020. */
export const plan2020 = (): Plan => foreignInformationPlan({ year: 2020, corrected: true, date: '2020-02-24' });

const ofUnit = (unit: string, role: Role): Principal => ({ id: `${unit}:${role}`, roles: [role], unit });

/** Who asks, by role. */
export const people = {
  admin: { id: 'quan-tri', roles: ['admin'] },
  officer: { id: 'chuyen-vien', roles: ['officer'] },
  registrar: { id: 'van-thu', roles: ['registrar'] },
  leader: { id: 'truong-phong', roles: ['leader'] },
  viewer: { id: 'pho-phong', roles: ['viewer'] },
  head: (unit: string): Principal => ofUnit(unit, 'unit-head'),
  filer: (unit: string): Principal => ofUnit(unit, 'filer'),
  unitViewer: (unit: string): Principal => ofUnit(unit, 'viewer'),
} as const satisfies Readonly<Record<string, Principal | ((unit: string) => Principal)>>;
