import {
  channelWords,
  formatDate,
  formatTime,
  lateWords,
  timelinessWords,
  type Due,
  type Facts,
  type Obligation,
  type Status,
} from '@dondoc/core';
import { capitalised } from './words.ts';

/** One obligation with what happened to it. */
export interface FollowUpEntry {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
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

/** Writes the date the plan names, and the extension. */
export const dueText = ({ obligation: { due }, facts }: FollowUpEntry): string => {
  const named =
    due.kind === 'undated'
      ? UNDATED[due.why]
      : `${due.reading === 'before' ? 'Trước' : 'Đến'} ${due.time === undefined ? '' : `${formatTime(due.time)} `}${due.reading === 'by' && due.time === undefined ? 'hết ' : ''}ngày ${formatDate(due.date)}`;
  return [
    named,
    ...(facts.extendedTo === undefined ? [] : [`Gia hạn: đến hết ngày ${formatDate(facts.extendedTo)}`]),
  ].join('\n');
};

/** Writes when and how the report came. */
export const arrivalText = ({ facts }: FollowUpEntry): string => {
  if (facts.firstArrival === undefined) return '';
  const way = facts.recorded === undefined ? 'gửi số liệu' : channelWords[facts.recorded.channel];
  return `${formatDate(facts.firstArrival.day)}, ${way}`;
};

/** Writes 'Đúng hạn', 'Chậm 02 ngày' or why nothing has come. */
export const timelinessText = ({ status: { timeliness, relief, overdueBy } }: FollowUpEntry): string => {
  const judged = timelinessWords(timeliness);
  if (judged !== undefined) return capitalised(judged);
  if (relief === 'waived') return 'Được miễn';
  if (relief === 'not-applicable') return 'Không áp dụng';
  if (timeliness.is !== 'pending') return '';
  return overdueBy === undefined ? 'Chưa gửi' : `Chưa gửi, quá hạn ${lateWords(overdueBy)}`;
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
