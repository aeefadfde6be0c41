import { formatDate, letterheadOf, periodInSentence, reportTitle, type AgencyDirectory } from '@dondoc/core';
import { title } from '../blocks/letterhead.ts';
import { figureColumn, table, textColumn, type Row } from '../blocks/table.ts';
import { paragraph, paragraphOf, run } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import {
  arrivalText,
  dueText,
  remindersText,
  resultText,
  signedText,
  timelinessText,
  type FollowUpEntry,
} from './follow-up-words.ts';

export interface FollowUpBookInput {
  readonly directory: AgencyDirectory;
  /** Whose book it is. */
  readonly desk: string;
  /** 'Năm 2020', '6 tháng đầu năm 2020': what the book covers, under its title. */
  readonly period: string;
  /** In the office's order. */
  readonly entries: readonly FollowUpEntry[];
  /** Inclusive ISO day up to which it tells. */
  readonly day: string;
  /** A person's name by principal id; default: the id. */
  readonly person?: ((id: string) => string) | undefined;
  readonly demo?: boolean | undefined;
}

const COLUMNS = [
  figureColumn(9),
  textColumn(40),
  textColumn(36),
  textColumn(27),
  textColumn(25),
  textColumn(25),
  textColumn(24),
  textColumn(33),
  textColumn(21),
  textColumn(12),
];
const HEAD = [
  'TT',
  'Đơn vị báo cáo',
  'Loại, kỳ báo cáo',
  'Thời hạn (theo kế hoạch; gia hạn)',
  'Số, ký hiệu, ngày của báo cáo',
  'Ngày nhận, hình thức gửi',
  'Đúng hạn/chậm (số ngày)',
  'Nhắc, đôn đốc (ngày, hình thức, người thực hiện)',
  'Kết quả kiểm tra',
  'Ghi chú',
];

/**
 * Makes the printed follow-up book (sổ theo dõi, đôn đốc thực hiện chế độ báo cáo): A4 landscape, one row for each
 * obligation.
 */
export const followUpBook = ({
  directory,
  desk,
  period,
  entries,
  day,
  person = (id) => id,
  demo,
}: FollowUpBookInput): Promise<Uint8Array> => {
  const { superior, own } = letterheadOf(directory, desk, day);
  const rows = entries.map((entry, i): Row => {
    const { obligation, note } = entry;
    return {
      cells: [
        String(i + 1),
        directory.at(obligation.unit, obligation.due.kind === 'dated' ? obligation.due.lastDay : day)?.name ??
          obligation.unit,
        `${reportTitle(obligation.report)}, ${periodInSentence(obligation.period)}`,
        dueText(entry),
        signedText(entry),
        arrivalText(entry),
        timelinessText(entry),
        remindersText(entry, person),
        resultText(entry),
        note ?? '',
      ],
    };
  });
  const body =
    superior.map((line) => paragraph('PhieuCoQuan', line)).join('') +
    paragraphOf('PhieuCoQuan', run(own.join(' '), 'Dam')) +
    title(
      'SỔ THEO DÕI, ĐÔN ĐỐC',
      [`Thực hiện chế độ báo cáo ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`],
      { turned: true },
    ) +
    paragraph('ThamChieu', `(Tính đến hết ngày ${formatDate(day)})`) +
    table({ columns: COLUMNS, head: [HEAD.map((text) => ({ text }))], rows, narrow: true });
  return pack({
    parts: [{ kind: 'paper', turned: true, body }],
    title: `Sổ theo dõi, đôn đốc thực hiện chế độ báo cáo ${period}`,
    author: directory.at(desk, day)?.name ?? desk,
    date: day,
    demo,
  });
};
