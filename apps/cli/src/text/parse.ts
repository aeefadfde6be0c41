import { parseDate, parseTime } from '@dondoc/core';

/** Reads a day typed on the command line: `2019-11-11`, `11/11/2019`, `11-11-2019`. */
export function day(input: string): string {
  const iso = parseDate(input);
  const [, dayOfMonth, month] = /^\s*(\d{1,2})[/-](\d{1,2})\s*$/.exec(input) ?? [];
  if (dayOfMonth !== undefined && month !== undefined)
    throw new SyntaxError(`“${input}” thiếu năm. Ghi đủ ngày, tháng, năm, ví dụ ${dayOfMonth}/${month}/2020.`);
  if (iso === undefined)
    throw new SyntaxError(`“${input}” không phải là một ngày có trong lịch. Ghi dạng 2019-11-11 hoặc 11/11/2019.`);
  return iso;
}

/** Reads a year. */
export function year(input: string): number {
  if (!/^20\d\d$|^2100$/.test(input)) throw new SyntaxError(`“${input}” không phải là một năm từ 2000 đến 2100.`);
  return Number(input);
}

/** Any text. */
export const word = (input: string): string => input.normalize('NFC');

/** A day, or an hour of it. */
export interface SendBy {
  /** ISO. */
  readonly day: string;
  /** `HH:MM`. */
  readonly time?: string;
}

/** Reads `2019-11-14`, `14/11/2019`, `14/11/2019 16:00` or `2019-11-14T16:00`. */
export function sendBy(input: string): SendBy {
  const [date = '', hour] = input.trim().split(/[T\s]+/, 2);
  const iso = parseDate(date);
  const time = hour === undefined ? undefined : parseTime(hour);
  if (iso === undefined || (hour !== undefined && time === undefined)) {
    throw new SyntaxError(
      `“${input}” không phải là ngày, giờ có trong lịch. Ghi dạng 14/11/2019 hoặc "14/11/2019 16:00".`,
    );
  }
  return time === undefined ? { day: iso } : { day: iso, time };
}
