import {
  arrivalWords,
  channelWords,
  clockMoment,
  decidingArrival,
  formatDate,
  proseCount,
  resubmissionPhrase,
  timelinessWords,
  type Facts,
  type Obligation,
  type Status,
} from '@dondoc/core';
import type { CallersAct } from './act-schema.ts';

/** What an act came to, for its sentence. */
export interface Acted {
  readonly act: CallersAct;
  readonly obligation: Obligation;
  /** Before and after the act. */
  readonly before: Facts;
  readonly facts: Facts;
  readonly status: Status;
  /** Instant of the act. */
  readonly at: string;
  /** The receipt's code: '7KQ2-M9XD'. */
  readonly receipt: string;
}

const day = (iso: string | undefined): string => (iso === undefined ? '' : `ngày ${formatDate(iso)}`);

const what = ({ facts }: Acted): string => (facts.kind === 'nothing-to-report' ? 'báo cáo không phát sinh' : 'báo cáo');

/** 'đúng hạn', 'chậm 02 ngày', where it is judged. A second sending changes nothing about it. */
const judged = ({ obligation, before, facts, status }: Acted): string => {
  const words = timelinessWords(status.timeliness);
  const known = decidingArrival(obligation, before) !== undefined;
  return words === undefined || known || decidingArrival(obligation, facts) === undefined ? '' : `, ${words}`;
};

const sent = (acted: Acted): string => {
  const { facts, at } = acted;
  const again = facts.revision === 1 ? `Đã gửi ${what(acted)}` : `Đã gửi lại ${what(acted)} (lần ${facts.revision})`;
  return `${again} ${arrivalWords(clockMoment(at))}${judged(acted)}.`;
};

const recorded = (acted: Acted): string => {
  const { recorded: by, lastArrival } = acted.facts;
  const way = by === undefined ? '' : ` nhận qua ${channelWords[by.channel]}`;
  const when = lastArrival === undefined ? '' : ` ${arrivalWords(lastArrival)}`;
  return `Đã ghi nhận ${what(acted)}${way}${when}${judged(acted)}.`;
};

const sendAgainBy = ({ facts }: Acted): string => {
  const phrase = resubmissionPhrase(facts.returned ?? {});
  return phrase === undefined ? '' : ` ${phrase}`;
};

const words: { readonly [A in CallersAct]: (acted: Acted) => string } = {
  submit: sent,
  revise: sent,
  record: recorded,
  withdraw: () => 'Đã rút lại báo cáo để sửa. Ngày gửi lần đầu được giữ để tính thời hạn.',
  return: (acted) => `Đã đề nghị đơn vị bổ sung, chỉnh sửa và gửi lại${sendAgainBy(acted)}.`,
  confirm: () => 'Đã xác nhận báo cáo.',
  'attach-signed-copy': () => 'Đã đính kèm bản có chữ ký.',
  'ask-extension': ({ facts }) => `Đã gửi đề nghị gia hạn đến hết ${day(facts.extensionAsked?.to)}.`,
  extend: ({ facts }) => `Đã gia hạn đến hết ${day(facts.extendedTo)}.`,
  'refuse-extension': () => 'Đã ghi nhận ý kiến không gia hạn.',
  'set-date': ({ facts }) => `Đã ấn định thời hạn đến hết ${day(facts.dueSet)}.`,
  waive: () => 'Đã miễn báo cáo kỳ này.',
  unwaive: () => 'Đã hủy việc miễn báo cáo kỳ này.',
  remind: () => 'Đã ghi nhận việc nhắc đơn vị.',
  urge: () => 'Đã ghi nhận việc đôn đốc đơn vị.',
  contest: () => 'Đã gửi ý kiến về ngày nhận báo cáo; ý kiến đang chờ xem xét.',
  answer: () => 'Đã trả lời ý kiến của đơn vị về ngày nhận báo cáo.',
};

/** Says in one sentence what an act came to, with the code that the sender keeps. */
export const actSentence = (acted: Acted): string => `${words[acted.act](acted)} Mã xác nhận: ${acted.receipt}.`;

const many: { readonly [A in CallersAct]?: (units: string) => string } = {
  return: (units) => `Đã đề nghị ${units} bổ sung, chỉnh sửa và gửi lại báo cáo.`,
  confirm: (units) => `Đã xác nhận báo cáo của ${units}.`,
  extend: (units) => `Đã gia hạn cho ${units}.`,
  'refuse-extension': (units) => `Đã ghi nhận ý kiến không gia hạn đối với ${units}.`,
  'set-date': (units) => `Đã ấn định thời hạn cho ${units}.`,
  waive: (units) => `Đã miễn báo cáo kỳ này cho ${units}.`,
  unwaive: (units) => `Đã hủy việc miễn báo cáo kỳ này cho ${units}.`,
  remind: (units) => `Đã nhắc ${units}.`,
  urge: (units) => `Đã đôn đốc ${units}.`,
};

/** Says in one sentence what one act on many units came to. */
export const manySentence = (act: CallersAct, count: number): string => {
  const units = `${proseCount(count)} đơn vị`;
  return many[act]?.(units) ?? `Đã ghi nhận cho ${units}.`;
};

/** Says what an import came to: what was recorded (or would be) and what had been recorded before. */
export const importSentence = ({
  recorded: count,
  already,
  dryRun,
}: {
  readonly recorded: number;
  readonly already: number;
  readonly dryRun: boolean;
}): string => {
  const kept = already === 0 ? '' : ` ${proseCount(already)} báo cáo đã được ghi nhận từ trước, giữ nguyên.`;
  const some = dryRun
    ? `Có thể ghi nhận ${proseCount(count)} báo cáo; chưa có gì được ghi.`
    : `Đã ghi nhận ${proseCount(count)} báo cáo.`;
  const first = count === 0 ? 'Không có báo cáo mới.' : some;
  return `${first}${kept}`;
};
