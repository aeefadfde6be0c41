import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/working.ts';
import { defineOffice, parsePlan } from '../plan/define.ts';
import type { PlanInput } from '../plan/schema.ts';
import type { Finding } from '../text/finding.ts';
import type { CheckPlanInput } from './context.ts';
import { soundOffice, soundPlan } from './fixtures/sound.ts';
import { checkPlan } from './plan.ts';

type Report = PlanInput['reports'][number];
type Change = { readonly [K in keyof Report]?: Report[K] | undefined };

interface Case {
  readonly report?: Change;
  readonly plan?: Partial<PlanInput>;
  readonly input?: Partial<CheckPlanInput>;
}

/** Findings of one rule on the sound plan with its half-year report changed; an undefined part is left out. */
const found = (rule: string, { report = {}, plan = {}, input = {} }: Case): readonly Finding[] => {
  const sound = soundPlan();
  const [first, ...others] = sound.reports;
  const changed = Object.fromEntries(
    Object.entries({ ...first, ...report }).filter(([, value]) => value !== undefined),
  );
  const parsed = parsePlan({ ...sound, reports: [changed, ...others], ...plan });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return checkPlan({ plan: parsed.value, office: defineOffice(soundOffice()), ...input }).filter(
    (finding) => finding.rule === rule,
  );
};

const window = (to: string) => ({ rule: 'stated', from: '15/12', fromYearOffset: -1, to }) as const;

describe('a deadline before the plan could be issued', () => {
  test.each([
    ['2026-06-03', 0],
    ['2026-06-04', 0], // issued on the last on-time day: units can still send
    ['2026-06-05', 1],
  ])('plan of %s, report before 05/6', (date, count) => {
    expect(found('check.due-before-issue', { plan: { date } })).toHaveLength(count);
  });

  test('counts from adoption while the date is blank, from the latest document in a plain file', () => {
    const { date: _, ...blank } = soundPlan();
    const parsed = parsePlan(blank);
    if (!parsed.ok) throw new Error('the sound plan without its date is a plan');
    const of = (adopted?: string) =>
      checkPlan({ plan: parsed.value, ...(adopted === undefined ? {} : { adopted }) }).filter(
        ({ rule }) => rule === 'check.due-before-issue',
      );
    expect(of()).toEqual([]);
    expect(of('2026-06-04')).toEqual([]);
    expect(of('2026-06-05').map(({ params }) => [params['issuedOn'], params['issuedBy'], params['lastDay']])).toEqual([
      ['2026-06-05', 'adoption', '2026-06-04'],
    ]);
  });

  test('is told once of a monthly report, with how many months more', () => {
    const [finding, ...others] = found('check.due-before-issue', {
      plan: { date: '2026-04-02' },
      report: { frequency: 'month', due: { rule: 'day-of-month', day: 20 }, window: { rule: 'decree-09-2019' } },
    });
    expect(others).toEqual([]);
    expect(finding?.params).toMatchObject({ period: 'tháng 01 năm 2026', more: 2 });
  });
});

