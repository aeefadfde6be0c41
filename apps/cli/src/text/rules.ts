import {
  describeFinding,
  formatDate,
  proseCount,
  type Finding,
  type FindingDescription,
  type FindingParams,
} from '@dondoc/core';
import { archiveRules } from './archive-rules.ts';
import { serviceRules } from './service-rules.ts';
import { named, type Words } from './words.ts';

const megabytes = (p: FindingParams): string => (Number(p['bytes'] ?? 0) / 1024 / 1024).toFixed(1).replace('.', ',');

// What the system's codes mean for a person.
const REASONS: Readonly<Partial<Record<string, string>>> = {
  EACCES: 'không có quyền với tệp hoặc thư mục này',
  EPERM: 'không có quyền với tệp hoặc thư mục này',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa đã hết chỗ',
  EDQUOT: 'đã dùng hết dung lượng được cấp',
  ENOENT: 'không có hoặc không tạo được thư mục chứa tệp',
  ENOTDIR: 'trên đường dẫn có một tệp ở chỗ cần thư mục',
  EEXIST: 'trên đường dẫn đã có tệp trùng tên',
  EISDIR: 'đây là thư mục',
  ELOOP: 'đường dẫn có liên kết trỏ vòng',
  ENAMETOOLONG: 'tên hoặc đường dẫn quá dài',
  EMFILE: 'đang mở quá nhiều tệp',
};
const reasonOf = (p: FindingParams): string => {
  const code = named(p, 'code');
  return (Object.hasOwn(REASONS, code) ? REASONS[code] : undefined) ?? `mã hệ thống ${code}`;
};

