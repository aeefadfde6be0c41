import { formatDate } from '@dondoc/core';
import { named, type Words } from './words.ts';

// What the network's codes mean for a person.
const NETWORK: Readonly<Partial<Record<string, string>>> = {
  ECONNREFUSED: 'không có máy chủ nào nhận kết nối ở địa chỉ này',
  ECONNRESET: 'kết nối bị ngắt giữa chừng',
  UND_ERR_SOCKET: 'kết nối bị ngắt giữa chừng',
  ENOTFOUND: 'không tìm thấy tên máy chủ này',
  EAI_AGAIN: 'không tra được tên máy chủ; có thể máy đang mất mạng',
  ETIMEDOUT: 'máy chủ không trả lời',
  UND_ERR_CONNECT_TIMEOUT: 'máy chủ không trả lời',
  TIMEOUT: 'máy chủ trả lời quá lâu',
  ENETUNREACH: 'máy đang mất mạng',
  EHOSTUNREACH: 'không đến được máy chủ',
  ERR_SSL_WRONG_VERSION_NUMBER: 'máy chủ ở địa chỉ này không dùng HTTPS',
  CERT_HAS_EXPIRED: 'chứng thư của máy chủ đã hết hạn',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'chứng thư của máy chủ không do tổ chức được tin cậy cấp',
};

