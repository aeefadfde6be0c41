import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../due/period.ts';
import type { DataWindow } from '../due/types.ts';
import { describeForm } from '../report/describe.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import type { Answers } from '../report/values.ts';
import { describeFinding } from '../text/catalogue.ts';
import { crossPeriodFindings, isNested } from './cross-period.ts';

const description = describeForm({ form: smallForm, report: 'year', kind: 'tieu-hoc', year: 2020 });
const window = (from: string, to: string): DataWindow => ({ from, to, source: 'stated' });
const year = window('2019-12-15', '2020-12-14');
const half = window('2019-12-15', '2020-06-14');
const period = (id: string) => parsePeriod(id)!;
const earlier = (id: string, of: DataWindow, answers: Answers) => ({
  submission: { answers },
  period: period(id),
  window: of,
});

const base = { description, period: period('2020'), window: year };
const rules = (now: Answers, more: Partial<Parameters<typeof crossPeriodFindings>[0]>) =>
  crossPeriodFindings({ ...base, submission: { answers: now }, ...more }).map(
    ({ rule, where, severity }) => `${severity} ${rule} ${where.join('.')}`,
  );

describe('a year and its half', () => {
  test('the year is not smaller than the half that lies inside it', () => {
    const findings = crossPeriodFindings({
      ...base,
      submission: { answers: { meetings: 8 } },
      within: [earlier('2020-H1', half, { meetings: 12 })],
    });
    expect(findings.map((finding) => describeFinding(finding).message)).toEqual([
      'Số liệu năm 2020 của “Cuộc họp” (mục I) (8) nhỏ hơn số liệu 6 tháng đầu năm 2020 (12). Đề nghị kiểm tra lại hoặc ghi lý do.',
    ]);
  });

  test.each<[string, Answers, Answers, DataWindow]>([
    ['equal', { meetings: 12 }, { meetings: 12 }, half],
    ['a stock may fall', { classes: 8 }, { classes: 12 }, half],
    ['windows that overlap only', { meetings: 8 }, { meetings: 12 }, window('2019-11-01', '2020-05-31')],
    ['blank in the year', {}, { meetings: 12 }, half],
  ])('%s is no finding', (_what, now, before, inner) =>
    expect(rules(now, { within: [earlier('2020-H1', inner, before)] })).toEqual([]),
  );

  test.each([
    ['2020-01-01', '2020-06-30', true],
    ['2019-12-15', '2020-12-14', true],
    ['2019-12-14', '2020-06-14', false],
    ['2020-01-01', '2020-12-15', false],
  ] as const)('%s to %s nested: %s', (from, to, nested) => expect(isNested(window(from, to), year)).toBe(nested));
});

describe('against the period before', () => {
  const before = (answers: Answers) => ({ previous: earlier('2019', window('2018-12-15', '2019-12-14'), answers) });
  const long = 'Đơn vị đã triển khai đầy đủ các nội dung theo kế hoạch đề ra trong năm.';

  test.each<[string, Answers, Answers, string[]]>([
    ['five times is no finding', { meetings: 10 }, { meetings: 2 }, []],
    ['more than five times is', { meetings: 11 }, { meetings: 2 }, ['warning answer.grown-much answers.meetings']],
    ['from nothing is no finding', { meetings: 500 }, { meetings: 0 }, []],
    ['money a hundred times is none', { cash: 100_000_000 }, { cash: 1_000_000 }, []],
    ['money more than that is', { cash: 100_001_000 }, { cash: 1_000_000 }, ['warning answer.grown-much answers.cash']],
    ['a stock that doubles is none', { classes: 20 }, { classes: 10 }, []],
    ['a stock above that is', { classes: 21 }, { classes: 10 }, ['warning answer.state-changed-much answers.classes']],
    ['a stock below half is', { classes: 4 }, { classes: 10 }, ['warning answer.state-changed-much answers.classes']],
    [
      'a copied paragraph is',
      { 'next-steps': `  ${long}` },
      { 'next-steps': long },
      ['warning answer.text-copied answers.next-steps'],
    ],
    ['a short one is none', { 'next-steps': 'Không có.' }, { 'next-steps': 'Không có.' }, []],
    ['a changed one is none', { 'next-steps': `${long} Thêm.` }, { 'next-steps': long }, []],
  ])('%s', (_what, now, last, expected) => expect(rules(now, before(last))).toEqual(expected));

  test('stocks of two school years are not compared', () => {
    const comparableWithin = new Map([['classes', 'school-year']]);
    const now = { classes: 50, 'school-year': '2019-2020' };
    expect(rules(now, { ...before({ classes: 10, 'school-year': '2018-2019' }), comparableWithin })).toEqual([]);
    expect(rules(now, { ...before({ classes: 10, 'school-year': '2019-2020' }), comparableWithin })).toEqual([
      'warning answer.state-changed-much answers.classes',
    ]);
  });

  test('a period that contains the one before may well be five times as large', () => {
    expect(rules({ meetings: 100 }, { previous: earlier('2020-H1', half, { meetings: 2 }) })).toEqual([]);
  });
});
