import type { FindingParams } from '../finding.ts';
import { formatTime, formatWeekday } from '../format.ts';
import { reportInSentence, reportTitle } from '../report-name.ts';
import { countOf, dayOf, textOf } from './params.ts';

const reportOf = (params: FindingParams) => ({ name: textOf(params, 'report'), kind: textOf(params, 'reportKind') });

const FREQUENCIES: Readonly<Record<string, string>> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year-1': '6 tháng đầu năm',
  'half-year-2': '6 tháng cuối năm',
  'half-years': '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
  'school-term-1': 'học kỳ I',
  'school-term-2': 'học kỳ II',
  'school-year': 'năm học',
};

/** Names a report at the beginning of a sentence, told from others of the same name: 'Báo cáo kết quả … (kỳ 6 tháng đầu năm)'. */
export const reportName = (params: FindingParams): string => {
  const frequency = FREQUENCIES[textOf(params, 'frequency')];
  return `${reportTitle(reportOf(params))}${frequency === undefined ? '' : ` (kỳ ${frequency})`}`;
};

const more = (params: FindingParams): string => {
  const others = params['more'];
  return typeof others === 'number' && others > 0 ? ` (và ${countOf(params, 'more')} kỳ khác)` : '';
};

/** Names a report for its period: 'báo cáo kết quả … 6 tháng đầu năm 2019'. */
export const dutyName = (params: FindingParams): string =>
  `${reportInSentence(reportOf(params))} ${textOf(params, 'period')}${more(params)}`;

/** The same at the beginning of a sentence. */
export const dutyTitle = (params: FindingParams): string =>
  `${reportTitle(reportOf(params))} ${textOf(params, 'period')}${more(params)}`;

/** Writes the due date of a finding as short as a finding needs it: 'trước ngày 05/6/2019'. */
export const dueWords = (params: FindingParams): string => {
  const before = textOf(params, 'reading') === 'before';
  const time = textOf(params, 'time');
  if (time !== '') return `${before ? 'trước' : 'đến'} ${formatTime(time)} ngày ${dayOf(params, 'due')}`;
  return before ? `trước ngày ${dayOf(params, 'due')}` : `chậm nhất hết ngày ${dayOf(params, 'lastDay')}`;
};

/** Says against which day of issue a date was held. */
export const issueDay = (params: FindingParams): string => {
  const day = dayOf(params, 'issuedOn');
  switch (textOf(params, 'issuedBy')) {
    case 'date':
      return `ngày ban hành kế hoạch (${day})`;
    case 'adoption':
      return `ngày áp dụng kế hoạch (${day})`;
    default:
      return `ngày ban hành kế hoạch (không thể trước ngày ${day}, ngày của văn bản mới nhất được viện dẫn)`;
  }
};

export const weekday = (params: FindingParams): string => formatWeekday(Number(params['weekday']));
