/** What the yearly announcement of Tết and National Day fixes beyond the law. All days are ISO, both ends inclusive. */
export interface Announcement {
  readonly year: number;
  /** The five statutory days of Tết (the days off that make up for rest days follow from the law). */
  readonly tet: { readonly from: string; readonly to: string };
  /** The day beside 02/9; none before 2021. */
  readonly besideNationalDay?: string;
  /** Working days exchanged for Saturdays in the calendar of state offices. */
  readonly exchanges: readonly {
    readonly off: string;
    readonly work: string;
    readonly name: string;
    readonly source: string;
  }[];
  readonly source: string;
}

const LABOUR = 'Bộ Lao động - Thương binh và Xã hội';
const APRIL = 'Hoán đổi ngày làm việc dịp 30/4 và 01/5';

/**
 * The national announcements known to this release. The five days of Tết and the day beside 02/9 are read from here;
 * exchanged days are only offered (`announcement`): an office enters those it follows, they never apply by themselves.
 * The Prime Minister decides (Labour Code 2019, article 112.3), the ministry in charge announces.
 */
export const announcements: readonly Announcement[] = [
  {
    year: 2019,
    tet: { from: '2019-02-04', to: '2019-02-08' },
    exchanges: [
      { off: '2019-04-29', work: '2019-05-04', name: APRIL, source: `Thông báo của ${LABOUR} (tháng 4/2019)` },
    ],
    source: `Thông báo của ${LABOUR} về nghỉ Tết Nguyên đán năm 2019`,
  },
  {
    year: 2020,
    tet: { from: '2020-01-23', to: '2020-01-27' },
    exchanges: [],
    source: `Thông báo của ${LABOUR} về nghỉ Tết Nguyên đán năm 2020`,
  },
  {
    year: 2021,
    tet: { from: '2021-02-10', to: '2021-02-14' },
    besideNationalDay: '2021-09-03',
    exchanges: [],
    source: `Thông báo số 4875/TB-LĐTBXH của ${LABOUR}`,
  },
  {
    year: 2022,
    tet: { from: '2022-01-31', to: '2022-02-04' },
    besideNationalDay: '2022-09-01',
    exchanges: [],
    source: `Thông báo số 119/TB-LĐTBXH của ${LABOUR}`,
  },
  {
    year: 2023,
    tet: { from: '2023-01-20', to: '2023-01-24' },
    besideNationalDay: '2023-09-01',
    exchanges: [],
    source: `Thông báo số 5034/TB-LĐTBXH của ${LABOUR}`,
  },
  {
    year: 2024,
    tet: { from: '2024-02-08', to: '2024-02-12' },
    besideNationalDay: '2024-09-03',
    exchanges: [
      { off: '2024-04-29', work: '2024-05-04', name: APRIL, source: `Thông báo số 1570/TB-BLĐTBXH của ${LABOUR}` },
    ],
    source: `Thông báo số 5015/TB-LĐTBXH của ${LABOUR}`,
  },
  {
    year: 2025,
    tet: { from: '2025-01-27', to: '2025-01-31' },
    besideNationalDay: '2025-09-01',
    exchanges: [
      { off: '2025-05-02', work: '2025-04-26', name: APRIL, source: `Thông báo số 6150/TB-BLĐTBXH của ${LABOUR}` },
    ],
    source: `Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024 của ${LABOUR}`,
  },
  {
    year: 2026,
    tet: { from: '2026-02-16', to: '2026-02-20' },
    besideNationalDay: '2026-09-01',
    exchanges: [
      {
        off: '2026-01-02',
        work: '2026-01-10',
        name: 'Hoán đổi ngày làm việc dịp Tết Dương lịch',
        source: 'Công văn số 12729/VPCP-KGVX của Văn phòng Chính phủ',
      },
      {
        off: '2026-08-31',
        work: '2026-08-22',
        name: 'Hoán đổi ngày làm việc dịp Quốc khánh',
        source: 'Thông báo số 9441/TB-BNV của Bộ Nội vụ',
      },
    ],
    source: 'Thông báo số 9441/TB-BNV ngày 16/10/2025 của Bộ Nội vụ',
  },
];

/** Finds the national announcement of a year; undefined where this release knows none. */
export const announcement = (year: number): Announcement | undefined => announcements.find((a) => a.year === year);
