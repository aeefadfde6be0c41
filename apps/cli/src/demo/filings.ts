import { readArrival, vietnamInstant, type Submission } from '@dondoc/core';
import { filerOf, type Desk } from './people.ts';
import type { Happening } from './replay.ts';
import { between } from './seed.ts';

const BEGIN = 8 * 60;
const END = 16 * 60 + 40;
/** When the desk writes down what came another way: after the day's post. */
const EVENING = 16 * 60 + 45;

export const periodPath = ({ plan, report, period }: Pick<Submission, 'plan' | 'report' | 'period'>): string =>
  `/v1/plans/${plan}/reports/${report}/periods/${period}`;

const actsPath = (one: Submission): string => `${periodPath(one)}/submissions/${one.unit}/acts`;

/** The minute of its day at which a school sends: always the same, mostly in the afternoon. */
const minuteOf = ({ unit, period }: Submission): number => {
  const [a, b] = [between(`${unit}/${period}/at`, BEGIN, END), between(`${unit}/${period}/at2`, BEGIN, END)];
  // Not at noon.
  const minute = Math.max(a, b);
  return minute > 11 * 60 + 30 && minute < 13 * 60 ? minute - 100 : minute;
};

/** What a school itself sends: how it arrived is for the app to say. */
const own = (one: Submission) => ({ ...one, receivedOn: undefined, channel: undefined, note: undefined });

/** Somebody at the school sends the report through the system, on the day that the story says. */
export function sends(
  one: Submission,
  { minute = minuteOf(one), content = one }: { minute?: number; content?: Submission } = {},
): Happening {
  const { day } = readArrival(one.receivedOn ?? '');
  return {
    at: vietnamInstant(day, minute),
    as: filerOf(one.unit),
    run: (ask) => ask('POST', actsPath(one), { act: 'submit', submission: own(content) }),
  };
}

/** The desk writes down a report that came by post, e-mail or chat. */
export function recorded(one: Submission, { clerk }: Desk): Happening {
  const { receivedOn = '', channel = 'paper', note } = one;
  const { day } = readArrival(receivedOn);
  const json = { act: 'record', submission: one, receivedOn, channel, ...(note === undefined ? {} : { note }) };
  return {
    at: vietnamInstant(day, EVENING + between(`${one.unit}/${one.period}/recorded`, 0, 10)),
    as: clerk,
    run: (ask) => ask('POST', actsPath(one), json),
  };
}

/** A report arrives the way the story says. */
export const arrives = (one: Submission, desk: Desk): Happening =>
  one.channel === 'system' ? sends(one) : recorded(one, desk);

/** Does another act on one report. */
export const acts = (
  one: Submission,
  { at, as, ...act }: Pick<Happening, 'at' | 'as'> & { readonly act: string; readonly [detail: string]: unknown },
): Happening => ({ at, as, run: (ask) => ask('POST', actsPath(one), act) });
