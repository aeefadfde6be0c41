import { both, flow, ifGate, optional, required, stock, type SectionInput } from './ask.ts';
import type { FormOptions } from './options.ts';

/** II.8. By what means the information went out: heading only, its parts follow. */
export const channelsSection = (): SectionInput => ({
  id: 'channels',
  number: 'II.8',
  title: 'Hình thức, phương tiện thông tin',
  depth: 2,
  fields: [],
});

const posts = ['policy', 'achievements', 'country', 'curriculum', 'sea-border', 'rebuttal', 'other'].map(
  (id) => `posts-${id}`,
);

/** II.8a. Websites and social networks. */
export const websiteSection = ({ communes, schools }: FormOptions): SectionInput => ({
  id: 'website',
  number: 'II.8a',
  title: 'Trang thông tin điện tử, mạng xã hội',
  depth: 3,
  fields: [
    stock('chuyên mục', {
      id: 'website-columns',
      label: 'Chuyên mục, chuyên trang đang duy trì trên trang thông tin điện tử',
      help: 'Không có trang thông tin điện tử: ghi 0.',
      asked: both({ ...required, prefilled: true }),
    }),
    flow('tin, bài', {
      id: 'posts-policy',
      label: 'Tin, bài: chủ trương, chính sách, pháp luật',
      asked: both(required),
    }),
    flow('tin, bài', {
      id: 'posts-achievements',
      label: 'Tin, bài: thành tích, gương điển hình tiên tiến',
      asked: both(required),
    }),
    flow('tin, bài', {
      id: 'posts-country',
      label: 'Tin, bài: đất nước, con người, lịch sử, văn hóa địa phương',
      asked: both(required),
    }),
    flow('tin, bài', {
      id: 'posts-curriculum',
      label: 'Tin, bài: Chương trình GDPT, sách giáo khoa',
      asked: both(required),
      appliesTo: [...schools, ...communes],
    }),
    flow('tin, bài', { id: 'posts-sea-border', label: 'Tin, bài: biển, đảo, biên giới', asked: both(required) }),
    flow('tin, bài', {
      id: 'posts-rebuttal',
      label: 'Tin, bài: phản bác thông tin sai sự thật',
      asked: both(optional),
    }),
    flow('tin, bài', {
      id: 'posts-other',
      label: 'Tin, bài khác về hoạt động của đơn vị',
      totalLabel: 'Tin, bài khác về hoạt động của các đơn vị',
      asked: both(optional),
    }),
    {
      id: 'posts-total',
      label: 'Tổng số tin, bài',
      help: 'Tự cộng từ các dòng trên.',
      unit: 'tin, bài',
      type: 'computed',
      across: 'sum',
      periods: 'add',
      asked: both(optional),
      sumOf: posts,
    },
    flow('tin, bài', {
      id: 'posts-social',
      label: 'Trong đó đăng trên mạng xã hội chính thức của đơn vị',
      totalLabel: 'Trong đó đăng trên mạng xã hội chính thức của các đơn vị',
      help: 'Không lớn hơn tổng số tin, bài.',
      asked: both(optional),
    }),
    flow('văn bản', {
      id: 'legal-documents-posted',
      label: 'Văn bản quy phạm pháp luật về thông tin đối ngoại đã đăng tải',
      totalLabel: 'Lượt văn bản quy phạm pháp luật về thông tin đối ngoại được đăng tải',
      asked: both(required),
    }),
  ],
});

/** II.8b. Other forms of activity. */
export const otherFormsSection = (): SectionInput => ({
  id: 'other-forms',
  number: 'II.8b',
  title: 'Loại hình khác (không tính lại hoạt động đã ghi ở mục II.5, II.6, II.7)',
  depth: 3,
  gate: true,
  fields: [
    flow('hoạt động', {
      id: 'cultural-sports',
      label: 'Hoạt động văn hóa - văn nghệ, thể dục - thể thao',
      asked: both(ifGate),
    }),
    flow('hoạt động', { id: 'extracurricular', label: 'Hoạt động ngoại khóa, ngoài giờ lên lớp', asked: both(ifGate) }),
    flow('hoạt động', { id: 'visits', label: 'Hoạt động tham quan, trải nghiệm', asked: both(ifGate) }),
    flow('cuộc', {
      id: 'conferences',
      label: 'Hội nghị, hội thảo trong nước có nội dung thông tin đối ngoại',
      totalLabel: 'Lượt hội nghị, hội thảo trong nước có nội dung thông tin đối ngoại (tính theo lượt đơn vị)',
      asked: both(optional),
    }),
    flow('lượt người', {
      id: 'activity-participants',
      label: 'Lượt người tham gia các hoạt động trên',
      totalLabel: 'Lượt người tham gia các loại hình hoạt động khác',
      asked: both(ifGate),
    }),
    flow('lượt', { id: 'visual-propaganda', label: 'Băng rôn, khẩu hiệu, pa nô, bảng tin', asked: both(optional) }),
  ],
});

/** II.8c. Trainings attended: one class is attended by many units, so its total counts attendances. */
export const trainingSection = (): SectionInput => ({
  id: 'training',
  number: 'II.8c',
  title: 'Tập huấn (nếu có)',
  depth: 3,
  gate: true,
  fields: [
    flow('lớp', {
      id: 'trainings',
      label: 'Lớp, buổi tập huấn về thông tin đối ngoại, kỹ năng phát ngôn đã tham dự',
      totalLabel: 'Lớp, buổi tập huấn về thông tin đối ngoại, kỹ năng phát ngôn (lượt đơn vị tham dự)',
      asked: both(ifGate),
    }),
    flow('lượt người', { id: 'trained-people', label: 'Lượt người được tập huấn', asked: both(ifGate) }),
  ],
});
