import { consolidatedReport } from '../documents/consolidated/report.ts';
import { followUpBook } from '../documents/follow-up-book.ts';
import { planDocument } from '../documents/plan.ts';
import { reminderLetter } from '../documents/reminder-letter.ts';
import { requestLetter } from '../documents/request-letter.ts';
import { returnSlip } from '../documents/return-slip.ts';
import { unitPlanDocument } from '../documents/unit-plan.ts';
import { unitReport } from '../documents/unit-report.ts';
import type { Paper } from '../paper.ts';
import {
  communeOffice,
  communePlan,
  differenceOf,
  directory,
  provincialOffice,
  provincialPlan,
  type Consolidation,
} from '@dondoc/core';
import {
  consolidation,
  duties,
  dutiesOf,
  entries,
  form,
  office,
  paper,
  period,
  plan,
  reportOf,
  required,
  submission,
} from './office.ts';

const dueOf = (report: string) => required(dutiesOf(report)[0], report).due;
const school = 'don-vi-3';
const schoolPaper = paper({
  issuer: school,
  day: '2019-10-30',
  date: '2019-10-30',
  number: '5',
  symbol: 'BC-THSM',
  signatory: { authority: ['KT'], headTitle: 'HIỆU TRƯỞNG', ownTitle: 'PHÓ HIỆU TRƯỞNG', name: 'Nguyễn Thị Sao Mai' },
  recipients: [{ text: 'Phó Hiệu trưởng, tổ trưởng chuyên môn', purpose: 'để t/h' }, { text: 'Lưu: VT' }],
});
const missing = dutiesOf('year')
  .slice(-5)
  .map(({ unit, settledOn }) => ({
    name: office.at(unit, settledOn)?.name ?? unit,
    kind: office.at(unit, settledOn)?.kind ?? 'other',
  }));

const reminder = {
  plan,
  report: reportOf('year'),
  period: period('2019'),
  due: dueOf('year'),
  countedOn: { day: '2019-11-11' },
  expected: 24,
  sendBy: { day: '2019-11-15', time: '16:00' },
  upward: ['Sở GD&ĐT', 'UBND huyện'],
} as const;
const consolidated = { plan, form, window: { from: '2018-12-15', to: '2019-10-31' } } as const;

const commune = directory(communeOffice().agencies);
const province = directory(provincialOffice().agencies);
const ofDesk: Partial<Paper> = {
  directory: commune,
  issuer: communePlan().desk.agency,
  day: '2027-06-10',
  symbol: 'VHXH',
  signatory: { authority: ['KT'], headTitle: 'TRƯỞNG PHÒNG', ownTitle: 'PHÓ TRƯỞNG PHÒNG' },
};

const HOSTILE = '\u0000\u000B<w:p>&amp; "quoted" \uD800 \uDFFF ]]> \uFFFE\t一\u0301😀\r\n\u2028{plan} <!-- ';
const withHostileNames = (made: Consolidation): Consolidation => ({
  ...made,
  units: made.units.map((unit) => Object.assign({}, unit, { name: `${HOSTILE}${unit.name}` })),
  sections: made.sections.map((one) => Object.assign({}, one, { sentences: [HOSTILE], title: HOSTILE })),
});

/** The same with a unit and three of every count less. */
const withLess = (now: Consolidation): Consolidation => ({
  ...now,
  coverage: { ...now.coverage, received: now.coverage.received - 1 },
  totals: now.totals.map((one) =>
    one.total?.is === 'number' && one.total.value > 3
      ? { ...one, total: { is: 'number', value: one.total.value - 3 } }
      : one,
  ),
});

