import {
  channelWords,
  formatDate,
  formatTime,
  lateWords,
  timelinessWords,
  type Due,
  type Facts,
  type FollowUpRow,
} from '@dondoc/core';
import { capitalised } from './words.ts';

/** A row of the follow-up book with the desk's own note. */
export interface FollowUpEntry extends FollowUpRow {
  readonly note?: string | undefined;
}

const REMINDERS: Readonly<Record<string, string>> = { ...channelWords, letter: 'công văn', phone: 'điện thoại' };
const RESULTS: Readonly<Record<Facts['filing'], string>> = {
  none: '',
  submitted: 'Chờ kiểm tra',
  returned: 'Đề nghị bổ sung',
  resubmitted: 'Gửi lại, chờ kiểm tra',
  confirmed: 'Đã xác nhận',
};
const UNDATED: Readonly<Record<Extract<Due, { kind: 'undated' }>['why'], string>> = {
  none: 'Chưa ấn định',
  'on-occurrence': 'Khi phát sinh',
  'all-year': 'Thường xuyên',
  'awaiting-event': 'Chưa ấn định',
};

/** Writes the date the plan names, and the one in force where that is another. */
export const dueText = ({ obligation: { due }, facts, effectiveDue }: FollowUpEntry): string => {
  const named =
    due.kind === 'undated'
      ? UNDATED[due.why]
      : `${due.reading === 'before' ? 'Trước' : 'Đến'} ${due.time === undefined ? '' : `${formatTime(due.time)} `}${due.reading === 'by' && due.time === undefined ? 'hết ' : ''}ngày ${formatDate(due.date)}`;
  return effectiveDue === undefined
    ? named
    : `${named}\n${facts.extendedTo === undefined ? 'Ấn định' : 'Gia hạn'}: ${effectiveDue}`;
};

/** Writes when and how the report came, by the arrival that it is judged by. */
export const arrivalText = ({ arrival, how }: FollowUpEntry): string => {
  if (arrival === undefined) return '';
  const way = how === undefined ? '' : `, ${how === 'page' ? 'gửi số liệu' : channelWords[how]}`;
  return `${formatDate(arrival.day)}${way}`;
};

/** Writes 'Đúng hạn', 'Chậm 02 ngày' or why nothing has come. */
export const timelinessText = ({ status: { timeliness, relief, overdueBy, flags } }: FollowUpEntry): string => {
  const judged = timelinessWords(timeliness);
  if (judged !== undefined) return capitalised(judged);
  if (relief === 'waived') return 'Được miễn';
  if (relief === 'not-applicable') return 'Không áp dụng';
  if (timeliness.is !== 'pending') return '';
  const waits = flags.awaitingSignedCopy ? 'Chờ bản ký' : 'Chưa gửi';
  return overdueBy === undefined ? waits : `${waits}, quá hạn ${lateWords(overdueBy)}`;
};

/** Writes every reminder on a line: day, kind, way, by whom. */
export const remindersText = ({ facts }: FollowUpEntry, person: (id: string) => string): string =>
  facts.reminders
    .map(
      ({ on, kind, channel, by }) =>
        `${formatDate(on)}: ${kind === 'remind' ? 'nhắc' : 'đôn đốc'}, ${REMINDERS[channel] ?? channel}, ${person(by)}`,
    )
    .join('\n');

/** Writes number and date of the signed document. */
export const signedText = ({ facts: { signedDocument } }: FollowUpEntry): string =>
  [signedDocument?.number, signedDocument?.date === undefined ? undefined : formatDate(signedDocument.date)]
    .filter((part) => part !== undefined)
    .join('\n');

/** Writes what the desk has found. */
export const resultText = ({ facts }: FollowUpEntry): string =>
  facts.kind === 'nothing-to-report' && facts.filing !== 'none'
    ? `Không phát sinh. ${RESULTS[facts.filing]}`
    : RESULTS[facts.filing];