/** What the command line finds of the app, the ledger and who acts. Problems that the app tells are in its own words. */
export const serviceRules: Readonly<Record<string, Words>> = {
  'service.not-adopted': {
    message: (p) => `Thư mục này chưa có nhật ký (${named(p, 'file')}): office.yaml và kế hoạch chưa được áp dụng.`,
    mend: 'chạy: dondoc adopt',
  },
  'service.database': {
    message: (p) => `Không mở được nhật ký ${named(p, 'file')} (${named(p, 'code')}).`,
    mend: 'kiểm tra quyền với thư mục .dondoc và dung lượng ổ đĩa; nếu tệp đã hỏng, khôi phục từ bản sao lưu: dondoc restore',
  },
  'service.read-only': {
    message: (p) => `Nhật ký ${named(p, 'file')} nằm ở nơi chỉ cho đọc.`,
    why: 'Mở nhật ký, kể cả chỉ để xem, cần ghi được vào thư mục .dondoc.',
    mend: 'cấp quyền ghi với thư mục .dondoc và các tệp trong đó, hoặc chép cả thư mục của cơ quan đến nơi ghi được.',
  },
  'service.as-of-to-come': {
    message: (p) =>
      `Ngày ${formatDate(named(p, 'day'))} (ghi ở --as-of) chưa đến; hôm nay là ngày ${formatDate(named(p, 'today'))}.`,
    mend: 'ghi ngày đã qua, hoặc bỏ --as-of để xem tình hình hiện nay.',
  },
  'service.nobody': {
    message: () => 'Chưa có ai trong mục people của office.yaml nên chưa rõ ai thực hiện.',
    mend: 'thêm người thực hiện vào mục people, với vai trò (roles) của từng người.',
  },
  'service.which-person': {
    message: () => 'Cơ quan có nhiều người và không ai là người theo dõi (officer); chưa rõ ai thực hiện.',
    mend: (p) => `ghi --as với mã của người thực hiện: ${named(p, 'known')}.`,
  },
  'service.unknown-person': {
    message: (p) => `Cơ quan không có người “${named(p, 'person')}” (ghi ở --as).`,
    mend: (p) => `chọn một trong: ${named(p, 'known')}.`,
  },
  'service.unreachable': {
    message: (p) => {
      const code = named(p, 'code');
      const reason =
        (Object.hasOwn(NETWORK, code) ? NETWORK[code] : undefined) ??
        (code === '' ? 'chưa rõ nguyên nhân' : `mã ${code}`);
      return `Không kết nối được với ${named(p, 'file')}: ${reason}.`;
    },
    mend: 'kiểm tra địa chỉ và mạng. Việc đang thực hiện có thể đã được ghi: kiểm tra bằng dondoc status trước khi chạy lại.',
  },
  'service.not-dondoc': {
    message: (p) => `${named(p, 'file')} trả lời (mã ${named(p, 'status')}) nhưng không phải là máy chủ dondoc.`,
    mend: 'kiểm tra lại địa chỉ ghi ở --server.',
  },
  'service.other-version': {
    message: (p) => `Nội dung nhận từ ${named(p, 'file')} không đúng dạng mà phiên bản dondoc này đọc được.`,
    mend: 'dùng phiên bản dondoc mới hơn trên máy này; kiểm tra lại địa chỉ máy chủ.',
  },
  'service.who-may': {
    message: (p) => `${named(p, 'person')} (${named(p, 'roles')}) không có vai trò ${named(p, 'needed')}.`,
    mend: (p) =>
      named(p, 'known') === ''
        ? 'thêm vai trò này cho một người trong office.yaml rồi chạy: dondoc adopt'
        : `ghi --as với mã của người có vai trò này: ${named(p, 'known')}.`,
  },
  'service.nothing-here': {
    message: (p) => `Không có đơn vị nào phải gửi báo cáo “${named(p, 'report')}” kỳ “${named(p, 'period')}”.`,
    mend: (p) =>
      named(p, 'known') === '' ? 'xem các báo cáo và kỳ bằng: dondoc status' : `các kỳ hiện có: ${named(p, 'known')}.`,
  },
  'service.unit-owes-nothing': {
    message: (p) => `“${named(p, 'unit')}” không phải là đơn vị phải gửi báo cáo kỳ này.`,
    mend: (p) =>
      named(p, 'known') === ''
        ? 'xem mã các đơn vị bằng: dondoc status <báo-cáo> <kỳ> --json'
        : `mã gần giống: ${named(p, 'known')}.`,
  },
  'service.unknown-version': {
    message: (p) => `Kế hoạch “${named(p, 'plan')}” không có phiên bản ${named(p, 'version')}.`,
    mend: (p) => `các phiên bản hiện có: ${named(p, 'known')}.`,
  },
  'service.port-in-use': {
    message: (p) => `Cổng ${named(p, 'port')} đang được chương trình khác dùng.`,
    mend: 'chọn cổng khác bằng --port, hoặc dừng chương trình đó.',
  },
  'service.port-refused': {
    message: (p) => `Không mở được cổng ${named(p, 'port')} ở ${named(p, 'file')} (${named(p, 'code')}).`,
    mend: 'chọn cổng từ 1024 trở lên; kiểm tra lại --host.',
  },
  'record.signed-copy-type': {
    message: (p) => `${named(p, 'file')} không phải là tệp PDF nguyên vẹn hoặc ảnh JPEG, PNG.`,
    mend: 'quét bản có chữ ký thành PDF hoặc ảnh rồi ghi lại --signed-copy.',
  },
  'issue.signed-copy-type': {
    message: (p) => `${named(p, 'file')} không phải là tệp PDF nguyên vẹn.`,
    mend: 'quét bản có chữ ký thành một tệp PDF rồi ghi lại --signed-copy.',
  },
  'record.signed-copy-large': {
    message: (p) => `${named(p, 'file')} lớn hơn 10 MB.`,
    mend: 'quét lại với độ phân giải thấp hơn (200 dpi).',
  },
  'record.needs-content': {
    message: () => 'Báo cáo này có biểu mẫu nên cần ghi nhận cùng nội dung.',
    mend: 'ghi tệp .json của báo cáo ở --from; đơn vị báo cáo không phát sinh thì dùng: dondoc nil',
  },
  'collect.not-said': {
    message: (p) =>
      named(p, 'key') === 'receivedOn'
        ? 'Tệp không ghi ngày nhận (receivedOn).'
        : 'Tệp không ghi nhận qua kênh nào (channel).',
    mend: (p) =>
      `ghi ${named(p, 'option')}${named(p, 'key') === 'receivedOn' ? ', ví dụ --received 03/6/2020' : ' paper, system, email hoặc chat'}.`,
  },
  'collect.unnamed': {
    message: (p) => `${named(p, 'file')} không ghi đủ kế hoạch (plan), báo cáo (report), kỳ (period).`,
    mend: 'ghi đủ ba mục này theo mẫu dondoc.submission/1.',
  },
  'adopt.plan-errors': {
    message: (p) => `Kế hoạch “${named(p, 'plan')}” còn điểm cần sửa nên chưa áp dụng được.`,
    mend: 'sửa các điểm đã nêu rồi chạy lại; xem tất cả bằng: dondoc check',
  },
  'pull.differs': {
    message: (p) => `${named(p, 'file')} khác với nội dung đã áp dụng và sẽ bị thay.`,
    mend: 'xem khác ở đâu bằng: dondoc adopt; thêm --force để thay, hoặc áp dụng thay đổi trước.',
  },
  'issue.other-number': {
    message: (p) => `Nội dung này đã phát hành với số ${named(p, 'number')} ngày ${formatDate(named(p, 'date'))}.`,
    mend: 'bỏ --number, --date để hoàn thành việc lập văn bản hoặc thêm bản có chữ ký; nội dung mới thì lập báo cáo bổ sung.',
  },
  'issue.stage': {
    message: (p) => `Báo cáo tổng hợp đang ở bước “${named(p, 'stage')}”.`,
    mend: (p) => named(p, 'next'),
  },
};
