import { proseCount } from '../format.ts';
import { enumerate, textOf } from './params.ts';
import type { Rules } from './types.ts';

const members: Readonly<Record<string, string>> = {
  issuer: 'cơ quan ban hành',
  desk: 'đầu mối theo dõi, tổng hợp',
  people: 'danh sách cán bộ',
  announcedYears: 'các năm đã có thông báo lịch nghỉ',
  holidays: 'ngày nghỉ, ngày làm bù',
  symbols: 'ký hiệu văn bản',
  settings: 'các lựa chọn của cơ quan',
  names: 'tên gọi',
  kind: 'loại đơn vị',
  parent: 'cơ quan cấp trên trực tiếp',
  symbol: 'ký hiệu',
  place: 'địa danh',
  opened: 'ngày bắt đầu hoạt động',
  closed: 'ngày ngừng hoạt động',
  mergedInto: 'đơn vị nhận sáp nhập',
  order: 'số thứ tự',
  contact: 'thông tin liên hệ',
};

/** Words of what an adoption enters. */
export const adoptionWords = {
  /** A member of the office or of an agency. */
  member: (key: string): string => (Object.hasOwn(members, key) ? (members[key] ?? key) : `mục “${key}”`),
  added: {
    office: (name: string): string => `Thiết lập thông tin của ${name}.`,
    agency: (name: string): string => `Thêm đơn vị “${name}”.`,
    plan: (name: string): string => `Thêm Kế hoạch “${name}”.`,
  },
  changed: {
    office: (name: string, keys: readonly string[]): string => `${name}: thay đổi ${enumerate(keys)}.`,
    agency: (name: string, keys: readonly string[]): string => `Đơn vị “${name}”: thay đổi ${enumerate(keys)}.`,
    plan: ({
      name,
      version,
      told,
      rest,
    }: {
      name: string;
      version: number;
      told: readonly string[];
      rest: number;
    }): string =>
      [
        `Điều chỉnh Kế hoạch “${name}” (lần ${proseCount(version - 1)}).`,
        ...told,
        ...(rest === 0 ? [] : [`Còn ${proseCount(rest)} thay đổi khác.`]),
      ].join(' '),
  },
} as const;

/** Why a proposed office or plan cannot be adopted. */
export const adoptionRules = {
  'adoption.demo-changed': {
    message: (p) =>
      p['demo'] === 1
        ? 'Cơ quan đã được thiết lập để sử dụng chính thức, không chuyển thành dữ liệu minh họa được.'
        : 'Cơ quan đã được thiết lập với dữ liệu minh họa, không chuyển sang sử dụng chính thức được.',
    why: 'Dữ liệu minh họa có đồng hồ riêng; lẫn với dữ liệu chính thức thì ngày nhận báo cáo không còn giá trị.',
    mend: 'giữ nguyên mục “demo”; để sử dụng chính thức, thiết lập một hệ thống mới.',
  },
  'adoption.unknown-agency': {
    message: (p) =>
      `${textOf(p, 'role') === 'desk' ? 'Đầu mối theo dõi, tổng hợp' : 'Cơ quan ban hành'} “${textOf(p, 'agency')}” không có trong danh sách cơ quan, đơn vị.`,
    mend: 'thêm cơ quan này vào danh sách, hoặc ghi mã của một cơ quan đã có.',
  },
  'adoption.agency-twice': {
    message: (p) => `Mã đơn vị “${textOf(p, 'agency')}” được dùng hai lần.`,
    mend: 'đặt mã khác cho một trong hai đơn vị.',
  },
  'adoption.agency-missing': {
    message: (p) => `Danh sách không còn “${textOf(p, 'name')}” (mã ${textOf(p, 'agency')}).`,
    why: 'Báo cáo và nhật ký của đơn vị vẫn được lưu; đơn vị không bị xóa khỏi danh sách.',
    mend: 'giữ đơn vị trong danh sách và ghi ngày ngừng hoạt động (“closed”); nếu sáp nhập, ghi thêm đơn vị nhận (“mergedInto”).',
  },
  'adoption.no-admin': {
    message: () => 'Trong danh sách cán bộ, chưa có người của cơ quan được giao quản trị (admin).',
    why: 'Chỉ người quản trị mới cập nhật được thông tin cơ quan và kế hoạch; không có người quản trị thì sau đó không ai sửa được.',
    mend: 'ghi vai trò “admin” cho ít nhất một người của cơ quan ban hành hoặc đầu mối theo dõi, tổng hợp (mục “people”).',
  },
  'adoption.office-first': {
    message: () => 'Chưa có thông tin cơ quan nên chưa đưa kế hoạch vào hệ thống được.',
    mend: 'gửi kèm thông tin cơ quan (office.yaml).',
  },
  'adoption.plan-twice': {
    message: (p) => `Mã kế hoạch “${textOf(p, 'plan')}” được dùng hai lần.`,
    mend: 'đặt mã khác cho một trong hai kế hoạch, hoặc bỏ bản trùng.',
  },
} satisfies Rules;
