import { formatDateLong, letterheadOf } from '@dondoc/core';
import { balanced, measure, ruleLength } from '../layout/metrics.ts';
import { letterheadColumns, nd30, textWidth } from '../layout/nd30-2020.ts';
import type { StyleId } from '../layout/styles.ts';
import { columns, paragraph, rule, type Markup } from '../package/markup.ts';
import type { Paper } from '../paper.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
// Room on both sides of a name, so that the two columns never touch. Millimetres.
const BREATH = 4;

const [left, right] = letterheadColumns;
const at = nd30.components;

/** Blanks that neither fold nor break: room to write a number or a day by hand. */
export const blank = (letters: number): string => '\u00A0'.repeat(letters);

/** Writes a number as on paper: one digit with a leading zero; room for it while it is blank. */
export const numberText = (number: string | undefined): string =>
  number === undefined ? blank(6) : /^\d$/.test(number) ? `0${number}` : number;

/** Writes 'ngày 05 tháng 6 năm 2020', with room for day and month while the date is blank. */
export const dateText = ({ date, day }: Pick<Paper, 'date' | 'day'>): string =>
  date === undefined ? `ngày${blank(6)}tháng${blank(6)}năm\u00A0${day.slice(0, 4)}` : formatDateLong(date);

const name = (style: StyleId, lines: readonly string[], { size, bold }: { size: number; bold: boolean }): Markup =>
  lines
    .flatMap((line) => balanced(line, { width: left - BREATH, size, bold }))
    .map((line) => paragraph(style, line))
    .join('');

/**
 * Writes the head of a document: agency on the left, national name and motto on the right, then number and date in
 * one row. A letter's subject stands under its number.
 *
 * @see Decree 30/2020/NĐ-CP, Annex I, part I, sections II.1 to II.5
 */
export const letterhead = (paper: Paper, subject?: string): Markup => {
  const { superior, own } = letterheadOf(paper.directory, paper.issuer, paper.day);
  const set = { size: at.agency.size.value, bold: true };
  const ownLines = own.flatMap((line) => balanced(line, { width: left - BREATH, ...set }));
  const longest = ownLines.toSorted((a, b) => measure(b, set) - measure(a, set))[0] ?? '';
  const motto = { size: at.motto2.size.value, bold: true };
  const place = paper.directory.at(paper.issuer, paper.day)?.place;
  return columns(letterheadColumns, [
    [
      name('CoQuanChuQuan', superior, { size: at.superior.size.value, bold: false }) +
        name('CoQuanBanHanh', own, set) +
        rule({ length: ruleLength(longest, set), width: left }),
      paragraph('QuocHieu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
        paragraph('TieuNgu', MOTTO) +
        rule({ length: measure(MOTTO, motto), width: right }),
    ],
    [
      paragraph('SoKyHieu', `Số: ${numberText(paper.number)}/${paper.symbol}`) +
        (subject === undefined
          ? ''
          : balanced(`V/v ${subject}`, { width: left - BREATH, size: at.letterSubject.size.value, bold: false })
              .map((line, i) => paragraph(i === 0 ? 'TrichYeuCongVan' : 'TrichYeuCongVanTiep', line))
              .join('')),
      paragraph('DiaDanhThoiGian', `${place === undefined ? '' : `${place}, `}${dateText(paper)}`),
    ],
  ]);
};

/** Writes the document's type and subject, with the line below; every given line is broken again where it is too long. */
export const title = (
  type: string,
  subject: readonly string[],
  { turned = false }: { turned?: boolean } = {},
): Markup => {
  const set = { size: at.subject.size.value, bold: true };
  const width = textWidth(turned);
  const lines = subject.flatMap((line) => balanced(line, { width: width * 0.85, ...set }));
  const longest = lines.toSorted((a, b) => measure(b, set) - measure(a, set))[0] ?? type;
  return (
    paragraph('TenLoai', type) +
    lines.map((line) => paragraph('TrichYeu', line)).join('') +
    rule({ length: ruleLength(longest, set), width })
  );
};

/** Writes 'Kính gửi': one addressee on the same line, several on lines of their own under the colon. */
export const addressees = (names: readonly string[]): Markup => {
  const [first, ...others] = names;
  if (first === undefined) return '';
  if (others.length === 0) return paragraph('KinhGui', `Kính gửi: ${first}${/[.;]$/.test(first) ? '' : '.'}`);
  return (
    paragraph('KinhGuiNhieu', 'Kính gửi:') +
    names.map((one, i) => paragraph('KinhGuiDong', `- ${one}${i === names.length - 1 ? '.' : ';'}`)).join('')
  );
};
