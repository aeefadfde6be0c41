import type { FindingParams } from '../finding.ts';
import { dayOf, listOf, textOf } from './params.ts';
import type { Rules } from './types.ts';

const near = (params: FindingParams): string => {
  const word = textOf(params, 'near');
  return word === '' ? '' : ` Có thể là “${word}”.`;
};

/** Rules of submissions as they come in. */
export const submissionRules = {
  'submission.not-an-object': {
    message: () => 'Tệp không phải là báo cáo của đơn vị: cần một đối tượng JSON.',
    mend: 'dùng tệp do hệ thống tạo, không đổi cấu trúc.',
  },
  'submission.no-plan': {
    message: () => 'Chưa có kế hoạch nào có hiệu lực để đối chiếu báo cáo.',
  },
  'submission.other-plan': {
    message: (p) => `Báo cáo thuộc kế hoạch ${textOf(p, 'plan')}, không phải kế hoạch “${textOf(p, 'expected')}”.`,
    mend: 'chọn đúng tệp của kế hoạch này.',
  },
  'submission.unknown-version': {
    message: (p) =>
      `Báo cáo ghi phiên bản ${textOf(p, 'version')} của kế hoạch; kế hoạch hiện ở phiên bản ${textOf(p, 'newest')}.`,
    mend: 'cập nhật kế hoạch, hoặc tải lại biểu mẫu.',
  },
  'submission.older-version': {
    message: () => 'Biểu mẫu đã có bản mới. Số liệu được giữ; đề nghị kiểm tra các nội dung mới thêm.',
  },
  'submission.unknown-report': {
    message: (p) => `Kế hoạch không có báo cáo ${textOf(p, 'report')}.${near(p)}`,
    mend: (p) => `chọn một trong các báo cáo: ${listOf(p, 'reports').join('; ')}.`,
  },
  'submission.period-not-asked': {
    message: (p) => `Báo cáo “${textOf(p, 'report')}” không có kỳ “${textOf(p, 'period')}”.`,
    mend: (p) => `chọn một trong các kỳ: ${listOf(p, 'periods').join('; ')}.`,
  },
  'submission.unknown-unit': {
    message: (p) => `Không có đơn vị nào mang mã ${textOf(p, 'unit')}.${near(p)}`,
    mend: 'kiểm tra lại mã của đơn vị trong danh sách đơn vị.',
  },
  'submission.unit-not-bound': {
    message: (p) =>
      `${textOf(p, 'unit')} không thuộc diện gửi báo cáo “${textOf(p, 'report')}” ${textOf(p, 'period')}.`,
    mend: 'kiểm tra lại mã đơn vị, hoặc danh sách đơn vị của kế hoạch.',
  },
  'submission.unit-merged': {
    message: (p) =>
      `${textOf(p, 'unit')} đã sáp nhập vào ${textOf(p, 'heir')} từ ngày ${dayOf(p, 'since')}; báo cáo do ${textOf(p, 'heir')} thực hiện.`,
    mend: (p) => `gửi báo cáo của ${textOf(p, 'heir')}, gồm cả số liệu của đơn vị đã sáp nhập.`,
  },
  'submission.unit-closed': {
    message: (p) =>
      `${textOf(p, 'unit')} đã giải thể hoặc ngừng hoạt động từ ngày ${dayOf(p, 'since')}, không phải báo cáo kỳ này.`,
  },
  'submission.unit-not-yet-open': {
    message: (p) => `${textOf(p, 'unit')} thành lập ngày ${dayOf(p, 'since')}, chưa phải báo cáo kỳ này.`,
  },
  'submission.not-the-one-asked': {
    message: (p) =>
      `Tệp này là biểu mẫu của ${textOf(p, 'unit')}, kỳ ${textOf(p, 'period')}. Đề nghị chọn đúng biểu mẫu của đơn vị và kỳ báo cáo.`,
  },
  'submission.covers-not-merged': {
    message: (p) =>
      `${textOf(p, 'unit')} chưa sáp nhập vào ${textOf(p, 'heir')} trong kỳ này nên không báo cáo thay được.`,
    mend: 'bỏ đơn vị này khỏi danh sách báo cáo thay, hoặc cập nhật việc sáp nhập trong danh sách đơn vị.',
  },
  'submission.covers-twice': {
    message: (p) => `${textOf(p, 'unit')} được ghi hai lần trong danh sách báo cáo thay.`,
  },
  'submission.received-in-future': {
    message: (p) =>
      `Ngày nhận báo cáo (${dayOf(p, 'receivedOn')}) sau ngày hôm nay (${dayOf(p, 'today')}). Đề nghị kiểm tra lại.`,
  },
  'submission.received-before-opening': {
    message: (p) =>
      `Ngày nhận báo cáo (${dayOf(p, 'receivedOn')}) trước ngày bắt đầu nhận báo cáo ${textOf(p, 'period')} (${dayOf(p, 'opensOn')}). Đề nghị kiểm tra lại.`,
    mend: 'ghi ngày thực tế nhận báo cáo.',
  },
  'submission.form-missing': {
    message: (p) => `Báo cáo “${textOf(p, 'report')}” dùng một biểu mẫu mà kế hoạch không có.`,
    mend: 'bổ sung biểu mẫu vào kế hoạch.',
  },
  'submission.no-form': {
    message: (p) => `Báo cáo “${textOf(p, 'report')}” chỉ gửi văn bản, không có biểu mẫu để nhập số liệu.`,
    mend: 'bỏ phần số liệu, gửi kèm văn bản.',
  },
  'submission.unit-twice': {
    message: (p) =>
      `${textOf(p, 'unit')} có hai báo cáo cho cùng một kỳ: “${textOf(p, 'first')}” và “${textOf(p, 'input')}”.`,
    mend: 'giữ lại báo cáo của lần gửi cuối cùng.',
  },
} satisfies Rules;
