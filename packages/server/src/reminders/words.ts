import {
  duePhrase,
  formatDate,
  momentWords,
  overdueWords,
  periodInSentence,
  reportInSentence,
  type DueReminder,
  type Moment,
  type Obligation,
} from '@dondoc/core';

/** Says why a step is due. */
export const reasonOf = ({ rung, day, status }: DueReminder): string => {
  const { overdueBy, effective } = status;
  const due = effective === undefined ? '' : ` Thời hạn: ${duePhrase(effective.due)}.`;
  const state = overdueBy === undefined ? 'chưa nhận được báo cáo' : `quá hạn ${overdueWords(overdueBy)}`;
  return `${rung.words}, từ ngày ${formatDate(day)}: ${state}.${due}`;
};

/**
 * Writes the text for a chat group, three sentences, for units that share report, period and date. Before the date it asks
 * for the report by it, after it soon.
 */
export const chatText = ({
  first,
  units,
  now,
  desk,
  contact,
}: {
  readonly first: DueReminder;
  readonly units: readonly string[];
  readonly now: Moment;
  /** Short name of the desk. */
  readonly desk: string;
  /** Whom a unit tells that it has sent. */
  readonly contact: string;
}): string => {
  const { obligation, status } = first;
  const due = status.effective === undefined ? undefined : duePhrase(status.effective.due);
  const ask =
    due === undefined || status.overdueBy === undefined
      ? `Đề nghị các đơn vị quan tâm gửi${due === undefined ? '' : ` ${due}`}.`
      : `Thời hạn gửi là ${due}; đề nghị các đơn vị quan tâm gửi sớm.`;
  return [
    `Kính gửi quý thầy, cô. Đến ${momentWords(now)}, ${desk} chưa nhận được ${named(obligation)} của các đơn vị: ${units.join(', ')}.`,
    ask,
    `Đơn vị đã gửi xin báo lại ${contact}. Trân trọng.`,
  ].join(' ');
};

const named = ({ report, period }: Obligation): string =>
  period.kind === 'event' ? reportInSentence(report) : `${reportInSentence(report)} ${periodInSentence(period)}`;
