import { parseDate } from '@dondoc/core';

/** Reads a day typed on the command line: `2019-11-11`, `11/11/2019`, `11-11-2019`. */
export function day(input: string): string {
  const iso = parseDate(input);
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
