import type { AgencyInput } from '../agency/schema.ts';
import type { Office } from '../plan/office.ts';
import type { Plan } from '../plan/schema.ts';
import { communePlan } from './commune.ts';
import { foreignInformationPlan } from './foreign-information.ts';
import { phongGddtOffice } from './office/phong-gddt.ts';
import { provincialOffice } from './office/so-gddt.ts';
import { communeOffice } from './office/ubnd-xa.ts';
import { provincialPlan } from './provincial.ts';

/** What `dondoc init` asks; each has a default in every template. */
export interface TemplateOptions {
  /** The plan's id. */
  readonly id?: string;
  readonly year?: number;
  /** With its own word: 'tỉnh Tây Ninh'. */
  readonly province?: string;
  /** The office's own place, with its word: 'huyện Thủ Thừa', 'xã Thủ Thừa'. A department's is the province. */
  readonly place?: string;
  /** Who takes difficulties and reports. */
  readonly contact?: string;
  /** The head who signs. */
  readonly signer?: string;
  readonly units?: readonly AgencyInput[];
}

/** A ready office and plan to start from. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** First and last year (inclusive) in which its bases and its office exist. `make` takes other years all the same. */
  readonly years: { readonly from: number; readonly to: number };
  readonly make: (options?: TemplateOptions) => { readonly office: Office; readonly plan: Plan };
}

const bare = (place: string | undefined): string | undefined => place?.replace(/^(?:tỉnh|thành phố|huyện)\s+/iu, '');

/** Drops what is not given, so that a template's own default holds. */
const given = <T extends object>(options: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  // Only keys whose value is there are left, which is what the type says.
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

const phongGddt = ({ contact, id, place, province, signer, units, year }: TemplateOptions = {}) => {
  const names = given({ province: bare(province), district: bare(place) });
  const signatory = signer === undefined ? undefined : { headTitle: 'TRƯỞNG PHÒNG', name: signer };
  return {
    office: phongGddtOffice({ ...names, ...given({ units }) }),
    plan: foreignInformationPlan({ ...names, ...given({ id, year, contact, signatory }) }),
  };
};

const ubndXa = ({ contact, id, place, province, signer, units, year }: TemplateOptions = {}) => {
  const names = given({ commune: place, province });
  const signatory =
    signer === undefined
      ? undefined
      : { authority: ['TM' as const], collective: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH', name: signer };
  return {
    office: communeOffice({ ...names, ...given({ units }) }),
    plan: communePlan({ ...names, ...given({ id, year, contact, signatory }) }),
  };
};

const soGddt = ({ contact, id, place, province, signer, units, year }: TemplateOptions = {}) => {
  const names = given({ province: province ?? place });
  const signatory = signer === undefined ? undefined : { headTitle: 'GIÁM ĐỐC', name: signer };
  return {
    office: provincialOffice({ ...names, ...given({ units }) }),
    plan: provincialPlan({ ...names, ...given({ id, year, contact, signatory }) }),
  };
};

// Decrees 148/2026/NĐ-CP and 244/2026/NĐ-CP, which both presets cite, are in force from 01/7/2026.
// 2100 is the last year that a plan can have.
const CURRENT_YEARS = { from: 2026, to: 2100 } as const;

/** The templates of `dondoc init`. */
export const templates = [
  {
    id: 'phong-gddt-2019',
    title: 'Phòng Giáo dục và Đào tạo huyện (đến hết ngày 30/6/2025)',
    description:
      'Theo Kế hoạch năm 2019 của Phòng GD&ĐT huyện Thủ Thừa (năm 2019 giữ nguyên văn bản gốc); đơn vị báo cáo là các trường trực thuộc.',
    // The programme that it carries out begins with 2019; districts end with 30/6/2025 (Law 72/2025/QH15).
    years: { from: 2019, to: 2025 },
    make: phongGddt,
  },
  {
    id: 'ubnd-xa-2025',
    title: 'Ủy ban nhân dân xã (từ ngày 01/7/2025)',
    description:
      'UBND xã ban hành kế hoạch, Phòng Văn hóa - Xã hội theo dõi, tổng hợp; đơn vị báo cáo là các trường thuộc xã và trường ngoài công lập trên địa bàn.',
    years: CURRENT_YEARS,
    make: ubndXa,
  },
  {
    id: 'so-gddt-2025',
    title: 'Sở Giáo dục và Đào tạo (từ ngày 01/7/2025)',
    description:
      'Sở ban hành kế hoạch, Văn phòng Sở theo dõi, tổng hợp; đơn vị báo cáo là các đơn vị trực thuộc và UBND các xã, phường.',
    years: CURRENT_YEARS,
    make: soGddt,
  },
] as const satisfies readonly Template[];
