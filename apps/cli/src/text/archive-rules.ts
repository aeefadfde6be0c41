import { named, type Words } from './words.ts';

const ANEW = 'dùng bản sao lưu khác, hoặc lập bản mới từ máy chủ: dondoc backup';

/** What the command line finds of archives, restores and the demo's ledger. */
export const archiveRules: Readonly<Record<string, Words>> = {
  'archive.not-zip': {
    message: (p) => `${named(p, 'file')} không phải là tệp ZIP nguyên vẹn: có thể bị cắt ngang khi chép hoặc tải.`,
    mend: 'chép hoặc tải lại tệp; so dung lượng với bản gốc.',
  },
  'archive.not-backup': {
    message: (p) => `${named(p, 'file')} không phải là bản sao lưu của dondoc.`,
    mend: 'chọn tệp do lệnh dondoc backup tạo ra.',
  },
  'archive.other-version': {
    message: (p) => `${named(p, 'file')} do phiên bản dondoc mới hơn lập; phiên bản này chưa đọc được.`,
    mend: 'dùng phiên bản dondoc mới hơn.',
  },
  'archive.bad-manifest': {
    message: (p) => `manifest.json trong ${named(p, 'file')} không đúng mẫu của bản sao lưu.`,
    mend: ANEW,
  },
  'archive.bad-file': {
    message: (p) => `${named(p, 'path')} trong ${named(p, 'file')} không khớp với manifest.json hoặc không đúng mẫu.`,
    mend: ANEW,
  },
  'archive.strange-file': {
    message: (p) => `${named(p, 'file')} chứa tệp mà bản sao lưu không có: “${named(p, 'path')}”.`,
    why: 'Tệp lạ cho thấy bản sao lưu đã bị thêm bớt, hoặc tên tệp được đặt để ghi ra ngoài thư mục.',
    mend: ANEW,
  },
  'archive.file-twice': {
    message: (p) => `${named(p, 'file')} chứa hai tệp cùng tên ${named(p, 'path')}.`,
    mend: ANEW,
  },
  'archive.file-altered': {
    message: (p) => `${named(p, 'path')} trong ${named(p, 'file')} khác với mã SHA-256 đã ghi khi sao lưu.`,
    mend: ANEW,
  },
  'archive.file-missing': {
    message: (p) => `${named(p, 'file')} thiếu tệp ${named(p, 'path')}.`,
    mend: ANEW,
  },
  'archive.too-large': {
    message: (p) => `${named(p, 'path') || 'Nội dung'} trong ${named(p, 'file')} lớn bất thường khi giải nén.`,
    why: 'Tệp nén nhỏ mà giải ra rất lớn có thể làm máy hết bộ nhớ.',
    mend: ANEW,
  },
  'archive.too-much': {
    message: () => 'Văn bản, bản có chữ ký và nhật ký cộng lại lớn hơn 02 GB, mức tối đa của một bản sao lưu.',
    mend: 'dừng máy chủ rồi chép cả thư mục .dondoc; các bản có chữ ký nằm trong .dondoc/files.',
  },
  'archive.empty': {
    message: (p) => `${named(p, 'file')} chưa có mục nào trong nhật ký nên không có gì để sao lưu.`,
    mend: 'áp dụng office.yaml và kế hoạch trước: dondoc adopt',
  },
  'archive.ledger-altered': {
    message: (p) =>
      `Nhật ký trong ${named(p, 'file')} không còn nguyên vẹn: ${named(p, 'count')} điểm, không khôi phục được.`,
    mend: 'xem từng điểm bằng: dondoc verify TỆP.zip; dùng bản sao lưu khác.',
  },
  'archive.ledger-problem': {
    message: (p) => `${named(p, 'stream')}, mục ${named(p, 'version')}: ${named(p, 'problem')}`,
  },
  'archive.not-foldable': {
    message: (p) => `Nhật ký trong ${named(p, 'file')} có nội dung mà dondoc không bao giờ ghi; không khôi phục được.`,
    mend: ANEW,
  },
  'archive.not-held': {
    message: (p) => `${named(p, 'file')} không phải là bản sao lưu, tệp heads.json hay mã xác nhận dạng JSON.`,
    mend: 'ghi ở --held tệp .zip do dondoc backup tạo, tệp heads.json lấy trong đó, hoặc JSON trả về khi gửi báo cáo.',
  },
  'archive.bytes-missing': {
    message: (p) => `Tệp có mã ${named(p, 'sha256')} được nhật ký nhắc đến nhưng không còn, hoặc đã bị thay nội dung.`,
    why: 'Văn bản hoặc bản có chữ ký này không nằm trong bản sao lưu.',
    mend: 'tìm lại tệp từ bản sao lưu cũ hơn rồi đặt vào thư mục .dondoc/files/signed.',
  },
  'archive.strange-stream': {
    message: (p) => `Nhật ký nhận từ ${named(p, 'file')} có tên chuỗi không dùng làm tên tệp được.`,
    mend: 'kiểm tra lại địa chỉ ghi ở --server.',
  },
  'restore.not-empty': {
    message: (p) => `Đã có nhật ký ở ${named(p, 'file')}; khôi phục không ghi đè lên nhật ký đang có.`,
    mend: 'chọn thư mục khác bằng --to, hoặc chuyển thư mục .dondoc cũ đi nơi khác.',
  },
  'restore.differs': {
    message: (p) => `${named(p, 'file')} khác với nội dung đã áp dụng trong bản sao lưu.`,
    mend: 'chọn thư mục khác bằng --to, hoặc đổi tên tệp đang có.',
  },
  'restore.too-large-for-d1': {
    message: (p) => `${named(p, 'what')} lớn hơn 02 MB, mức tối đa của một dòng trong D1.`,
    mend: 'khôi phục thành tệp libSQL và chạy trên máy chủ riêng: dondoc restore TỆP.zip --to THƯ-MỤC, rồi dondoc serve',
  },
  'demo.other-office': {
    message: (p) =>
      `${named(p, 'file')} là nhật ký đang sử dụng chính thức, không phải dữ liệu minh họa; lệnh này không thay nhật ký đó.`,
    mend: 'chọn thư mục khác.',
  },
  'demo.in-use': {
    message: (p) => `${named(p, 'file')} đang được một chương trình khác dùng, có thể là dondoc serve.`,
    mend: 'dừng chương trình đó (Ctrl+C) rồi chạy lại, hoặc chọn thư mục khác.',
  },
};
