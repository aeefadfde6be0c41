import type { FindingParams } from '../finding.ts';
import { formatMillions, formatNumber } from '../format.ts';
import { dayOf, listOf, quoted, textOf } from './params.ts';
import type { Rules } from './types.ts';

const numberOf = (params: FindingParams, name: string): string => {
  const value = params[name];
  return typeof value === 'number' ? formatNumber(value) : textOf(params, name);
};

/** A number in prose; money, which is kept in đồng, in millions. */
const amount = (params: FindingParams, name: string): string => {
  const value = params[name];
  if (typeof value !== 'number') return textOf(params, name);
  return params['money'] === 1 ? `${formatMillions(value)} triệu đồng` : formatNumber(value);
};

/** “Lượt người tham dự” (mục II.2), and for a row its column: cột “Tên”, dòng 3. */
const field = (params: FindingParams): string => {
  const row = params['row'] === undefined ? '' : `dòng ${textOf(params, 'row')}`;
  const column = params['column'] === undefined ? '' : `cột “${textOf(params, 'column')}”`;
  const cell = [column, row].filter((part) => part !== '').join(', ');
  const section = textOf(params, 'section');
  const place = [section === '' ? '' : `mục ${section}`, cell].filter((part) => part !== '').join(', ');
  return `“${textOf(params, 'label')}”${place === '' ? '' : ` (${place})`}`;
};

const section = (params: FindingParams): string => `“${textOf(params, 'title')}” (mục ${textOf(params, 'section')})`;

/** The words of a type of field, as the form's author reads them. */
const typeWords: Readonly<Record<string, string>> = {
  count: 'số lượng',
  money: 'số tiền',
  ratio: 'tỷ lệ',
  yesno: 'có/không',
  choice: 'lựa chọn',
  date: 'ngày',
  text: 'chữ',
  narrative: 'đoạn văn',
  list: 'danh sách',
  computed: 'số tự cộng',
};
const typeOf = (params: FindingParams): string => {
  const type = textOf(params, 'type');
  return typeWords[type] ?? type;
};
const whatWords: Readonly<Record<string, string>> = {
  section: 'mục',
  field: 'nội dung',
  choice: 'lựa chọn',
  column: 'cột',
  group: 'nhóm loại đơn vị',
};

