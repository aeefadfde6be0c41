import { describeFinding, type Finding, type FindingDescription, type FindingParams } from '@dondoc/core';

interface Words {
  readonly message: (p: FindingParams) => string;
  readonly why?: string;
  readonly mend?: string | ((p: FindingParams) => string);
}

const named = (p: FindingParams, name: string): string => {
  const value = p[name] ?? '';
  return typeof value === 'object' ? value.join(', ') : String(value);
};
const megabytes = (p: FindingParams): string => (Number(p['bytes'] ?? 0) / 1024 / 1024).toFixed(1).replace('.', ',');

/** What the command line itself finds: about files, folders and the command. Core's own catalogue has all else. */
export const cliRules: Readonly<Record<string, Words>> = {
  'file.missing': {
    message: (p) => `Không có tệp ${named(p, 'file')}.`,
    mend: 'kiểm tra lại tên tệp, hoặc chuyển đến thư mục chứa tệp.',
  },
  'file.not-a-file': {
    message: (p) => `${named(p, 'file')} không phải là tệp.`,
    mend: 'ghi đường dẫn đến một tệp .yaml, .yml hoặc .json.',
  },
  'file.link-loop': {
    message: (p) => `${named(p, 'file')} là liên kết trỏ vòng về chính nó.`,
    mend: 'thay liên kết bằng tệp thật.',
  },
  'file.unreadable': {
    message: (p) => `Không đọc được ${named(p, 'file')} (${named(p, 'code')}).`,
    mend: 'kiểm tra quyền đọc tệp.',
  },
  'file.too-large': {
    message: (p) => `${named(p, 'file')} có dung lượng ${megabytes(p)} MB, vượt mức ${named(p, 'most')}.`,
    why: 'Một kế hoạch hoặc báo cáo chỉ chứa chữ và số, thường dưới 0,1 MB.',
    mend: 'kiểm tra lại có chọn đúng tệp không; ảnh và bản chụp văn bản không để trong tệp này.',
  },
  'file.not-utf8': {
    message: (p) => `${named(p, 'file')} không được lưu theo bảng mã UTF-8 (từ dòng ${named(p, 'line')}).`,
    why: 'Bảng mã khác (TCVN3, VNI, Windows-1258, UTF-16) làm chữ Việt hiển thị không đúng.',
    mend: 'mở bằng trình soạn thảo, chọn Lưu thành (Save As), bảng mã UTF-8.',
  },
  'file.not-text': {
    message: (p) => `${named(p, 'file')} không phải là tệp văn bản.`,
    mend: 'chọn tệp .yaml hoặc .json; tệp Word, Excel, PDF không đọc được ở bước này.',
  },
  'file.empty': { message: (p) => `${named(p, 'file')} chưa có nội dung.`, mend: 'ghi nội dung, hoặc bỏ tệp này.' },
  'file.unknown-extension': {
    message: (p) => `${named(p, 'file')} có phần mở rộng không đọc được ở bước này.`,
    mend: 'dùng tệp .yaml, .yml hoặc .json.',
  },
  'file.json': {
    message: () => 'Nội dung tại đây không đúng cú pháp JSON.',
    mend: 'xem dấu phẩy, dấu ngoặc, dấu nháy kép ở vị trí được chỉ và ngay trước đó.',
  },
  'file.yaml': {
    message: () => 'Nội dung tại đây không đúng cú pháp YAML.',
    mend: 'xem dấu hai chấm, dấu nháy, dấu ngoặc và khoảng lùi đầu dòng; chữ có dấu “: ” hoặc “ #” cần đặt trong dấu nháy.',
  },
  'file.yaml-key-twice': {
    message: (p) => `Khóa${p['key'] === undefined ? '' : ` “${named(p, 'key')}”`} được ghi hai lần ở cùng một mục.`,
    why: 'Chỉ một giá trị được dùng, giá trị kia mất đi mà không ai biết.',
    mend: 'giữ lại một dòng.',
  },
  'file.yaml-tab': {
    message: () => 'Đầu dòng có dấu tab.',
    why: 'YAML chỉ nhận dấu cách để lùi đầu dòng.',
    mend: 'thay dấu tab bằng dấu cách.',
  },
  'file.yaml-indent': {
    message: () => 'Khoảng lùi đầu dòng không khớp với các dòng cùng mục.',
    mend: 'căn đầu dòng thẳng với các dòng cùng mục, mỗi cấp lùi 02 dấu cách.',
  },
  'file.yaml-colon': {
    message: () => 'Một dòng có hai dấu “: ”, hoặc khóa nằm trên nhiều dòng.',
    mend: 'đặt phần chữ sau dấu hai chấm thứ nhất trong dấu nháy.',
  },
  'file.yaml-alias': {
    message: () => 'Tham chiếu (*tên) này chưa được khai báo (&tên) ở phía trên.',
    mend: 'ghi thẳng giá trị.',
  },
  'file.yaml-alias-bomb': {
    message: (p) => `${named(p, 'file')} dùng quá nhiều tham chiếu lồng nhau (*tên).`,
    why: 'Tệp nhỏ như vậy có thể phình ra rất lớn khi đọc.',
    mend: 'ghi thẳng giá trị thay cho tham chiếu.',
  },
  'file.yaml-documents': { message: () => 'Tệp có hai phần ngăn bởi dấu “---”.', mend: 'mỗi tệp chỉ giữ một phần.' },
  'file.too-deep': {
    message: (p) => `${named(p, 'file')} có quá nhiều mục lồng nhau.`,
    mend: 'kiểm tra lại các dấu ngoặc.',
  },
  'file.unknown-format': {
    message: (p) =>
      `${named(p, 'file')} không có dòng “format”, hoặc có giá trị chưa dùng ở đây (${named(p, 'format') || 'để trống'}).`,
    mend: 'ghi format: dondoc.office/1, dondoc.plan/1 hoặc dondoc.submission/1.',
  },
  'file.exists': {
    message: (p) => `Đã có tệp ${named(p, 'file')}.`,
    mend: 'chọn tên khác, hoặc thêm --force để ghi đè.',
  },
  'file.is-a-folder': { message: (p) => `${named(p, 'file')} là thư mục.`, mend: 'ghi rõ tên tệp.' },
  'file.unsafe-name': {
    message: (p) => `Tên tệp ${named(p, 'file')} không dùng được trên Windows.`,
    mend: 'bỏ các ký tự < > : " / \\ | ? *, dấu chấm ở cuối và các tên CON, PRN, AUX, NUL, COM1, LPT1.',
  },
  'file.in-use': {
    message: (p) => `Không ghi được ${named(p, 'file')}: tệp đang được mở ở chương trình khác.`,
    mend: 'đóng tệp trong Word rồi chạy lại.',
  },
  'file.unwritable': {
    message: (p) => `Không ghi được ${named(p, 'file')} (${named(p, 'code')}).`,
    mend: 'kiểm tra quyền ghi và dung lượng còn trống.',
  },
  'file.written-before': {
    message: (p) => `Các tệp đã ghi trước đó: ${named(p, 'files')}.`,
    mend: 'chạy lại lệnh sau khi sửa điểm trên.',
  },
  'folder.not-empty': {
    message: (p) => `Thư mục ${named(p, 'file')} đã có dữ liệu.`,
    mend: 'chọn thư mục khác, hoặc thêm --force để ghi đè các tệp cùng tên.',
  },
  'folder.no-submissions': {
    message: (p) => `Không có tệp .json nào trong ${named(p, 'file')}.`,
    mend: 'kiểm tra lại thư mục ghi ở --from.',
  },
  'office.not-found': {
    message: () => 'Không tìm thấy office.yaml ở thư mục này và các thư mục phía trên.',
    mend: 'chuyển đến thư mục của cơ quan, hoặc tạo mới bằng: dondoc init',
  },
  'office.no-plans': {
    message: (p) => `Chưa có kế hoạch nào trong ${named(p, 'file')}.`,
    mend: 'thêm một tệp .yaml vào thư mục plans.',
  },
  'office.plan-twice': {
    message: (p) => `Kế hoạch “${named(p, 'plan')}” có ở nhiều tệp: ${named(p, 'files')}.`,
    mend: 'mỗi kế hoạch một mã (id) riêng.',
  },
  'command.unknown-plan': {
    message: (p) => `Không có kế hoạch “${named(p, 'plan')}”.`,
    mend: (p) => `các kế hoạch hiện có: ${named(p, 'known')}.`,
  },
  'command.which-plan': {
    message: (p) => `Có nhiều kế hoạch khớp: ${named(p, 'known')}.`,
    mend: 'ghi rõ bằng --plan.',
  },
  'command.unknown-report': {
    message: (p) => `Kế hoạch không có báo cáo “${named(p, 'report')}”.`,
    mend: (p) => `các báo cáo hiện có: ${named(p, 'known')}.`,
  },
  'command.unknown-period': {
    message: (p) => `Báo cáo “${named(p, 'report')}” không có kỳ “${named(p, 'period')}”.`,
    mend: (p) => `kỳ của báo cáo này: ${named(p, 'known')}.`,
  },
  'command.unknown-unit': {
    message: (p) => `Không có đơn vị “${named(p, 'unit')}” trong danh sách.`,
    mend: (p) =>
      named(p, 'known') === '' ? 'xem mã đơn vị trong office.yaml.' : `mã gần giống: ${named(p, 'known')}.`,
  },
  'command.no-form': {
    message: (p) => `Báo cáo “${named(p, 'report')}” không có biểu mẫu, nên không có gì để tổng hợp.`,
    mend: 'ghi form cho báo cáo trong kế hoạch.',
  },
  'command.unit-not-sent': {
    message: (p) => `Không có báo cáo của ${named(p, 'unit')} trong các tệp đã đọc.`,
    mend: 'kiểm tra lại thư mục ghi ở --from.',
  },
  'render.nobody-owes': {
    message: (p) => `Không có đơn vị nào phải gửi báo cáo “${named(p, 'report')}” kỳ ${named(p, 'period')}.`,
    mend: 'xem phần units của kế hoạch và danh sách đơn vị trong office.yaml.',
  },
  'render.not-applicable': {
    message: (p) =>
      `Báo cáo “${named(p, 'report')}” kỳ ${named(p, 'period')} đến hạn trước ngày ban hành kế hoạch, nên không áp dụng với đơn vị nào.`,
    why: 'Không đề nghị, không đôn đốc một thời hạn đã qua trước khi có kế hoạch.',
  },
  'render.all-sent': {
    message: (p) =>
      `Tất cả đơn vị đã gửi báo cáo “${named(p, 'report')}” kỳ ${named(p, 'period')}; không có đơn vị nào để đôn đốc.`,
  },
  'render.not-yet-due': {
    message: (p) =>
      `Báo cáo “${named(p, 'report')}” kỳ ${named(p, 'period')} chưa quá hạn; công văn đôn đốc chỉ lập sau thời hạn.`,
    mend: 'trước thời hạn thì nhắc bằng tin nhắn hoặc thư điện tử; kiểm tra lại --today.',
  },
  'render.nothing-to-return': {
    message: (p) => `Không tìm thấy điểm nào cần bổ sung trong báo cáo của ${named(p, 'unit')}.`,
    mend: 'ghi đề nghị bằng --note.',
  },
  'units.no-header': {
    message: () => 'Không tìm thấy dòng tiêu đề có cột “Tên đơn vị”.',
    mend: 'dòng đầu ghi tên cột: STT; Tên đơn vị; Cấp học; Địa danh; Ký hiệu; Điện thoại; Email.',
  },
  'units.xlsx': {
    message: (p) => `${named(p, 'file')} là tệp Excel; việc đọc tệp Excel có ở phiên bản sau.`,
    mend: 'trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv.',
  },
  'units.not-csv': {
    message: (p) => `${named(p, 'file')} không phải là tệp .csv.`,
    mend: 'lưu danh sách thành tệp .csv (UTF-8).',
  },
  'units.blank-name': { message: () => 'Dòng này chưa có tên đơn vị.', mend: 'ghi tên đơn vị, hoặc bỏ dòng.' },
  'units.name-twice': {
    message: (p) => `Tên đơn vị “${named(p, 'name')}” đã có ở dòng ${named(p, 'line')}.`,
    mend: 'bỏ một dòng, hoặc ghi tên phân biệt (thêm tên xã).',
  },
  'units.unknown-kind': {
    message: (p) =>
      `Chưa rõ loại của “${named(p, 'name')}”${named(p, 'kind') === '' ? '' : ` (cột loại ghi “${named(p, 'kind')}”)`}.`,
    mend: 'ghi cột Cấp học: Mầm non, Mẫu giáo, Tiểu học, THCS, TH&THCS, THPT, GDTX.',
  },
  'units.bad-email': {
    message: (p) => `Địa chỉ thư “${named(p, 'email')}” không đúng dạng.`,
    mend: 'ghi dạng ten@example.vn, hoặc để trống.',
  },
  'units.quote': { message: () => 'Dấu nháy kép mở mà không đóng.', mend: 'kiểm tra lại dấu nháy kép ở dòng này.' },
};

/** Describes a finding of core or of the command line in Vietnamese. */
export function describe(finding: Finding): FindingDescription {
  const words = Object.hasOwn(cliRules, finding.rule) ? cliRules[finding.rule] : undefined;
  const core = describeFinding(finding);
  if (words === undefined) return core;
  const mend = typeof words.mend === 'function' ? words.mend(finding.params) : words.mend;
  return {
    label: core.label,
    message: words.message(finding.params),
    ...(words.why === undefined ? {} : { why: words.why }),
    ...(mend === undefined ? {} : { mend }),
  };
}
