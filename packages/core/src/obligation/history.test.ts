import { describe, expect, test } from 'vitest';
import { isKnownRule } from '../text/catalogue.ts';
import { calendar, smallPlan } from './fixtures/small-plan.ts';
import {
  applyPlanEntry,
  noHistory,
  openPeriod,
  requestReport,
  type PlanActContext,
  type PlanEntry,
} from './history.ts';

const plan = smallPlan();
const at = '2019-09-02T01:00:00.000Z';
const adopt = (version: number, adopted: string): PlanEntry => ({
  stream: 'plan:ttdn-2019',
  version,
  at,
  actor: 'admin',
  kind: 'adopt',
  data: { adopted, plan },
});
const context = (entries: readonly PlanEntry[] = [adopt(1, '2019-08-30')]): PlanActContext => ({
  plan,
  history: entries.reduce(applyPlanEntry, noHistory),
  calendar,
  at,
  actor: 'co-oanh',
});
const rulesOf = (result: ReturnType<typeof openPeriod>) => result.findings.map(({ rule }) => rule);

describe('a plan’s stream', () => {
  test('numbers the versions as they were adopted', () => {
    expect(context([adopt(1, '2019-08-30'), adopt(2, '2019-10-01')]).history.versions).toMatchObject([
      { version: 1, adopted: '2019-08-30' },
      { version: 2, adopted: '2019-10-01' },
    ]);
  });

  test('keeps the last opening of each period', () => {
    const opened = openPeriod({ report: 'year', period: '2019', method: 'một' }, context());
    if (!opened.ok) throw new Error('refused');
    const again = {
      ...opened.value,
      version: 3,
      data: { report: 'year', period: '2019', contact: 'hai' },
    } as PlanEntry;
    const { history } = context([adopt(1, '2019-08-30'), opened.value, again]);
    expect(history.openings).toEqual([{ report: 'year', period: '2019', contact: 'hai' }]);
    expect(history.version).toBe(3);
  });
});

describe('opening a period', () => {
  test('gives the next entry of the plan’s stream', () => {
    expect(openPeriod({ report: 'year', period: '2019' }, context())).toMatchObject({
      ok: true,
      value: { stream: 'plan:ttdn-2019', version: 2, kind: 'open-period', actor: 'co-oanh' },
    });
  });

  test.each([
    ['a report that the plan does not have', { report: 'quarter', period: '2019' }, ['act.unknown-report']],
    ['a period that the report does not have', { report: 'year', period: '2020' }, ['act.unknown-period']],
    ['a form that the plan does not have', { report: 'year', period: '2019', form: 'x' }, ['act.unknown-form']],
    [
      'a window that ends before it begins',
      { report: 'year', period: '2019', cutoff: { from: '2019-10-31', to: '2019-10-30' } },
      ['act.window-reversed'],
    ],
  ])('refuses %s', (_, opening, rules) => {
    const refused = openPeriod(opening, context());
    expect(rulesOf(refused)).toEqual(rules);
    expect(rules.every(isKnownRule)).toBe(true);
  });
});

