import type { FindingParams } from '../finding.ts';
import { textOf } from './params.ts';
import type { Rules } from './types.ts';

/** What was written, without the quotation marks that a finding carries it in. */
const written = (params: FindingParams): string => textOf(params, 'received').replaceAll(/^[“"]|[”"]$/gu, '');

// Looks like a day, so what is to be said is that there is none such; anything else was not meant as a day at all.
const DAY_LIKE = /^\d{1,4}\s*[/\u2044\u2215.-]\s*\d{1,2}(?:\s*[/\u2044\u2215.-]\s*\d{1,4})?$/u;

const asked = (what: string) => (params: FindingParams) => {
  const words = written(params);
  return words === '' ? `Cần ghi ${what}.` : `Cần ghi ${what}, hiện ghi “${words}”.`;
};

const dayOr = (what: string) => (params: FindingParams) =>
  DAY_LIKE.test(written(params)) ? `Ngày ${written(params)} không có trong lịch.` : asked(what)(params);

/** Rules of days and times as people write them. */
export const datesRules = {
  'date.not-a-date': {
    message: dayOr('ngày, tháng, năm'),
    mend: 'ghi đủ ngày, tháng, năm có trong lịch, ví dụ 05/6/2020.',
  },
  'date.year-out-of-range': {
    message: (p) => `Năm ${textOf(p, 'year')} không nằm trong các năm lập được kế hoạch.`,
    mend: 'ghi lại ngày với năm từ 2000 đến 2100.',
  },
  'date.not-a-month-day': {
    message: dayOr('ngày và tháng'),
    mend: 'ghi ngày trước, tháng sau, ví dụ 05/6; nếu thời hạn thuộc một năm nhất định, ghi thêm năm.',
  },
  'date.not-a-time': {
    message: asked('giờ và phút'),
    mend: 'ghi giờ từ 00:00 đến 23:59, ví dụ 16:00 hoặc 16 giờ 00; để tính hết ngày, không ghi giờ.',
  },
  'date.not-an-arrival': {
    message: asked('ngày nhận báo cáo'),
    mend: 'ghi dạng 2020-06-03, hoặc 2020-05-15T15:20 khi thời hạn có giờ.',
  },
} satisfies Rules;
