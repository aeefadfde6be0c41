import { addDays } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working.ts';

/** One step of following up on a report, counted from its last on-time day. */
export interface Rung {
  readonly id: string;
  /**
   * `days`: calendar days, 0 or negative; where that day is off, the working day before it (a reminder that comes on a
   * day off is not read, one that comes after it may be late). `workingDays`: working days after the last on-time day.
   */
  readonly offset: { readonly days: number } | { readonly workingDays: number };
  /** From this minute of the day on. */
  readonly minute: number;
  readonly kind: 'request' | 'remind' | 'urge';
  /** `letter` and `draft-letter` are the leader's to sign, `call` is made by a person and recorded. */
  readonly means: 'letter' | 'message' | 'call' | 'draft-letter';
  readonly to: readonly ('filer' | 'unit-head' | 'desk' | 'leader')[];
  readonly audience: 'all' | 'not-sent';
  /** What the step is called: the subject of its message. */
  readonly words: string;
}

const morning = 8 * 60;

/** The steps that hold where an office sets none of its own. Before the date one reminds, after it one urges. */
export const defaultLadder: readonly Rung[] = [
  {
    id: 'request',
    offset: { days: -20 },
    minute: morning,
    kind: 'request',
    means: 'letter',
    to: ['unit-head'],
    audience: 'all',
    words: 'Công văn đề nghị báo cáo',
  },
  {
    id: 'remind',
    offset: { days: -7 },
    minute: morning,
    kind: 'remind',
    means: 'message',
    to: ['filer'],
    audience: 'not-sent',
    words: 'Nhắc gửi báo cáo',
  },
  {
    id: 'last-day',
    offset: { days: 0 },
    minute: morning,
    kind: 'remind',
    means: 'message',
    to: ['filer', 'unit-head'],
    audience: 'not-sent',
    words: 'Hôm nay là ngày cuối',
  },
  {
    id: 'urge',
    offset: { workingDays: 1 },
    minute: morning,
    kind: 'urge',
    means: 'message',
    to: ['filer'],
    audience: 'not-sent',
    words: 'Chưa nhận được báo cáo',
  },
  {
    id: 'call',
    offset: { workingDays: 3 },
    minute: morning,
    kind: 'urge',
    means: 'call',
    to: ['desk'],
    audience: 'not-sent',
    words: 'Gọi điện cho Thủ trưởng đơn vị',
  },
  {
    id: 'urge-letter',
    offset: { workingDays: 5 },
    minute: morning,
    kind: 'urge',
    means: 'draft-letter',
    to: ['leader'],
    audience: 'not-sent',
    words: 'Dự thảo công văn đôn đốc',
  },
];

/** Gives the day (ISO) of a step for a last on-time day. */
export const dayOfRung = ({ offset }: Pick<Rung, 'offset'>, lastDay: string, calendar: WorkCalendar): string =>
  'days' in offset
    ? calendar.lastWorkingDayUpTo(addDays(lastDay, offset.days))
    : calendar.addWorkingDays(lastDay, offset.workingDays);
