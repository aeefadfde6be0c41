import type { FindingParams } from '../finding.ts';
import { formatMillions, formatNumber, formatPercent, proseCount } from '../format.ts';
import { listOf, quoted, textOf } from './params.ts';
import type { Rules } from './types.ts';

const MOST_NAMED = 5;

/** Names the first five units and counts the rest. */
const unitsOf = (params: FindingParams): string => {
  const units = listOf(params, 'units');
  const rest = units.length - MOST_NAMED;
  return rest > 0 ? `${units.slice(0, MOST_NAMED).join('; ')} và ${proseCount(rest)} đơn vị khác` : units.join('; ');
};

const label = (params: FindingParams): string => `“${textOf(params, 'label')}” (mục ${textOf(params, 'section')})`;

const amount = (params: FindingParams, name: string): string => {
  const value = params[name];
  if (typeof value !== 'number') return textOf(params, name);
  return params['money'] === 1 ? `${formatMillions(value)} triệu đồng` : formatNumber(value);
};

/** Words of the generated sentences: the desk's text starts from them. */
export const consolidationWords = {
  noData: '(chưa có số liệu)',
  nothingArose: 'Trong kỳ, các đơn vị đã gửi báo cáo không phát sinh nội dung này.',
  count: (value: number, unit: string): string => (unit === '' ? proseCount(value) : `${proseCount(value)} ${unit}`),
  money: (vnd: number): string => `${formatMillions(vnd)} triệu đồng`,
  ratio: ({ part, whole, unit }: { part: number; whole: number; unit: string }): string =>
    `${formatNumber(part)}/${formatNumber(whole)}${unit === '' ? '' : ` ${unit}`} (${formatPercent(part, whole)})`,
  share: (yes: number, of: number): string =>
    `${formatNumber(yes)}/${formatNumber(of)} đơn vị (${formatPercent(yes, of)})`,
  choice: (choice: string, units: number): string => `${choice}: ${proseCount(units)} đơn vị`,
  listed: (count: number): string => `${proseCount(count)} nội dung`,
  more: (amount: string): string => `tăng ${amount} so với cùng kỳ năm trước`,
  fewer: (amount: string): string => `giảm ${amount} so với cùng kỳ năm trước`,
  same: 'bằng cùng kỳ năm trước',
  ofUnits: (answered: number, of: number): string =>
    `(số liệu của ${formatNumber(answered)}/${formatNumber(of)} đơn vị)`,
} as const;

/** Rules of consolidations: contradictions and figures to look at again. Internal. */
export const consolidationRules = {
  'consolidation.unit-twice': {
    message: (p) =>
      `${textOf(p, 'unit')} có hai báo cáo khác nhau cho cùng một kỳ; số liệu của đơn vị chưa được đưa vào tổng hợp.`,
    mend: 'giữ lại báo cáo của lần gửi cuối cùng rồi tổng hợp lại.',
  },
  'consolidation.unexpected-unit': {
    message: (p) =>
      `${textOf(p, 'unit')} không thuộc diện phải báo cáo kỳ này; số liệu của đơn vị không được đưa vào tổng hợp.`,
    mend: 'kiểm tra danh sách đơn vị của kế hoạch; nếu đơn vị đã sáp nhập, số liệu do đơn vị nhận sáp nhập báo cáo.',
  },
  'consolidation.other-report': {
    message: (p) =>
      `Báo cáo của ${textOf(p, 'unit')} thuộc báo cáo hoặc kỳ khác (${textOf(p, 'obligation')}); số liệu không được đưa vào tổng hợp.`,
  },
  'consolidation.covered-twice': {
    message: (p) =>
      `Số liệu của ${textOf(p, 'unit')} có thể bị tính hai lần: ${textOf(p, 'heir')} đã báo cáo thay. Đề nghị kiểm tra lại.`,
  },
  'consolidation.differs': {
    message: (p) =>
      `${label(p)} phải thống nhất giữa các đơn vị, hiện ghi khác nhau: ${quoted(listOf(p, 'values'))}. Khác với đa số: ${unitsOf(p)}.`,
    mend: 'đề nghị các đơn vị kiểm tra lại trước khi phát hành.',
  },
  'consolidation.below-part-of-year': {
    message: (p) =>
      `${label(p)}: số liệu ${textOf(p, 'period')} nhỏ hơn số liệu ${textOf(p, 'partPeriod')} ở ${unitsOf(p)}. Đề nghị kiểm tra lại.`,
    why: 'Số phát sinh của cả kỳ đã gồm số phát sinh của thời gian nằm trong kỳ đó.',
  },
  'consolidation.grown-much': {
    message: (p) =>
      `${label(p)} tăng nhiều so với số liệu ${textOf(p, 'before')} ở ${unitsOf(p)}. Đề nghị kiểm tra lại.`,
  },
  'consolidation.outlier': {
    message: (p) =>
      `${label(p)}: số liệu của ${unitsOf(p)} cao hơn nhiều so với các đơn vị khác (phổ biến: ${amount(p, 'median')}). Đề nghị kiểm tra lại.`,
    mend: 'kiểm tra đơn vị tính và số chữ số 0.',
  },
  'consolidation.part-over-whole': {
    message: (p) =>
      `Tổng của ${label(p)} (${amount(p, 'part')}) lớn hơn tổng của “${textOf(p, 'wholeLabel')}” (${amount(p, 'whole')}). Đề nghị kiểm tra lại.`,
  },
  'consolidation.beyond-exact': {
    message: (p) => `Tổng của ${label(p)} quá lớn để tính đúng đến từng đơn vị nên không được ghi.`,
    mend: 'kiểm tra đơn vị tính và số chữ số 0 trong số liệu của các đơn vị.',
  },
  'consolidation.sum-differs': {
    message: (p) =>
      `Tổng của ${label(p)} (${amount(p, 'given')}) khác tổng các số thành phần (${amount(p, 'sum')}). Đề nghị kiểm tra lại.`,
  },
  'consolidation.coverage-changed': {
    message: (p) =>
      `Số liệu ${textOf(p, 'before')} tổng hợp từ ${textOf(p, 'beforeReceived')}/${textOf(p, 'beforeExpected')} đơn vị, kỳ này từ ${textOf(p, 'received')}/${textOf(p, 'expected')} đơn vị.`,
    why: 'Mức tăng, giảm có thể do số đơn vị có số liệu khác nhau.',
  },
} satisfies Rules;
