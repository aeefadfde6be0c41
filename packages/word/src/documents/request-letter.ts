import {
  asSentence,
  duePhrase,
  periodInSentence,
  windowPhrase,
  type DataWindow,
  type Due,
  type Form,
  type Period,
  type Plan,
  type Report,
} from '@dondoc/core';
import { annexes } from '../blocks/annex.ts';
import { closing, ending } from '../blocks/closing.ts';
import { addressees, letterhead } from '../blocks/letterhead.ts';
import { paragraph } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { addresseesOf } from './addressing.ts';
import { figuresAnnex, outlineAnnex } from './request-form.ts';
import { citePlan, inSentence, reportOfPeriod } from './words.ts';

export interface RequestLetterInput {
  readonly paper: Paper;
  readonly plan: Plan;
  readonly report: Report;
  readonly period: Period;
  readonly due: Due;
  /** Both days inclusive; absent: the letter leaves the cut-off out. */
  readonly window?: Pick<DataWindow, 'from' | 'to'> | undefined;
  /** Absent: no annexes, the units write as they see fit. */
  readonly form?: Form | undefined;
  /** How to send; default: the report's own method, else a signed copy to the desk. */
  readonly method?: string | undefined;
  /** Whom to ask: title, name, telephone. */
  readonly contact?: string | undefined;
  /** Kinds of the units that owe, which decide who is written to; absent: heads of units of any kind. */
  readonly kinds?: readonly string[] | undefined;
  /** Default: by the units' kinds. */
  readonly addressees?: readonly string[] | undefined;
}

/**
 * Makes the letter that opens a period (công văn đề nghị báo cáo), with the outline and the form of figures annexed:
 * what to report, the cut-off, the date and how to send.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.5
 */
export const requestLetter = (input: RequestLetterInput): Promise<Uint8Array> => {
  const { paper, plan, report, period, due, window, form } = input;
  const issuer = issuerName(paper);
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  const contact =
    input.contact ?? (plan.desk.contact === undefined ? undefined : `${plan.desk.name} (${plan.desk.contact})`);
  const what = reportOfPeriod(report, period);
  const method = input.method ?? report.method ?? `bản có chữ ký, đóng dấu hoặc ký số gửi về ${plan.desk.name}`;
  const points = [
    form === undefined
      ? report.outline === undefined
        ? `Nội dung báo cáo: kết quả thực hiện các nhiệm vụ của Kế hoạch trong ${periodInSentence(period)}; khó khăn, vướng mắc; kiến nghị, đề xuất`
        : `Nội dung báo cáo: ${report.outline.map(inSentence).join('; ')}`
      : 'Nội dung báo cáo: theo đề cương (Phụ lục I) và biểu số liệu (Phụ lục II) kèm theo',
    ...(window === undefined ? [] : [`Thời gian chốt số liệu: ${windowPhrase(window)}`]),
    `Thời hạn gửi báo cáo: ${duePhrase(due)}`,
    `Hình thức gửi: ${method}`,
    'Đơn vị không phát sinh nội dung trong kỳ vẫn gửi báo cáo, ghi “không phát sinh”',
    ...(contact === undefined ? [] : [`Trong quá trình thực hiện, nếu có vướng mắc, đề nghị liên hệ ${contact}`]),
    'Không gửi nội dung thuộc bí mật nhà nước qua các hình thức nêu trên',
  ];
  const body =
    letterhead(paper, what) +
    addressees(input.addressees ?? [addresseesOf(input.kinds ?? [])]) +
    paragraph(
      'MoDau',
      `Thực hiện ${citePlan(plan, planIssuer)}, ${issuer} đề nghị các đơn vị ${what} với các nội dung như sau:`,
    ) +
    ending(
      points.map((point, i) => paragraph('NoiDung', `${i + 1}. ${asSentence(point)}`)).join(''),
      `${issuer} đề nghị các đơn vị quan tâm thực hiện`,
    ) +
    closing(paper, { addressed: true });
  const asked = form === undefined ? undefined : { form, report, year: period.year };
  return pack({
    parts: [
      { kind: 'paper', turned: false, body },
      ...annexes(asked === undefined ? [] : [outlineAnnex(asked), figuresAnnex(asked)], { type: 'Công văn', paper }),
    ],
    title: `V/v ${what}`,
    author: issuer,
    date: paper.date,
    demo: paper.demo,
  });
};
