import { join } from 'node:path';
import { isMissing, type Consolidation, type Submission } from '@dondoc/core';
import { deadlines } from '../deadlines/deadlines.ts';
import { deadlineIcs } from '../deadlines/write.ts';
import type { OfficeFolder } from '../files/office.ts';
import { deskText2019 } from './desk-text.ts';
import { board, type BoardRow } from '../desk/board.ts';
import { chooseReport, formOf, owed, type ReportChoice } from '../desk/choice.ts';
import { consolidateChoice } from '../desk/consolidation.ts';
import { hadArrived, type Urging } from '../desk/facts.ts';
import {
  consolidatedPaper,
  followUpPaper,
  planPaper,
  reminderPaper,
  requestPaper,
  unitReportPaper,
} from '../desk/papers.ts';

/** The day of the reminder letter, and the days as on which the two reports are told. */
export const days = { reminder: '2019-11-11', annual: '2019-11-20', half: '2020-06-05' } as const;

/** What the request letter of 2020 settled: the plan states no cut-off. */
export const cutoff2020 = { from: '2019-12-15', to: '2020-05-31' } as const;

const endOf = (day: string) => ({ day, minute: 1439 });

export interface Story {
  readonly folder: OfficeFolder;
  readonly submissions: readonly Submission[];
  readonly annual: ReportChoice;
  readonly half: ReportChoice;
  readonly urgings: readonly Urging[];
}

/** Finds the two reports of the demo and what the desk noted beside the files. */
export function story(folder: OfficeFolder, submissions: readonly Submission[]): Story {
  const annual = chosen(folder, 'ttdn-2019', 'year', '2019');
  const half = chosen(folder, 'ttdn-2020', 'half-year', '2020-H1');
  const late = board(folder, annual, { submissions, now: endOf(days.reminder) }).filter(isMissing);
  const urgings = late.map(({ obligation }): Urging => ({
    unit: obligation.unit,
    on: days.reminder,
    channel: 'công văn',
    by: 'van-thu',
    text: 'Công văn đôn đốc gửi báo cáo năm 2019',
  }));
  return { folder, submissions, annual, half, urgings };
}

function chosen(folder: OfficeFolder, plan: string, report: string, period: string): ReportChoice {
  const choice = chooseReport(folder, { plan, report, period });
  if (!choice.ok) throw new Error(`the demo has no ${plan}/${report}/${period}`);
  return choice.value;
}

/** Computes the board of one of the reports as on a day. */
export const boardOn = (
  { folder, submissions, urgings }: Story,
  choice: ReportChoice,
  day: string,
): readonly BoardRow[] =>
  // Urgings are of the annual report.
  board(folder, choice, { submissions, urgings: choice.period.id === '2019' ? urgings : [], now: endOf(day) });

export interface Made {
  readonly name: string;
  readonly words: string;
  readonly make: () => Promise<string | Uint8Array>;
}

/** What the demo makes, in the order of the work. */
export function papers(tale: Story): readonly Made[] {
  const { folder, annual, half } = tale;
  const form = (choice: ReportChoice) => {
    const found = formOf(choice);
    if (found === undefined) throw new Error(`no form for ${choice.report.id}`);
    return found;
  };
  const sent = ({ plan, report, period }: ReportChoice, day: string) =>
    tale.submissions.filter(
      (one) => one.plan === plan.id && one.report === report.id && one.period === period.id && hadArrived(one, day),
    );
  const total = (choice: ReportChoice, day: string): Consolidation =>
    consolidateChoice(folder, choice, { form: form(choice), submissions: sent(choice, day) });
  const one = (unit: string) => {
    const found = tale.submissions.find((submission) => submission.unit === unit && submission.period === '2019');
    if (found === undefined) throw new Error(`${unit} has not reported`);
    return found;
  };
  const whole = (
    choice: ReportChoice,
    day: string,
    more: { cutoff?: { from: string; to: string }; text?: Readonly<Record<string, string>> } = {},
  ) =>
    consolidatedPaper(folder, choice, {
      form: form(choice),
      consolidation: total(choice, day),
      rows: boardOn(tale, choice, day),
      today: day,
      internal: false,
      ...more,
    });
  const duties = owed(folder, half);
  const firstDue = duties[0]?.due ?? { kind: 'undated' as const, why: 'none' as const };
  return [
    { name: 'ke-hoach-2019.docx', words: 'Kế hoạch năm 2019', make: () => planPaper(folder, annual.plan) },
    { name: 'ke-hoach-2020.docx', words: 'Kế hoạch năm 2020', make: () => planPaper(folder, half.plan) },
    {
      name: 'cong-van-de-nghi-bao-cao-2020-H1.docx',
      words: 'Công văn đề nghị báo cáo 6 tháng đầu năm 2020, kèm đề cương và biểu số liệu',
      make: () =>
        requestPaper(folder, half, { due: firstDue, duties, cutoff: cutoff2020, day: '2020-05-15', form: form(half) }),
    },
    {
      name: 'bao-cao-th-an-thinh-2019.docx',
      words: 'Báo cáo năm 2019 của một trường',
      make: () =>
        unitReportPaper(folder, annual, { form: form(annual), submission: one('th-an-thinh'), today: days.annual }),
    },
    {
      name: 'cong-van-don-doc-2019.docx',
      words: 'Công văn đôn đốc báo cáo năm 2019, tính đến hết ngày 11/11/2019',
      make: () =>
        reminderPaper(folder, annual, {
          rows: boardOn(tale, annual, days.reminder),
          countedOn: { day: days.reminder },
          sendBy: { day: folder.calendar.addWorkingDays(days.reminder, 3), time: '16:00' },
          second: false,
        }),
    },
    {
      name: 'bao-cao-tong-hop-2019.docx',
      words: 'Báo cáo tổng hợp năm 2019, kèm các phụ lục',
      make: () => whole(annual, days.annual, { text: deskText2019 }),
    },
    {
      name: 'bao-cao-tong-hop-2020-H1.docx',
      words: 'Dự thảo báo cáo tổng hợp 6 tháng đầu năm 2020, tính đến 05/6/2020',
      make: () => whole(half, days.half, { cutoff: cutoff2020 }),
    },
    {
      name: 'so-theo-doi-2019-2020.docx',
      words: 'Sổ theo dõi, đôn đốc: năm 2019 và 6 tháng đầu năm 2020',
      make: () =>
        followUpPaper(folder, folder.office.desk, {
          rows: [...boardOn(tale, annual, days.half), ...boardOn(tale, half, days.half)],
          day: days.half,
          period: 'Năm 2019 và 6 tháng đầu năm 2020',
        }),
    },
    {
      name: 'thoi-han.ics',
      words: 'Lịch các thời hạn, nhập được vào Google Calendar, Outlook',
      make: () =>
        Promise.resolve(deadlineIcs(folder, deadlines(folder), { name: 'Thời hạn báo cáo (dữ liệu minh họa)' })),
    },
  ];
}

/** Where the demo keeps its office folder, inside the folder of results. */
export const officePath = (target: string): string => join(target, 'van-phong');
