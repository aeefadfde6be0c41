/** What one item of a list of a plan is, before its name. A report's name says so itself. */
const items: Readonly<Record<string, string>> = {
  reports: '',
  upward: 'báo cáo gửi cấp trên',
  documents: 'căn cứ',
  groups: 'nhóm nhiệm vụ',
  tasks: 'nhiệm vụ',
  themes: 'nội dung tuyên truyền',
  channels: 'hình thức thực hiện',
  purpose: 'mục đích',
  requirements: 'yêu cầu',
  organisation: 'nội dung tổ chức thực hiện',
  recipients: 'nơi nhận',
  forms: 'biểu mẫu',
  sections: 'mục',
  fields: 'nội dung',
  choices: 'lựa chọn',
  columns: 'cột',
  kindGroups: 'nhóm đơn vị',
  sentences: 'câu mẫu',
  unitSheets: 'bảng số liệu theo đơn vị',
  variants: 'cách hỏi riêng theo loại đơn vị',
  checks: 'ràng buộc số liệu',
};

const members: Readonly<Record<string, string>> = {
  across: 'cách tổng hợp giữa các đơn vị',
  advice: 'hướng dẫn khi trả lời',
  agency: 'cơ quan',
  aims: 'mục đích, yêu cầu',
  annex: 'vị trí tại phụ lục',
  appliesTo: 'loại đơn vị áp dụng',
  asked: 'yêu cầu nhập',
  channels: 'hình thức thực hiện',
  checks: 'các ràng buộc số liệu',
  choices: 'các lựa chọn',
  classification: 'độ mật',
  closing: 'đoạn kết',
  code: 'số, ký hiệu',
  columns: 'các cột',
  comparableWithin: 'phạm vi so sánh',
  contact: 'thông tin liên hệ',
  content: 'nội dung và hình thức',
  date: 'ngày',
  deliverable: 'sản phẩm, kết quả',
  depth: 'cấp mục',
  desk: 'đầu mối theo dõi, tổng hợp',
  documents: 'các căn cứ',
  due: 'thời hạn',
  endsIn: 'năm kết thúc',
  fields: 'các nội dung',
  form: 'biểu mẫu',
  format: 'định dạng tệp',
  forms: 'các biểu mẫu',
  frequency: 'kỳ báo cáo',
  gate: 'câu hỏi “có phát sinh”',
  groupBy: 'cách nhóm trong danh sách',
  groups: 'các nhóm nhiệm vụ',
  guidance: 'hướng dẫn thực hiện',
  heading: 'tiêu đề',
  help: 'hướng dẫn nhập',
  id: 'mã',
  implements: 'kế hoạch cấp trên được triển khai',
  indicators: 'các số liệu theo dõi',
  issuer: 'cơ quan ban hành',
  items: 'các nội dung',
  kind: 'loại báo cáo',
  kindGroups: 'các nhóm đơn vị',
  kinds: 'loại đơn vị',
  label: 'tên gọi',
  labels: 'tên gọi theo từng báo cáo',
  lead: 'đơn vị chủ trì',
  max: 'giới hạn',
  method: 'hình thức gửi',
  name: 'tên',
  number: 'số',
  opening: 'đoạn mở đầu',
  organisation: 'tổ chức thực hiện',
  outline: 'đề cương',
  periods: 'cách tổng hợp giữa các kỳ',
  publishedIf: 'điều kiện công bố',
  purpose: 'mục đích',
  recipient: 'nơi nhận báo cáo',
  recipients: 'nơi nhận',
  references: 'các văn bản được viện dẫn',
  reports: 'các báo cáo',
  required: 'yêu cầu nhập',
  requirements: 'yêu cầu',
  restDay: 'cách tính khi thời hạn trùng ngày nghỉ',
  sameForAll: 'yêu cầu thống nhất giữa các đơn vị',
  schedule: 'thời gian thực hiện',
  sections: 'các mục',
  sentences: 'các câu mẫu',
  signatory: 'người ký',
  subject: 'trích yếu',
  sumOf: 'các số thành phần',
  supporting: 'đơn vị phối hợp',
  symbol: 'ký hiệu',
  tasks: 'nhiệm vụ',
  text: 'nội dung',
  themes: 'nội dung tuyên truyền',
  timelinessBasis: 'căn cứ tính đúng hạn',
  title: 'tên',
  to: 'cấp trên nhận báo cáo',
  totalLabel: 'tên gọi tại báo cáo tổng hợp',
  type: 'loại',
  unit: 'đơn vị tính',
  units: 'đơn vị phải báo cáo',
  unitSheets: 'các bảng số liệu theo đơn vị',
  upward: 'báo cáo gửi cấp trên',
  variants: 'cách hỏi riêng theo loại đơn vị',
  window: 'thời gian chốt số liệu',
  year: 'năm',
};

/** Members of the plan itself whose plain name would not say of what. */
const ofPlan: Readonly<Record<string, string>> = {
  date: 'ngày ban hành',
  id: 'mã kế hoạch',
  number: 'số của kế hoạch',
  symbol: 'ký hiệu của kế hoạch',
  title: 'tên kế hoạch',
  year: 'năm của kế hoạch',
};

const found = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** Words of changes of plans. */
export const planChangeWords = {
  /** One item of a list: 'nhiệm vụ “Xây dựng kế hoạch.”'; one without a name by its kind alone. */
  item: (list: string, name: string): string => {
    const kind = found(items, list) ?? 'nội dung';
    if (kind === '') return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
    return name === '' ? kind : `${kind} “${name}”`;
  },
  /** A member by its keys, from the outermost; `atTop`: of the plan itself. */
  member: (keys: readonly string[], atTop: boolean): string => {
    const [outer = '', inner] = keys.slice(-2);
    const wordsOf = (key: string): string => found(members, key) ?? 'nội dung khác';
    if (inner === undefined) return (atTop ? found(ofPlan, outer) : undefined) ?? wordsOf(outer);
    return inner === 'heading' ? `tiêu đề phần ${wordsOf(outer)}` : `${wordsOf(inner)} của ${wordsOf(outer)}`;
  },
  added: (what: string, value?: string): string =>
    value === undefined ? `thêm ${what}` : `ghi thêm ${what} “${value}”`,
  removed: (what: string, value?: string): string =>
    value === undefined ? `bỏ ${what}` : `bỏ ${what} (trước đây ghi “${value}”)`,
  changed: (what: string): string => `${what} có thay đổi`,
  changedFrom: (what: string, before: string, after: string): string => `${what} đổi từ “${before}” thành “${after}”`,
  reordered: (what: string): string => `thứ tự ${what} có thay đổi`,
} as const;
