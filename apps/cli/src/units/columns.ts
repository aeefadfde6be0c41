import { searchKey } from '@dondoc/core';

export type ColumnId = 'order' | 'id' | 'name' | 'kind' | 'place' | 'symbol' | 'person' | 'phone' | 'email';

/** What offices call the columns in their own lists, as search keys. */
const NAMES: Readonly<Record<ColumnId, readonly string[]>> = {
  order: ['stt', 'tt', 'so tt', 'so thu tu', 'thu tu'],
  id: ['ma', 'ma don vi', 'ma truong', 'id'],
  name: [
    'ten don vi',
    'don vi',
    'ten truong',
    'truong',
    'ten',
    'ten co quan',
    'ten co so giao duc',
    'ten co quan, don vi',
    'co quan, don vi',
  ],
  kind: ['loai', 'loai hinh', 'loai don vi', 'loai truong', 'cap', 'cap hoc', 'bac hoc', 'loai/cap hoc'],
  place: ['dia danh', 'dia ban', 'xa', 'xa, thi tran', 'xa/thi tran', 'xa, phuong', 'xa/phuong', 'noi dong'],
  symbol: ['ky hieu', 'viet tat', 'ten viet tat', 'chu viet tat'],
  person: ['nguoi lien he', 'dau moi', 'nguoi phu trach', 'ho ten', 'ho va ten', 'nguoi lap bao cao'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt', 'so dt', 'dien thoai lien he'],
  email: ['email', 'e-mail', 'thu dien tu', 'dia chi email', 'mail', 'hop thu'],
};

/** Finds which cell of a heading row is which column; undefined where no cell names the units. */
export function columnsOf(cells: readonly string[]): ReadonlyMap<ColumnId, number> | undefined {
  const keys = cells.map((cell) =>
    searchKey(cell).replaceAll(/\s*([/,])\s*/g, (_, mark: string) => (mark === ',' ? ', ' : mark)),
  );
  const found = new Map<ColumnId, number>();
  for (const [column, names] of Object.entries(NAMES)) {
    const index = keys.findIndex((key) => names.includes(key));
    // Object.entries forgets that the keys of NAMES are ColumnId.
    if (index >= 0) found.set(column as ColumnId, index);
  }
  return found.has('name') ? found : undefined;
}

// In this order: 'TH&THCS' before 'TH' and 'THCS'.
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['ubnd-xa', /\b(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran|dac khu)\b/],
  ['chuyen-biet', /\b(?:chuyen biet|khuyet tat|giao duc hoa nhap)\b/],
  ['gdtx', /\b(?:gdtx|gdnn|giao duc thuong xuyen|giao duc nghe nghiep)\b/],
  [
    'nhieu-cap',
    /\b(?:th|tieu hoc)\s*(?:&|-|–|va|,|\+)\s*(?:thcs|trung hoc co so)\b|\b(?:thcs|trung hoc co so)\s*(?:&|-|–|va|,|\+)\s*(?:thpt|trung hoc pho thong)\b|\b(?:nhieu cap|lien cap|pho thong co so|ptcs)\b/,
  ],
  ['mau-giao', /\b(?:mau giao|mg)\b/],
  ['mam-non', /\b(?:mam non|mn|nha tre)\b/],
  ['thcs', /\b(?:thcs|trung hoc co so|cap 2|cap ii)\b/],
  ['thpt', /\b(?:thpt|trung hoc pho thong|cap 3|cap iii)\b/],
  ['tieu-hoc', /\b(?:tieu hoc|th|cap 1|cap i)\b/],
];

/** Tells the kind of a unit from its name or from what the list writes; undefined where neither says. */
export function kindOf(words: string): string | undefined {
  const key = searchKey(words);
  return KINDS.find(([kind, pattern]) => key === kind || pattern.test(key))?.[0];
}

/** Kinds of agency that lists of units hold. */
export const listedKinds: ReadonlySet<string> = new Set(KINDS.map(([kind]) => kind));
