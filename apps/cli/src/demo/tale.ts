import { vietnamInstant, type Submission } from '@dondoc/core';
import type { OfficeFolder } from '../files/office.ts';
import { deskText2019 } from './desk-text.ts';
import { acts, arrives, periodPath, sends } from './filings.ts';
import { cutoff2020, days, type Story } from './papers.ts';
import { deskOf, filerOf, type Desk } from './people.ts';
import type { Happening } from './replay.ts';
import { adHocRequest } from './request.ts';
import { schools } from './schools.ts';

/** The last moment of the story: from here on the demo office's own clock ticks. */
export const storyEnds = '2020-06-01T01:00:00.000Z';

const clock = (day: string, hour: number, minute = 0): string => vietnamInstant(day, hour * 60 + minute);

const YEAR_ONE = '2019-08-27';

/** The office as it was in its first year: what was opened, merged, renamed or announced in 2020 was not known yet. */
function officeIn2019({ office }: OfficeFolder): unknown {
  const known = (day: string | undefined): boolean => day === undefined || day < '2020-01-01';
  return {
    ...office,
    announcedYears: office.announcedYears.filter((year) => year === 2019),
    holidays: office.holidays.filter(({ from }) => known(from)),
    agencies: office.agencies
      .filter(({ opened }) => known(opened))
      .map((agency) => ({
        ...agency,
        names: agency.names.filter(({ from }) => known(from)),
        // What the law of 2025 closed was written into the office's file later on, like everything of the years between.
        ...(agency.mergedInto === undefined ? {} : { closed: undefined, mergedInto: undefined }),
      })),
  };
}

const adopt = (at: string, { clerk }: Desk, json: object): Happening => ({
  at,
  as: clerk,
  run: (ask) => ask('POST', '/v1/adoptions', json),
});

/** What a school had typed first: one figure ten times too large. */
function mistyped(one: Submission, field: string): Submission {
  const value = one.answers[field];
  return typeof value === 'number' ? { ...one, answers: { ...one.answers, [field]: value * 10 } } : one;
}

interface Returned {
  readonly unit: string;
  readonly field: string;
  readonly note: string;
  /** When the desk sends it back, until when, and when it comes again. */
  readonly back: string;
  readonly due: string;
  readonly again: string;
}

const returned: readonly Returned[] = [
  {
    unit: 'thcs-my-hung',
    field: 'event-participants',
    note: 'Số lượt người tham gia lớn hơn nhiều lần số học sinh của trường; đề nghị kiểm tra lại.',
    back: clock('2019-11-04', 9, 10),
    due: '2019-11-06',
    again: clock('2019-11-05', 10, 25),
  },
  {
    unit: 'mn-hoa-sen',
    field: 'briefing-attendees',
    note: 'Đề nghị kiểm tra lại số người dự họp, hội nghị.',
    back: clock('2019-10-31', 14, 5),
    due: '2019-11-04',
    again: clock('2019-11-01', 8, 40),
  },
];

function annualReports(tale: Story, desk: Desk): readonly Happening[] {
  const list = tale.submissions.filter(({ period }) => period === '2019');
  return list.flatMap((one): readonly Happening[] => {
    const sentBack = returned.find(({ unit }) => unit === one.unit);
    if (sentBack === undefined) return [arrives(one, desk)];
    const { field, note, back, due, again } = sentBack;
    const first = sends(one, { content: mistyped(one, field) });
    return [
      first,
      acts(one, { at: back, as: desk.clerk, act: 'return', due, notes: { [field]: note } }),
      { ...sends(one), at: again },
    ];
  });
}

const ANNUAL = periodPath({ plan: 'ttdn-2019', report: 'year', period: '2019' });

/** A late school asks whether it was: its e-mail is looked at again. */
function contested(tale: Story, { clerk }: Desk): readonly Happening[] {
  const one = tale.submissions.find(({ unit, period }) => unit === 'mn-huong-duong' && period === '2019');
  if (one === undefined) return [];
  const reason = 'Trường đã gửi thư điện tử trong ngày 04/11/2019, đề nghị kiểm tra lại.';
  const note = 'Hộp thư của Phòng ghi nhận thư đến lúc 07 giờ 12 ngày 05/11/2019.';
  return [
    acts(one, { at: clock('2019-11-06', 9, 30), as: filerOf(one.unit), act: 'contest', reason }),
    acts(one, { at: clock('2019-11-06', 15, 20), as: clerk, act: 'answer', accepted: false, note }),
  ];
}

