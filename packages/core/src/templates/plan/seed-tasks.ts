import type { PlanInput } from '../../plan/schema.ts';
import { indicators, type DocumentInput, type TaskInput } from './input.ts';
import type { Seed } from './seed-options.ts';

/** III. The tasks, as written in 2019. Only the first has a time; none has an owner or a product. */
export const seedTasks = (seed: Seed, cited: readonly DocumentInput[]): PlanInput['tasks'] => ({
  heading: 'CÁC NHIỆM VỤ TRỌNG TÂM',
  groups: [
    {
      id: 'state-management',
      heading: 'Công tác quản lý nhà nước về thông tin đối ngoại',
      tasks: [
        {
          id: 'plan-and-monitor',
          text: 'Xây dựng kế hoạch hoạt động thông tin đối ngoại và triển khai, theo dõi thực hiện.',
          schedule: { rule: 'within-quarter', quarter: 1, words: `Quý I năm ${seed.year}` },
          indicators: indicators.management,
        },
      ],
    },
    {
      id: 'basic',
      heading: 'Các nhiệm vụ thông tin đối ngoại cơ bản',
      tasks: [...basicTasks(seed), seaBorderTask(seed, cited)],
    },
  ],
});

const basicTasks = ({ sector, w }: Seed): readonly TaskInput[] => [
  {
    id: 'exemplars',
    text: `Giới thiệu những tấm gương điển hình tiên tiến ${sector} (cán bộ, giáo viên, nhân viên, học sinh).`,
    themes: ['achievements'],
    channels: ['website'],
    indicators: indicators.exemplars,
  },
  {
    id: 'curriculum',
    text: 'Giới thiệu, thông tin về chương trình đổi mới giáo dục phổ thông, sách giáo khoa mới.',
    themes: ['policy'],
    channels: ['website', 'other-forms'],
    indicators: indicators.curriculum,
  },
  {
    id: 'press',
    text: `Cung cấp thông tin báo chí về tình hình phát triển giáo dục và đào ${w('tạotrong', 'tạo trong')} năm học (quy mô trường, lớp; trường chuẩn quốc gia; kết quả thi ${w('THPTQuốc', 'THPT Quốc')} gia, thi chọn học sinh giỏi…).`,
    themes: ['achievements'],
    channels: ['website'],
    indicators: indicators.press,
  },
  {
    id: 'contributions',
    text: 'Thực hiện công tác kêu gọi đầu tư xã hội hóa giáo dục bằng nhiều hình thức, khuyến khích đa dạng hóa các loại hình giáo dục nhằm tạo điều kiện thuận lợi cho việc xây dựng các cơ sở giáo dục ngoài công lập có quy mô phù hợp với điều kiện kinh tế - xã hội tại từng địa phương; phối hợp, liên kết các tổ chức phi chính phủ để có nguồn đầu tư nhằm được sự hỗ trợ về cơ sở vật chất phục vụ giáo dục và đào tạo.',
    themes: ['country'],
    channels: ['other-forms'],
    indicators: indicators.contributions,
  },
  {
    id: 'events',
    text: 'Phối hợp, tổ chức và tham gia vào các hoạt động tuyên truyền phục vụ các sự kiện chính trị - xã hội quan trọng và các sự kiện đối ngoại lớn của tỉnh, của huyện.',
    themes: ['policy', 'country'],
    channels: ['other-forms'],
    indicators: indicators.events,
  },
];

/** 'Tuyên truyền A; tiếp tục triển khai B; C; …': the first document is made known, the others are carried on. */
const citations = ([first, ...others]: readonly DocumentInput[]): string => {
  if (first === undefined) return '';
  const carriedOn = others.map(({ id }) => `{${id}}`).join('; ');
  return ` tập trung các nhiệm vụ: Tuyên truyền {${first.id}}${carriedOn === '' ? '' : `; tiếp tục triển khai ${carriedOn}`}`;
};

const seaBorderTask = ({ w }: Seed, cited: readonly DocumentInput[]): TaskInput => ({
  id: 'sea-border',
  text: `Tuyên truyền biển, đảo, phân giới cắm mốc${citations(cited)}. Đẩy mạnh tuyên truyền, thông tin đối ngoại về lợi ích, kết quả phân giới, cắm mốc đã hoàn thành trên thực địa giữa Việt Nam và Campuchia; ý nghĩa, tầm quan trọng về vấn đề biên giới đất liền giữa hai nước. Tăng cường các hoạt động xúc tiến đầu tư, thương mại, du lịch, văn hóa, ngoại giao nhân dân${w('...', '…')} nhằm quảng bá tiềm năng, thế mạnh, cơ hội hợp tác để phát triển kinh tế, văn hóa ${w('xã hội', '- xã hội')} của huyện.`,
  themes: ['policy', 'country', 'rebuttal'],
  channels: ['website', 'other-forms'],
  references: cited.map(({ id }) => id),
  indicators: indicators.seaBorder,
});