/** One of every document that the package makes, and of each shape that changes its sections. */
export const samples: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  plan: () => planDocument({ plan, directory: office, demo: true }),
  'plan-commune': () => planDocument({ plan: communePlan(), directory: commune }),
  'plan-province': () => planDocument({ plan: provincialPlan(), directory: province }),
  'letter-department': () =>
    requestLetter({
      paper: paper(ofDesk),
      plan: communePlan(),
      report: required(
        communePlan().reports.find(({ id }) => id === 'year'),
        'year',
      ),
      period: period('2027'),
      due: dueOf('year'),
    }),
  'unit-plan': () =>
    unitPlanDocument({
      paper: { ...schoolPaper, symbol: 'KH-THSM', number: undefined, date: undefined },
      plan,
      obligations: duties.filter(({ unit }) => unit === school),
    }),
  request: () =>
    requestLetter({
      paper: paper({ day: '2019-10-10' }),
      plan,
      report: reportOf('year'),
      period: period('2019'),
      due: dueOf('year'),
      window: consolidated.window,
      form,
    }),
  'request-without-form': () =>
    requestLetter({
      paper: paper({ day: '2019-10-10', demo: false }),
      plan,
      report: reportOf('result'),
      period: period('2019'),
      due: dueOf('result'),
      addressees: ['Trường Tiểu học Sao Mai'],
    }),
  'unit-report': () =>
    unitReport({
      paper: schoolPaper,
      plan,
      form,
      settledOn: '2019-11-04',
      report: reportOf('year'),
      period: period('2019'),
      submission: submission({ report: 'year', period: period('2019'), unit: school, kind: 'tieu-hoc', seed: 7 }),
    }),
  'unit-report-half-year': () =>
    unitReport({
      paper: schoolPaper,
      plan,
      form,
      settledOn: '2019-06-04',
      report: reportOf('half-year'),
      period: period('2019-H1'),
      submission: submission({
        report: 'half-year',
        period: period('2019-H1'),
        unit: school,
        kind: 'tieu-hoc',
        seed: 9,
      }),
    }),
  'unit-report-nil': () =>
    unitReport({
      paper: schoolPaper,
      plan,
      form,
      settledOn: '2019-06-04',
      report: reportOf('half-year'),
      period: period('2019-H1'),
      submission: {
        gates: {},
        answers: {},
        nothingToReport: { reason: 'Trong kỳ đơn vị sửa chữa, nâng cấp trường lớp, học sinh học nhờ tại đơn vị khác.' },
      },
    }),
  consolidated: () =>
    consolidatedReport({
      ...consolidated,
      paper: paper({ symbol: 'BC-PGDĐT' }),
      report: reportOf('year'),
      consolidation: consolidation('year', '2019'),
    }),
  'consolidated-half-year': () =>
    consolidatedReport({
      ...consolidated,
      paper: paper({ symbol: 'BC-PGDĐT', demo: false, number: '7', date: '2019-06-10', day: '2019-06-10' }),
      report: reportOf('half-year'),
      consolidation: consolidation('half-year', '2019-H1'),
      nameMissing: true,
      text: { 'state-management': 'Phòng đã chỉ đạo kịp thời.\nCác đơn vị thực hiện đầy đủ.' },
    }),
  'consolidated-supplement': () =>
    consolidatedReport({
      ...consolidated,
      paper: paper({ symbol: 'BC-PGDĐT', number: '19', date: '2019-06-28', day: '2019-06-28' }),
      report: reportOf('half-year'),
      consolidation: consolidation('half-year', '2019-H1'),
      supplement: {
        to: { number: '7', date: '2019-06-10' },
        reason: 'Một số đơn vị gửi báo cáo sau ngày phát hành.\nSố liệu đã được kiểm tra.',
        difference: differenceOf(
          withLess(consolidation('half-year', '2019-H1')),
          consolidation('half-year', '2019-H1'),
        ),
      },
    }),
  'consolidated-internal': () =>
    consolidatedReport({
      ...consolidated,
      paper: paper({ symbol: 'BC-PGDĐT' }),
      report: reportOf('year'),
      consolidation: consolidation('year', '2019'),
      internal: { filing: entries, missing: true, paragraphs: true, sources: true, findings: true },
    }),
  reminder: () => reminderLetter({ ...reminder, paper: paper(), received: 19, missing }),
  'reminder-few': () =>
    reminderLetter({
      ...reminder,
      paper: paper(),
      received: 22,
      missing: missing.slice(0, 2),
      second: true,
      contact: 'đồng chí Oanh, văn thư, điện thoại 0272 000 000',
    }),
  'return-slip': () =>
    returnSlip({
      directory: office,
      desk: 'phong-gddt',
      obligation: required(
        dutiesOf('year').find(({ unit }) => unit === school),
        'duty',
      ),
      revision: 1,
      notes: [
        {
          section: 'II.2',
          content: 'Lượt người tham dự',
          ask: 'Số buổi là 03 nhưng lượt người tham dự là 0; đề nghị kiểm tra lại.',
        },
        { section: 'III', content: 'Tồn tại, hạn chế', ask: 'Đề nghị bổ sung nguyên nhân.' },
      ],
      sendBy: { day: '2019-11-15', time: '16:00' },
      reviewer: { name: 'Cô Oanh, văn thư', phone: '0272 000 000' },
      date: '2019-11-11',
      demo: true,
    }),
  'follow-up-book': () =>
    followUpBook({
      directory: office,
      desk: 'phong-gddt',
      period: 'Năm 2019',
      entries,
      day: '2019-11-11',
      person: () => 'Cô Oanh',
      demo: true,
    }),
  // Text may hold anything: what XML forbids, markup, tabs and line breaks, letters far from Vietnam, no words at all.
  hostile: () =>
    consolidatedReport({
      ...consolidated,
      paper: paper({
        symbol: 'BC-PGDĐT',
        number: '<1>',
        recipients: [{ text: HOSTILE, purpose: HOSTILE }, { text: '' }],
        signatory: { authority: [], headTitle: HOSTILE, name: HOSTILE },
      }),
      plan: { ...plan, title: [HOSTILE, 'a'.repeat(300)] },
      report: reportOf('year'),
      consolidation: withHostileNames(consolidation('year', '2019')),
      addressees: [HOSTILE, ''],
      text: { direction: HOSTILE, proposals: '\u0000' },
      opinions: { [HOSTILE]: HOSTILE },
      internal: { missing: true, paragraphs: true, sources: true, findings: true },
    }),
};
