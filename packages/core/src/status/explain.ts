import type { WorkCalendar } from '../calendar/working.ts';
import { duePhrase, windowPhrase } from '../due/phrase.ts';
import type { DueRule } from '../due/schema.ts';
import { windowSource } from '../due/window.ts';
import type { DataWindow, Due } from '../due/types.ts';
import type { EntryContent } from '../ledger/types.ts';
import type { Obligation } from '../obligation/types.ts';
import { formatDate, formatMinute, proseCount } from '../text/format.ts';
import { asSentence } from '../text/sentence.ts';
import type { ObligationEntry, ObligationKind } from './entries.ts';
import { applyEntry, clockMoment, none, readArrival } from './facts.ts';
import { status } from './status.ts';
import type { Arrival, Facts, Moment, Status } from './types.ts';
import { arrivalWords, channelWords, momentWords, overdueWords, timelinessWords, weekdayDate } from './words.ts';

/** An entry that decides the state: both its times, and who declared it. */
export interface DecidingEntry {
  readonly version: number;
  readonly kind: ObligationKind;
  /** The clock's instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The arrival that was declared, where one was. */
  readonly receivedOn?: string;
  readonly actor: string;
  readonly words: string;
}

export interface Explanation {
  readonly obligation: string;
  readonly status: Status;
  readonly rule: {
    readonly rule: DueRule['rule'];
    readonly reading?: 'before' | 'by';
    /** As the plan words it. */
    readonly words?: string;
    /** Law that the reading of the date and the data window rest on. */
    readonly sources: readonly string[];
  };
  readonly dates: {
    readonly issuedOn: string;
    readonly opensOn: string;
    readonly window: DataWindow;
    /** The date that the plan gives, and the one in force where that is another. */
    readonly due: Due;
    readonly effective?: Due;
    /** What timeliness is judged by. */
    readonly basis: 'data' | 'signed-document';
  };
  readonly entries: readonly DecidingEntry[];
  /** The same as Vietnamese sentences, in order. */
  readonly lines: readonly string[];
}

export interface ExplainInput {
  readonly obligation: Obligation;
  /** The obligation's stream in order of version; data that were erased are null. */
  readonly entries: readonly (ObligationEntry | EntryContent<ObligationKind, null>)[];
  readonly now: Moment;
  readonly calendar: WorkCalendar;
  readonly dueSoonDays?: number;
  /** The name of a person by principal id. Default: the id. */
  readonly person?: (id: string) => string;
}

const civilCode = (clause: string) => `Bộ luật Dân sự 2015, ${clause}`;

/** What the law says of a date and of the data up to it; nothing where no date is judged. */
const sourcesOf = ({ report, due, window, period }: Obligation): readonly string[] => {
  if (due.kind === 'undated') return [];
  const ofWindow = windowSource(window, period.kind);
  const counted = report.due.rule === 'working-days-after' ? [civilCode('Điều 147 khoản 2')] : [];
  const moved = due.movedFrom === undefined ? [] : [civilCode('Điều 148 khoản 5')];
  // A term may be set in hours and minutes; without any its last day lasts until 24:00.
  const end = due.time === undefined ? [civilCode('Điều 148 khoản 6')] : [civilCode('Điều 144 khoản 2')];
  return [...counted, ...moved, ...end, ...(ofWindow === undefined ? [] : [ofWindow])];
};

