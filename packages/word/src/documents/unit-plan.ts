import { asSentence, duePhrase, type Obligation, type Plan } from '@dondoc/core';
import { closing, ending } from '../blocks/closing.ts';
import { letterhead, title } from '../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn } from '../blocks/table.ts';
import { paragraph } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { capitalised, citePlan, inSentence, reportOfPeriod, topicOf } from './words.ts';

export interface UnitPlanInput {
  /** The unit's own paper: `issuer` is the unit. */
  readonly paper: Paper;
  /** The office's plan that the unit carries out. */
  readonly plan: Plan;
  /** What the unit owes under it: its dates stand in the last part. */
  readonly obligations?: readonly Obligation[] | undefined;
}

const toWrite = (what: string) => paragraph('ChoViet', `[${what}]`);

const schedule = (plan: Plan) =>
  table({
    columns: [figureColumn(11), textColumn(71), textColumn(28), textColumn(25), textColumn(30)],
    head: headRow('TT', 'Nhiệm vụ theo kế hoạch của cấp trên', 'Người phụ trách', 'Thời gian', 'Kết quả, sản phẩm'),
    rows: plan.tasks.groups
      .flatMap(({ tasks }) => tasks)
      // The first sentence says what it is; the rest belongs to the level above.
      .map(({ text, deliverable }, i) => ({ cells: [String(i + 1), shortened(text), '', '', deliverable ?? ''] })),
  });

// A task's text may cite documents at length ('{id}'): in the skeleton the head of its first sentence is enough.
const shortened = (text: string): string => {
  const [head = text] = text.replaceAll(/\s*\([^()]*\)/g, '').split(/(?<=[.;:])\s|\{/u);
  return head.trim().replace(/[:;,.]$/u, '');
};

/**
 * Makes the skeleton of a unit's own plan under the office's (kế hoạch của đơn vị): headings and the tasks it takes
 * over, with places to write in brackets.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.4
 */
export const unitPlanDocument = ({ paper, plan, obligations = [] }: UnitPlanInput): Promise<Uint8Array> => {
  const unit = issuerName(paper);
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  const topic = topicOf(plan);
  const subject = `${topic} năm ${plan.year}`;
  const duties = obligations.filter(({ notApplicable }) => !notApplicable);
  const reports =
    duties.length === 0
      ? toWrite('Đơn vị ghi báo cáo phải gửi và thời hạn theo kế hoạch của cấp trên')
      : duties
          .map(({ report, period, due }) =>
            paragraph(
              'NoiDung',
              `- ${report.kind === 'unit-plan' ? report.name : capitalised(reportOfPeriod(report, period))}: ${duePhrase(due)}.`,
            ),
          )
          .join('');
  const body =
    letterhead(paper) +
    title('KẾ HOẠCH', [subject]) +
    paragraph(
      'MoDau',
      `Thực hiện ${citePlan(plan, planIssuer)}, ${unit} xây dựng Kế hoạch ${inSentence(subject)} như sau:`,
    ) +
    paragraph('Muc', 'I. MỤC ĐÍCH, YÊU CẦU') +
    paragraph('Khoan', '1. Mục đích') +
    toWrite('Đơn vị xác định mục đích phù hợp với điều kiện, đặc điểm của đơn vị') +
    paragraph('Khoan', '2. Yêu cầu') +
    toWrite('Đơn vị xác định yêu cầu đối với cán bộ, giáo viên, nhân viên và các bộ phận') +
    paragraph('Muc', 'II. NỘI DUNG VÀ HÌNH THỨC') +
    paragraph('Khoan', '1. Nội dung') +
    plan.content.themes.items
      .map(({ text }) => paragraph('NoiDung', `- ${asSentence(text.split('{')[0] ?? text)}`))
      .join('') +
    paragraph('Khoan', '2. Hình thức') +
    toWrite(
      'Đơn vị chọn hình thức: trang thông tin điện tử, hoạt động ngoại khóa, sinh hoạt dưới cờ, hội nghị, tập huấn',
    ) +
    paragraph('Muc', 'III. NHIỆM VỤ TRỌNG TÂM') +
    paragraph('GianCach', '') +
    schedule(plan) +
    paragraph('Muc', 'IV. TỔ CHỨC THỰC HIỆN') +
    paragraph('Khoan', '1. Phân công') +
    toWrite('Đơn vị phân công người phụ trách, người phát ngôn, cung cấp thông tin cho báo chí') +
    paragraph('Khoan', '2. Chế độ báo cáo') +
    ending(reports, `Trên đây là Kế hoạch ${inSentence(subject)} của ${unit}`) +
    closing(paper);
  return pack({
    parts: [{ kind: 'paper', turned: false, body }],
    title: `Kế hoạch ${inSentence(subject)}`,
    author: unit,
    date: paper.date,
    demo: paper.demo,
  });
};