function followedUp({ urgings, submissions }: Story, { clerk }: Desk): readonly Happening[] {
  const [first] = urgings;
  const confirmed = submissions.filter(({ period, receivedOn = '' }) => period === '2019' && receivedOn < '2019-11-08');
  return [
    ...(first === undefined
      ? []
      : [
          {
            at: clock(days.reminder, 10, 15),
            as: clerk,
            run: (ask) =>
              ask('POST', `${ANNUAL}/acts`, {
                act: 'urge',
                units: urgings.map(({ unit }) => unit),
                channel: first.channel,
                text: first.text,
              }),
          } satisfies Happening,
        ]),
    {
      at: clock('2019-11-12', 9),
      as: clerk,
      run: (ask) => ask('POST', `${ANNUAL}/acts`, { act: 'confirm', units: confirmed.map(({ unit }) => unit) }),
    },
  ];
}

/** The desk's text, presented, approved, issued with its number, and the document made of it. */
function issued({ clerk, leader }: Desk): readonly Happening[] {
  const path = `${ANNUAL}/consolidation`;
  const hash = async (ask: Parameters<Happening['run']>[0]): Promise<string> =>
    (await ask<{ readonly contentHash: string }>('GET', path)).contentHash;
  return [
    {
      at: clock('2019-11-19', 15, 30),
      as: clerk,
      run: (ask) => ask('PUT', `${path}/draft`, { rev: 0, text: deskText2019 }),
    },
    {
      at: clock('2019-11-20', 9),
      as: clerk,
      run: async (ask) => ask('POST', `${path}/acts`, { act: 'present', contentHash: await hash(ask) }),
    },
    {
      at: clock('2019-11-21', 14, 40),
      as: leader,
      run: async (ask) => ask('POST', `${path}/acts`, { act: 'approve', contentHash: await hash(ask) }),
    },
    {
      at: clock('2019-11-22', 8, 45),
      as: clerk,
      run: async (ask) => {
        const issue = { number: '412', date: '2019-11-22', contentHash: await hash(ask) };
        await ask('POST', `${path}/issues`, issue);
        await ask('POST', `${path}/issues/1/document`);
      },
    },
  ];
}

function halfYear(tale: Story, desk: Desk): readonly Happening[] {
  const { plan, report, period } = tale.half;
  const path = periodPath({ plan: plan.id, report: report.id, period: period.id });
  const ofPeriod = tale.submissions.filter((one) => one.period === period.id);
  const arrived = ofPeriod
    .map((one) => (one.receivedOn === '2020-06-01' ? sends(one, { minute: 7 * 60 + 42 }) : arrives(one, desk)))
    .filter(({ at }) => at < storyEnds);
  // Half filled in on the first of June; the file in inbox/ says what it will be.
  const begun = ofPeriod.find(({ unit }) => unit === 'th-phu-loc');
  return [
    {
      at: clock('2020-05-15', 10),
      as: desk.clerk,
      run: (ask) =>
        ask('POST', `${path}/opening`, {
          cutoff: cutoff2020,
          method: 'Nhập trên hệ thống theo dõi báo cáo; bản có chữ ký gửi qua hệ thống quản lý văn bản.',
          contact: 'Cô Oanh, Văn thư',
        }),
    },
    ...arrived,
    ...(begun === undefined
      ? []
      : [
          {
            at: clock('2020-05-29', 15, 10),
            as: filerOf(begun.unit),
            run: (ask) => ask('PUT', `${path}/submissions/${begun.unit}/draft`, { rev: 0, content: halfFilled(begun) }),
          } satisfies Happening,
        ]),
  ];
}

/** The first part of a report's answers. */
function halfFilled({ gates, answers }: Submission): unknown {
  const filled = Object.entries(answers);
  return { gates, answers: Object.fromEntries(filled.slice(0, Math.ceil(filled.length / 2))) };
}

/** What happened in the demo's office from its first plan to the morning of 01/6/2020, in the app's own acts. */
export function happenings(tale: Story): readonly Happening[] {
  const { folder, annual, half } = tale;
  const desk = deskOf(folder.office);
  const inMay = schools.filter(({ closed }) => closed === undefined);
  return [
    adopt(clock(YEAR_ONE, 8, 30), desk, { office: officeIn2019(folder), plans: [annual.plan] }),
    ...annualReports(tale, desk),
    ...contested(tale, desk),
    ...followedUp(tale, desk),
    ...issued(desk),
    adopt(clock('2020-02-24', 9), desk, { office: folder.office, plans: [half.plan] }),
    ...adHocRequest(inMay, desk),
    ...halfYear(tale, desk),
  ];
}
