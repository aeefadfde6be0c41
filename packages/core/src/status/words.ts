import { addDays, weekdayOf } from '../calendar/day.ts';
import { duePhrase } from '../due/phrase.ts';
import { formatDate, formatMinute, formatWeekday, proseCount } from '../text/format.ts';
import type { Arrival, Channel, Facts, Lateness, Timeliness } from './types.ts';

export const channelWords: Readonly<Record<Channel, string>> = {
  paper: 'bản giấy',
  system: 'hệ thống quản lý văn bản',
  email: 'thư điện tử',
  chat: 'Zalo',
};

/** Writes a day with its weekday: 'thứ Năm, 04/6/2020'. */
export const weekdayDate = (day: string): string => `${formatWeekday(weekdayOf(day))}, ${formatDate(day)}`;

/** Writes how much past a date: '02 ngày', on the day itself '20 phút' or '01 giờ 05 phút'. */
export const lateWords = ({ days, minutes }: Lateness): string => {
  if (minutes === undefined) return `${proseCount(days)} ngày`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${proseCount(minutes)} phút`;
  return rest === 0 ? `${proseCount(hours)} giờ` : `${proseCount(hours)} giờ ${proseCount(rest)} phút`;
};

/** Writes how much past a date, with the working days among them: '02 ngày (01 ngày làm việc)'. */
export const overdueWords = (lateness: Lateness): string =>
  lateness.minutes === undefined
    ? `${lateWords(lateness)} (${proseCount(lateness.workingDays)} ngày làm việc)`
    : lateWords(lateness);

/** Writes 'đúng hạn' or 'chậm 02 ngày'; undefined where nothing is judged. */
export const timelinessWords = (timeliness: Timeliness): string | undefined => {
  if (timeliness.is === 'on-time') return 'đúng hạn';
  return timeliness.is === 'late' ? `chậm ${lateWords(timeliness)}` : undefined;
};

/** Writes a moment: '15 giờ 20 ngày 03/6/2020', or the day alone where the minute is not known. */
export const momentWords = ({ day, minute, dayOnly }: Arrival): string =>
  `${dayOnly === true ? '' : `${formatMinute(minute)} `}ngày ${formatDate(day)}`;

/** Writes when something arrived: 'lúc 15 giờ 20 ngày 03/6/2020', or the day alone where the minute is not known. */
export const arrivalWords = (arrival: Arrival): string =>
  `${arrival.dayOnly === true ? '' : 'lúc '}${momentWords(arrival)}`;

/**
 * Writes the date for sending again, of which the last day is inclusive: 'trước 16 giờ 00 ngày 10/6/2020', 'trước ngày
 * 11/6/2020 (chậm nhất hết ngày 10/6/2020)'.
 */
export const resubmissionPhrase = ({
  due,
  dueTime,
}: Pick<NonNullable<Facts['returned']>, 'due' | 'dueTime'>): string | undefined => {
  if (due === undefined) return undefined;
  const day = { kind: 'dated', lastDay: due, lastMinute: 1439, lastWorkingDay: due, reading: 'before' } as const;
  return duePhrase(dueTime === undefined ? { ...day, date: addDays(due, 1) } : { ...day, date: due, time: dueTime });
};
