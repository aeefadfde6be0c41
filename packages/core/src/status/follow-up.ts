import type { WorkCalendar } from '../calendar/working.ts';
import { duePhrase } from '../due/phrase.ts';
import type { Obligation } from '../obligation/types.ts';
import { refusalOf } from './allowed.ts';
import { badge, type Badge } from './badge.ts';
import { decidingArrival } from './effective.ts';
import { none } from './facts.ts';
import { dayOfRung, defaultLadder, type Rung } from './ladder.ts';
import { isMissing } from './missing.ts';
import { status } from './status.ts';
import type { Arrival, Channel, Facts, Moment, Status } from './types.ts';

export interface FollowUpInput {
  readonly obligations: readonly Obligation[];
  /** Facts by obligation id; an obligation without any has no entry. */
  readonly facts: ReadonlyMap<string, Facts>;
  readonly now: Moment;
  readonly calendar: WorkCalendar;
  readonly dueSoonDays?: number;
  /** The name of a person by principal id. Default: the id. */
  readonly person?: (id: string) => string;
}

/** A row of the follow-up book (sổ theo dõi, đôn đốc thực hiện chế độ báo cáo). */
export interface FollowUpRow {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
  readonly badge: Badge;
  /** The date that the plan gives, as one phrase, and the one in force where that is another. */
  readonly due: string;
  readonly effectiveDue?: string;
  /** The arrival that timeliness is judged by; while a signed document is awaited, that of the data. */
  readonly arrival?: Arrival;
  /** How it came: on the page (or by API), or what an officer recorded. */
  readonly how?: 'page' | Channel;
  readonly reminders: number;
  readonly urgings: number;
  /** Day of the last reminder or urging. ISO. */
  readonly lastReminder?: string;
}

const optional = <K extends string, T>(key: K, value: T): { readonly [P in K]?: NonNullable<T> } =>
  // The computed key is K; TypeScript widens it to string.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: NonNullable<T> };

/** Writes the rows of the follow-up book, one an obligation, in the order given. */
export const followUpRows = (input: FollowUpInput): readonly FollowUpRow[] =>
  input.obligations.map((obligation) => {
    const { now, calendar, dueSoonDays = 7, person = (id) => id } = input;
    const facts = input.facts.get(obligation.id) ?? none;
    const state = status(obligation, facts, now, { calendar, dueSoonDays });
    const due = duePhrase(obligation.due);
    const inForce = state.effective === undefined ? due : duePhrase(state.effective.due);
    const how: 'page' | Channel | undefined = facts.filing === 'none' ? undefined : (facts.recorded?.channel ?? 'page');
    return {
      obligation,
      facts,
      status: state,
      badge: badge({ obligation, facts, status: state, now, person }),
      due,
      ...optional('effectiveDue', inForce === due ? undefined : inForce),
      ...optional('arrival', decidingArrival(obligation, facts) ?? facts.firstArrival),
      ...optional('how', how),
      reminders: facts.reminders.filter(({ kind }) => kind === 'remind').length,
      urgings: facts.reminders.filter(({ kind }) => kind === 'urge').length,
      ...optional('lastReminder', facts.reminders.at(-1)?.on),
    };
  });

/** An obligation whose report has not been received. */
export interface Unsent {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
}

/**
 * Lists whose reports are missing (by `isMissing`) against a date: not what is waived, not applicable or without a date,
 * nor what has an extension that still runs. `overdue` keeps only those whose date has passed: the list of a letter.
 */
export const unsent = (input: FollowUpInput & { readonly overdue?: boolean }): readonly Unsent[] =>
  input.obligations.flatMap((obligation) => {
    const { now, calendar, dueSoonDays = 7, overdue = false } = input;
    const facts = input.facts.get(obligation.id) ?? none;
    const state = status(obligation, facts, now, { calendar, dueSoonDays });
    if (state.effective === undefined || !isMissing({ facts, status: state })) return [];
    const isOver = state.phase === 'overdue';
    return isOver || (!overdue && state.relief !== 'extended') ? [{ obligation, facts, status: state }] : [];
  });

/** A step of the ladder that is due for one obligation and has not been taken. */
export interface DueReminder extends Unsent {
  readonly rung: Rung;
  /** The day (ISO) from which it was due. */
  readonly day: string;
}

const reached = (rung: Rung, day: string, now: Moment) =>
  day < now.day || (day === now.day && now.minute >= rung.minute);

/**
 * Lists who is to be reminded or urged at a moment: for every awaited report the last step of the ladder reached, unless
 * it has been taken (a reminder with its `rung` is in the facts). Asked again after an outage of days it gives each
 * report one step, and asked twice nothing new. Nobody is followed up who is not in `unsent` or of whom only the signed
 * document is awaited (the steps say that nothing was received), and nobody by a step that was reached before the report
 * could be sent.
 */
export const remindersDue = (input: FollowUpInput & { readonly ladder?: readonly Rung[] }): readonly DueReminder[] => {
  const { now, calendar, ladder = defaultLadder } = input;
  const steps = ladder.filter(({ audience }) => audience === 'not-sent');
  const days = new Map<string, readonly { readonly rung: Rung; readonly day: string }[]>();
  const stepsFor = (lastDay: string) => {
    const found =
      days.get(lastDay) ??
      steps
        .map((rung) => ({ rung, day: dayOfRung(rung, lastDay, calendar) }))
        .toSorted((a, b) => (a.day === b.day ? a.rung.minute - b.rung.minute : a.day < b.day ? -1 : 1));
    days.set(lastDay, found);
    return found;
  };
  return unsent(input).flatMap((item) => {
    const lastDay = item.status.effective?.lastDay;
    if (lastDay === undefined) return [];
    const step = stepsFor(lastDay).findLast(({ rung, day }) => reached(rung, day, now));
    const isAtDesk = refusalOf('remind', { ...item, now }) !== undefined;
    const isTaken = item.facts.reminders.some(({ rung }) => rung === step?.rung.id);
    return step === undefined || isAtDesk || isTaken || step.day < item.obligation.opensOn
      ? []
      : [{ ...item, ...step }];
  });
};
