import { daysBetween } from '../calendar/day.ts';
import { minuteOf } from '../calendar/parse.ts';
import { duePhrase } from '../due/phrase.ts';
import type { Obligation } from '../obligation/types.ts';
import { formatDate, proseCount } from '../text/format.ts';
import { asSentence } from '../text/sentence.ts';
import { decidingArrival } from './effective.ts';
import type { Facts, Moment, Status } from './types.ts';
import {
  arrivalWords,
  channelWords,
  lateWords,
  overdueWords,
  resubmissionPhrase,
  timelinessWords,
  weekdayDate,
} from './words.ts';

export type BadgeState =
  | 'upcoming'
  | 'open'
  | 'draft'
  | 'due-soon'
  | 'last-day'
  | 'overdue'
  | 'no-deadline'
  | 'on-time'
  | 'late'
  | 'sent'
  | 'awaiting-signed-copy'
  | 'recorded'
  | 'resubmitted'
  | 'confirmed'
  | 'nothing-to-report'
  | 'returned'
  | 'withdrawn'
  | 'resubmission-overdue'
  | 'waived'
  | 'extended'
  | 'extension-asked'
  | 'contested'
  | 'not-applicable'
  | 'merged'
  | 'closed'
  | 'not-yet-open';

/** One state in words: on the board, to the unit, to the desk. */
export interface Badge {
  /** For style sheets and programs. */
  readonly state: BadgeState;
  readonly text: string;
  readonly unit: string;
  readonly desk: string;
}

export interface BadgeInput {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
  readonly now: Moment;
  /** Contents filled in the draft, of those that the form asks. */
  readonly draft?: { readonly filled: number; readonly total: number };
  /** The name of a person by principal id. Default: the id. */
  readonly person?: (id: string) => string;
}

const one = (state: BadgeState, text: string, { unit, desk }: { unit: string; desk: string }): Badge => ({
  state,
  text,
  unit,
  desk,
});

const draftWords = ({ filled, total }: { filled: number; total: number }) => `${filled}/${total}`;

/** Nothing has arrived, and the date rules. */
const pending = ({ obligation, facts, status, now, draft }: BadgeInput): Badge => {
  const { effective, daysLeft = 0, overdueBy } = status;
  const progress = draft === undefined ? '' : ` Đã nhập ${draftWords(draft)} nội dung; báo cáo chưa được gửi.`;
  const left = `${proseCount(daysLeft)} ngày`;
  if (effective !== undefined && overdueBy !== undefined) {
    return one('overdue', 'Quá hạn', {
      unit: `Đã quá thời hạn ${overdueWords(overdueBy)}. Đơn vị vẫn gửi được; hệ thống ghi nhận ngày gửi.${progress}`,
      desk: `Chưa gửi, quá hạn ${lateWords(overdueBy)}`,
    });
  }
  if (effective !== undefined && status.phase === 'last-day') {
    const { due } = effective;
    const hour = due.time === undefined ? '.' : `: ${duePhrase(due)}.`;
    return one('last-day', 'Hôm nay là ngày cuối', {
      unit: `Hôm nay là ngày cuối của thời hạn gửi báo cáo${hour}${progress}`,
      desk: 'Đến hạn hôm nay',
    });
  }
  if (facts.extensionAsked !== undefined) {
    return one('extension-asked', 'Đề nghị gia hạn', {
      unit: 'Đã gửi đề nghị gia hạn, đang chờ ý kiến.',
      desk: `Đề nghị gia hạn đến ${formatDate(facts.extensionAsked.to)}`,
    });
  }
  if (status.relief === 'extended' && effective !== undefined) {
    const day = formatDate(effective.lastDay);
    return one('extended', 'Được gia hạn', {
      unit: `Gia hạn đến hết ngày ${day}. Thời hạn ban đầu: ${duePhrase(obligation.due)}.${progress}`,
      desk: `Gia hạn đến ${day}`,
    });
  }
  if (effective !== undefined && status.phase === 'due-soon') {
    const { time, lastWorkingDay } = effective.due;
    const last =
      time !== undefined
        ? `Thời hạn: ${duePhrase(effective.due)}.`
        : lastWorkingDay < now.day
          ? `Những ngày còn lại là ngày nghỉ. Thời hạn: ${duePhrase(effective.due)}.`
          : `Ngày làm việc cuối trong hạn: ${weekdayDate(lastWorkingDay)}.`;
    return one('due-soon', 'Sắp đến hạn', {
      unit: `Còn ${left}. ${last}${progress}`,
      desk: `Sắp đến hạn, còn ${left}`,
    });
  }
  if (draft !== undefined) {
    return one('draft', 'Đang nhập', {
      unit: `Đã nhập ${draftWords(draft)} nội dung. Báo cáo chưa được gửi.`,
      desk: `Đang nhập (${draftWords(draft)})`,
    });
  }
  if (effective === undefined) {
    return one('no-deadline', 'Chưa ấn định thời hạn', {
      unit: 'Kế hoạch không ghi thời hạn. Đơn vị gửi khi hoàn thành.',
      desk: 'Chưa ấn định',
    });
  }
  if (status.phase === 'upcoming') {
    return one('upcoming', 'Chưa đến kỳ', {
      unit: `Chưa đến kỳ báo cáo. Dự kiến bắt đầu nhập từ ngày ${formatDate(obligation.opensOn)}.`,
      desk: 'Chưa đến kỳ',
    });
  }
  return one('open', 'Đang trong kỳ', {
    unit: `Đề nghị gửi ${duePhrase(effective.due)}. Còn ${left}.`,
    desk: `Chưa gửi, còn ${left}`,
  });
};

