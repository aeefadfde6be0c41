import {
  asSentence,
  duePhrase,
  formatCoverage,
  formatDate,
  formatTime,
  periodInSentence,
  proseCount,
  reportTitle,
  type Due,
  type Period,
  type Plan,
  type Report,
} from '@dondoc/core';
import { annexes, type Annex } from '../blocks/annex.ts';
import { closing, ending } from '../blocks/closing.ts';
import { addressees, letterhead } from '../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn } from '../blocks/table.ts';
import { paragraph, type Markup } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { addresseeOf, addresseesOf } from './addressing.ts';
import { citePlan, listed, reportOfPeriod } from './words.ts';

export interface MissingUnit {
  readonly name: string;
  /** Its kind on the day that settles who owes: it decides who is written to. */
  readonly kind: string;
  /** Where it differs from the report's: an extension. */
  readonly due?: Due | undefined;
  readonly note?: string | undefined;
}

export interface ReminderLetterInput {
  readonly paper: Paper;
  readonly plan: Plan;
  readonly report: Report;
  readonly period: Period;
  readonly due: Due;
  /** Moment of counting: an inclusive ISO day, with `HH:MM` where it is told. */
  readonly countedOn: { readonly day: string; readonly time?: string | undefined };
  /** Units that owe the report, and those that have sent it by then. */
  readonly expected: number;
  readonly received: number;
  /** Units that have not sent, in the office's order. */
  readonly missing: readonly MissingUnit[];
  /** New date to send by: the day counts up to `time`, or wholly where there is none. */
  readonly sendBy: { readonly day: string; readonly time?: string | undefined };
  /** Where to send; default: the report's method, else 'về' the desk. */
  readonly method?: string | undefined;
  /** Whom to ask: title, name, telephone. */
  readonly contact?: string | undefined;
  /** To whom the office itself reports: 'Sở GD&ĐT, UBND huyện'. */
  readonly upward?: readonly string[] | undefined;
  /** The second letter asks more firmly. */
  readonly second?: boolean | undefined;
}

/** Up to so many units stand under 'Kính gửi' themselves, without a list annexed. */
const MOST_ADDRESSED = 3;

const momentText = ({ day, time }: ReminderLetterInput['countedOn']): string =>
  time === undefined ? `hết ngày ${formatDate(day)}` : `${formatTime(time)} ngày ${formatDate(day)}`;

const list = ({ missing, report, period, due }: ReminderLetterInput) => {
  const what = `${reportTitle(report)}, ${periodInSentence(period)}`;
  return table({
    columns: [figureColumn(12), textColumn(46), textColumn(46), textColumn(44), textColumn(17)],
    head: headRow('TT', 'Đơn vị', 'Báo cáo, kỳ báo cáo', 'Thời hạn', 'Ghi chú'),
    rows: missing.map((unit, i) => ({
      cells: [String(i + 1), unit.name, what, duePhrase(unit.due ?? due), unit.note ?? ''],
    })),
  });
};

const isListed = ({ missing }: ReminderLetterInput): boolean => missing.length > MOST_ADDRESSED;

/** What is owed by when, and who has sent it by the moment of counting. */
const situation = (input: ReminderLetterInput): Markup => {
  const { paper, plan, report, period, due, countedOn, expected, received, missing } = input;
  const desk = paper.directory.at(plan.desk.agency, paper.day)?.name ?? issuerName(paper);
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  return (
    paragraph(
      'MoDau',
      `Theo ${citePlan(plan, planIssuer)}, các đơn vị gửi ${reportOfPeriod(report, period)} ${duePhrase(due)}.`,
    ) +
    paragraph(
      'NoiDung',
      `Đến ${momentText(countedOn)}, ${desk} đã nhận được báo cáo của ${formatCoverage(received, expected)}; còn ${proseCount(missing.length)} đơn vị chưa gửi${isListed(input) ? ' (danh sách kèm theo)' : ''}.`,
    )
  );
};

/** What is asked of them, by when and how. */
const asked = ({
  paper,
  plan,
  report,
  missing,
  sendBy,
  upward = [],
  second,
  ...input
}: ReminderLetterInput): Markup => {
  const all = addresseesOf(missing.map(({ kind }) => kind));
  const asks =
    second === true
      ? `yêu cầu ${all} nghiêm túc thực hiện, chỉ đạo hoàn thành và gửi báo cáo`
      : `đề nghị ${all} chỉ đạo khẩn trương hoàn thành và gửi báo cáo`;
  const by =
    sendBy.time === undefined
      ? `chậm nhất hết ngày ${formatDate(sendBy.day)}`
      : `trước ${formatTime(sendBy.time)} ngày ${formatDate(sendBy.day)}`;
  const method = input.method ?? report.method;
  return paragraph(
    'NoiDung',
    asSentence(
      `Để kịp thời tổng hợp${upward.length === 0 ? '' : `, báo cáo ${listed(upward)}`} theo quy định, ${issuerName(paper)} ${asks} ${by}${method === undefined ? ` về ${plan.desk.name}` : `; hình thức gửi: ${method}`}`,
    ),
  );
};

/** Whom a unit asks that has sent its report after all. */
const toCheck = ({ plan: { desk }, contact }: ReminderLetterInput): Markup => {
  const person = contact ?? (desk.contact === undefined ? undefined : `${desk.name} (${desk.contact})`);
  return person === undefined
    ? ''
    : paragraph(
        'NoiDung',
        asSentence(`Đơn vị đã gửi báo cáo nhưng chưa được cập nhật, đề nghị liên hệ ${person} để đối chiếu`),
      );
};

/**
 * Makes the letter that urges units which have not sent a report (công văn đôn đốc), always a draft for the leader. It
 * says the moment of counting; the units stand under 'Kính gửi' or in a list annexed. No lateness, no ranking.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.5
 */
export const reminderLetter = (input: ReminderLetterInput): Promise<Uint8Array> => {
  const { paper, report, period, missing, countedOn, second = false } = input;
  const issuer = issuerName(paper);
  const what = reportOfPeriod(report, period);
  const all = addresseesOf(missing.map(({ kind }) => kind));
  const body =
    letterhead(paper, `đôn đốc gửi ${what}${second ? ' (lần 2)' : ''}`) +
    addressees(isListed(input) ? [`${all} có tên trong danh sách kèm theo`] : missing.map(addresseeOf)) +
    ending(situation(input) + asked(input) + toCheck(input), `${issuer} đề nghị các đơn vị quan tâm thực hiện`) +
    closing(paper, { addressed: true });
  const attached: readonly Annex[] = isListed(input)
    ? [
        {
          title: 'Danh sách đơn vị chưa gửi báo cáo',
          subtitle: `(Tính đến ${momentText(countedOn)})`,
          body: list(input),
        },
      ]
    : [];
  return pack({
    parts: [{ kind: 'paper', turned: false, body }, ...annexes(attached, { type: 'Công văn', paper })],
    title: `V/v đôn đốc gửi ${what}`,
    author: issuer,
    date: paper.date,
    demo: paper.demo,
  });
};
