import type { FormInput } from '../../report/schema.ts';
import type { FormOptions } from './options.ts';

/**
 * Sentences that the desk's text starts from. A placeholder becomes the total with its unit of measure ('125 buổi'), so
 * the words around it never repeat the unit.
 */
export const sentences = ({ prizeLevels }: Pick<FormOptions, 'prizeLevels'>): NonNullable<FormInput['sentences']> => [
  {
    section: 'direction',
    text: '{unit-plan-issued} đã ban hành kế hoạch hoạt động thông tin đối ngoại của đơn vị; {focal-person-assigned} đã phân công người phụ trách.',
  },
  {
    section: 'direction',
    text: 'Trong kỳ, các đơn vị đã phổ biến, quán triệt {upper-documents-shared} của cấp trên và tổ chức {briefings} họp, hội nghị triển khai với {briefing-attendees} tham dự.',
  },
  { section: 'direction', text: 'Các đơn vị đã ban hành {unit-documents-issued} để triển khai thực hiện.' },
  {
    section: 'direction',
    text: '{spokesperson-assigned} đã phân công người phát ngôn, cung cấp thông tin cho báo chí.',
  },
  {
    section: 'direction',
    text: '{secrecy-observed} chấp hành quy định về bảo vệ bí mật nhà nước khi cung cấp, đăng tải thông tin.',
  },
  {
    section: 'exemplars',
    text: 'Trong kỳ, các đơn vị đã giới thiệu gương điển hình tiên tiến gồm {exemplars-staff} (cán bộ, giáo viên, nhân viên), {exemplars-pupils} (học sinh, trẻ em) và {exemplars-groups}.',
  },
  {
    section: 'curriculum',
    text: 'Trong kỳ, các đơn vị đã tổ chức {curriculum-sessions} tuyên truyền, giới thiệu chương trình giáo dục, sách giáo khoa với {curriculum-attendees} tham dự.',
  },
  {
    section: 'press',
    text: 'Trong kỳ, các đơn vị đã {press-provided} cung cấp thông tin cho báo, đài; có {press-articles}, phóng sự về các đơn vị được đăng, phát.',
  },
  {
    section: 'figures',
    text: 'Các đơn vị có số liệu báo cáo tổng số {classes} với {pupils} học sinh, trẻ em.',
  },
  {
    section: 'figures',
    text: `Học sinh đạt {prizes-district} ${prizeLevels[0]}, {prizes-province} ${prizeLevels[1]} và {prizes-nation} ${prizeLevels[2]}.`,
  },
  {
    section: 'contributions',
    text: 'Trong kỳ, các đơn vị đã vận động được {contributions-cash} bằng tiền và hiện vật, công trình trị giá {contributions-inkind}, với {sponsors} tổ chức, cá nhân tài trợ.',
  },
  {
    section: 'events',
    text: 'Trong kỳ, các đơn vị đã tổ chức hoặc tham gia {events} tuyên truyền phục vụ các sự kiện chính trị - xã hội, đối ngoại (tính theo lượt đơn vị) với {event-participants} tham gia.',
  },
  {
    section: 'sea-border',
    text: 'Trong kỳ, các đơn vị đã tổ chức {sea-border-sessions} tuyên truyền về biển, đảo; biên giới, phân giới cắm mốc với {sea-border-participants} tham dự.',
  },
  {
    section: 'international',
    text: 'Trong kỳ, các đơn vị đã đón {intl-visits} khách nước ngoài đến thăm, làm việc; tham gia {intl-exchanges} giao lưu, hội nghị, hội thảo hợp tác quốc tế (tính theo lượt đơn vị).',
  },
  {
    section: 'website',
    text: 'Các đơn vị đang duy trì {website-columns}, chuyên trang trên trang thông tin điện tử; trong kỳ đã đăng {posts-total}, trong đó {posts-policy} về chủ trương, chính sách, pháp luật, {posts-achievements} về thành tích, gương điển hình tiên tiến, {posts-country} về đất nước, con người, lịch sử, văn hóa địa phương và {posts-sea-border} về biển, đảo, biên giới.',
  },
  {
    section: 'website',
    text: 'Các đơn vị đã đăng tải {legal-documents-posted} quy phạm pháp luật về thông tin đối ngoại.',
  },
  {
    section: 'other-forms',
    text: 'Trong kỳ, các đơn vị đã tổ chức {cultural-sports} văn hóa - văn nghệ, thể dục - thể thao, {extracurricular} ngoại khóa, ngoài giờ lên lớp và {visits} tham quan, trải nghiệm với {activity-participants} tham gia.',
  },
  {
    section: 'training',
    text: 'Trong kỳ, các đơn vị đã tham dự {trainings}, buổi tập huấn (tính theo lượt đơn vị) với {trained-people} được tập huấn.',
  },
  {
    section: 'rebuttal',
    text: 'Trong kỳ, các đơn vị đã phát hiện {false-claims} có thông tin sai sự thật; trong đó đã báo cáo cấp có thẩm quyền {false-claims-reported}, đã được xử lý, phản hồi {false-claims-handled}.',
  },
  {
    section: 'budget',
    text: 'Kinh phí thực hiện gồm {budget-state} từ ngân sách nhà nước và {budget-other} từ nguồn hợp pháp khác.',
  },
];
