import type { FindingParams } from '../finding.ts';
import { listOf, quoted, textOf } from './params.ts';
import { field, section } from './report-words.ts';
import type { Rules } from './types.ts';

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

/** Rules of forms: what their author declared. */
export const formRules = {
  'form.id-twice': {
    message: (p) => `Mã “${textOf(p, 'id')}” được dùng cho hơn một ${whatWords[textOf(p, 'what')] ?? 'nội dung'}.`,
    mend: 'đặt mã khác; mã đã dùng ở kỳ trước thì giữ nguyên.',
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
