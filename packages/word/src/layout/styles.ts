import { nd30, type Component } from './nd30-2020.ts';

// The named styles of every document: the only place where a component of the layout becomes formatting.

/** A paragraph style. Sizes and spaces in points, indents in millimetres. */
export interface ParagraphStyle {
  readonly id: string;
  /** As Word's style pane shows it. */
  readonly name: string;
  readonly basedOn?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly before?: number;
  readonly after?: number;
  /** Lines: 1 is single. */
  readonly line?: number;
  /** An exact height of the line in points instead. */
  readonly exactly?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** Begins a new page. */
  readonly newPage?: boolean;
  /** Level in the navigation pane, 0 for the highest. */
  readonly outline?: 0 | 1 | 2;
  readonly border?: 'top' | 'box';
}

const set = ({ size, bold, italic, align }: Component): Pick<ParagraphStyle, 'size' | 'bold' | 'italic' | 'align'> => ({
  size: size.value,
  bold,
  italic,
  align,
});

const { components: at, body } = nd30;
const gap = body.gap.value;
const line = body.line.value;

const paragraphStyles = [
  { id: 'QuocHieu', name: 'Quốc hiệu', ...set(at.motto1) },
  { id: 'TieuNgu', name: 'Tiêu ngữ', ...set(at.motto2) },
  { id: 'CoQuanChuQuan', name: 'Cơ quan chủ quản', ...set(at.superior) },
  { id: 'CoQuanBanHanh', name: 'Cơ quan ban hành', ...set(at.agency) },
  { id: 'SoKyHieu', name: 'Số và ký hiệu', ...set(at.number), before: 6 },
  { id: 'DiaDanhThoiGian', name: 'Địa danh và thời gian', ...set(at.placeAndDate), before: 6 },
  { id: 'TenLoai', name: 'Tên loại văn bản', ...set(at.type), before: 18, keepNext: true },
  { id: 'TrichYeu', name: 'Trích yếu', ...set(at.subject), keepNext: true },
  // The Decree asks for 6 pt between the number and the subject of a letter.
  { id: 'TrichYeuCongVan', name: 'Trích yếu công văn', ...set(at.letterSubject), before: 6 },
  { id: 'TrichYeuCongVanTiep', name: 'Trích yếu công văn - dòng sau', ...set(at.letterSubject) },
  { id: 'KinhGui', name: 'Kính gửi', ...set(at.addressee), before: 12, after: 6, align: 'center' },
  { id: 'KinhGuiNhieu', name: 'Kính gửi nhiều nơi', ...set(at.addressee), before: 12, left: 25, keepNext: true },
  // Dashes stand in line under the colon of 'Kính gửi:', which is 17,4 mm wide at 14 pt.
  { id: 'KinhGuiDong', name: 'Nơi kính gửi', ...set(at.addressee), left: 45.5, hanging: 3.1 },
  { id: 'NoiDung', name: 'Nội dung', ...set(at.text), before: gap, line, firstLine: body.indent },
  // '… giữ': the same, kept on the page of what follows.
  { id: 'NoiDungGiu', name: 'Nội dung - giữ', basedOn: 'NoiDung', keepNext: true },
  { id: 'CanCu', name: 'Căn cứ ban hành', ...set(at.basis), before: gap, line, firstLine: body.indent },
  { id: 'MoDau', name: 'Mở đầu', basedOn: 'NoiDung', before: 12 },
  // Stays with the signature block, so that no signature stands alone on a page.
  { id: 'KetThuc', name: 'Nội dung cuối', basedOn: 'NoiDung', keepNext: true },
  { id: 'Muc', name: 'Mục', ...set(at.part), before: 9, line, firstLine: body.indent, keepNext: true, outline: 0 },
  {
    id: 'Khoan',
    name: 'Khoản có tiêu đề',
    ...set(at.clause),
    before: gap,
    line,
    firstLine: body.indent,
    keepNext: true,
    outline: 1,
  },
  {
    id: 'Diem',
    name: 'Điểm có tiêu đề',
    ...set(at.text),
    before: gap,
    line,
    firstLine: body.indent,
    keepNext: true,
    outline: 2,
  },
  { id: 'ChoViet', name: 'Chỗ để viết', basedOn: 'NoiDung', italic: true },
  { id: 'ChoVietGiu', name: 'Chỗ để viết - giữ', basedOn: 'ChoViet', keepNext: true },
  { id: 'QuyenHan', name: 'Quyền hạn và chức vụ', ...set(at.capacity) },
  // Room for the signature and the seal between capacity and name.
  { id: 'HoTen', name: 'Họ tên người ký', ...set(at.signer), before: 72 },
  { id: 'NoiNhanNhan', name: 'Nơi nhận', ...set(at.recipientsLabel) },
  { id: 'NoiNhan', name: 'Danh sách nơi nhận', ...set(at.recipients), left: 2, hanging: 2 },
  { id: 'PhuLuc', name: 'Phụ lục', ...set(at.annexLabel), keepNext: true, outline: 0 },
  { id: 'TenPhuLuc', name: 'Tên phụ lục', ...set(at.annexTitle), keepNext: true },
  { id: 'ThamChieu', name: 'Dòng tham chiếu của phụ lục', ...set(at.annexReference), after: 3, keepNext: true },
  { id: 'GianCach', name: 'Giãn cách', size: 6, keepNext: true },
  { id: 'ViTriKy', name: 'Khối ký', size: 6, before: 6, keepNext: true },
  { id: 'PhieuCoQuan', name: 'Phiếu - cơ quan', size: 13, align: 'left' },
  { id: 'Phieu', name: 'Phiếu - nội dung', size: 13, align: 'left', before: 6 },
  {
    id: 'BangTieuDe',
    name: 'Bảng - tiêu đề cột',
    size: 11,
    bold: true,
    align: 'center',
    before: 2,
    after: 2,
    keepNext: true,
  },
  { id: 'BangChu', name: 'Bảng - chữ', size: 12, align: 'left', before: 1, after: 1 },
  { id: 'BangSo', name: 'Bảng - số', size: 12, align: 'center', before: 1, after: 1 },
  { id: 'BangChuGiu', name: 'Bảng - chữ - giữ', basedOn: 'BangChu', keepNext: true },
  { id: 'BangSoGiu', name: 'Bảng - số - giữ', basedOn: 'BangSo', keepNext: true },
  { id: 'BangNhom', name: 'Bảng - nhóm', size: 12, bold: true, align: 'left', before: 1, after: 1, keepNext: true },
  { id: 'BangNhomSo', name: 'Bảng - nhóm - số', basedOn: 'BangNhom', align: 'center' },
  { id: 'BangCong', name: 'Bảng - tổng cộng', size: 12, bold: true, align: 'center', before: 1, after: 1 },
  {
    id: 'BangHepTieuDe',
    name: 'Bảng hẹp - tiêu đề cột',
    size: 9,
    bold: true,
    align: 'center',
    before: 0.5,
    after: 1,
    keepNext: true,
  },
  { id: 'BangHepChu', name: 'Bảng hẹp - chữ', size: 10, align: 'left', before: 1, after: 1 },
  { id: 'BangHepSo', name: 'Bảng hẹp - số', size: 10, align: 'center', before: 1, after: 1 },
  { id: 'BangHepCong', name: 'Bảng hẹp - tổng cộng', size: 10, bold: true, align: 'center', before: 1, after: 1 },
  // No room above and below: 24 units with their total stand on one turned page.
  { id: 'BangKhitTieuDe', name: 'Bảng khít - tiêu đề cột', basedOn: 'BangHepTieuDe', size: 8.5 },
  { id: 'BangKhitChu', name: 'Bảng khít - chữ', basedOn: 'BangHepChu', before: 0, after: 0 },
  { id: 'BangKhitSo', name: 'Bảng khít - số', basedOn: 'BangHepSo', before: 0, after: 0 },
  { id: 'BangKhitCong', name: 'Bảng khít - tổng cộng', basedOn: 'BangHepCong', before: 0, after: 0 },
  { id: 'BangTen', name: 'Bảng - tên', size: 13, bold: true, align: 'left', before: 12, after: 3, keepNext: true },
  { id: 'BangTenDau', name: 'Bảng - tên - đầu phụ lục', basedOn: 'BangTen', before: 2 },
  { id: 'BangTenTrangMoi', name: 'Bảng - tên - sang trang', basedOn: 'BangTen', newPage: true },
  { id: 'GhiChuBang', name: 'Bảng - ghi chú', size: 12, italic: true, align: 'left', before: 4 },
  { id: 'GhiChuBangHep', name: 'Bảng hẹp - ghi chú', size: 10, italic: true, align: 'left', before: 2 },
  { id: 'SoTrang', name: 'Số trang', ...set(nd30.pageNumber) },
  { id: 'DauMinhHoa', name: 'Dữ liệu minh họa', ...set(at.circulation) },
  { id: 'DauLamViec', name: 'Tài liệu làm việc', ...set(at.circulation), align: 'right' },
  { id: 'DuongKe', name: 'Đường kẻ', size: 2, exactly: 4, border: 'top', before: 3, after: 2 },
  { id: 'NgatPhan', name: 'Ngắt phần', size: 2, exactly: 1 },
] as const satisfies readonly ParagraphStyle[];

const characterStyles = [
  { id: 'Dam', name: 'Chữ đậm', bold: true, italic: false },
  { id: 'Nghieng', name: 'Chữ nghiêng', bold: false, italic: true },
] as const;

export type StyleId = (typeof paragraphStyles)[number]['id'] | (typeof characterStyles)[number]['id'];

/** Every style that a document of this package carries. */
export const styles: {
  readonly paragraph: readonly ParagraphStyle[];
  readonly character: readonly {
    readonly id: string;
    readonly name: string;
    readonly bold: boolean;
    readonly italic: boolean;
  }[];
} = { paragraph: paragraphStyles, character: characterStyles };