const ruleLines = (obligation: Obligation, calendar: WorkCalendar): readonly string[] => {
  const { due, report } = obligation;
  const lines = due.words === undefined ? [] : [`Kế hoạch ghi: “${due.words}”.`];
  if (due.kind === 'undated') return [...lines, `Thời hạn: ${duePhrase(due)}. Không tính chậm, không tự động đôn đốc.`];
  lines.push(`Thời hạn: ${duePhrase(due)}.`);
  if (report.due.rule === 'working-days-after') {
    lines.push(`Tính ${proseCount(report.due.days)} ngày làm việc sau ngày xảy ra sự kiện, không tính ngày đầu tiên.`);
  }
  if (due.reading === 'before') {
    lines.push(
      due.time === undefined
        ? `“Trước ngày” không tính ngày được nêu; ngày cuối trong hạn là ${weekdayDate(due.lastDay)}, đến 24 giờ 00.`
        : `“Trước giờ” không tính giờ được nêu; thời điểm cuối trong hạn là ${formatMinute(due.lastMinute)} ngày ${formatDate(due.lastDay)}.`,
    );
  }
  if (due.movedFrom !== undefined) {
    lines.push(
      `Ngày nêu ban đầu là ${formatDate(due.movedFrom)}; gặp ngày nghỉ nên thời hạn chuyển sang ngày làm việc tiếp theo.`,
    );
  } else if (due.lastWorkingDay !== due.lastDay) {
    const reason = calendar.restReason(due.lastDay) ?? 'ngày nghỉ';
    lines.push(
      `Ngày ${formatDate(due.lastDay)} là ngày nghỉ (${reason}); thời hạn giữ theo kế hoạch, ngày làm việc cuối trong hạn là ${weekdayDate(due.lastWorkingDay)}.`,
    );
  }
  return lines;
};

/** What an entry did to the state; undefined for one that does not decide it. */
const entryWords = (
  entry: ObligationEntry | EntryContent<ObligationKind, null>,
  person: (id: string) => string,
): string | undefined => {
  const clock = clockMoment(entry.at);
  const arrival: Arrival = entry.receivedOn === undefined ? clock : readArrival(entry.receivedOn);
  const noted = `do ${person(entry.actor)} ghi nhận ${arrivalWords(clock)}`;
  const late = arrival.day < clock.day ? ' Việc ghi nhận được thực hiện sau ngày nhận.' : '';
  if (entry.data === null) return `Nội dung của lần xử lý ${entry.version} đã được xóa theo yêu cầu; ${noted}.`;
  switch (entry.kind) {
    case 'submit':
      return entry.receivedOn === undefined
        ? `Đơn vị gửi ${arrivalWords(clock)}.`
        : `Báo cáo nhận ${arrivalWords(arrival)}; ${noted}.${late}`;
    case 'record':
      return `Báo cáo nhận qua ${channelWords[entry.data.channel]} ${arrivalWords(arrival)}; ${noted}.${late}`;
    case 'attach-signed-copy':
      return `Bản có chữ ký nhận ${arrivalWords(arrival)}; ${noted}.${late}`;
    case 'answer':
      if (entry.receivedOn !== undefined) {
        const what = entry.data.corrects === 'signed-document' ? 'Thời điểm nhận bản có chữ ký' : 'Thời điểm nhận';
        return `${what} được điều chỉnh thành ${momentWords(arrival)} theo ý kiến của đơn vị; ${noted}. ${asSentence(entry.data.note)}`;
      }
      return `Ý kiến của đơn vị về ngày nhận đã được trả lời, ${noted}. ${asSentence(entry.data.note)}`;
    case 'contest':
      return `Đơn vị có ý kiến về ngày nhận ${arrivalWords(clock)}: ${asSentence(entry.data.reason)}`;
    case 'extend':
      return `Gia hạn đến hết ngày ${formatDate(entry.data.to)}, ${noted}. Lý do: ${asSentence(entry.data.reason)}`;
    case 'set-date':
      return `Thời hạn được ấn định đến hết ngày ${formatDate(entry.data.to)}, ${noted}. Lý do: ${asSentence(entry.data.reason)}`;
    case 'waive':
      return `Được miễn báo cáo kỳ này, ${noted}. Lý do: ${asSentence(entry.data.reason)}`;
    case 'unwaive':
      return `Việc miễn báo cáo kỳ này được hủy, ${noted}. Lý do: ${asSentence(entry.data.reason)}`;
    case 'withdraw':
      return `Đơn vị rút lại để sửa ${arrivalWords(clock)}; ngày gửi lần đầu được giữ để tính thời hạn.`;
    case 'return':
      return `Báo cáo được đề nghị bổ sung, chỉnh sửa, ${noted}; ngày gửi lần đầu được giữ để tính thời hạn.`;
    case 'revise':
      return `Đơn vị gửi bản điều chỉnh ${arrivalWords(clock)}; ngày gửi lần đầu được giữ để tính thời hạn.`;
    case 'confirm':
      return `Báo cáo được xác nhận, ${noted}.`;
    default:
      // Reminders, requests for more time and use in a consolidation do not decide the state.
      return undefined;
  }
};

