import { readMonthDay } from '../calendar/parse.ts';
import type { DueRule } from '../due/schema.ts';
import { formatDate } from '../text/format.ts';

const quarters = { 1: 'Quý I', 2: 'Quý II', 3: 'Quý III', 4: 'Quý IV' } as const;
const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * Writes when a task is due, as a plan prints it after 'Thời gian thực hiện:': the plan's own words where it has them.
 * `year` is the plan's. Undefined where the rule names no time.
 */
export const scheduleWords = (rule: DueRule, year: number): string | undefined => {
  if (rule.words !== undefined) return rule.words;
  switch (rule.rule) {
    case 'within-quarter':
      return `${quarters[rule.quarter]} năm ${rule.year ?? year}`;
    case 'date': {
      const hour = rule.time === undefined ? '' : `${rule.time.replace(':', ' giờ ')} `;
      return `${rule.reading === 'by' && hour === '' ? 'đến hết' : 'trước'} ${hour}ngày ${formatDate(wholeDay(rule.on, year + rule.yearOffset))}`;
    }
    case 'day-of-month':
      return `${rule.reading === 'by' ? 'đến hết' : 'trước'} ngày ${pad(rule.day)} của tháng`;
    case 'last-working-day':
      return 'ngày làm việc cuối cùng của tháng';
    case 'working-days-after':
      return `trong ${pad(rule.days)} ngày làm việc`;
    case 'on-occurrence':
      return 'khi phát sinh';
    case 'all-year':
      return `thường xuyên trong năm ${year}`;
    case 'none':
      return undefined;
  }
};

const wholeDay = (on: string, year: number): string => {
  if (/^\d{4}-/.test(on)) return on;
  const { day, month } = readMonthDay(on);
  return `${year}-${pad(month)}-${pad(day)}`;
};
