import type { PlanInput } from '../../plan/schema.ts';
import type { DocumentInput, RecipientInput } from './input.ts';

/** What one office changes in the plan of 2019 to make it its own. Dates are ISO, or a day and month for due dates. */
export interface ForeignInformationOptions {
  /** Default: 'ttdn-{year}'. */
  readonly id?: string;
  readonly year?: number;
  /** Province and district, without the words 'tỉnh' and 'huyện'. */
  readonly province?: string;
  readonly district?: string;
  /** The issuing office: agency id, full and short name in running text. */
  readonly issuer?: { readonly id: string; readonly name: string; readonly short: string };
  readonly symbol?: string;
  /** Blank until the registrar gives them. */
  readonly number?: string;
  readonly date?: string;
  /** Plans of the levels above, in the order cited. Default: those of 2019 in 2019, none in another year. */
  readonly bases?: readonly DocumentInput[];
  /** Who takes difficulties and reports at the office. */
  readonly contact?: string;
  readonly signatory?: PlanInput['signatory'];
  /** Last day before which reports come in, excluded: '05/6', '05/11'. */
  readonly halfYearDue?: string;
  readonly yearDue?: string;
  readonly recipients?: readonly RecipientInput[];
  readonly units?: PlanInput['units'];
  /** Clean spelling instead of the wording as written in 2019, its slips and run-together words included. */
  readonly corrected?: boolean;
}

/** The options with everything filled in, and the names that the text is made of. */
export type Seed = Required<Omit<ForeignInformationOptions, 'number' | 'date'>> &
  Pick<ForeignInformationOptions, 'number' | 'date'> & {
    /** Picks the wording as written, or the corrected one. */
    readonly w: (written: string, corrected: string) => string;
    /** 'huyện Thủ Thừa'. */
    readonly place: string;
    /** 'Ngành Giáo dục và Đào tạo', as the plan writes it almost everywhere. */
    readonly sector: string;
    /** 'Phòng Giáo dục và Đào tạo (Cô Oanh-VT)'. */
    readonly recipient: string;
  };

export const seedOptions = (options: ForeignInformationOptions): Seed => {
  const year = options.year ?? 2019;
  const corrected = options.corrected ?? false;
  const w = (written: string, clean: string): string => (corrected ? clean : written);
  const district = options.district ?? 'Thủ Thừa';
  const province = options.province ?? 'Long An';
  const issuer = options.issuer ?? { id: 'phong-gddt', name: 'Phòng Giáo dục và Đào tạo', short: 'Phòng GD&ĐT' };
  const contact = options.contact ?? 'Cô Oanh-VT';
  return {
    id: `ttdn-${year}`,
    symbol: 'KH-PGDĐT',
    signatory: { headTitle: 'TRƯỞNG PHÒNG', name: 'Võ Văn Mười' },
    halfYearDue: '05/6',
    yearDue: '05/11',
    bases: year === 2019 ? basesOf2019({ district, province, w }) : [],
    recipients: recipientsOf2019(issuer),
    units: [{ kinds: ['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap'], parents: [issuer.id] }],
    ...options,
    year,
    corrected,
    district,
    province,
    issuer,
    contact,
    w,
    place: `huyện ${district}`,
    sector: w('Ngành Giáo dục và Đào tạo', 'ngành Giáo dục và Đào tạo'),
    recipient: `${issuer.name} (${contact})`,
  };
};

type Names = Pick<Seed, 'district' | 'province' | 'w'>;

const basesOf2019 = ({ district, province, w }: Names): readonly DocumentInput[] => [
  {
    id: 'kh-2121',
    type: 'Kế hoạch',
    code: '2121/KH-SGDĐT',
    date: '2019-08-23',
    issuer: `Sở Giáo dục và Đào tạo ${province}`,
    subject: `về hoạt động thông tin đối ngoại của ${w('Ngành', 'ngành')} Giáo dục và Đào tạo năm 2019`,
    endsIn: 2019,
  },
  {
    id: 'kh-1116',
    type: 'Kế hoạch',
    code: '1116/KH-UBND',
    date: '2019-08-15',
    issuer: `UBND huyện ${district}`,
    subject: `về ${w('Hoạt', 'hoạt')} động thông tin đối ngoại của UBND huyện ${district} năm 2019`,
    endsIn: 2019,
  },
];

const recipientsOf2019 = (issuer: Seed['issuer']): readonly RecipientInput[] => [
  { text: 'Sở GD&ĐT (HC-QT)', agency: 'so-gddt' },
  { text: 'Phòng Văn hóa và Thông tin', agency: 'phong-vhtt' },
  { text: 'TP, các PTP', agency: issuer.id },
  { text: 'LĐLĐ huyện', agency: 'ldld-huyen' },
  { text: 'Các đơn vị trực thuộc' },
  { text: `Các chuyên viên ${issuer.short}`, agency: issuer.id },
  { text: 'Lưu: VT' },
];
