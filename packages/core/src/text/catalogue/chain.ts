import type { FindingParams } from '../finding.ts';
import { reportTitle } from '../report-name.ts';
import { countOf, dayOf, textOf } from './params.ts';
import type { Rules } from './types.ts';

const subject = (p: FindingParams): string =>
  textOf(p, 'report') === ''
    ? ''
    : `${reportTitle({ name: textOf(p, 'report'), kind: textOf(p, 'reportKind') })}, ${textOf(p, 'period')}: `;

/** Rules of deadlines in steps, from the units up through each level that consolidates. */
export const chainRules = {
  'chain.too-few-days': {
    message: (p) =>
      `${subject(p)}${textOf(p, 'level')} nhận báo cáo của cấp dưới đến hết ngày ${dayOf(p, 'asks')} và phải gửi cấp trên chậm nhất hết ngày ${dayOf(p, 'owes')}, chỉ còn ${countOf(p, 'days')} ngày làm việc để tổng hợp (cần ${countOf(p, 'needed')}).`,
    why: 'Thời gian giữa hai thời hạn là thời gian kiểm tra, đôn đốc và tổng hợp.',
    source: 'Nghị định số 09/2019/NĐ-CP, Điều 8',
    mend: 'ấn định thời hạn của cấp dưới sớm hơn, hoặc thống nhất lại thời hạn với cấp trên.',
  },
  'chain.not-before': {
    message: (p) =>
      `${subject(p)}thời hạn của cấp dưới (hết ngày ${dayOf(p, 'asks')}) không sớm hơn thời hạn ${textOf(p, 'level')} phải gửi cấp trên (hết ngày ${dayOf(p, 'owes')}).`,
    why: 'Cấp tổng hợp không còn ngày nào để kiểm tra và tổng hợp.',
    source: 'Nghị định số 09/2019/NĐ-CP, Điều 8',
    mend: 'ấn định thời hạn của cấp dưới sớm hơn thời hạn gửi cấp trên.',
  },
} satisfies Rules;