const withdrawn = ({ on }: { on: string }, { effective, overdueBy }: Status): Badge => {
  const again =
    overdueBy !== undefined
      ? `Đã quá thời hạn ${overdueWords(overdueBy)}; đề nghị gửi lại sớm.`
      : `Đề nghị gửi lại${effective === undefined ? ' khi sửa xong' : ` ${duePhrase(effective.due)}`}.`;
  return one('withdrawn', 'Đã rút lại', {
    unit: `Đơn vị đã rút lại báo cáo để sửa. ${again} ${kept}`,
    desk: `Đơn vị rút lại để sửa ngày ${formatDate(on)}`,
  });
};

const kept = 'Ngày gửi lần đầu được giữ để tính thời hạn.';

const returned = (back: NonNullable<Facts['returned']>, now: Moment): Badge => {
  const { due, dueTime } = back;
  const minute = dueTime === undefined ? 1440 : minuteOf(dueTime);
  if (due !== undefined && (now.day > due || (now.day === due && now.minute >= minute))) {
    const days = daysBetween(due, now.day);
    const past = lateWords({
      days,
      workingDays: 0,
      ...(days === 0 ? { minutes: Math.max(1, now.minute - minute) } : {}),
    });
    return one('resubmission-overdue', 'Quá hạn gửi lại', {
      unit: `Đã quá thời hạn gửi lại ${past}. ${kept}`,
      desk: `Quá hạn gửi lại ${past}`,
    });
  }
  const phrase = resubmissionPhrase(back);
  return one('returned', 'Cần bổ sung', {
    unit: `Đề nghị bổ sung, chỉnh sửa theo ghi chú và gửi lại${phrase === undefined ? '' : ` ${phrase}`}. ${kept}`,
    desk: `Đề nghị bổ sung ngày ${formatDate(back.on)}`,
  });
};

