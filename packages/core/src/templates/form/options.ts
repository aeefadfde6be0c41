/** Who fills in the form, and what the levels above it are called. */
export interface FormOptions {
  readonly id: string;
  readonly title: string;
  /** The plan's year: the annual report asks for the school year that begins in it, or the one before. */
  readonly year: number;
  /** Kinds of unit that look after children not yet at school. */
  readonly preschools: readonly string[];
  /** Kinds of unit that are general schools, whatever their level. */
  readonly schools: readonly string[];
  /** Kinds of unit that are not schools: communes' People's Committees. */
  readonly communes: readonly string[];
  readonly kindGroups: readonly { readonly id: string; readonly label: string; readonly kinds: readonly string[] }[];
  /** The three levels of pupils' prizes, from the lowest. */
  readonly prizeLevels: readonly [string, string, string];
  /** Levels that a proposal can be addressed to. */
  readonly proposalLevels: readonly { readonly id: string; readonly label: string }[];
  /** What finishing lower secondary school is called (until the school year 2024-2025: 'Tốt nghiệp THCS'). */
  readonly lowerSecondaryCompletion: string;
}

const preschools = ['mam-non', 'mau-giao'];
const schools = ['tieu-hoc', 'thcs', 'nhieu-cap'];

const schoolGroups = [
  { id: 'mam-non', label: 'Mầm non, mẫu giáo', kinds: preschools },
  { id: 'tieu-hoc', label: 'Tiểu học', kinds: ['tieu-hoc'] },
  { id: 'thcs', label: 'THCS (và nhiều cấp)', kinds: ['thcs', 'nhieu-cap'] },
] as const;

const common = { id: 'thong-tin-doi-ngoai', title: 'Kết quả thực hiện hoạt động thông tin đối ngoại' } as const;

/** A district's schools (until 30 June 2025). */
export const districtForm: FormOptions = {
  ...common,
  year: 2019,
  preschools,
  schools,
  communes: [],
  kindGroups: schoolGroups,
  prizeLevels: ['cấp huyện', 'cấp tỉnh', 'cấp quốc gia, quốc tế'],
  proposalLevels: [
    { id: 'phong-gddt', label: 'Phòng Giáo dục và Đào tạo' },
    { id: 'ubnd-huyen', label: 'UBND huyện' },
    { id: 'so-gddt', label: 'Sở Giáo dục và Đào tạo' },
    { id: 'khac', label: 'Cơ quan khác' },
  ],
  lowerSecondaryCompletion: 'Tốt nghiệp THCS',
};

/** A commune's schools (from 1 July 2025, two levels of local government). */
export const communeForm: FormOptions = {
  ...districtForm,
  year: 2027,
  prizeLevels: ['cấp xã', 'cấp tỉnh', 'cấp quốc gia, quốc tế'],
  proposalLevels: [
    { id: 'ubnd-xa', label: 'UBND xã' },
    { id: 'so-gddt', label: 'Sở Giáo dục và Đào tạo' },
    { id: 'ubnd-tinh', label: 'UBND tỉnh, các sở, ngành khác' },
    { id: 'khac', label: 'Cơ quan khác' },
  ],
  lowerSecondaryCompletion: 'Hoàn thành chương trình THCS',
};

/** A provincial department's own schools and the communes' People's Committees. */
export const provincialForm: FormOptions = {
  ...common,
  year: 2027,
  preschools: [],
  schools: ['thpt', 'nhieu-cap', 'gdtx', 'chuyen-biet'],
  communes: ['ubnd-xa'],
  kindGroups: [
    { id: 'thpt', label: 'THPT (và nhiều cấp)', kinds: ['thpt', 'nhieu-cap'] },
    { id: 'gdtx', label: 'GDTX, chuyên biệt', kinds: ['gdtx', 'chuyen-biet'] },
    { id: 'ubnd-xa', label: 'UBND xã, phường', kinds: ['ubnd-xa'] },
  ],
  prizeLevels: ['cấp trường, cấp xã', 'cấp tỉnh', 'cấp quốc gia, quốc tế'],
  proposalLevels: [
    { id: 'so-gddt', label: 'Sở Giáo dục và Đào tạo' },
    { id: 'ubnd-tinh', label: 'UBND tỉnh, các sở, ngành khác' },
    { id: 'bo-gddt', label: 'Bộ Giáo dục và Đào tạo' },
    { id: 'khac', label: 'Cơ quan khác' },
  ],
  lowerSecondaryCompletion: 'Hoàn thành chương trình THCS',
};

/**
 * Names the People's Committees that a proposal can be addressed to by the office's own words: 'phường', 'thành phố'.
 * Prizes keep the law's 'cấp xã', 'cấp tỉnh', which a ward's and a city's are of too.
 */
export const committeesOf = (
  { proposalLevels }: FormOptions,
  { commune = 'xã', province = 'tỉnh' }: { readonly commune?: string; readonly province?: string },
): FormOptions['proposalLevels'] =>
  proposalLevels.map(({ id, label }) => ({
    id,
    label: label.replace(/^UBND xã/u, `UBND ${commune}`).replace(/^UBND tỉnh/u, `UBND ${province}`),
  }));