const notApplicableLine = ({ period, askedOn, issuedOn }: Obligation): string =>
  period.kind === 'event'
    ? `Báo cáo được yêu cầu ngày ${formatDate(askedOn)}, sau ngày cuối trong hạn; kỳ này không áp dụng.`
    : `Ngày tính hiệu lực của kế hoạch là ${formatDate(issuedOn)}, sau ngày cuối trong hạn; kỳ này không áp dụng.`;

const resultLine = (state: Status, facts: Facts): string => {
  const judged = timelinessWords(state.timeliness);
  if (state.relief === 'waived') return 'Kết quả: được miễn, không tính vào số phải gửi.';
  if (state.relief === 'not-applicable') return 'Kết quả: không áp dụng, không tính vào số phải gửi.';
  if (state.timeliness.is === 'late') return `Kết quả: chậm ${overdueWords(state.timeliness)}.`;
  if (judged !== undefined) return `Kết quả: ${judged}.`;
  if (state.timeliness.is === 'not-judged') return 'Kết quả: đã nhận, không tính đúng hạn hay chậm.';
  const awaited = facts.awaitingSignedCopy ? 'đã có số liệu, chưa có bản có chữ ký' : 'chưa nhận được báo cáo';
  return state.overdueBy === undefined
    ? `Kết quả: ${awaited}.`
    : `Kết quả: ${awaited}, quá hạn ${overdueWords(state.overdueBy)}.`;
};

/**
 * Explains why an obligation is in its state: the rule and its words, what it rests on, the dates, the entries that
 * decide (with both their times and who declared them), and the same as sentences.
 */
export const explain = (input: ExplainInput): Explanation => {
  const { obligation, entries, now, calendar, dueSoonDays = 7, person = (id) => id } = input;
  const { due, report, issuedOn, opensOn, window } = obligation;
  const facts = entries.reduce<Facts>(applyEntry, none);
  const state = status(obligation, facts, now, { calendar, dueSoonDays });
  const deciding = entries.flatMap((entry): readonly DecidingEntry[] => {
    const words = entryWords(entry, person);
    const { version, kind, at, receivedOn, actor } = entry;
    return words === undefined
      ? []
      : [{ version, kind, at, ...(receivedOn === undefined ? {} : { receivedOn }), actor, words }];
  });
  const isChanged = state.effective !== undefined && state.effective.due !== due;
  const lines = [
    ...ruleLines(obligation, calendar),
    ...(obligation.notApplicable ? [notApplicableLine(obligation)] : []),
    `Số liệu của kỳ: ${windowPhrase(window)}.`,
    ...(report.timelinessBasis === 'signed-document' ? ['Tính thời hạn theo ngày nhận bản có chữ ký.'] : []),
    ...deciding.map(({ words }) => words),
    ...(isChanged ? [`Thời hạn áp dụng: ${duePhrase(state.effective.due)}.`] : []),
    resultLine(state, facts),
  ];
  return {
    obligation: obligation.id,
    status: state,
    rule: {
      rule: report.due.rule,
      ...(due.kind === 'dated' ? { reading: due.reading } : {}),
      ...(due.words === undefined ? {} : { words: due.words }),
      sources: sourcesOf(obligation),
    },
    dates: {
      issuedOn,
      opensOn,
      window,
      due,
      ...(isChanged ? { effective: state.effective.due } : {}),
      basis: report.timelinessBasis,
    },
    entries: deciding,
    lines,
  };
};
