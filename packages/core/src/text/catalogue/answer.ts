import { dayOf, listOf, textOf } from './params.ts';
import { amount, field, numberOf, section } from './report-words.ts';
import type { Rules } from './types.ts';

/** Rules of answers against their form. */
export const answerRules = {
  // What a unit filled in.
  'answer.not-an-object': {
    message: () => 'Phần trả lời không đọc được: cần các cặp gồm mã nội dung và giá trị.',
    mend: 'dùng biểu mẫu do hệ thống cung cấp, không đổi cấu trúc tệp.',
  },
  'answer.unknown-part': {
    message: (p) => `Tệp có phần ${textOf(p, 'key')} mà biểu mẫu không có.`,
    mend: 'bỏ phần này.',
  },
  'answer.unknown-field': {
    message: (p) => `Biểu mẫu không có nội dung ${textOf(p, 'key')}.`,
    mend: 'bỏ nội dung này, hoặc kiểm tra lại mã của nội dung.',
  },
  'answer.not-asked': {
    message: (p) => `“${textOf(p, 'label')}” không thuộc nội dung đơn vị phải báo cáo trong kỳ này.`,
    mend: 'bỏ nội dung này.',
  },
  'answer.unknown-gate': {
    message: (p) => `Biểu mẫu không có mục ${textOf(p, 'key')} để chọn “Có” hoặc “Không phát sinh”.`,
    mend: 'bỏ lựa chọn này, hoặc kiểm tra lại mã của mục.',
  },
  'answer.gate-not-asked': {
    message: (p) => `Mục “${textOf(p, 'title')}” không thuộc nội dung đơn vị phải báo cáo trong kỳ này.`,
    mend: 'bỏ lựa chọn của mục này.',
  },
  'answer.gate-not-yes-or-no': {
    message: (p) => `Mục ${section(p)} cần chọn “Có” hoặc “Không phát sinh”, hiện ghi ${textOf(p, 'received')}.`,
  },
  'answer.gate-missing': {
    message: (p) => `Chưa chọn “Có” hoặc “Không phát sinh” ở mục ${section(p)}.`,
    mend: 'nếu trong kỳ không có nội dung này, chọn “Không phát sinh”.',
  },
  'answer.gate-closed': {
    message: (p) =>
      `Mục “${textOf(p, 'title')}” đã chọn “Không phát sinh” nhưng ${field(p)} có số liệu. Đề nghị kiểm tra lại.`,
    mend: 'chọn “Có” ở mục này, hoặc bỏ số liệu đã ghi.',
  },
  'answer.nothing-but-gate': {
    message: (p) => `Đơn vị báo cáo không phát sinh trong kỳ nhưng mục ${section(p)} chọn “Có”. Đề nghị kiểm tra lại.`,
  },
  'answer.nothing-but-answer': {
    message: (p) => `Đơn vị báo cáo không phát sinh trong kỳ nhưng ${field(p)} có số liệu. Đề nghị kiểm tra lại.`,
  },
  'answer.missing': {
    message: (p) => `Chưa nhập ${field(p)}.`,
  },
  'answer.missing-number': {
    message: (p) => `Chưa nhập ${field(p)}. Nếu không có, ghi 0.`,
  },
  'answer.missing-in-gate': {
    message: (p) => `Chưa nhập ${field(p)}. Nếu không có, ghi 0 hoặc chọn “Không phát sinh”.`,
  },
  'answer.missing-column': {
    message: (p) => `Chưa nhập ${field(p)}.`,
    mend: 'ghi đủ các cột bắt buộc, hoặc bỏ dòng này.',
  },
  'answer.not-a-count': {
    message: (p) => `${field(p)} cần một số nguyên, hiện ghi ${textOf(p, 'received')}. Đề nghị ghi số, ví dụ 50.`,
  },
  'answer.not-money': {
    message: (p) =>
      `${field(p)} cần một số tiền tính bằng đồng, không có phần lẻ, hiện ghi ${textOf(p, 'received')}. Đề nghị ghi số, ví dụ 1500000.`,
  },
  'answer.negative': {
    message: (p) => `${field(p)} không thể nhỏ hơn 0, hiện ghi ${textOf(p, 'received')}. Đề nghị kiểm tra lại.`,
  },
  'answer.too-large': {
    message: (p) =>
      `${field(p)} lớn hơn mức tiếp nhận (${numberOf(p, 'max')}), hiện ghi ${textOf(p, 'received')}. Đề nghị kiểm tra lại.`,
    mend: 'kiểm tra đơn vị tính và số chữ số 0.',
  },
  'answer.not-a-ratio': {
    message: (p) => `${field(p)} cần đủ hai số: số đạt và số dự xét.`,
  },
  'answer.part-over-whole': {
    message: (p) =>
      `${field(p)}: số đạt (${numberOf(p, 'part')}) lớn hơn số dự xét (${numberOf(p, 'whole')}). Đề nghị kiểm tra lại.`,
  },
  'answer.part-of': {
    message: (p) =>
      `${field(p)} (${numberOf(p, 'part')}) lớn hơn “${textOf(p, 'wholeLabel')}” (${numberOf(p, 'whole')}). Đề nghị kiểm tra lại.`,
  },
  'answer.computed-differs': {
    message: (p) =>
      `${field(p)} ghi ${numberOf(p, 'given')}, các số thành phần cộng lại được ${numberOf(p, 'sum')}. Đề nghị kiểm tra lại.`,
    mend: 'để trống ô này: hệ thống tự cộng.',
  },
  'answer.not-yes-or-no': {
    message: (p) => `${field(p)} cần chọn “Có” hoặc “Không”, hiện ghi ${textOf(p, 'received')}.`,
  },
  'answer.unknown-choice': {
    message: (p) =>
      `${field(p)} không có lựa chọn ${textOf(p, 'received')}. Đề nghị chọn một trong các nội dung: ${listOf(p, 'choices').join('; ')}.`,
  },
  'answer.not-a-date': {
    message: (p) => {
      const received = textOf(p, 'received');
      const looksLikeDate = /^“\d{1,4}[./⁄-]\d{1,2}[./⁄-]\d{1,4}”$/.test(received);
      return looksLikeDate
        ? `${field(p)}: ngày ${received.slice(1, -1)} không có trong lịch. Đề nghị kiểm tra lại.`
        : `${field(p)} cần một ngày, hiện ghi ${received}. Đề nghị ghi ngày, ví dụ 05/6/2020.`;
    },
  },
  'answer.not-a-text': {
    message: (p) => `${field(p)} cần nội dung bằng chữ, hiện ghi ${textOf(p, 'received')}.`,
  },
  'answer.too-long': {
    message: (p) => `${field(p)} dài hơn ${numberOf(p, 'max')} ký tự. Đề nghị rút gọn.`,
  },
  'answer.line-break': {
    message: (p) => `${field(p)} cần viết trên một dòng, hiện có ngắt dòng. Đề nghị bỏ ngắt dòng.`,
  },
  'answer.unusable-character': {
    message: (p) => `${field(p)} có ký tự không ghi được vào văn bản. Đề nghị gõ lại nội dung này.`,
  },
  'answer.not-accepted': {
    message: (p) => `${field(p)} không đọc được, hiện ghi ${textOf(p, 'received')}. Đề nghị kiểm tra lại.`,
  },
  'answer.unknown-key': {
    message: (p) => `${field(p)} có phần ${textOf(p, 'key')} không dùng đến; cần đúng hai số: số đạt và số dự xét.`,
  },
  'answer.not-a-list': {
    message: (p) => `${field(p)} cần một danh sách gồm các dòng, hiện ghi ${textOf(p, 'received')}.`,
  },
  'answer.too-many-rows': {
    message: (p) =>
      `${field(p)} có ${numberOf(p, 'count')} dòng, tối đa ${numberOf(p, 'max')} dòng. Đề nghị chọn các nội dung tiêu biểu.`,
  },
  'answer.not-a-row': {
    message: (p) => `${field(p)}: dòng này không đọc được. Đề nghị nhập lại.`,
  },
  'answer.row-without-id': {
    message: (p) => `${field(p)}: dòng này thiếu mã dòng.`,
    mend: 'ghi cho mỗi dòng một mã riêng (id), ví dụ 1, 2, 3.',
  },
  'answer.row-id-twice': {
    message: (p) => `${field(p)} có mã trùng với một dòng ở trên.`,
    mend: 'ghi cho mỗi dòng một mã riêng (id).',
  },
  'answer.unknown-column': {
    message: (p) => `${field(p)}: danh sách không có cột ${textOf(p, 'key')}.`,
    mend: 'bỏ cột này, hoặc kiểm tra lại mã của cột.',
  },
  // To look at again: they never refuse.
  'answer.people-without-count': {
    message: (p) =>
      `${field(p)} ghi ${numberOf(p, 'people')} nhưng “${textOf(p, 'countLabel')}” không có số liệu. Đề nghị kiểm tra lại.`,
  },
  'answer.count-without-people': {
    message: (p) =>
      `“${textOf(p, 'countLabel')}” ghi ${numberOf(p, 'count')} nhưng ${field(p)} ghi 0. Đề nghị kiểm tra lại.`,
  },
  'answer.date-out-of-year': {
    message: (p) =>
      `${field(p)} ghi ngày ${dayOf(p, 'date')}, không thuộc năm ${textOf(p, 'year')}. Đề nghị kiểm tra lại.`,
  },
  'answer.date-in-future': {
    message: (p) =>
      `${field(p)} ghi ngày ${dayOf(p, 'date')}, sau ngày gửi báo cáo (${dayOf(p, 'today')}). Đề nghị kiểm tra lại.`,
  },
  'answer.advice': {
    message: (p) => `${field(p)}: ${textOf(p, 'text')}`,
  },
  'answer.below-part-of-year': {
    message: (p) =>
      `Số liệu ${textOf(p, 'period')} của ${field(p)} (${amount(p, 'value')}) nhỏ hơn số liệu ${textOf(p, 'partPeriod')} (${amount(p, 'partValue')}). Đề nghị kiểm tra lại hoặc ghi lý do.`,
  },
  'answer.grown-much': {
    message: (p) =>
      `${field(p)} ghi ${amount(p, 'value')}, số liệu ${textOf(p, 'before')} là ${amount(p, 'beforeValue')}. Số liệu tăng nhiều so với kỳ trước, đề nghị kiểm tra lại.`,
  },
  'answer.state-changed-much': {
    message: (p) =>
      `${field(p)} ghi ${amount(p, 'value')}, số liệu ${textOf(p, 'before')} là ${amount(p, 'beforeValue')}. Số liệu thay đổi nhiều so với kỳ trước, đề nghị kiểm tra lại.`,
  },
  'answer.text-copied': {
    message: (p) => `${field(p)} giống nguyên văn nội dung của ${textOf(p, 'before')}. Đề nghị cập nhật cho kỳ này.`,
  },
} satisfies Rules;
