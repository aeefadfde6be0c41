import type { PlanInput } from '../../plan/schema.ts';
import type { Profile } from './current-profile.ts';
import { indicators, type TaskInput } from './input.ts';

/** III. Tasks of the presets since 2025, each with its owner, time and product. */
export const currentTasks = (profile: Profile): PlanInput['tasks'] => ({
  heading: 'CÁC NHIỆM VỤ TRỌNG TÂM',
  groups: [
    {
      id: 'state-management',
      heading: 'Công tác quản lý nhà nước về thông tin đối ngoại',
      tasks: [
        {
          id: 'plan-and-monitor',
          text: `Xây dựng, triển khai và theo dõi việc thực hiện kế hoạch hoạt động thông tin đối ngoại trong lĩnh vực giáo dục và đào tạo ${profile.area}.`,
          lead: profile.desk,
          supporting: [...profile.unitList],
          schedule: { rule: 'within-quarter', quarter: 1 },
          deliverable: 'Kế hoạch của cơ quan và kế hoạch của các đơn vị',
          indicators: indicators.management,
        },
      ],
    },
    { id: 'basic', heading: 'Các nhiệm vụ thông tin đối ngoại cơ bản', tasks: basicTasks(profile) },
  ],
});

const allYear = { rule: 'all-year' } as const;

const basicTasks = ({ desk, spokesperson, unitList, units }: Profile): TaskInput[] => {
  const byUnits = { lead: capital(units), supporting: [desk], schedule: allYear };
  return [
    {
      id: 'exemplars',
      text: 'Giới thiệu gương điển hình tiên tiến là cán bộ, giáo viên, nhân viên, học sinh và tập thể.',
      ...byUnits,
      deliverable: 'Tin, bài trên trang thông tin điện tử',
      themes: ['achievements'],
      channels: ['website', 'social'],
      indicators: indicators.exemplars,
    },
    {
      id: 'curriculum',
      text: 'Thông tin về chương trình giáo dục, sách giáo khoa và kết quả thực hiện đổi mới giáo dục đến cha mẹ học sinh và Nhân dân.',
      ...byUnits,
      deliverable: 'Buổi tuyên truyền, giới thiệu; tin, bài',
      themes: ['policy'],
      channels: ['website', 'other-forms'],
      indicators: indicators.curriculum,
    },
    {
      id: 'press',
      text: `Cung cấp thông tin cho báo chí về tình hình phát triển giáo dục và đào tạo của địa phương thông qua ${spokesperson}, thực hiện theo {nd-244}.`,
      lead: desk,
      supporting: [...unitList],
      schedule: allYear,
      deliverable: 'Thông tin, số liệu đã cung cấp cho báo chí',
      themes: ['achievements'],
      channels: ['website'],
      references: ['nd-244'],
      indicators: indicators.press,
    },
    {
      id: 'contributions',
      text: 'Vận động các nguồn lực xã hội hóa giáo dục; tiếp nhận, quản lý và sử dụng tài trợ công khai, đúng quy định.',
      ...byUnits,
      deliverable: 'Công trình, hoạt động được tài trợ',
      themes: ['country'],
      channels: ['other-forms'],
      indicators: indicators.contributions,
    },
    {
      id: 'events',
      text: 'Tổ chức, phối hợp và tham gia hoạt động tuyên truyền phục vụ các sự kiện chính trị - xã hội quan trọng, các sự kiện đối ngoại của địa phương.',
      ...byUnits,
      deliverable: 'Hoạt động tuyên truyền đã tổ chức hoặc tham gia',
      themes: ['policy', 'country'],
      channels: ['other-forms'],
      indicators: indicators.events,
    },
    {
      id: 'sea-border',
      text: 'Tuyên truyền về biển, đảo, biên giới và kết quả phân giới cắm mốc; tiếp tục tuyên truyền {nq-36}.',
      ...byUnits,
      deliverable: 'Buổi tuyên truyền; tin, bài',
      themes: ['country'],
      channels: ['website', 'other-forms'],
      references: ['nq-36'],
      indicators: indicators.seaBorder,
    },
    {
      id: 'rebuttal',
      text: 'Theo dõi, phát hiện và báo cáo kịp thời thông tin sai sự thật liên quan đến đơn vị; giải thích, làm rõ, phản bác theo thẩm quyền.',
      ...byUnits,
      schedule: { rule: 'on-occurrence' },
      deliverable: 'Báo cáo vụ việc; nội dung giải thích, phản bác đã đăng tải',
      themes: ['rebuttal'],
      channels: ['website', 'social'],
      indicators: ['false-claims', 'false-claims-reported', 'false-claims-handled', 'posts-rebuttal'],
    },
  ];
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
