import { textOf } from './params.ts';
import type { Rules } from './types.ts';

/** Rules of reading a plan and of making next year's from it. */
export const planRules = {
  'plan.classified': {
    message: () => 'Kế hoạch có độ mật: hệ thống không tiếp nhận nội dung thuộc bí mật nhà nước.',
    why: 'Văn bản có độ mật Mật, Tối mật, Tuyệt mật không được soạn thảo, lưu giữ, gửi trên thiết bị có kết nối Internet hoặc mạng máy tính ngoài các trường hợp pháp luật cho phép.',
    source:
      'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15, có hiệu lực từ ngày 01/3/2026; trước ngày 01/3/2026: Luật số 29/2018/QH14, Điều 5',
    mend: 'không nhập nội dung này; xử lý theo quy định về bảo vệ bí mật nhà nước. Nếu kế hoạch không có độ mật, bỏ mục “classification”.',
  },
  'clone.basis-to-renew': {
    message: (p) =>
      `Kế hoạch năm ${textOf(p, 'year')} còn căn cứ ${textOf(p, 'document')}, là kế hoạch cấp trên của năm cũ.`,
    why: 'Kế hoạch của năm mới thực hiện kế hoạch của cấp trên cho năm đó.',
    mend: 'thay bằng kế hoạch của cấp trên cho năm mới, hoặc bỏ căn cứ này nếu chưa có.',
  },
  'clone.programme-ended': {
    message: (p) => `${textOf(p, 'document')} có thời gian thực hiện đến năm ${textOf(p, 'endsIn')}.`,
    why: 'Chương trình, đề án đã hết thời gian thực hiện không còn là căn cứ để giao nhiệm vụ.',
    mend: 'thay bằng văn bản đang có hiệu lực, hoặc bỏ nội dung này.',
  },
  'clone.year-left': {
    message: (p) => `Nội dung vẫn nhắc đến năm ${textOf(p, 'old')}: “${textOf(p, 'excerpt')}”.`,
    why: 'Chỉ năm của chính kế hoạch được chuyển sang năm mới; năm của sự việc khác được giữ nguyên.',
    mend: (p) => `xem lại, sửa thành năm ${textOf(p, 'year')} nếu nội dung thuộc năm mới.`,
  },
  'clone.number-blank': {
    message: (p) => `Số và ngày của kế hoạch mới để trống (ký hiệu ${textOf(p, 'symbol')}).`,
    mend: 'văn thư ghi số, ngày sau khi lãnh đạo ký.',
  },
} satisfies Rules;
