import type { FindingParams } from '../finding.ts';
import { reportName } from './check-words.ts';
import { dayOf, listOf, textOf } from './params.ts';
import type { Rules } from './types.ts';

const THINGS: Readonly<Record<string, string>> = {
  document: 'văn bản',
  theme: 'nội dung thông tin đối ngoại',
  channel: 'hình thức thông tin đối ngoại',
  task: 'nhiệm vụ',
  group: 'nhóm nhiệm vụ',
  item: 'mục',
  indicator: 'chỉ tiêu báo cáo',
  form: 'biểu mẫu',
  report: 'báo cáo',
  agency: 'cơ quan, đơn vị',
  person: 'người',
};

const thing = (p: FindingParams): string => THINGS[textOf(p, 'kind')] ?? 'nội dung';

const VALUES: Readonly<Record<string, string>> = {
  names: 'tên',
  kind: 'loại',
  parent: 'cơ quan chủ quản',
  symbol: 'ký hiệu',
  place: 'địa danh',
};

/** Ids of the plan, and the office's own data. */
export const checkReferenceRules = {
  'check.duplicate-id': {
    message: (p) => `Mã “${textOf(p, 'id')}” được dùng cho nhiều ${thing(p)}.`,
    why: 'Mỗi mã chỉ một đối tượng; trùng mã thì không biết đang nói đến đối tượng nào.',
    mend: 'đặt mã khác cho một bên.',
  },
  'check.unknown-reference': {
    message: (p) => `Không có ${thing(p)} nào mang mã “${textOf(p, 'id')}”.`,
    mend: (p) =>
      p['near'] === undefined
        ? 'bổ sung đối tượng này, hoặc bỏ mã.'
        : `có thể là “${textOf(p, 'near')}”; nếu không, bổ sung đối tượng này hoặc bỏ mã.`,
  },
  'check.reserved-id': {
    message: (p) =>
      textOf(p, 'reportKind') === 'unit-plan'
        ? `Kế hoạch của đơn vị phải mang mã “unit-plan”, hiện mang mã “${textOf(p, 'id')}”.`
        : 'Mã “unit-plan” chỉ dùng cho kế hoạch của đơn vị.',
    mend: 'đổi mã.',
  },
  'check.form-asks-nothing': {
    message: (p) =>
      `${reportName(p)} dùng biểu mẫu “${textOf(p, 'form')}”, nhưng không nội dung nào của biểu mẫu nêu báo cáo này.`,
    why: 'Khi đó toàn bộ nội dung của biểu mẫu được hỏi và không nội dung nào bắt buộc.',
    mend: 'thêm báo cáo này (hoặc “*” cho mọi báo cáo) vào các nội dung cần hỏi, hoặc bỏ biểu mẫu khỏi báo cáo.',
  },
  'check.not-of-this-office': {
    message: (p) =>
      `${textOf(p, 'role') === 'desk' ? 'Đầu mối theo dõi, tổng hợp' : 'Cơ quan ban hành'} của kế hoạch là ${textOf(p, 'planned')}, khác với dữ liệu của cơ quan (${textOf(p, 'own')}).`,
    mend: 'thống nhất kế hoạch với dữ liệu của cơ quan.',
  },
  'check.cycle': {
    message: (p) => {
      const names = listOf(p, 'agencies');
      const chain = [...names, names[0] ?? ''].join(' → ');
      return textOf(p, 'relation') === 'parent'
        ? `Cơ quan chủ quản nối vòng: ${chain}.`
        : `Việc sáp nhập nối vòng: ${chain}.`;
    },
    why: 'Không cơ quan nào trực thuộc hoặc sáp nhập vào chính mình.',
    mend: 'sửa một cơ quan trong vòng này.',
  },
  'check.closed-before-opened': {
    message: (p) =>
      `${textOf(p, 'agency')} ngừng hoạt động ngày ${dayOf(p, 'closed')}, không sau ngày thành lập (${dayOf(p, 'opened')}).`,
    mend: 'kiểm tra lại hai ngày.',
  },
  'check.merged-without-day': {
    message: (p) => `${textOf(p, 'agency')} có đơn vị tiếp nhận nhưng chưa ghi ngày ngừng hoạt động.`,
    why: 'Đơn vị tiếp nhận chỉ báo cáo thay từ ngày sáp nhập.',
    mend: 'ghi ngày đầu tiên không còn hoạt động.',
  },
  'check.two-values-from-one-day': {
    message: (p) =>
      `${textOf(p, 'agency')} có hai giá trị ${VALUES[textOf(p, 'key')] ?? textOf(p, 'key')} cùng một ngày bắt đầu.`,
    mend: 'giữ một giá trị, hoặc ghi ngày bắt đầu khác nhau.',
  },
  'check.days-reversed': {
    message: (p) =>
      `Ngày nghỉ “${textOf(p, 'name')}” kết thúc (${dayOf(p, 'to')}) trước khi bắt đầu (${dayOf(p, 'from')}).`,
    mend: 'đổi lại hai ngày.',
  },
  'check.year-of-holiday-not-announced': {
    message: (p) =>
      `Có ngày nghỉ, làm bù “${textOf(p, 'name')}” của năm ${textOf(p, 'year')} nhưng năm này chưa được ghi là đã có thông báo.`,
    mend: (p) => `thêm năm ${textOf(p, 'year')} vào các năm đã thông báo khi đã nhập đủ.`,
  },
} satisfies Rules;