describe('working days between cut-off and deadline (last on-time day Thursday 04/6/2026)', () => {
  test.each([
    ['01/6', []], // Tuesday, Wednesday, Thursday
    ['31/5', []], // a Sunday: Monday counts too
    ['02/6', [['check.few-days-after-cutoff', 2]]],
    ['04/6', [['check.few-days-after-cutoff', 0]]], // closes on the last on-time day itself
    ['05/6', [['check.due-before-window-closes', undefined]]],
  ])('cut-off %s', (to, told) => {
    const findings = ['check.few-days-after-cutoff', 'check.due-before-window-closes'].flatMap((rule) =>
      found(rule, { report: { window: window(to) } }),
    );
    expect(findings.map(({ rule, params }) => [rule, params['days']])).toEqual(told);
  });

  test.each([
    [2, 0],
    [3, 1],
  ])('an office that needs %i', (consolidationDays, count) => {
    const office = defineOffice({ ...soundOffice(), settings: { consolidationDays } });
    expect(
      found('check.few-days-after-cutoff', { report: { window: window('02/6') }, input: { office } }),
    ).toHaveLength(count);
  });

  test('a make-up Saturday is a working day', () => {
    const calendar = createCalendar({
      swaps: [{ from: '2026-06-06', kind: 'work', name: 'Làm bù' }],
      announcedYears: [2026],
    });
    const report: Change = { due: { rule: 'date', on: '07/6' }, window: window('03/6') };
    expect(found('check.few-days-after-cutoff', { report })).toHaveLength(1);
    expect(found('check.few-days-after-cutoff', { report, input: { calendar } })).toEqual([]);
  });

  test('without a stated window, article 12 of the decree holds: 14/6', () => {
    const [finding] = found('check.due-before-window-closes', { report: { window: undefined } });
    expect(finding).toMatchObject({
      where: ['reports', 0, 'due'],
      params: { windowFrom: '2025-12-15', windowTo: '2026-06-14', windowSource: 'decree-09-2019' },
    });
  });

  test('a one-off duty and a unit plan have no window of their own', () => {
    const duty = { due: { rule: 'date', on: '28/02' }, window: undefined } as const;
    for (const report of [
      { ...duty, frequency: 'once' as const },
      { ...duty, kind: 'unit-plan' as const },
    ]) {
      expect(found('check.due-before-window-closes', { report })).toEqual([]);
    }
  });
});

describe('working days between levels', () => {
  const upward = (on: string) => ({
    upward: [{ report: 'half-year', to: ['so-gddt'], due: { rule: 'date', on } as const }],
  });

  test.each([
    ['10/6', []], // 05, 08, 09/6
    ['09/6', [2]],
    ['06/6', [1]],
  ])('units before 05/6/2026, upward before %s', (on, days) => {
    expect(found('chain.too-few-days', { plan: upward(on) }).map(({ params }) => params['days'])).toEqual(days);
  });

  test.each(['05/6', '04/6'])('units before 05/6/2026, upward not later: before %s', (on) => {
    expect(found('chain.not-before', { plan: upward(on) })).toHaveLength(1);
  });

  test('are told of once for a monthly report', () => {
    const due = { rule: 'day-of-month', day: 20 } as const;
    const plan = { upward: [{ report: 'half-year', to: ['so-gddt'], due }] };
    expect(found('chain.not-before', { plan, report: { frequency: 'month', due } })).toHaveLength(1);
  });
});

describe('a last on-time day without work', () => {
  test.each([
    ['05/6', []], // Thursday 04/6/2026
    ['07/6', [['2026-06-06', 'thứ Bảy', '2026-06-05']]],
    ['08/6', [['2026-06-07', 'Chủ nhật', '2026-06-05']]],
    ['01/5', [['2026-04-30', expect.any(String), '2026-04-29']]],
  ])('before %s', (on, days) => {
    const findings = found('check.due-on-rest-day', { report: { due: { rule: 'date', on }, window: window('15/3') } });
    expect(findings.map(({ params }) => [params['lastDay'], params['reason'], params['lastWorkingDay']])).toEqual(days);
  });

  test('is no matter where the office moves it to the next working day', () => {
    expect(
      found('check.due-on-rest-day', { report: { due: { rule: 'date', on: '07/6' }, restDay: 'next-working-day' } }),
    ).toEqual([]);
  });
});

describe('a task whose time is over', () => {
  const task = (schedule: Report['due']) => {
    const { tasks } = soundPlan();
    for (const one of tasks.groups[0]!.tasks) one.schedule = schedule;
    return { tasks };
  };

  test.each([
    ['2026-03-31', 0],
    ['2026-04-01', 2],
  ])('plan of %s, both tasks in the first quarter', (date, count) => {
    expect(found('check.task-past', { plan: { ...task({ rule: 'within-quarter', quarter: 1 }), date } })).toHaveLength(
      count,
    );
  });

  test.each([{ rule: 'all-year' }, { rule: 'on-occurrence' }, { rule: 'none' }] as const)(
    'never one without a day: %j',
    (schedule) => {
      expect(found('check.task-past', { plan: { ...task(schedule), date: '2026-12-01' } })).toEqual([]);
    },
  );
});
