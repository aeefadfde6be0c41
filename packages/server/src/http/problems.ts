import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a problem's sentence may name. */
export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

interface ProblemText {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail: string | ((params: ProblemParams) => string);
}

const LONGEST_NAMED = 200;

/** A named thing, or the general word for it where the failure names none. */
const named =
  (key: string, fallback: string) =>
  (params: ProblemParams): string => {
    const value = params[key] ?? fallback;
    const text = typeof value === 'object' ? value.join(', ') : String(value);
    return text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text;
  };

const what = named('what', 'Nội dung được yêu cầu');

/**
 * Every problem that the API answers with, by its stable code (RFC 9457): status, a title of its kind, and what happened
 * and what to do in Vietnamese.
 */
export const problems = {
  'bad-request': {
    status: 400,
    title: 'Yêu cầu chưa hợp lệ',
    detail: (params) => `${named('what', 'Yêu cầu')(params)} chưa hợp lệ. Đề nghị kiểm tra lại và gửi lại.`,
  },
  'malformed-json': {
    status: 400,
    title: 'Không đọc được JSON',
    detail:
      'Nội dung gửi đến không đọc được theo JSON (UTF-8, không quá 64 tầng, không có ký tự điều khiển). Đề nghị kiểm tra lại.',
  },
  unauthorized: {
    status: 401,
    title: 'Chưa đăng nhập',
    detail:
      'Chưa đăng nhập hoặc quyền truy cập đã hết hiệu lực. Đề nghị dùng đường dẫn đăng nhập hoặc mã truy cập còn hiệu lực.',
  },
  forbidden: {
    status: 403,
    title: 'Không có quyền',
    detail: 'Tài khoản này không có quyền thực hiện việc được yêu cầu. Đề nghị liên hệ người quản trị của cơ quan.',
  },
  'not-yours': {
    status: 403,
    title: 'Nội dung của đơn vị khác',
    detail: 'Tài khoản này không được xem nội dung của đơn vị khác.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Yêu cầu từ trang khác',
    detail: 'Yêu cầu được gửi từ một trang khác nên không được thực hiện. Đề nghị mở trang của hệ thống và làm lại.',
  },
  'setup-refused': {
    status: 403,
    title: 'Không thiết lập được',
    detail:
      'Mã thiết lập không khớp hoặc đã được dùng. Để thiết lập lại, đề nghị đặt một mã thiết lập mới cho hệ thống.',
  },
  'not-found': {
    status: 404,
    title: 'Không tìm thấy',
    detail: (params) => `${what(params)} không có trong hệ thống. Đề nghị kiểm tra lại địa chỉ.`,
  },
  'method-not-allowed': {
    status: 405,
    title: 'Phương thức không được hỗ trợ',
    detail: (params) =>
      `Địa chỉ này chỉ nhận ${named('allowed', 'GET')(params)}. Đề nghị xem lại tài liệu của giao diện.`,
  },
  'act-refused': {
    status: 409,
    title: 'Chưa thực hiện được',
    detail: 'Việc được yêu cầu chưa thực hiện được; lý do và cách xử lý ở từng mục kèm theo.',
  },
  busy: {
    status: 409,
    title: 'Có người đang cập nhật',
    detail: 'Nhiều người đang cùng cập nhật nội dung này. Đề nghị thử lại sau ít phút.',
  },
  'no-office': {
    status: 409,
    title: 'Chưa thiết lập cơ quan',
    detail: 'Hệ thống chưa có thông tin cơ quan và kế hoạch. Đề nghị đưa vào bằng lệnh dondoc adopt.',
  },
  'no-form': {
    status: 409,
    title: 'Không có biểu mẫu',
    detail: 'Báo cáo này không có biểu mẫu số liệu. Đề nghị gửi văn bản hoặc ghi nhận báo cáo nhận qua kênh khác.',
  },
  'wrong-period': {
    status: 409,
    title: 'Không đúng đơn vị hoặc kỳ báo cáo',
    detail: (params) =>
      `Nội dung gửi đến là của ${named('got', 'đơn vị hoặc kỳ khác')(params)}, không phải của ${named('asked', 'đơn vị và kỳ được chọn')(params)}. Đề nghị chọn đúng biểu mẫu của đơn vị và kỳ báo cáo.`,
  },
  'would-overwrite': {
    status: 409,
    title: 'Đã có báo cáo',
    detail:
      'Đơn vị đã có báo cáo của kỳ này; báo cáo đã nhận được giữ nguyên. Nếu cần thay đổi, đề nghị đầu mối theo dõi chọn “Đề nghị bổ sung, chỉnh sửa” để đơn vị gửi lại.',
  },
  'no-files': {
    status: 409,
    title: 'Chưa có nơi lưu tệp',
    detail: 'Hệ thống này chưa có nơi lưu bản có chữ ký. Đề nghị người quản trị thiết lập nơi lưu tệp.',
  },
  'not-approved': {
    status: 409,
    title: 'Chưa được phê duyệt',
    detail:
      'Nội dung này chưa được lãnh đạo phê duyệt hoặc đã thay đổi sau khi phê duyệt. Đề nghị trình phê duyệt lại.',
  },
  'not-issued': {
    status: 409,
    title: 'Chưa phát hành',
    detail:
      'Báo cáo tổng hợp này chưa được phát hành lần nào. Đề nghị phát hành báo cáo trước khi lập báo cáo bổ sung.',
  },
  'in-force': {
    status: 409,
    title: 'Nội dung còn hiệu lực',
    detail:
      'Mục này đang có hiệu lực nên chưa xóa được nội dung: quyết định đã ghi (như miễn báo cáo, gia hạn, đề nghị gửi lại, tổng hợp, phát hành) sẽ không còn căn cứ. Đề nghị cập nhật nội dung thay thế trước; văn bản đã phát hành được giữ nguyên.',
  },
  'already-erased': {
    status: 409,
    title: 'Nội dung đã được xóa',
    detail: 'Nội dung của mục này đã được xóa từ trước; nhật ký không ghi thêm.',
  },
  'link-expired': {
    status: 410,
    title: 'Đường dẫn đã hết hiệu lực',
    detail: (params) =>
      `Đường dẫn đăng nhập đã hết hiệu lực. Đề nghị liên hệ ${named('contact', 'cơ quan')(params)} để được cấp lại.`,
  },
  'version-mismatch': {
    status: 412,
    title: 'Nội dung đã thay đổi',
    detail: 'Nội dung đã được người khác cập nhật từ lần đọc trước. Đề nghị tải lại trước khi thực hiện.',
  },
  'draft-changed': {
    status: 412,
    title: 'Người khác vừa cập nhật',
    detail: 'Người khác vừa cập nhật nội dung này. Đề nghị tải lại trước khi lưu; nội dung đang nhập được giữ.',
  },
  'too-large': {
    status: 413,
    title: 'Nội dung quá lớn',
    detail: (params) =>
      `Nội dung gửi đến lớn hơn ${named('limit', 'mức cho phép')(params)}. Đề nghị chia nhỏ hoặc giảm dung lượng.`,
  },
  'document-too-large': {
    status: 413,
    title: 'Văn bản quá lớn',
    detail:
      'Văn bản lớn hơn mức hệ thống lưu được. Đề nghị lập văn bản bằng lệnh dondoc consolidate trên máy và đính kèm bản có chữ ký.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Định dạng không được hỗ trợ',
    detail: (params) =>
      `Địa chỉ này chỉ nhận ${named('accepted', 'application/json')(params)}. Đề nghị gửi lại đúng định dạng.`,
  },
  'invalid-body': {
    status: 422,
    title: 'Nội dung cần kiểm tra lại',
    detail: 'Nội dung gửi đến có mục cần kiểm tra lại; chi tiết ở từng mục kèm theo.',
  },
  'file-refused': {
    status: 422,
    title: 'Không nhận tệp này',
    detail: 'Tệp gửi đến không phải PDF hoặc ảnh (JPEG, PNG) đọc được. Đề nghị chọn tệp khác.',
  },
  'unknown-unit': {
    status: 422,
    title: 'Không có đơn vị này',
    detail: (params) =>
      `Đơn vị ${named('unit', 'được nêu')(params)} không có trong danh sách hoặc đã ngừng hoạt động. Đề nghị kiểm tra lại mã đơn vị.`,
  },
  'unknown-person': {
    status: 422,
    title: 'Không có người này',
    detail: (params) =>
      `Người có mã ${named('person', 'được nêu')(params)} không có trong danh sách của cơ quan. Đề nghị bổ sung vào office.yaml rồi dùng lệnh dondoc adopt.`,
  },
  'roles-refused': {
    status: 422,
    title: 'Vai trò không phù hợp',
    detail: (params) =>
      `Người hoặc đơn vị này chỉ được cấp các vai trò: ${named('allowed', 'theo danh sách của cơ quan')(params)}. Đề nghị chọn lại vai trò.`,
  },
  'idempotency-reused': {
    status: 422,
    title: 'Mã chống gửi lặp đã dùng',
    detail: 'Idempotency-Key này đã được dùng cho một yêu cầu khác. Đề nghị dùng mã mới.',
  },
  'rate-limited': {
    status: 429,
    title: 'Quá nhiều yêu cầu',
    detail: (params) =>
      `Có quá nhiều yêu cầu trong thời gian ngắn. Đề nghị thử lại sau ${named('seconds', 'ít nhất 60')(params)} giây.`,
  },
  internal: {
    status: 500,
    title: 'Hệ thống gặp sự cố',
    detail:
      'Hệ thống gặp sự cố khi xử lý yêu cầu; nội dung đã gửi trước đó được giữ. Đề nghị thử lại, hoặc báo người quản trị kèm mã yêu cầu.',
  },
  'not-migrated': {
    status: 503,
    title: 'Cơ sở dữ liệu chưa được cập nhật',
    detail:
      'Cơ sở dữ liệu chưa có đủ bảng cho phiên bản này. Đề nghị người quản trị chạy lại lệnh triển khai: npm run deploy -w @dondoc/worker.',
  },
  unavailable: {
    status: 503,
    title: 'Chưa sẵn sàng',
    detail: 'Hệ thống chưa kết nối được với nơi lưu dữ liệu. Đề nghị thử lại sau ít phút.',
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ProblemCode = keyof typeof problems;

/** Statuses that problems have. */
export type ProblemStatus = (typeof problems)[ProblemCode]['status'];

/** The sentence of a problem. */
export const detailOf = (code: ProblemCode, params: ProblemParams = {}): string => {
  const { detail }: ProblemText = problems[code];
  return typeof detail === 'string' ? detail : detail(params);
};
