import { definePlan } from '../plan/define.ts';
import type { Plan } from '../plan/schema.ts';
import { foreignInformationForm } from './foreign-information-form.ts';
import { committeesOf, provincialForm } from './form/options.ts';
import { currentAims, currentContent } from './plan/current-body.ts';
import { currentDocuments, provinceLevel, type CurrentPlanOptions, type Profile } from './plan/current-profile.ts';
import { currentReports, dueAtFive, dueWords, reportingWords } from './plan/current-reports.ts';
import { currentTasks } from './plan/current-tasks.ts';
import type { ItemInput, RecipientInput } from './plan/input.ts';

export type ProvincialPlanOptions = CurrentPlanOptions;

const desk = 'Văn phòng Sở';
const department = 'Sở Giáo dục và Đào tạo';

// The communes' People's Committees are not under the department: it asks them, it does not instruct them.
const organisation = (profile: Profile, contact: string): ItemInput[] => [
  {
    id: 'units',
    text: `Các đơn vị trực thuộc Sở căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị, gửi ${department} (qua ${desk}) ${dueWords(profile.unitPlanDue)}; phân công người phụ trách; tổ chức thực hiện và chịu trách nhiệm về nội dung thông tin của đơn vị.`,
  },
  {
    id: 'communes',
    text: `Đề nghị Ủy ban nhân dân các xã, phường ban hành kế hoạch và chỉ đạo các trường mầm non, tiểu học, trung học cơ sở trên địa bàn thực hiện; gửi kế hoạch ${dueWords(profile.unitPlanDue)}; tổng hợp, báo cáo kết quả theo chế độ báo cáo dưới đây.`,
  },
  {
    id: 'desk',
    text: `${desk} theo dõi, đôn đốc việc thực hiện; tổng hợp, tham mưu Giám đốc Sở báo cáo Bộ Giáo dục và Đào tạo, Ủy ban nhân dân ${profile.level}.`,
  },
  {
    id: 'reports',
    text: `Chế độ báo cáo: các đơn vị trực thuộc báo cáo ${department}; đề nghị Ủy ban nhân dân các xã, phường báo cáo ${department} (qua ${desk}). ${reportingWords(profile)}`,
  },
  {
    id: 'difficulties',
    text: `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị, địa phương phản ánh về ${desk} (${contact}) để được hướng dẫn hoặc điều chỉnh, bổ sung Kế hoạch. Không gửi nội dung thuộc bí mật nhà nước qua hệ thống báo cáo.`,
  },
];

const recipientsOf = (level: string): readonly RecipientInput[] => [
  { text: 'Bộ Giáo dục và Đào tạo', agency: 'bo-gddt', purpose: 'để b/c' },
  { text: `UBND ${level}`, agency: 'ubnd-tinh', purpose: 'để b/c' },
  { text: 'Sở Văn hóa, Thể thao và Du lịch', agency: 'so-vhttdl', purpose: 'để p/h' },
  { text: 'UBND các xã, phường', purpose: 'để p/h' },
  { text: 'GĐ, các PGĐ', agency: 'so-gddt' },
  { text: 'Các phòng thuộc Sở; các đơn vị trực thuộc', purpose: 'để t/h' },
  { text: 'Lưu: VT, VP' },
];

/**
 * Makes the plan of a provincial Sở Giáo dục và Đào tạo since 1 July 2025. It binds the department's own schools; the
 * communes' People's Committees, which are not subordinate to it, are asked to report. The communes' own schools report
 * to their commune first, so the due dates lie after those of the commune's preset.
 *
 * @see Decrees 142/2025/NĐ-CP and 143/2025/NĐ-CP; Circular 15/2025/TT-BGDĐT
 */
export const provincialPlan = (options: ProvincialPlanOptions = {}): Plan => {
  const {
    bases = [],
    contact = 'chuyên viên theo dõi thông tin đối ngoại',
    province = 'tỉnh Tây Ninh',
    year = 2027,
  } = options;
  const profile: Profile = {
    year,
    area: `trên địa bàn ${province}`,
    level: provinceLevel(province),
    desk,
    units: 'các đơn vị trực thuộc và các trường',
    unitList: ['Các đơn vị trực thuộc', 'Ủy ban nhân dân các xã, phường'],
    spokesperson: 'người phát ngôn của Sở',
    unitPlanDue: dueAtFive(year, 3, 31),
    halfYearDue: dueAtFive(year, 6, 15),
    yearDue: dueAtFive(year, 11, 15),
  };
  const form = foreignInformationForm({
    ...provincialForm,
    year,
    proposalLevels: committeesOf(provincialForm, { province: profile.level }),
  });
  const cited = [...bases.map(({ id }) => id), 'nd-72', 'nd-148'].map((id) => `{${id}}`).join('; ');
  return definePlan({
    format: 'dondoc.plan/1',
    id: options.id ?? `ttdn-${year}`,
    year,
    title: ['Hoạt động thông tin đối ngoại', `của ngành Giáo dục và Đào tạo ${province} năm ${year}`],
    issuer: 'so-gddt',
    desk: { agency: 'so-gddt', name: department, contact },
    ...(options.number === undefined ? {} : { number: options.number }),
    symbol: 'KH-SGDĐT',
    ...(options.date === undefined ? {} : { date: options.date }),
    documents: [...bases, ...currentDocuments],
    implements: bases.map(({ id }) => id),
    opening: `Thực hiện ${cited}, ${department} ban hành Kế hoạch hoạt động thông tin đối ngoại của ngành Giáo dục và Đào tạo ${province} năm ${year} như sau:`,
    aims: currentAims(profile),
    content: currentContent(profile),
    tasks: currentTasks(profile),
    organisation: { heading: 'TỔ CHỨC THỰC HIỆN', items: organisation(profile, contact) },
    closing: `Trên đây là Kế hoạch hoạt động thông tin đối ngoại của ngành Giáo dục và Đào tạo ${province} năm ${year}. ${department} yêu cầu các đơn vị trực thuộc, đề nghị Ủy ban nhân dân các xã, phường triển khai thực hiện./.`,
    recipients: [...(options.recipients ?? recipientsOf(profile.level))],
    signatory: options.signatory ?? { headTitle: 'GIÁM ĐỐC' },
    units: options.units ?? [
      { kinds: ['thpt', 'nhieu-cap', 'gdtx', 'chuyen-biet'], parents: ['so-gddt'] },
      { kinds: ['ubnd-xa'] },
    ],
    reports: currentReports(profile, form.id, `${department} (qua ${desk})`),
    upward: [
      { report: 'half-year', to: ['bo-gddt', 'ubnd-tinh'], due: dueAtFive(year, 6, 25) },
      { report: 'year', to: ['bo-gddt', 'ubnd-tinh'], due: dueAtFive(year, 11, 25) },
    ],
    forms: [form],
  });
};