/** What the command line itself finds: about files, folders and the command. Core's own catalogue has all else. */
const cliRules: Readonly<Record<string, Words>> = {
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
  'file.link-nowhere': {
    message: (p) => `${named(p, 'file')} là liên kết đến nơi không còn tệp, thư mục nào.`,
    mend: 'thay liên kết bằng tệp thật, hoặc bỏ liên kết.',
  },
  'file.unreadable': {
    message: (p) => `Không đọc được ${named(p, 'file')}: ${reasonOf(p)}.`,
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
    why: 'Chỉ một giá trị được dùng, giá trị còn lại bị bỏ qua mà không có thông báo.',
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
    message: (p) => `Không ghi được ${named(p, 'file')}: ${reasonOf(p)}.`,
    mend: 'chọn nơi khác, hoặc kiểm tra quyền ghi và dung lượng còn trống.',
  },
  'file.written-before': {
    message: (p) => `Các tệp đã ghi trước đó: ${named(p, 'files')}.`,
    mend: 'chạy lại lệnh sau khi sửa điểm trên.',
  },
  'file.more-findings': {
    message: (p) => `Còn ${proseCount(Number(p['count'] ?? 0))} điểm khác trong ${named(p, 'file')}, chưa nêu ở đây.`,
    mend: (p) => `sửa ${named(p, 'most')} điểm đã nêu rồi kiểm tra lại.`,
  },
  'file.no-arrival': {
    message: (p) =>
      `Tệp không ghi ngày nhận (receivedOn); báo cáo được tính là nhận ngày ${formatDate(named(p, 'countedOn'))}.`,
    mend: 'ghi receivedOn, để việc tính đúng hạn hoặc chậm không phụ thuộc vào ngày chạy lệnh.',
  },
  'folder.nothing-to-check': {
    message: (p) => `Không có tệp .yaml, .yml hoặc .json nào trong ${named(p, 'file')}.`,
    mend: 'kiểm tra lại đường dẫn.',
  },
  'folder.not-empty': {
    message: (p) => `Thư mục ${named(p, 'file')} đã có dữ liệu.`,
    mend: 'chọn thư mục khác, hoặc thêm --force để ghi đè các tệp cùng tên.',
  },
  'folder.no-submissions': {
    message: (p) => `Không có tệp .json nào trong ${named(p, 'file')}.`,
    mend: 'kiểm tra lại đường dẫn; báo cáo của các đơn vị là tệp .json (dondoc.submission/1).',
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
    message: (p) => `${named(p, 'title')} không có kỳ “${named(p, 'period')}”.`,
    mend: (p) => `kỳ của báo cáo này: ${named(p, 'known')}.`,
  },
  'command.unknown-unit': {
    message: (p) => `Không có đơn vị “${named(p, 'unit')}” trong danh sách.`,
    mend: (p) =>
      named(p, 'known') === '' ? 'xem mã đơn vị trong office.yaml.' : `mã gần giống: ${named(p, 'known')}.`,
  },
  'command.no-form': {
    message: (p) => `${named(p, 'title')} không có biểu mẫu nên không có số liệu để tổng hợp.`,
    mend: 'ghi form cho báo cáo trong kế hoạch.',
  },
  'command.not-within': {
    message: (p) => `Các tệp ghi ở --within không thuộc cùng một kỳ nằm trong ${named(p, 'period')}.`,
    mend: 'chỉ ghi báo cáo của một kỳ nằm trong kỳ tổng hợp, ví dụ 6 tháng đầu năm.',
  },
  'command.unit-not-sent': {
    message: (p) => `Không có báo cáo của ${named(p, 'unit')} trong các tệp đã đọc.`,
    mend: 'kiểm tra lại thư mục ghi ở --from.',
  },
  'command.output-among-inputs': {
    message: (p) => `${named(p, 'file')} nằm trong ${named(p, 'folder')}, nơi lệnh này đọc báo cáo của các đơn vị.`,
    why: 'Lần sau tệp này sẽ được đọc như báo cáo của một đơn vị.',
    mend: 'ghi kết quả vào thư mục khác, ví dụ out.',
  },
  'render.send-by-past': {
    message: (p) =>
      `Thời hạn gửi ghi ở --send-by (ngày ${formatDate(named(p, 'day'))}) đã qua tại thời điểm lập văn bản (ngày ${formatDate(named(p, 'today'))}).`,
    mend: 'ghi thời hạn sau thời điểm đó, hoặc bỏ --send-by; kiểm tra lại --today.',
  },
  'render.unit-not-bound': {
    message: (p) => {
      const day = `ngày ${formatDate(named(p, 'day'))}`;
      const because: Readonly<Record<string, string>> = {
        'not-yet-open': `đến ${day} chưa thành lập (hoạt động từ ngày ${formatDate(named(p, 'opened'))})`,
        merged: `đến ${day} đã sáp nhập vào ${named(p, 'heir')}`,
        closed: `đến ${day} đã ngừng hoạt động`,
        open: 'không thuộc các đơn vị thực hiện kế hoạch này',
      };
      return `${named(p, 'unit')} ${because[named(p, 'state')] ?? ''}; không lập kế hoạch của đơn vị.`;
    },
    mend: 'kiểm tra lại mã đơn vị và --plan; xem phần units của kế hoạch.',
  },
  'render.unknown-note-code': {
    message: (p) => `Biểu mẫu không có nội dung “${named(p, 'code')}” (ghi ở --note).`,
    mend: (p) =>
      named(p, 'known') === ''
        ? 'xem mã trong forms của kế hoạch; đề nghị về toàn bộ báo cáo thì không ghi mã.'
        : `mã gần giống: ${named(p, 'known')}; đề nghị về toàn bộ báo cáo thì không ghi mã.`,
  },
  'render.nobody-owes': {
    message: (p) => `Không có đơn vị nào phải gửi ${named(p, 'inSentence')} ${named(p, 'period')}.`,
    mend: 'xem phần units của kế hoạch và danh sách đơn vị trong office.yaml.',
  },
  'render.not-applicable': {
    message: (p) =>
      `${named(p, 'title')} ${named(p, 'period')} đến hạn trước ngày ban hành kế hoạch nên không áp dụng đối với đơn vị nào.`,
    why: 'Không đề nghị, không đôn đốc một thời hạn đã qua trước khi có kế hoạch.',
  },
  'render.all-sent': {
    message: (p) =>
      `Tất cả đơn vị đã gửi ${named(p, 'inSentence')} ${named(p, 'period')}; không có đơn vị nào cần đôn đốc.`,
  },
  'render.not-yet-due': {
    message: (p) => `${named(p, 'title')} ${named(p, 'period')} chưa quá hạn; công văn đôn đốc chỉ lập sau thời hạn.`,
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
  'units.office-file': {
    message: (p) => `${named(p, 'file')} không phải CSV (có vẻ là tệp Excel hoặc Word đã đổi tên).`,
    mend: 'mở bằng Excel, chọn Lưu thành (Save As), loại “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv.',
  },
  'units.control': {
    message: (p) => `Dòng này có ký tự điều khiển ${named(p, 'character')}, không thuộc văn bản.`,
    mend: 'xóa ký tự này, hoặc gõ lại ô đó.',
  },
  'units.no-rows': {
    message: (p) => `${named(p, 'file')} chỉ có dòng tiêu đề, chưa có đơn vị nào.`,
    mend: 'ghi mỗi đơn vị một dòng dưới dòng tiêu đề.',
  },
  'units.unknown-parent': {
    message: (p) => `Không có cơ quan “${named(p, 'parent')}” trong ${named(p, 'file')} (tùy chọn --parent).`,
    mend: (p) => `các cơ quan có đơn vị trực thuộc: ${named(p, 'known')}.`,
  },
  'units.bad-id': {
    message: (p) => `Mã đơn vị “${named(p, 'id')}” chưa đúng dạng: chỉ gồm chữ thường không dấu, chữ số và dấu -.`,
    mend: (p) =>
      named(p, 'near') === '' ? 'ghi mã khác, hoặc để trống.' : `ghi “${named(p, 'near')}”, hoặc để trống.`,
  },
  'units.id-twice': {
    message: (p) => `Mã đơn vị “${named(p, 'id')}” đã có ở dòng ${named(p, 'line')}.`,
    mend: 'mỗi đơn vị một mã riêng.',
  },
  'clone.same-year': {
    message: (p) => `Kế hoạch “${named(p, 'plan')}” đã là kế hoạch năm ${named(p, 'year')}.`,
    mend: 'ghi năm khác ở --year.',
  },
  'clone.id-taken': {
    message: (p) => `Đã có kế hoạch “${named(p, 'plan')}” (${named(p, 'other')}).`,
    mend: 'ghi mã khác ở --id.',
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

/** Describes a finding of core, of the command line or of a server in Vietnamese. */
export function describe(
  finding: Finding & { readonly words?: { readonly message: string; readonly mend?: string } },
): FindingDescription {
  const core = describeFinding(finding);
  if (finding.words !== undefined) return { label: core.label, ...finding.words };
  const rules = { ...cliRules, ...serviceRules, ...archiveRules };
  const words = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined;
  if (words === undefined) return core;
  const mend = typeof words.mend === 'function' ? words.mend(finding.params) : words.mend;
  return {
    label: core.label,
    message: words.message(finding.params),
    ...(words.why === undefined ? {} : { why: words.why }),
    ...(mend === undefined ? {} : { mend }),
  };
}
