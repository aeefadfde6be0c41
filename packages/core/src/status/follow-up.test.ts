import { describe, expect, test } from 'vitest';
import { calendar, smallPlan } from '../obligation/fixtures/small-plan.ts';
import type { Obligation } from '../obligation/types.ts';
import { clockMoment, factsOf } from './facts.ts';
import { followUpRows, remindersDue, unsent, type FollowUpInput } from './follow-up.ts';
import { dayOfRung, defaultLadder } from './ladder.ts';
import { rates } from './rates.ts';
import { obligationOf, plan2020, send, tell, vietnam, type Step } from './fixtures/story.ts';

const half = obligationOf('half-year');
const actor = 'co-oanh';
const input = (clock: string, steps: readonly Step[] = [], obligation: Obligation = half): FollowUpInput => ({
  obligations: [obligation],
  facts: new Map(steps.length === 0 ? [] : [[obligation.id, factsOf(tell(obligation, steps))]]),
  now: clockMoment(vietnam(clock)),
  calendar,
});
const signed: Obligation = { ...half, report: { ...half.report, timelinessBasis: 'signed-document' } };
const rungs = (of: FollowUpInput) => remindersDue(of).map(({ rung }) => rung.id);
const extend: Step = { at: '2020-06-01 08:00', act: { act: 'extend', to: '2020-06-10', reason: 'Bận thi.' }, actor };
const waive: Step = { at: '2020-06-01 08:00', act: { act: 'waive', reason: 'Sửa chữa.' }, actor };
const taken = (at: string, rung: string, act: 'remind' | 'urge' = 'remind'): Step => ({
  at,
  act: { act, channel: 'email', text: 'x', rung },
  actor,
});

describe('the ladder', () => {
  test.each([
    // Thursday 04/6/2020; 15/5 is a Friday, 28/5 a Thursday.
    ['2020-06-04', ['2020-05-15', '2020-05-28', '2020-06-04', '2020-06-05', '2020-06-09', '2020-06-11']],
    // Sunday 04/6/2023: what falls on a day off goes back to the Friday, what follows counts working days.
    ['2023-06-04', ['2023-05-15', '2023-05-26', '2023-06-02', '2023-06-05', '2023-06-07', '2023-06-09']],
    // 07 days before 08/5/2020 is 01/5, after 30/4: two holidays.
    ['2020-05-08', ['2020-04-17', '2020-04-29', '2020-05-08', '2020-05-11', '2020-05-13', '2020-05-15']],
  ])('for the last on-time day %s', (lastDay, days) => {
    expect(defaultLadder.map((rung) => dayOfRung(rung, lastDay, calendar))).toEqual(days);
  });

  test.each([
    ['2020-05-27 23:00', []],
    ['2020-05-28 07:59', []],
    ['2020-05-28 08:00', ['remind']],
    ['2020-06-03 08:00', ['remind']],
    ['2020-06-04 08:00', ['last-day']],
    ['2020-06-05 07:00', ['last-day']],
    ['2020-06-05 08:00', ['urge']],
    ['2020-06-09 08:00', ['call']],
    ['2020-06-11 08:00', ['urge-letter']],
  ])('at %s takes %j', (clock, expected) => {
    expect(rungs(input(clock))).toEqual(expected);
  });

  test('takes each step once, and after an outage only the last one', () => {
    const reminded = [taken('2020-05-28 08:00', 'remind')];
    expect(rungs(input('2020-06-03 08:00', reminded))).toEqual([]);
    expect(rungs(input('2020-06-09 08:00', reminded))).toEqual(['call']);
    expect(rungs(input('2020-06-10 08:00', [...reminded, taken('2020-06-09 08:05', 'call', 'urge')]))).toEqual([]);
  });

  test('does not reach back before the plan', () => {
    const late = obligationOf('half-year', { plan: plan2020({ date: '2020-06-01' }) });
    expect(rungs(input('2020-06-02 08:00', [], late))).toEqual([]);
    expect(rungs(input('2020-06-04 08:00', [], late))).toEqual(['last-day']);
  });
});

describe('nobody is followed up', () => {
  const past = obligationOf('half-year', { plan: smallPlan() });
  const back: Step = {
    at: '2020-06-04 08:00',
    act: { act: 'return', due: '2020-06-20', notes: { x: 'Xem lại.' } },
    actor,
  };
  test.each<[string, FollowUpInput]>([
    ['for 04/6/2019, which passed before the plan existed', input('2019-09-02 08:00', [], past)],
    ['for what has no date', input('2020-12-01 08:00', [], obligationOf('unit-plan'))],
    ['who has sent', input('2020-06-11 08:00', [send('2020-06-03 08:00')])],
    ['who is to mend what was sent', input('2020-06-11 08:00', [send('2020-06-03 08:00'), back])],
    ['who is waived', input('2020-06-11 08:00', [waive])],
    ['whose extension runs', input('2020-06-10 08:00', [extend])],
  ])('%s', (_, of) => {
    expect(unsent(of)).toEqual([]);
    expect(remindersDue(of)).toEqual([]);
  });
});

