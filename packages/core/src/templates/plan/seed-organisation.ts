import type { PlanInput } from '../../plan/schema.ts';
import type { ReportInput } from './input.ts';
import type { Seed } from './seed-options.ts';

// The plan of 2019 writes '05⁄6' with a fraction slash and leaves 'ngày' out before '05/11'.
const halfYearWords = ({ halfYearDue, w }: Seed): string =>
  halfYearDue === '05/6' ? `trước ngày ${w('05⁄6', '05/6')}` : `trước ngày ${halfYearDue}`;
const yearWords = ({ w, yearDue }: Seed): string => `${w('trước', 'trước ngày')} ${yearDue}`;

/** IV. Organisation, as written in 2019. */
export const seedOrganisation = (seed: Seed): PlanInput['organisation'] => {
  const { contact, issuer, w } = seed;
  return {
    heading: 'TỔ CHỨC THỰC HIỆN',
    items: [
      {
        id: 'units',
        text: `Các đơn vị trực thuộc ${issuer.name} có trách nhiệm xây dựng kế hoạch phù hợp với điều kiện, đặc điểm của đơn vị và triển khai thực hiện nghiêm túc đạt kết quả về hoạt động thông tin đối ngoại. Bộ phận Văn thư ${issuer.short} theo dõi, đôn đốc việc triển khai thực hiện của các đơn vị.`,
      },
      {
        id: 'difficulties',
        text: `Trong quá trình triển khai thực hiện, nếu có vướng mắc đề nghị ${w('cácđơn', 'các đơn')} vị trực thuộc báo cáo về ${issuer.short} (${contact}) để tham mưu chỉ đạo, bổ sung, điều chỉnh kế hoạch cho phù hợp.`,
      },
      {
        id: 'reports',
        text: `Chế độ báo cáo: các đơn vị trực thuộc báo cáo kết quả triển khai về ${issuer.name} (${contact}) để tổng hợp báo cáo Sở GD&ĐT, UBND huyện; đồng thời thực hiện báo cáo định kỳ 6 tháng (${halfYearWords(seed)}), báo cáo năm (${yearWords(seed)}).`,
      },
    ],
  };
};

/** The duties to report that part IV states: two without a date, two periodic ones. No cut-off, outline or method. */
export const seedReports = (seed: Seed, form: string): readonly ReportInput[] => {
  const { halfYearDue, recipient, yearDue } = seed;
  return [
    {
      id: 'unit-plan',
      name: 'Kế hoạch hoạt động thông tin đối ngoại của đơn vị',
      kind: 'unit-plan',
      frequency: 'once',
      due: { rule: 'none' },
    },
    {
      id: 'result',
      name: 'kết quả triển khai kế hoạch hoạt động thông tin đối ngoại',
      kind: 'thematic',
      frequency: 'once',
      due: { rule: 'none' },
      recipient,
    },
    {
      id: 'half-year',
      name: 'kết quả hoạt động thông tin đối ngoại',
      kind: 'periodic',
      frequency: 'half-year-1',
      due: { rule: 'date', reading: 'before', on: halfYearDue, words: halfYearWords(seed) },
      recipient,
      form,
    },
    {
      id: 'year',
      name: 'kết quả hoạt động thông tin đối ngoại',
      kind: 'periodic',
      frequency: 'year',
      due: { rule: 'date', reading: 'before', on: yearDue, words: yearWords(seed) },
      recipient,
      form,
    },
  ];
};
