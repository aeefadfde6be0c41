import { isIP } from 'node:net';
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

/** Reads a port: 0 to 65535. */
export function portNumber(input: string): number {
  if (!/^\d{1,5}$/.test(input) || Number(input) > 65_535)
    throw new SyntaxError(`“${input}” không phải là số cổng. Ghi một số từ 0 đến 65535.`);
  return Number(input);
}

/** Reads the address of one machine: IPv4 or IPv6. */
export function machineAddress(input: string): string {
  if (isIP(input) === 0)
    throw new SyntaxError(`“${input}” không phải là địa chỉ IP của một máy. Ghi dạng 192.168.1.10 hoặc fd00::10.`);
  return input;
}

/** Reads a whole number within bounds, both inclusive. */
export const wholeNumber =
  (least: number, most: number) =>
  (input: string): number => {
    const value = Number(input);
    if (!/^\d{1,9}$/.test(input) || value < least || value > most)
      throw new SyntaxError(`“${input}” không phải là số nguyên từ ${String(least)} đến ${String(most)}.`);
    return value;
  };

/** Reads where people reach a server: its origin, `https://…` or `http://…`. */
export function publicAddress(input: string): string {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.pathname !== '/')
    throw new SyntaxError(`“${input}” không phải là địa chỉ gốc. Ghi dạng https://dondoc.example.vn.`);
  return url.origin;
}

/** Reads when something arrived: a day, or a day with its time; gives `2020-06-03` or `2020-05-15T15:20`. */
export function arrival(input: string): string {
  const { day: iso, time } = sendBy(input);
  return time === undefined ? iso : `${iso}T${time}`;
}
