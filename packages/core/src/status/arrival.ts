import { parseDate, timeOf } from '../calendar/parse.ts';
import type { Due } from '../due/types.ts';
import { error, type Finding, type FindingParams } from '../text/finding.ts';
import { formatTime } from '../text/format.ts';
import type { Moment } from './types.ts';

const ARRIVAL = /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/;

const refuse = (rule: string, params: FindingParams): readonly Finding[] => [error(rule, ['receivedOn'], params)];

const isTimed = (receivedOn: string) => receivedOn.length > 10;

/**
 * Finds whether a declared arrival lacks its minute: against a date with an hour ('trước 16 giờ 00 ngày …') a day alone
 * would be read as its end, and what came in time would be called late.
 */
export const arrivalWithoutTime = (receivedOn: string, due: Due): readonly Finding[] =>
  due.kind === 'dated' && due.time !== undefined && !isTimed(receivedOn)
    ? refuse('act.time-needed', { time: formatTime(due.time) })
    : [];

/** Finds why a declared arrival (`2020-06-03`, `2020-05-15T15:20`) cannot be taken at a moment of Vietnam's clock. */
export const arrivalFindings = (
  receivedOn: string,
  { due, now }: { readonly due: Due; readonly now: Moment },
): readonly Finding[] => {
  const day = ARRIVAL.exec(receivedOn)?.[1];
  if (day === undefined || parseDate(day) !== day) return refuse('date.not-an-arrival', { received: receivedOn });
  const limit = isTimed(receivedOn) ? `${now.day}T${timeOf(now.minute)}` : now.day;
  return receivedOn > limit ? refuse('act.received-in-future', { day }) : arrivalWithoutTime(receivedOn, due);
};
