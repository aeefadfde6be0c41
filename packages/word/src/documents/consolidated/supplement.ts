import { cite, type ConsolidationDifference } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { numberText } from '../../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { paragraph, paragraphs, type Markup } from '../../package/markup.ts';
import { issuerName } from '../../paper.ts';
import { changeText, totalText } from '../figures.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById } from './totals-annexes.ts';

/** Says which report is supplemented, and why: the desk's reason, line by line. */
export const supplementIntroduction = ({ supplement, paper }: ConsolidatedReportInput): Markup => {
  if (supplement === undefined) return '';
  const { number, date } = supplement.to;
  const code = `${numberText(number)}/${paper.symbol}`;
  const cited = cite({ id: 'report', type: 'Báo cáo', code, date, issuer: issuerName(paper) });
  const told = `Báo cáo này bổ sung ${cited}; các số liệu thay đổi nêu tại phụ lục cuối.`;
  return paragraph('NoiDung', told) + (supplement.reason === undefined ? '' : paragraphs('NoiDung', supplement.reason));
};

type Figure = ConsolidationDifference['figures'][number];

const valueOf = (figure: Figure['after']): number | undefined =>
  figure?.total?.is === 'number' ? figure.total.value : undefined;

/** The last annex of a supplement: every figure that is not what was reported, and over how many units it runs. */
export const differenceAnnex = (input: ConsolidatedReportInput): Annex | undefined => {
  const { supplement, form } = input;
  if (supplement === undefined) return undefined;
  const fields = fieldsById(form);
  const { coverage, figures } = supplement.difference;
  const received = (of: (typeof coverage)['before']): string => `${of.received}/${of.expected}`;
  const change = coverage.after.received - coverage.before.received;
  const rows = figures.flatMap((figure): string[][] => {
    const field = fields.get(figure.field) ?? figure;
    const [before, after] = [figure.before, figure.after].map((one) => totalText(one?.total, field));
    const isListed = figure.after?.total?.is === 'listed' || figure.before?.total?.is === 'listed';
    if (isListed || before === undefined || after === undefined || before === after) return [];
    const [was, is] = [valueOf(figure.before), valueOf(figure.after)];
    const more = was === undefined || is === undefined ? undefined : is - was;
    return [[figure.label, figure.unit ?? '', before, after, changeText(more, field)]];
  });
  return {
    title: 'Số liệu thay đổi so với báo cáo đã phát hành',
    body: table({
      columns: [
        figureColumn(12),
        textColumn(63),
        figureColumn(20),
        figureColumn(25),
        figureColumn(25),
        figureColumn(20),
      ],
      head: headRow('TT', 'Nội dung', 'Đơn vị tính', 'Đã báo cáo', 'Báo cáo bổ sung', 'Tăng (+)/ giảm (−)'),
      rows: [
        [
          'Đơn vị đã gửi báo cáo',
          'đơn vị',
          received(coverage.before),
          received(coverage.after),
          changeText(change, { type: 'count' }),
        ],
        ...rows,
      ].map((cells, i): Row => ({ cells: [String(i + 1), ...cells] })),
    }),
  };
};
