import { timeOf, vietnamMoment, type Channel } from '@dondoc/core';
import type { ObligationRow } from '../service/shapes.ts';
import { arrival, word } from '../text/parse.ts';

export const channels = ['paper', 'system', 'email', 'chat'] as const satisfies readonly Channel[];

/** When and how a report came another way. */
export interface ArrivalFlags {
  readonly received?: string;
  readonly channel?: Channel;
}

export const arrivalFlags = {
  received: {
    kind: 'parsed',
    parse: arrival,
    optional: true,
    placeholder: 'DATE',
    brief: 'Ngày nhận, kèm giờ nếu thời hạn có giờ: 03/6/2020 hoặc "15/5/2020 15:20"; mặc định: bây giờ',
  },
  channel: {
    kind: 'enum',
    values: channels,
    optional: true,
    brief: 'Nhận qua: paper bản giấy, system hệ thống quản lý văn bản, email, chat (Zalo)',
  },
} as const;

export const noteFlag = {
  kind: 'parsed',
  parse: word,
  optional: true,
  placeholder: 'TEXT',
  brief: 'Ghi chú, được lưu trong nhật ký xử lý',
} as const;

/** The moment that a report arrived, where it was not said: the office's now, with the hour where the date has one. */
export function arrivalOr(now: number, { received }: ArrivalFlags, { due }: Pick<ObligationRow, 'due'>): string {
  if (received !== undefined) return received;
  const { day, minute } = vietnamMoment(now);
  return due.time === undefined ? day : `${day}T${timeOf(minute)}`;
}

/** The head of a submission for one row: what it is for. */
export const submissionFor = ({ plan, planVersion, report, period, unit }: ObligationRow) => ({
  format: 'dondoc.submission/1' as const,
  plan,
  planVersion,
  report: report.id,
  period: period.id,
  unit: unit.id,
});
