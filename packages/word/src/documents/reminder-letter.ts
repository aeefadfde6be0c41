import {
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
import { annexes } from '../blocks/annex.ts';
import { closing, lastSentence } from '../blocks/closing.ts';
import { addressees, letterhead } from '../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn } from '../blocks/table.ts';
import { paragraph } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { citePlan, listed, reportOfPeriod, sentence } from './words.ts';

export interface MissingUnit {
  readonly name: string;
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
  /** Who is written to: heads of schools, or of units of other kinds; default: schools. */
  readonly heads?: 'schools' | 'units' | undefined;
  /** The second letter asks more firmly. */
  readonly second?: boolean | undefined;
}

/** Up to so many units stand under 'Kính gửi' themselves, without a list annexed. */
const MOST_ADDRESSED = 3;

const HEADS = {
  schools: { one: 'Hiệu trưởng', all: 'Hiệu trưởng các trường' },
  units: { one: 'Thủ trưởng', all: 'Thủ trưởng các đơn vị' },
} as const;

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

/**
 * Makes the letter that urges units which have not sent a report (công văn đôn đốc), always a draft for the leader. It
 * says the moment of counting; the units stand under 'Kính gửi' or in a list annexed. No lateness, no ranking.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.5
 */
export const reminderLetter = (input: ReminderLetterInput): Promise<Uint8Array> => {
  const {
    paper,
    plan,
    report,
    period,
    due,
    expected,
    received,
    missing,
    countedOn,
    sendBy,
    heads = 'schools',
    second = false,
  } = input;
  const { one, all } = HEADS[heads];
  const issuer = issuerName(paper);
  const desk = paper.directory.at(plan.desk.agency, paper.day)?.name ?? issuer;
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  const contact =
    input.contact ?? (plan.desk.contact === undefined ? undefined : `${plan.desk.name} (${plan.desk.contact})`);
  const what = reportOfPeriod(report, period);
  const inList = missing.length > MOST_ADDRESSED;
  const by =
    sendBy.time === undefined
      ? `chậm nhất hết ngày ${formatDate(sendBy.day)}`
      : `trước ${formatTime(sendBy.time)} ngày ${formatDate(sendBy.day)}`;
  const upward = input.upward === undefined || input.upward.length === 0 ? '' : `, báo cáo ${listed(input.upward)}`;
  const method = input.method ?? report.method;
  const asks = second
    ? `${issuer} yêu cầu ${all} nghiêm túc thực hiện, chỉ đạo hoàn thành và gửi báo cáo`
    : `${issuer} đề nghị ${all} chỉ đạo khẩn trương hoàn thành và gửi báo cáo`;
  const body =
    letterhead(paper, `đôn đốc gửi ${what}${second ? ' (lần 2)' : ''}`) +
    addressees(inList ? [`${all} có tên trong danh sách kèm theo`] : missing.map(({ name }) => `${one} ${name}`)) +
    paragraph('MoDau', `Thực hiện ${citePlan(plan, planIssuer)}, theo đó các đơn vị gửi ${what} ${duePhrase(due)}.`) +
    paragraph(
      'NoiDung',
      `Đến ${momentText(countedOn)}, ${desk} đã nhận được báo cáo của ${formatCoverage(received, expected)}; còn ${proseCount(missing.length)} đơn vị chưa gửi${inList ? ' (danh sách kèm theo)' : ''}.`,
    ) +
    paragraph(
      'NoiDung',
      sentence(
        `Để kịp thời tổng hợp${upward} theo quy định, ${asks} ${by}${method === undefined ? ` về ${plan.desk.name}` : `; hình thức gửi: ${method}`}`,
      ),
    ) +
    (contact === undefined
      ? ''
      : paragraph(
          'NoiDung',
          sentence(`Đơn vị đã gửi báo cáo nhưng chưa được cập nhật, đề nghị liên hệ ${contact} để đối chiếu`),
        )) +
    paragraph('KetThuc', lastSentence(`${issuer} đề nghị các đơn vị quan tâm thực hiện`)) +
    closing(paper, { addressed: true });
  return pack({
    parts: [
      { kind: 'paper', turned: false, body },
      ...annexes(
        inList
          ? [
              {
                title: 'Danh sách đơn vị chưa gửi báo cáo',
                subtitle: `(Tính đến ${momentText(countedOn)})`,
                body: list(input),
              },
            ]
          : [],
        { type: 'Công văn', paper },
      ),
    ],
    title: `V/v đôn đốc gửi ${what}`,
    author: issuer,
    date: paper.date,
    demo: paper.demo,
  });
};
