import type { FindingParams } from '../finding.ts';
import { textOf } from './params.ts';
import type { Rules } from './types.ts';

const most = (params: FindingParams): string => {
  const limit = textOf(params, 'max') || textOf(params, 'requirement') || textOf(params, 'expected');
  return /^\d+$/.test(limit) ? ` (tối đa ${limit} ký tự)` : '';
};

const received = (params: FindingParams): string => {
  const words = textOf(params, 'received');
  return words === '' ? '' : `, hiện ghi ${words}`;
};

/** Rules of `text/schema.ts`. */
export const textRules = {
  'text.control-character': {
    message: () => 'Nội dung có ký tự điều khiển hoặc ký tự không hợp lệ.',
    why: 'Ký tự này không hiển thị được và không ghi được vào văn bản Word.',
    mend: 'gõ lại đoạn có ký tự đó, hoặc dán dưới dạng văn bản thuần.',
  },
  'text.too-long': {
    message: (p) => `Nội dung dài hơn mức cho phép${most(p)}.`,
    mend: 'rút gọn, hoặc chuyển phần chi tiết sang phụ lục.',
  },
  'text.blank': {
    message: () => 'Nội dung này còn để trống.',
    mend: 'ghi nội dung, hoặc bỏ hẳn mục nếu không dùng.',
  },
  'text.line-break': {
    message: () => 'Nội dung này cần viết trên một dòng, hiện có ngắt dòng.',
    mend: 'bỏ ngắt dòng.',
  },
  'id.too-long': {
    message: () => 'Mã dài hơn 64 ký tự.',
    mend: 'đặt mã ngắn hơn, ví dụ “th-nhi-thanh”.',
  },
  'id.not-a-slug': {
    message: (p) => `Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối đơn${received(p)}.`,
    why: 'Mã dùng trong đường dẫn và tên tệp, và được giữ nguyên qua các năm.',
    mend: 'viết lại mã, ví dụ “bao-cao-nam”.',
  },
  'id.reserved': {
    message: (p) => `Mã này là từ riêng của phần mềm, không dùng được${received(p)}.`,
    why: 'Dữ liệu ghi theo mã này sẽ bị bỏ qua.',
    mend: 'đặt mã khác, ví dụ “bao-cao-nam”.',
  },
} satisfies Rules;