describe('what was not read from a file', () => {
  const request = { event: 'bao-so-3', title: 'Bão số 3', on: '2019-09-02', units: [{}] };
  const where = (result: ReturnType<typeof openPeriod>) =>
    result.findings.map((finding) => `${finding.rule} ${finding.where.join('.')}`);

  test.each([
    [{ ...request, on: '2026-02-31' }, ['date.not-a-date on']],
    [{ ...request, due: { rule: 'date' as const, on: 'garbage' } }, ['date.not-a-month-day due.on']],
    [{ ...request, event: 'Bão số 3' }, ['id.not-a-slug event']],
    [{ ...request, title: ' ' }, ['text.blank title']],
  ])('a request that is none is refused: %j', (event, rules) => {
    expect(where(requestReport(event, context()))).toEqual(rules);
  });

  test.each([
    [{ from: '2019-02-31', to: 'zzz' }, ['date.not-a-date cutoff.from', 'date.not-a-date cutoff.to']],
    [{ from: '2019-10-31', to: '30/10/2019' }, ['act.window-reversed cutoff']],
  ])('a cut-off that is none is refused: %j', (cutoff, rules) => {
    expect(where(openPeriod({ report: 'year', period: '2019', cutoff }, context()))).toEqual(rules);
  });

  test('days as people write them are kept in ISO, due rules with their defaults', () => {
    const event = { ...request, on: '02/9/2019', due: { rule: 'date' as const, on: '10/9/2019' } };
    expect(requestReport(event, context())).toMatchObject({
      ok: true,
      value: { data: { on: '2019-09-02', due: { rule: 'date', on: '2019-09-10', reading: 'before' } } },
    });
  });

  test.each(['garbage', '2019-02-31T01:00:00.000Z', '2019-09-02'])('a clock that says %s is refused', (wrong) => {
    expect(where(requestReport(request, { ...context(), at: wrong }))).toEqual(['act.not-an-instant at']);
    expect(where(openPeriod({ report: 'year', period: '2019' }, { ...context(), at: wrong }))).toEqual([
      'act.not-an-instant at',
    ]);
  });

  test.each([
    ['an hour that has passed', { on: '2019-09-02', time: '07:59' }, '2019-09-02', ['act.date-past due']],
    ['the minute that it is', { on: '2019-09-02', time: '08:00' }, '2019-09-02', ['act.date-past due']],
    ['the minute after', { on: '2019-09-02', time: '08:01' }, '2019-09-02', []],
    ['an early hour of tomorrow', { on: '2019-09-03', time: '00:01' }, '2019-09-02', []],
    ['an hour of a day before, written down now', { on: '2019-09-01', time: '09:00' }, '2019-09-01', []],
  ] as const)('asked at 8:00 on 02/9/2019, due before %s: %j', (_, due, on, refused) => {
    const asked = { ...request, on, due: { rule: 'date' as const, reading: 'before' as const, ...due } };
    expect(where(requestReport(asked, { ...context(), at: '2019-09-02T01:00:00.000Z' }))).toEqual(refused);
    expect(isKnownRule('act.date-past')).toBe(true);
  });

  test.each([
    ['2019-09-01', 'by', false],
    ['2019-09-02', 'before', false],
    ['2019-09-02', 'by', true],
    ['2019-09-03', 'before', true],
  ] as const)('asked on 02/9/2019, due %s (%s): allowed %s', (on, reading, allowed) => {
    const result = requestReport({ ...request, due: { rule: 'date', on, reading } }, context());
    expect(where(result)).toEqual(allowed ? [] : ['act.due-before-request due']);
    expect(isKnownRule('act.due-before-request')).toBe(true);
  });
});

describe('an ad hoc request', () => {
  const request = { event: 'bao-so-3', title: 'Bão số 3', on: '2019-09-02', units: [{}] };

  test('can then be opened like any period', () => {
    const requested = requestReport(request, context());
    if (!requested.ok) throw new Error('refused');
    const after = context([adopt(1, '2019-08-30'), requested.value]);
    expect(openPeriod({ report: 'bao-so-3', period: 'on-bao-so-3' }, after).ok).toBe(true);
    expect(rulesOf(requestReport(request, after))).toEqual(['act.event-taken']);
  });

  test.each([
    ['the id of one of the plan’s reports', { ...request, event: 'year' }, ['act.event-taken']],
    [
      'the id kept for the unit’s own plan, where the plan has none',
      { ...request, event: 'unit-plan' },
      ['act.event-reserved'],
    ],
    ['a report that the plan does not have', { ...request, report: 'nothing' }, ['act.unknown-report']],
    ['a form that the plan does not have', { ...request, form: 'nothing' }, ['act.unknown-form']],
  ])('refuses %s', (_, event, rules) => {
    const bare = smallPlan({ reports: plan.reports.filter(({ id }) => id !== 'unit-plan') });
    expect(rulesOf(requestReport(event, { ...context(), plan: bare }))).toEqual(rules);
    expect(rules.every(isKnownRule)).toBe(true);
  });
});