/** Rules of answers against their form, and of forms themselves. */
export const reportRules = {
  // Answers: what a unit filled in.
  'answer.not-an-object': {
    message: () => 'Phần trả lời không đọc được: cần các cặp tên và giá trị.',
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
  // Answers to look at again: they never refuse.
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
  // Forms: what their author declared.
  'form.id-twice': {
    message: (p) => `Mã “${textOf(p, 'id')}” được dùng cho hơn một ${whatWords[textOf(p, 'what')] ?? 'nội dung'}.`,
    mend: 'đặt mã khác; mã đã dùng ở kỳ trước thì giữ nguyên.',
  },
  'form.reserved-id': {
    message: (p) => `Mã “${textOf(p, 'id')}” là từ riêng của phần mềm, không dùng được.`,
    mend: 'đặt mã khác.',
  },
  'form.across-does-not-fit': {
    message: (p) => `${field(p)} kiểu ${typeOf(p)} không tổng hợp được theo cách “${textOf(p, 'across')}”.`,
    why: 'Tỷ lệ không cộng và không lấy trung bình; đoạn văn, ngày và lựa chọn không có tổng.',
    mend: (p) => `chọn một trong các cách: ${quoted(listOf(p, 'allowed'))}.`,
  },
  'form.periods-do-not-fit': {
    message: (p) =>
      `${field(p)} tổng hợp theo cách “${textOf(p, 'across')}” nên không thể là “${textOf(p, 'periods')}” qua các kỳ.`,
    why: 'Số phát sinh trong kỳ cộng được qua các kỳ; số hiện có tại một thời điểm thì không.',
    mend: (p) => `chọn một trong các cách: ${quoted(listOf(p, 'allowed'))}.`,
  },
  'form.not-a-flow': {
    message: (p) => `${field(p)} kiểu ${typeOf(p)} không cộng được qua các kỳ.`,
    mend: 'chọn “state” hoặc “none”.',
  },
  'form.part-missing': {
    message: (p) => `${field(p)} kiểu ${typeOf(p)} thiếu phần “${textOf(p, 'key')}”.`,
  },
  'form.part-without-use': {
    message: (p) => `${field(p)} kiểu ${typeOf(p)} không dùng đến phần “${textOf(p, 'key')}”.`,
    mend: 'bỏ phần này, hoặc đổi kiểu.',
  },
  'form.money-unit': {
    message: (p) => `${field(p)} là số tiền nên đơn vị tính phải là “triệu đồng”.`,
    why: 'Số tiền được hỏi và in bằng triệu đồng, lưu bằng đồng.',
  },
  'form.unit-missing': {
    message: (p) => `${field(p)} chưa có đơn vị tính.`,
    why: 'Biểu tổng hợp có cột đơn vị tính.',
  },
  'form.column-named-id': {
    message: (p) => `${field(p)} không được đặt mã “id”: mã này dành cho mã dòng.`,
  },
  'form.if-gate-without-gate': {
    message: (p) => `${field(p)} bắt buộc khi mục chọn “Có”, nhưng mục này không hỏi “Có” hay “Không phát sinh”.`,
    mend: 'đặt “gate” cho mục, hoặc ghi “required” hay một điều kiện “when”.',
  },
  'form.when-on-optional': {
    message: (p) => `${field(p)} không bắt buộc nên điều kiện “when” không có tác dụng.`,
  },
  'form.unknown-field': {
    message: (p) => `“${textOf(p, 'label')}” nhắc đến nội dung “${textOf(p, 'other')}” mà biểu mẫu không có.`,
  },
  'form.unknown-section': {
    message: (p) => `Câu tổng hợp thuộc mục “${textOf(p, 'other')}” mà biểu mẫu không có.`,
  },
  'form.unknown-column': {
    message: (p) => `“${textOf(p, 'label')}” nhắc đến cột “${textOf(p, 'column')}” mà danh sách không có.`,
  },
  'form.column-does-not-fit': {
    message: (p) =>
      `“${textOf(p, 'label')}” dùng cột “${textOf(p, 'column')}” cho “${textOf(p, 'key')}”, cột này phải là kiểu ${typeOf(p)}.`,
  },
  'form.condition-does-not-fit': {
    message: (p) => `Điều kiện của “${textOf(p, 'label')}” không hợp với “${textOf(p, 'otherLabel')}”.`,
    mend: '“positive” dùng cho số; “yes” và “no” dùng cho nội dung có/không.',
  },
  'form.condition-not-asked': {
    message: (p) =>
      `Điều kiện của “${textOf(p, 'label')}” dựa vào “${textOf(p, 'otherLabel')}” mà báo cáo “${textOf(p, 'report')}” không hỏi.`,
  },
  'form.sum-of-no-number': {
    message: (p) =>
      `“${textOf(p, 'label')}” tự cộng cả “${textOf(p, 'otherLabel')}”, vốn không phải số do đơn vị nhập.`,
  },
  'form.sum-mixed': {
    message: (p) =>
      `“${textOf(p, 'label')}” tự cộng “${textOf(p, 'otherLabel')}”, hai nội dung khác đơn vị tính hoặc cách tổng hợp.`,
    why: 'Chỉ cộng được những số cùng loại.',
  },
  'form.comparable-within-no-label': {
    message: (p) =>
      `“${textOf(p, 'label')}” so sánh theo “${textOf(p, 'otherLabel')}”, nội dung này phải tổng hợp theo cách “each”.`,
  },
  'form.kind-in-two-groups': {
    message: (p) =>
      `Loại đơn vị “${textOf(p, 'kind')}” nằm trong hai nhóm: “${textOf(p, 'first')}” và “${textOf(p, 'group')}”.`,
    why: 'Số liệu của đơn vị sẽ bị cộng hai lần trong biểu theo nhóm.',
  },
  'form.kind-without-group': {
    message: (p) => `Loại đơn vị “${textOf(p, 'kind')}” của “${textOf(p, 'label')}” không thuộc nhóm nào.`,
    why: 'Biểu theo nhóm sẽ thiếu số liệu của loại đơn vị này.',
  },
  'form.check-does-not-fit': {
    message: (p) => `Phép kiểm tra “${textOf(p, 'check')}” không dùng được cho “${textOf(p, 'label')}”.`,
  },
  'form.part-of-mixed': {
    message: (p) =>
      `“${textOf(p, 'label')}” được kiểm tra là một phần của “${textOf(p, 'otherLabel')}” nhưng khác đơn vị tính hoặc cách tính qua các kỳ.`,
  },
  'form.sentence-of-no-figure': {
    message: (p) => `Câu tổng hợp dùng “${textOf(p, 'otherLabel')}”, nội dung này không có số tổng hợp.`,
  },
  'form.sentence-without-figure': {
    message: (p) => `Câu tổng hợp “${textOf(p, 'label')}” không có số liệu nào.`,
  },
  'form.sheet-of-no-figure': {
    message: (p) =>
      `Biểu theo đơn vị “${textOf(p, 'sheet')}” có cột “${textOf(p, 'label')}” là đoạn văn hoặc danh sách.`,
  },
  'form.asked-nowhere': {
    message: (p) => `“${textOf(p, 'label')}” không được hỏi trong báo cáo nào.`,
  },
  'form.label-of-unasked-report': {
    message: (p) =>
      `“${textOf(p, 'label')}” có tên riêng cho báo cáo “${textOf(p, 'report')}” mà báo cáo này không hỏi.`,
  },
  'form.gate-without-fields': {
    message: (p) => `Mục ${section(p)} hỏi “Có” hay “Không phát sinh” nhưng không có nội dung nào.`,
  },
} satisfies Rules;
