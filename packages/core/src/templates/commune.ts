import { definePlan } from '../plan/define.ts';
import type { Plan } from '../plan/schema.ts';
import { foreignInformationForm } from './foreign-information-form.ts';
import { committeesOf, communeForm } from './form/options.ts';
import { currentAims, currentContent } from './plan/current-body.ts';
import { currentDocuments, provinceLevel, type CurrentPlanOptions, type Profile } from './plan/current-profile.ts';
import { currentReports, dueAtFive, dueWords, reportingWords } from './plan/current-reports.ts';
import { currentTasks } from './plan/current-tasks.ts';
import { basicSchoolKinds, type ItemInput, type RecipientInput } from './plan/input.ts';

export interface CommunePlanOptions extends CurrentPlanOptions {
  /** With its own word: 'xã Thủ Thừa', 'phường Tân An'. */
  readonly commune?: string;
}

const desk = 'Phòng Văn hóa - Xã hội';

const organisation = (profile: Profile, level: string, contact: string): ItemInput[] => [
  {
    id: 'units',
    text: `Hiệu trưởng các trường căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị, gửi ${desk} ${dueWords(profile.unitPlanDue)}; phân công người phụ trách; tổ chức thực hiện và chịu trách nhiệm về nội dung thông tin của đơn vị.`,
  },
  {
    id: 'desk',
    text: `${desk} tham mưu UBND ${level} hướng dẫn, theo dõi, đôn đốc các trường; tổng hợp, tham mưu UBND ${level} báo cáo Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch.`,
  },
  {
    id: 'reports',
    text: `Chế độ báo cáo: các trường báo cáo UBND ${level} (qua ${desk}). ${reportingWords(profile)}`,
  },
  {
    id: 'difficulties',
    text: `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các trường phản ánh về ${desk} (${contact}) để được hướng dẫn hoặc tham mưu điều chỉnh, bổ sung Kế hoạch. Không gửi nội dung thuộc bí mật nhà nước qua hệ thống báo cáo.`,
  },
];

const recipientsOf = (level: string): readonly RecipientInput[] => [
  { text: 'Sở Giáo dục và Đào tạo', agency: 'so-gddt', purpose: 'để b/c' },
  { text: 'Sở Văn hóa, Thể thao và Du lịch', agency: 'so-vhttdl', purpose: 'để b/c' },
  { text: `TT. Đảng ủy, TT. HĐND ${level}`, purpose: 'để b/c' },
  { text: `CT, các PCT UBND ${level}`, agency: 'ubnd-xa' },
  { text: desk, agency: 'phong-vhxh', purpose: 'để t/h' },
  { text: `Các trường trên địa bàn ${level}`, purpose: 'để t/h' },
  { text: 'Lưu: VT, VHXH' },
];

/**
 * Makes the plan of a commune's People's Committee since 1 July 2025: issued by the committee, followed up by its
 * Phòng Văn hóa - Xã hội, binding the schools under it and the private ones on its territory.
 *
 * @see Law on Organisation of Local Government 72/2025/QH15; Decrees 142/2025/NĐ-CP and 150/2025/NĐ-CP
 */
export const communePlan = (options: CommunePlanOptions = {}): Plan => {
  const {
    bases = [],
    commune = 'xã Thủ Thừa',
    contact = 'chuyên viên theo dõi thông tin đối ngoại',
    province = 'tỉnh Tây Ninh',
    year = 2027,
  } = options;
  const level = commune.split(' ')[0] ?? 'xã';
  const profile: Profile = {
    year,
    area: `trên địa bàn ${commune}`,
    level,
    desk,
    units: 'các trường',
    unitList: ['Các trường'],
    spokesperson: `người phát ngôn của UBND ${level}`,
    unitPlanDue: dueAtFive(year, 3, 31),
    halfYearDue: dueAtFive(year, 6, 4),
    yearDue: dueAtFive(year, 11, 4),
  };
  const form = foreignInformationForm({
    ...communeForm,
    year,
    proposalLevels: committeesOf(communeForm, { commune: level, province: provinceLevel(province) }),
  });
  const cited = [...bases.map(({ id }) => id), 'nd-72', 'nd-148'].map((id) => `{${id}}`).join('; ');
  return definePlan({
    format: 'dondoc.plan/1',
    id: options.id ?? `ttdn-${year}`,
    year,
    title: ['Hoạt động thông tin đối ngoại', `trong lĩnh vực giáo dục và đào tạo ${profile.area} năm ${year}`],
    issuer: 'ubnd-xa',
    desk: { agency: 'phong-vhxh', name: desk, contact },
    ...(options.number === undefined ? {} : { number: options.number }),
    symbol: 'KH-UBND',
    ...(options.date === undefined ? {} : { date: options.date }),
    documents: [...bases, ...currentDocuments],
    implements: bases.map(({ id }) => id),
    opening: `Thực hiện ${cited}, Ủy ban nhân dân ${commune} ban hành Kế hoạch hoạt động thông tin đối ngoại trong lĩnh vực giáo dục và đào tạo ${profile.area} năm ${year} như sau:`,
    aims: currentAims(profile),
    content: currentContent(profile),
    tasks: currentTasks(profile),
    organisation: { heading: 'TỔ CHỨC THỰC HIỆN', items: organisation(profile, level, contact) },
    closing: `Trên đây là Kế hoạch hoạt động thông tin đối ngoại trong lĩnh vực giáo dục và đào tạo ${profile.area} năm ${year}. Ủy ban nhân dân ${commune} yêu cầu ${desk} và các trường nghiêm túc triển khai thực hiện./.`,
    recipients: [...(options.recipients ?? recipientsOf(level))],
    signatory: options.signatory ?? { authority: ['TM'], collective: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH' },
    units: options.units ?? [{ kinds: [...basicSchoolKinds] }],
    reports: currentReports(profile, form.id, `UBND ${level} (qua ${desk})`),
    upward: [
      { report: 'half-year', to: ['so-gddt', 'so-vhttdl'], due: dueAtFive(year, 6, 15) },
      { report: 'year', to: ['so-gddt', 'so-vhttdl'], due: dueAtFive(year, 11, 15) },
    ],
    forms: [form],
  });
};