describe('the list of what has not been sent', () => {
  test('before the date holds everyone awaited, as the list of a letter only whose date has passed', () => {
    expect(unsent(input('2020-06-04 08:00'))).toHaveLength(1);
    expect(unsent({ ...input('2020-06-04 08:00'), overdue: true })).toEqual([]);
    expect(unsent({ ...input('2020-06-05 00:00'), overdue: true })).toHaveLength(1);
  });

  test('holds an extension once it has run out, urged from its own date', () => {
    expect(unsent({ ...input('2020-06-11 08:00', [extend]), overdue: true })).toHaveLength(1);
    expect(rungs(input('2020-06-11 08:00', [extend]))).toEqual(['urge']);
  });

  test('holds what a unit took back, and a date that an officer set', () => {
    const withdrawn: Step[] = [send('2020-06-03 08:00'), { at: '2020-06-03 09:00', act: { act: 'withdraw' } }];
    expect(unsent(input('2020-06-05 08:00', withdrawn))).toHaveLength(1);
    const set: Step = {
      at: '2020-01-15 08:00',
      act: { act: 'set-date', to: '2020-01-31', reason: 'Để phê duyệt.' },
      actor,
    };
    expect(rungs(input('2020-02-03 08:00', [set], obligationOf('unit-plan')))).toEqual(['urge']);
  });
});

describe('a report of which only the signed copy is awaited', () => {
  const of = input('2020-06-11 08:00', [send('2020-06-03 08:00')], signed);
  test('is on the list, as the rates count it, but nobody is told that nothing was received', () => {
    expect(unsent({ ...of, overdue: true })).toHaveLength(1);
    expect(rates(unsent(of))).toMatchObject({ missing: 1, received: 0, awaitingSignedCopy: 1 });
    expect(remindersDue(of)).toEqual([]);
  });
});

describe('the follow-up book', () => {
  test('has a row an obligation: due, arrival and how, reminders, result', () => {
    const record: Step = {
      at: '2020-06-08 08:00',
      act: { act: 'record', receivedOn: '2020-06-07', channel: 'paper' },
      actor,
    };
    const steps = [taken('2020-05-28 08:00', 'remind'), taken('2020-06-05 08:00', 'urge', 'urge'), record];
    const [row] = followUpRows(input('2020-06-08 09:00', steps));
    expect(row).toMatchObject({
      obligation: {
        id: half.id,
        unit: 'th-1',
        report: { name: 'kết quả hoạt động thông tin đối ngoại' },
        period: { words: '6 tháng đầu năm 2020' },
      },
      facts: { filing: 'submitted', revision: 1 },
      due: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)',
      arrival: { day: '2020-06-07', dayOnly: true },
      how: 'paper',
      status: { timeliness: { is: 'late', days: 3, workingDays: 1 } },
      reminders: 1,
      urgings: 1,
      lastReminder: '2020-06-05',
      badge: { text: 'Đã nhận (ghi nhận)' },
    });
    expect(row).not.toHaveProperty('effectiveDue');
  });

  test('shows the date in force beside the plan’s, and no arrival where there is none', () => {
    const [row] = followUpRows(input('2020-06-02 09:00', [extend]));
    expect(row).toMatchObject({
      effectiveDue: 'chậm nhất hết ngày 10/6/2020',
      status: { timeliness: { is: 'pending' } },
    });
    expect(row).not.toHaveProperty('arrival');
    expect(row).not.toHaveProperty('how');
  });

  test('says of a report sent on the page that it came that way', () => {
    expect(followUpRows(input('2020-06-04 09:00', [send('2020-06-03 15:20')]))[0]).toMatchObject({
      how: 'page',
      arrival: { day: '2020-06-03', minute: 920 },
    });
  });

  test('prints the arrival that lateness is judged by: of a signed report, that of its signed copy', () => {
    const copy: Step = {
      at: '2020-06-08 08:00',
      act: { act: 'attach-signed-copy', signedDocument: { number: '05/BC-TH' } },
      actor,
    };
    const rowAt = (steps: readonly Step[]) => followUpRows(input('2020-06-09 09:00', steps, signed))[0];
    expect(rowAt([send('2020-06-03 15:20'), copy])).toMatchObject({
      arrival: { day: '2020-06-08' },
      status: { timeliness: { is: 'late', days: 4 } },
    });
    expect(rowAt([send('2020-06-03 15:20')])).toMatchObject({
      arrival: { day: '2020-06-03' },
      status: { timeliness: { is: 'pending' } },
    });
  });
});
