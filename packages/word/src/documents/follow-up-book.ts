import { formatDate, letterheadOf, periodInSentence, reportTitle, type AgencyDirectory } from '@dondoc/core';
import { title } from '../blocks/letterhead.ts';
import { figureColumn, fittedWidth, table, textColumn, type Column, type Row } from '../blocks/table.ts';
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

// Millimetres. A long symbol ('159/BC-TH&THCSTHB') takes its room from the columns of words.
const SYMBOL = 4;
const WIDTHS = [9, 40, 36, 27, 25, 25, 24, 33, 21, 12] as const;
const WORDS = [1, 7];
const WIDEST_SYMBOL = 46;

const columnsFor = (symbols: readonly string[]): readonly Column[] => {
  const least = WIDTHS[SYMBOL];
  const symbol = fittedWidth({ head: '', cells: symbols, narrow: true }, [least, WIDEST_SYMBOL]);
  const taken = (symbol - least) / WORDS.length;
  return WIDTHS.map((width, i) => {
    if (i === 0) return figureColumn(width);
    return textColumn(i === SYMBOL ? symbol : WORDS.includes(i) ? width - taken : width);
  });
};

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
        directory.at(obligation.unit, obligation.settledOn)?.name ?? obligation.unit,
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
    table({
      columns: columnsFor(entries.map(signedText)),
      head: [HEAD.map((text) => ({ text }))],
      rows,
      set: 'narrow',
    });
  return pack({
    parts: [{ kind: 'paper', turned: true, body }],
    title: `Sổ theo dõi, đôn đốc thực hiện chế độ báo cáo ${period}`,
    author: directory.at(desk, day)?.name ?? desk,
    date: day,
    demo,
  });
};
