import type { LedgerProblem } from '@dondoc/core';

/** What a verification has shown and what none can show: told with every one. */
export const proofWords = {
  proves:
    'Đối với các mục đã kiểm tra: nội dung còn nguyên như khi ghi, mỗi mục nối đúng vào mục trước và khớp với các lần niêm phong hằng ngày. Người giữ mã xác nhận, lần niêm phong hoặc bản sao lưu có thể đối chiếu để biết có mục bị sửa, bị bỏ hoặc bị đảo thứ tự.',
  doesNotProve:
    'Không chứng minh được với người giữ bản duy nhất của cơ sở dữ liệu, vì người đó có thể lập lại toàn bộ nhật ký; đề nghị giữ bản sao lưu ở nơi khác. Mục đã xóa nội dung chỉ còn cho biết việc đó đã được ghi, lúc nào và do ai. Mục ghi sau lần niêm phong cuối chưa được niêm phong.',
} as const;

/** What is other than it was sealed, for an operator. */
export const problemWords: Readonly<Record<LedgerProblem['problem'], string>> = {
  'entry-altered': 'Mục này đã bị sửa sau khi ghi.',
  'data-altered': 'Nội dung của mục này đã bị sửa sau khi ghi.',
  'chain-broken': 'Mục này không nối vào mục ngay trước.',
  missing: 'Thiếu mục này.',
  repeated: 'Mục này có hai lần.',
  'out-of-order': 'Mục này không đứng đúng thứ tự.',
  dropped: 'Lần niêm phong có ghi mục này nhưng nhật ký không còn.',
  replaced: 'Mục này khác với mục đã được niêm phong.',
};
