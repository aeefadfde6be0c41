import { cite, periodInSentence, reportInSentence, type NamedReport, type Period, type Plan } from '@dondoc/core';
import { blank, numberText } from '../blocks/letterhead.ts';

/** Lower-cases the first letter, for a title inside a sentence; 'UBND …' stays. */
export const inSentence = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** A section's title without the remark in brackets at its end: 'Kinh phí thực hiện (nếu có)'. */
export const bareTitle = (title: string): string => title.replace(/\s*\([^)]*\)$/u, '');

/** A section's number under its own part: 'II.8a' → 'a)', 'II.3' → '3.', 'IV' → 'IV.'. */
export const numberWithin = ({ number, depth }: { readonly number: string; readonly depth: number }): string => {
  const own = number.split('.').at(-1) ?? number;
  return depth === 3 ? `${/[a-zđ]+$/u.exec(own)?.[0] ?? own})` : `${own}.`;
};

/**
 * Cites the office's own plan: 'Kế hoạch số 15/KH-PGDĐT ngày 05/9/2019 của … về hoạt động …', with room to write where
 * number and date are still blank.
 */
export const citePlan = (plan: Plan, issuer: string): string => {
  const subject = `về ${inSentence(plan.title.join(' '))}`;
  const code = `${plan.number === undefined ? blank(5) : numberText(plan.number)}/${plan.symbol}`;
  if (plan.date !== undefined) return cite({ id: plan.id, type: 'Kế hoạch', code, date: plan.date, issuer, subject });
  return `Kế hoạch số ${code} ngày${blank(4)}/${blank(4)}/${plan.year} của ${issuer} ${subject}`;
};

/** Cites the plans of the levels above that a plan carries out. */
export const citeUpperPlans = (plan: Plan): readonly string[] =>
  plan.implements.flatMap((id) => {
    const found = plan.documents.find((one) => one.id === id);
    return found === undefined ? [] : [cite(found)];
  });

/** Whose activity a plan is about, as its title says: 'của ngành Giáo dục và Đào tạo huyện Thủ Thừa'. */
export const scopeOf = (plan: Plan): string | undefined =>
  /(?:^|\s)(của\s.+?)(?:\s+năm(?: học)?\s+\d{4}.*)?$/u
    .exec(plan.title.join(' '))?.[1]
    ?.replace(/^của Ngành /u, 'của ngành ');

/** What a plan is about, without whose and when: 'Hoạt động thông tin đối ngoại'. */
export const topicOf = (plan: Plan): string =>
  plan.title
    .join(' ')
    .replace(/\s+(?:của\s.+|năm(?: học)?\s+\d{4}.*)$/u, '')
    .replace(/^Kế hoạch\s+(\p{L})/u, (_, first: string) => first.toLocaleUpperCase('vi'));

/** 'báo cáo kết quả hoạt động … 6 tháng đầu năm 2020' */
export const reportOfPeriod = (report: NamedReport, period: Period): string => {
  const name = reportInSentence(report);
  const words = periodInSentence(period);
  return name.includes(words) ? name : `${name} ${words}`;
};

/** Writes names in a sentence: 'Sở GD&ĐT, UBND huyện'. */
export const listed = (names: readonly string[]): string => names.join(', ');