/** Something has arrived and waits for the desk, or has been confirmed. */
const received = ({ obligation, facts, status, person = (id) => id }: BadgeInput): Badge => {
  const judged = timelinessWords(status.timeliness);
  const isLate = status.timeliness.is === 'late';
  const lateTail = isLate && judged !== undefined ? `, ${judged}` : '';
  const nothing = facts.kind === 'nothing-to-report';
  if (facts.filing === 'confirmed') {
    return one('confirmed', 'Đã xác nhận', {
      unit: `Báo cáo${nothing ? ' không phát sinh' : ''} đã được kiểm tra, đủ điều kiện tổng hợp${judged === undefined ? '' : ` (${judged})`}.`,
      desk: nothing ? 'Đã xác nhận (không phát sinh)' : 'Đã xác nhận',
    });
  }
  if (facts.awaitingSignedCopy) {
    return one('awaiting-signed-copy', 'Chờ bản ký', {
      unit: 'Đã nhận số liệu. Đề nghị gửi bản có chữ ký, đóng dấu hoặc ký số.',
      desk: 'Có số liệu, chờ văn bản',
    });
  }
  if (nothing) {
    const reason = facts.nothingReason === undefined ? '' : ` Lý do: ${asSentence(facts.nothingReason)}`;
    return one('nothing-to-report', 'Không phát sinh', {
      unit: `Đơn vị báo cáo không phát sinh trong kỳ${lateTail}.${reason}`,
      desk: `Không phát sinh${lateTail}`,
    });
  }
  const { recorded, lastArrival } = facts;
  if (recorded !== undefined && lastArrival !== undefined) {
    const words = `Báo cáo nhận qua ${channelWords[recorded.channel]} ngày ${formatDate(lastArrival.day)}, do ${person(recorded.by)} ghi nhận${lateTail}.`;
    return one('recorded', 'Đã nhận (ghi nhận)', { unit: words, desk: words });
  }
  if (facts.filing === 'resubmitted' && lastArrival !== undefined) {
    return one('resubmitted', 'Đã gửi lại', {
      unit: `Đã gửi lại (lần ${facts.revision}) ngày ${formatDate(lastArrival.day)}. Đang chờ kiểm tra.`,
      desk: `Gửi lại lần ${facts.revision}, chờ kiểm tra`,
    });
  }
  const arrival = decidingArrival(obligation, facts) ?? facts.firstArrival;
  const when = arrival === undefined ? '' : ` ${arrivalWords(arrival)}`;
  if (status.timeliness.is === 'late' && judged !== undefined && arrival !== undefined) {
    const sent = status.timeliness.minutes === undefined ? ` ngày ${formatDate(arrival.day)}` : when;
    return one('late', `Đã gửi, ${judged}`, {
      unit: `Đã gửi${sent}, ${judged} so với thời hạn. Đang chờ kiểm tra.`,
      desk: `${judged.replace('chậm', 'Chậm')}, chờ kiểm tra`,
    });
  }
  return status.timeliness.is === 'on-time'
    ? one('on-time', 'Đã gửi đúng hạn', {
        unit: `Đã gửi${when}, đúng hạn. Đang chờ kiểm tra.`,
        desk: 'Đúng hạn, chờ kiểm tra',
      })
    : one('sent', 'Đã gửi', { unit: `Đã gửi${when}. Đang chờ kiểm tra.`, desk: 'Đã gửi, chờ kiểm tra' });
};

/** Writes the state of an obligation in the words of the board, for the unit and for the desk. */
export const badge = (input: BadgeInput): Badge => {
  const { facts, status, now, person = (id) => id } = input;
  if (facts.contested !== undefined) {
    return one('contested', 'Đang xem xét', {
      unit: 'Đơn vị có ý kiến về ngày nhận báo cáo; đang được xem xét.',
      desk: 'Có ý kiến của đơn vị',
    });
  }
  const { returned: back } = facts;
  if (facts.filing === 'returned' && back !== undefined) {
    return back.withdrawn === true ? withdrawn(back, status) : returned(back, now);
  }
  if (facts.filing !== 'none') return received(input);
  if (facts.waived !== undefined) {
    const { by, on, reason } = facts.waived;
    return one('waived', 'Được miễn', {
      unit: `Được miễn báo cáo kỳ này theo ý kiến của ${person(by)}, ngày ${formatDate(on)}. Lý do: ${asSentence(reason)}`,
      desk: 'Miễn kỳ này',
    });
  }
  if (status.relief === 'not-applicable') {
    return one('not-applicable', 'Không áp dụng', {
      unit: `Thời hạn đến trước ngày ${input.obligation.period.kind === 'event' ? 'yêu cầu báo cáo' : 'ban hành kế hoạch'}; không tính đối với kỳ này.`,
      desk: 'Không áp dụng',
    });
  }
  return pending(input);
};
