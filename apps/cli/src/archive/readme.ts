import { formatDate, proseCount, vietnamMoment, timeOf } from '@dondoc/core';
import type { Manifest } from './format.ts';

/** What `README.txt` tells of the archive. */
type About = Pick<Manifest, 'created' | 'version' | 'office' | 'entries' | 'seq' | 'withUnitDrafts'>;

/** Tells a person how to read an archive without dondoc, and how to restore it with it. */
export function readme({ created, version, office, entries, withUnitDrafts }: About): string {
  const { day, minute } = vietnamMoment(Date.parse(created));
  const text = [
    `BẢN SAO LƯU DONDOC${office.demo ? ' (DỮ LIỆU MINH HỌA)' : ''}`,
    '',
    `Cơ quan: ${office.name}`,
    `Lập lúc ${timeOf(minute)} ngày ${formatDate(day)} bằng dondoc ${version}; nhật ký có ${proseCount(entries)} mục.`,
    '',
    'ĐỌC MÀ KHÔNG CẦN DONDOC',
    '',
    'Các tệp đều mở được bằng chương trình thông dụng, chữ Việt theo bảng mã UTF-8.',
    '',
    'office.yaml, plans/        Cơ quan, danh sách đơn vị và các kế hoạch đã áp dụng.',
    'submissions/               Báo cáo mới nhất của từng đơn vị: kế hoạch / báo cáo / kỳ / đơn vị.json.',
    'consolidations/            Số liệu và nội dung tổng hợp của từng lần phát hành: kế hoạch / báo cáo / kỳ / lần.json.',
    'documents/                 Văn bản đã phát hành (Word, PDF); tên tệp là mã SHA-256, tên gốc ghi trong manifest.json.',
    'files/signed/              Bản có chữ ký các đơn vị đã gửi.',
    'ledger.ndjson              Toàn bộ nhật ký, mỗi dòng một việc theo thứ tự ghi: lúc nào (at, giờ UTC), ai (actor),',
    '                           việc gì (kind), nội dung (data).',
    'drafts.ndjson,             Nội dung đang nhập, chưa gửi; phần viết của cơ quan chưa phát hành.',
    'desk-drafts.ndjson',
    'manifest.json, heads.json  Mã SHA-256 của từng tệp và mục cuối của từng chuỗi nhật ký, để đối chiếu.',
    '',
    ...(withUnitDrafts ? [] : ['Bản này lấy qua mạng nên không có nội dung các đơn vị đang nhập mà chưa gửi.', '']),
    'KHÔI PHỤC',
    '',
    'Vào thư mục mới rồi chạy: dondoc restore TỆP.zip',
    'Với cơ sở dữ liệu D1 còn trống trên Cloudflare: dondoc restore TỆP.zip --sql du-lieu.sql',
    'Kiểm tra bản này còn nguyên vẹn: dondoc verify TỆP.zip',
    '',
    'Bản sao lưu không có mã truy cập, đường dẫn đăng nhập hay phiên đăng nhập nào. Sau khi khôi phục cần cấp lại',
    'quyền truy cập: dondoc token create, dondoc link create.',
    '',
    'BẢO QUẢN',
    '',
    'Bản này có số liệu, ý kiến và thông tin liên hệ của các đơn vị: giữ ở nơi chỉ người có trách nhiệm mở được, và giữ',
    'ít nhất một bản ngoài máy chủ. Người giữ bản này đối chiếu được nhật ký về sau: dondoc verify --held TỆP.zip',
  ];
  return `${text.join('\r\n')}\r\n`;
}
