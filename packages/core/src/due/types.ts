/** A due rule read for one period: what the rule names, and the last moment that is on time. */
export type Due =
  | {
      readonly kind: 'dated';
      /** The day the words name, after `next-working-day` where the office chose that. ISO. */
      readonly date: string;
      /** Hour and minute where the duty states one, `HH:MM`. */
      readonly time?: string;
      readonly reading: 'before' | 'by';
      /** Last on-time day, inclusive. ISO. */
      readonly lastDay: string;
      /** Last on-time minute of that day, inclusive: 1439 where no hour is stated. */
      readonly lastMinute: number;
      /** Last working day on or before `lastDay`: the day to remind for. ISO. */
      readonly lastWorkingDay: string;
      /** The day the plan names, where `next-working-day` moved it. ISO. */
      readonly movedFrom?: string;
      readonly words?: string;
    }
  | {
      readonly kind: 'undated';
      readonly why: 'none' | 'on-occurrence' | 'all-year' | 'awaiting-event';
      readonly words?: string;
    };

export type PeriodKind =
  | 'month'
  | 'quarter'
  | 'half-year-1'
  | 'half-year-2'
  | 'nine-months'
  | 'year'
  | 'school-year'
  | 'school-term-1'
  | 'school-term-2'
  | 'event';

/** A reporting period. `firstDay` and `lastDay` are inclusive ISO days; an event's are the day it was asked. */
export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** As written on screen and paper: '6 tháng đầu năm 2020'. */
  readonly words: string;
}

/** Both days inclusive, ISO. */
export interface DataWindow {
  readonly from: string;
  readonly to: string;
  readonly source: 'stated' | 'decree-09-2019' | 'education' | 'calendar' | 'request';
}
