import {
  letterheadOf,
  periodInSentence,
  reportTitle,
  resubmissionPhrase,
  type AgencyDirectory,
  type Obligation,
} from '@dondoc/core';
import { dateText, title } from '../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn } from '../blocks/table.ts';
import { paragraph, paragraphOf, run, type Markup } from '../package/markup.ts';
import { pack } from '../package/pack.ts';

export interface ReturnSlipInput {
  readonly directory: AgencyDirectory;
  /** The desk that returns the report. */
  readonly desk: string;
  /** What is returned; the unit's name is that of the day which settles who owes. */
  readonly obligation: Pick<Obligation, 'unit' | 'period' | 'settledOn'> & {
    readonly report: Pick<Obligation['report'], 'name' | 'kind'>;
  };
  /** Which sending is returned (lần gửi), 1 for the first. */
  readonly revision: number;
  /** What to mend, in the form's order. */
  readonly notes: readonly { readonly section: string; readonly content: string; readonly ask: string }[];
  /** To be sent again by: the day counts up to `time`, or wholly where there is none. */
  readonly sendBy?: { readonly day: string; readonly time?: string | undefined } | undefined;
  readonly reviewer: { readonly name: string; readonly phone?: string | undefined };
  /** ISO day of the slip. */
  readonly date: string;
  readonly demo?: boolean | undefined;
}

const fact = (label: string, text: string): Markup => paragraphOf('Phieu', run(`${label}: `, 'Dam') + run(text));

/**
 * Makes the slip that asks a unit to complete or correct its report (phiếu đề nghị bổ sung, chỉnh sửa): a working
 * slip, without national name and number.
 */
export const returnSlip = (input: ReturnSlipInput): Promise<Uint8Array> => {
  const { directory, desk, sendBy, reviewer, date } = input;
  const { unit, report, period, settledOn } = input.obligation;
  const { superior, own } = letterheadOf(directory, desk, date);
  const name = reportTitle(report);
  const by =
    sendBy === undefined
      ? undefined
      : resubmissionPhrase({ due: sendBy.day, ...(sendBy.time === undefined ? {} : { dueTime: sendBy.time }) });
  const unitName = directory.at(unit, settledOn)?.name ?? unit;
  const body =
    superior.map((line) => paragraph('PhieuCoQuan', line)).join('') +
    paragraphOf('PhieuCoQuan', run(own.join(' '), 'Dam')) +
    title('PHIẾU ĐỀ NGHỊ', ['Bổ sung, chỉnh sửa báo cáo']) +
    fact('Đơn vị', unitName) +
    fact('Báo cáo', `${name}, ${periodInSentence(period)} (gửi lần ${input.revision})`) +
    paragraphOf('Phieu', run('Nội dung đề nghị bổ sung, chỉnh sửa:', 'Dam')) +
    paragraph('GianCach', '') +
    table({
      columns: [figureColumn(12), figureColumn(25), textColumn(58), textColumn(70)],
      head: headRow('TT', 'Mục', 'Nội dung', 'Đề nghị'),
      rows: input.notes.map(({ section, content, ask }, i) => ({ cells: [String(i + 1), section, content, ask] })),
    }) +
    (by === undefined ? '' : fact('Thời hạn gửi lại', `${by}. Ngày gửi lần đầu được giữ để tính thời hạn.`)) +
    fact('Người kiểm tra', `${reviewer.name}${reviewer.phone === undefined ? '' : `, điện thoại ${reviewer.phone}`}`) +
    fact('Ngày lập phiếu', dateText({ date, day: date }));
  return pack({
    parts: [{ kind: 'paper', turned: false, body }],
    title: `Phiếu đề nghị bổ sung, chỉnh sửa báo cáo: ${unitName}`,
    author: directory.at(desk, date)?.name ?? desk,
    date,
    demo: input.demo,
  });
};
