import type { AgencyInput } from '@dondoc/core';

/** One invented school. Names, communes and figures are made up; no school of the real district is meant. */
export interface School {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly kind: 'mam-non' | 'mau-giao' | 'tieu-hoc' | 'thcs' | 'nhieu-cap';
  /** Invented commune. */
  readonly place: string;
  readonly symbol: string;
  readonly classes: number;
  readonly pupils: number;
  readonly staff: number;
  readonly opened?: string;
  readonly closed?: string;
  readonly mergedInto?: string;
  readonly renamed?: { readonly from: string; readonly name: string; readonly short: string };
}

type Row = readonly [name: string, place: string, symbol: string, classes: number, pupils: number, staff: number];

const kinds = {
  'mam-non': ['Mầm non', 'MN'],
  'mau-giao': ['Mẫu giáo', 'MG'],
  'tieu-hoc': ['Tiểu học', 'TH'],
  thcs: ['THCS', 'THCS'],
  'nhieu-cap': ['TH&THCS', 'TH&THCS'],
} as const;

const rows: Readonly<Record<School['kind'], Readonly<Record<string, Row>>>> = {
  'mam-non': {
    'mn-hoa-sen': ['Hoa Sen', 'An Thịnh', 'MNHS', 11, 318, 32],
    'mn-anh-duong': ['Ánh Dương', 'Mỹ Hưng', 'MNAD', 9, 256, 27],
    'mn-tuoi-ngoc': ['Tuổi Ngọc', 'Phú Lộc', 'MNTN', 8, 221, 24],
    'mn-huong-duong': ['Hướng Dương', 'Long Khánh', 'MNHD', 7, 187, 21],
    'mn-hoa-mi': ['Họa Mi', 'Bình An', 'MNHM', 6, 154, 18],
  },
  'mau-giao': {
    'mg-mang-non': ['Măng Non', 'Thạnh Lợi', 'MGMN', 6, 149, 15],
    'mg-vang-anh': ['Vàng Anh', 'Vĩnh Phước', 'MGVA', 5, 128, 13],
    'mg-son-ca': ['Sơn Ca', 'Đồng Xanh', 'MGSC', 5, 117, 12],
  },
  'tieu-hoc': {
    'th-an-thinh': ['An Thịnh', 'An Thịnh', 'THAT', 22, 742, 36],
    'th-my-hung-a': ['Mỹ Hưng A', 'Mỹ Hưng', 'THMHA', 17, 536, 28],
    'th-my-hung-b': ['Mỹ Hưng B', 'Mỹ Hưng', 'THMHB', 8, 196, 15],
    'th-phu-loc': ['Phú Lộc', 'Phú Lộc', 'THPL', 16, 498, 27],
    'th-long-khanh': ['Long Khánh', 'Long Khánh', 'THLK', 15, 461, 25],
    'th-binh-an': ['Bình An', 'Bình An', 'THBA', 13, 387, 22],
    'th-vinh-phuoc': ['Vĩnh Phước', 'Vĩnh Phước', 'THVP', 11, 312, 19],
    'th-thanh-loi': ['Thạnh Lợi', 'Thạnh Lợi', 'THTL', 10, 284, 18],
    'th-duc-minh': ['Đức Minh', 'An Thịnh', 'THDM', 14, 433, 24],
  },
  thcs: {
    'thcs-an-thinh': ['An Thịnh', 'An Thịnh', 'THCSAT', 20, 781, 45],
    'thcs-my-hung': ['Mỹ Hưng', 'Mỹ Hưng', 'THCSMH', 15, 562, 34],
    'thcs-phu-loc': ['Phú Lộc', 'Phú Lộc', 'THCSPL', 14, 517, 33],
    'thcs-long-khanh': ['Long Khánh', 'Long Khánh', 'THCSLK', 12, 438, 29],
    'thcs-thanh-loi': ['Thạnh Lợi', 'Thạnh Lợi', 'THCSTL', 10, 349, 25],
  },
  'nhieu-cap': {
    'th-thcs-tan-hoa-bac': ['Tân Hòa Bắc', 'Tân Hòa Bắc', 'TH&THCSTHB', 16, 478, 35],
    'th-thcs-dong-xanh': ['Đồng Xanh', 'Đồng Xanh', 'TH&THCSDX', 14, 402, 31],
  },
};

// What changed in 2020: one school opened, one merged into its neighbour, which took a shorter name.
const history: Readonly<Record<string, Partial<School>>> = {
  'mn-hoa-mi': { opened: '2020-01-02' },
  'th-my-hung-b': { closed: '2020-03-02', mergedInto: 'th-my-hung-a' },
  'th-my-hung-a': { renamed: { from: '2020-03-02', name: 'Trường Tiểu học Mỹ Hưng', short: 'Trường TH Mỹ Hưng' } },
};

function schoolOf(kind: School['kind'], [id, row]: readonly [string, Row]): School {
  const [name, place, symbol, classes, pupils, staff] = row;
  const [long, short] = kinds[kind];
  return {
    id,
    kind,
    name: `Trường ${long} ${name}`,
    short: `Trường ${short} ${name}`,
    place,
    symbol,
    classes,
    pupils,
    staff,
    ...history[id],
  };
}

/** The 24 invented schools, in the office's order: by level, then as listed. */
// Object.entries forgets that the keys of `rows` are kinds.
export const schools: readonly School[] = (
  Object.entries(rows) as [School['kind'], Readonly<Record<string, Row>>][]
).flatMap(([kind, list]) => Object.entries(list).map((entry) => schoolOf(kind, entry)));

/** The schools as agencies of `office.yaml`. Telephone numbers and addresses cannot reach anyone. */
export const schoolAgencies = (parent: string): readonly AgencyInput[] =>
  schools.map((school, index) => agencyOf(school, { parent, order: index + 1 }));

function agencyOf(school: School, { parent, order }: { readonly parent: string; readonly order: number }): AgencyInput {
  const { id, kind, symbol, place, opened, closed, mergedInto, renamed } = school;
  const first = { value: { full: school.name, short: school.short } };
  return {
    id,
    names:
      renamed === undefined
        ? [first]
        : [first, { from: renamed.from, value: { full: renamed.name, short: renamed.short } }],
    kind,
    parent,
    symbol,
    place,
    ...(opened === undefined ? {} : { opened }),
    ...(closed === undefined ? {} : { closed }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    order,
    contact: {
      name: `Văn thư ${school.short}`,
      phone: `0000 000 ${String(order + 100)}`,
      email: `${id}@minhhoa.example`,
    },
  };
}
