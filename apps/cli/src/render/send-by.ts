import { minuteOf, type Moment } from '@dondoc/core';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import type { SendBy } from '../text/parse.ts';

/** Refuses a date to send by that nobody could keep any more at the moment as on which the paper is made. */
export function sendByPast(sendBy: SendBy | undefined, now: Moment): readonly LocatedFinding[] {
  if (sendBy === undefined) return [];
  const { day, time } = sendBy;
  const past = day < now.day || (day === now.day && time !== undefined && minuteOf(time) <= now.minute);
  return past ? [fileFinding('render.send-by-past', 'dondoc', { day, today: now.day })] : [];
}
