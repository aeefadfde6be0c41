import type { PlanInput } from '../../plan/schema.ts';
import type { DocumentInput, RecipientInput, ReportInput } from './input.ts';

/** What an office of today changes in a preset. Dates are ISO. */
export interface CurrentPlanOptions {
  /** Default: 'ttdn-{year}'. */
  readonly id?: string;
  /** Default: 2027, the first whole year after the decrees of 2026 that the presets rest on. */
  readonly year?: number;
  /** With its own word: 'tỉnh Tây Ninh', 'Thành phố Hồ Chí Minh'. */
  readonly province?: string;
  /** Plans of the levels above for the year, in the order cited, before the decrees. */
  readonly bases?: readonly DocumentInput[];
  /** Blank until the registrar gives them. */
  readonly number?: string;
  readonly date?: string;
  /** Who takes difficulties and reports. */
  readonly contact?: string;
  readonly signatory?: PlanInput['signatory'];
  readonly recipients?: readonly RecipientInput[];
  readonly units?: PlanInput['units'];
}

type DueInput = ReportInput['due'];

/** The word before a province's name, as texts without the name use it: 'tỉnh', 'thành phố'. */
export const provinceLevel = (province: string): string => (/^thành phố\s/iu.test(province) ? 'thành phố' : 'tỉnh');

/** How one preset names things; the texts that presets share are made of it. */
export interface Profile {
  readonly year: number;
  /** 'trên địa bàn xã Thủ Thừa'. */
  readonly area: string;
  /** The place without its name: 'xã', 'tỉnh'. */
  readonly level: string;
  /** In running text: 'Phòng Văn hóa - Xã hội'. */
  readonly desk: string;
  /** Who reports, in the middle of a sentence: 'các trường', and one by one for the tasks. */
  readonly units: string;
  readonly unitList: readonly string[];
  /** Who speaks to the press for the issuer. */
  readonly spokesperson: string;
  readonly unitPlanDue: DueInput;
  readonly halfYearDue: DueInput;
  readonly yearDue: DueInput;
}

const government = 'Chính phủ';

/** Documents in force that the presets rest on, whatever the office. */
export const currentDocuments: readonly DocumentInput[] = [
  {
    id: 'nd-72',
    type: 'Nghị định',
    code: '72/2015/NĐ-CP',
    date: '2015-09-07',
    issuer: government,
    subject: 'về quản lý hoạt động thông tin đối ngoại',
  },
  {
    // In force from 1 July 2026; it amends the decree of 2015 and does not replace it.
    id: 'nd-148',
    type: 'Nghị định',
    code: '148/2026/NĐ-CP',
    date: '2026-05-12',
    issuer: government,
    subject: 'sửa đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP',
  },
  {
    // In force from 1 July 2026, in place of Decree 09/2017/NĐ-CP.
    id: 'nd-244',
    type: 'Nghị định',
    code: '244/2026/NĐ-CP',
    date: '2026-06-26',
    issuer: government,
    subject: 'về phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước',
  },
  {
    id: 'nq-36',
    type: 'Nghị quyết',
    code: '36-NQ/TW',
    date: '2018-10-22',
    issuer: 'Ban Chấp hành Trung ương',
    subject: 'về Chiến lược phát triển bền vững kinh tế biển Việt Nam đến năm 2030, tầm nhìn đến năm 2045',
  },
  // Laws are cited by name (Decree 30/2020/NĐ-CP, Annex I).
  { id: 'luat-bi-mat-nha-nuoc', type: 'Luật', subject: 'Bảo vệ bí mật nhà nước' },
  { id: 'luat-du-lieu-ca-nhan', type: 'Luật', subject: 'Bảo vệ dữ liệu cá nhân' },
];
