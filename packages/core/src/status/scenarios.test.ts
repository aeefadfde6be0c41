import { describe, expect, test } from 'vitest';
import { smallPlan } from '../obligation/fixtures/small-plan.ts';
import type { PlanEvent } from '../obligation/types.ts';
import { obligationOf, plan2020, send, stateAt, type Step } from './fixtures/story.ts';

const half2020 = obligationOf('half-year');
const plan2019 = smallPlan();
const officer = { actor: 'co-oanh' };

describe('the half-year of 2019, before 05/6/2019, of a plan issued no earlier than 23/8/2019', () => {
  const half = obligationOf('half-year', { plan: plan2019 });
  test.each(['2019-06-05 08:00', '2019-08-23 08:00', '2019-12-31 08:00'])('is never overdue, at %s neither', (now) => {
    expect(stateAt(half, [], now)).toMatchObject({
      phase: 'no-deadline',
      relief: 'not-applicable',
      timeliness: { is: 'not-judged' },
      badge: { text: 'Không áp dụng' },
    });
  });
  test('if sent all the same, it is neither on time nor late', () => {
    expect(stateAt(half, [send('2019-09-10 08:00')], '2019-09-10 09:00')).toMatchObject({
      filing: 'submitted',
      timeliness: { is: 'not-judged' },
      badge: { text: 'Đã gửi' },
    });
  });
});

describe('the year 2019, before 05/11/2019', () => {
  const year = obligationOf('year', { plan: plan2019 });
  test.each([
    ['2019-11-04 23:59', { is: 'on-time' }],
    ['2019-11-05 00:00', { is: 'late', days: 1, workingDays: 1 }],
    ['2019-11-11 10:00', { is: 'late', days: 7, workingDays: 5 }],
  ])('sent %s', (at, timeliness) => {
    expect(stateAt(year, [send(at)], '2019-11-30 08:00').timeliness).toEqual(timeliness);
  });

  test.each([
    ['2019-08-22 08:00', 'upcoming', 74],
    ['2019-08-23 08:00', 'open', 73],
    ['2019-10-27 23:59', 'open', 8],
    ['2019-10-28 00:00', 'due-soon', 7],
    ['2019-11-03 23:59', 'due-soon', 1],
    ['2019-11-04 00:00', 'last-day', 0],
    ['2019-11-04 23:59', 'last-day', 0],
    ['2019-11-05 00:00', 'overdue', -1],
  ])('at %s is %s', (now, phase, daysLeft) => {
    expect(stateAt(year, [], now)).toMatchObject({ phase, daysLeft });
  });
});

describe('an ad hoc request before 16:00 on 15/5/2020', () => {
  const event: PlanEvent = {
    event: 'hoa-toc',
    title: 'Báo cáo nhanh',
    on: '2020-05-15',
    due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
  };
  const request = obligationOf('hoa-toc', { events: [event] });

  test.each([
    ['2020-05-15 15:59', { is: 'on-time' }],
    // Missed by less than a minute: late, and never called 0 minutes late.
    ['2020-05-15 16:00', { is: 'late', days: 0, workingDays: 0, minutes: 1 }],
    ['2020-05-15 16:20', { is: 'late', days: 0, workingDays: 0, minutes: 20 }],
    // 16/5/2020 is a Saturday.
    ['2020-05-16 09:00', { is: 'late', days: 1, workingDays: 0 }],
  ])('sent %s', (at, timeliness) => {
    expect(stateAt(request, [send(at)], '2020-05-18 08:00').timeliness).toEqual(timeliness);
  });

  test.each([
    ['2020-05-15 08:00', 'last-day'],
    ['2020-05-15 15:59', 'last-day'],
    ['2020-05-15 16:00', 'overdue'],
  ])('at %s is %s', (now, phase) => {
    expect(stateAt(request, [], now).phase).toBe(phase);
  });

  test('extended to the end of the same day, is on time at 16:20', () => {
    const extend: Step = {
      at: '2020-05-15 15:00',
      act: { act: 'extend', to: '2020-05-15', reason: 'Mất điện.' },
      ...officer,
    };
    expect(stateAt(request, [extend, send('2020-05-15 16:20')], '2020-05-15 17:00').timeliness).toEqual({
      is: 'on-time',
    });
  });

  test('read as ‘by’ it includes the minute itself', () => {
    const by = obligationOf('hoa-toc', {
      events: [{ ...event, due: { ...event.due!, reading: 'by' } as NonNullable<PlanEvent['due']> }],
    });
    expect(stateAt(by, [send('2020-05-15 16:00')], '2020-05-15 17:00').timeliness).toEqual({ is: 'on-time' });
    expect(stateAt(by, [send('2020-05-15 16:20')], '2020-05-15 17:00').timeliness).toMatchObject({ minutes: 20 });
  });
});

describe('the half-year of 2020, before 05/6/2020', () => {
  const returnIt: Step = {
    at: '2020-06-04 09:00',
    act: { act: 'return', due: '2020-06-10', dueTime: '16:00', notes: { 'so-buoi': 'Đề nghị kiểm tra lại.' } },
    ...officer,
  };

  test('returned and sent again late keeps its first arrival: on time', () => {
    const steps = [send('2020-06-03 15:20'), returnIt, send('2020-06-20 08:00')];
    expect(stateAt(half2020, steps, '2020-06-20 09:00')).toMatchObject({
      filing: 'resubmitted',
      timeliness: { is: 'on-time' },
      facts: { revision: 2, firstArrival: { day: '2020-06-03' }, lastArrival: { day: '2020-06-20' } },
    });
  });

  test.each([
    ['2020-06-10 15:59', 'returned'],
    ['2020-06-10 16:00', 'resubmission-overdue'],
    ['2020-06-12 08:00', 'resubmission-overdue'],
  ])('returned, at %s is %s, and the lateness of sending again is not its own', (now, badge) => {
    expect(stateAt(half2020, [send('2020-06-03 15:20'), returnIt], now)).toMatchObject({
      filing: 'returned',
      timeliness: { is: 'on-time' },
      badge: { state: badge },
    });
  });

  test('withdrawn by the unit keeps its first arrival, and is due on its own date', () => {
    const steps: Step[] = [send('2020-06-03 15:20'), { at: '2020-06-03 16:00', act: { act: 'withdraw' } }];
    expect(stateAt(half2020, steps, '2020-06-05 08:00')).toMatchObject({
      phase: 'overdue',
      filing: 'returned',
      timeliness: { is: 'on-time' },
      badge: { state: 'withdrawn' },
    });
    expect(stateAt(half2020, [...steps, send('2020-06-08 08:00')], '2020-06-08 09:00').timeliness).toEqual({
      is: 'on-time',
    });
  });

  test('extended to 10/6 is on time until the end of 10/6, and late from there', () => {
    const extend: Step = {
      at: '2020-06-02 08:00',
      act: { act: 'extend', to: '2020-06-10', reason: 'Trường thi tốt nghiệp.' },
      ...officer,
    };
    expect(stateAt(half2020, [extend], '2020-06-05 08:00')).toMatchObject({
      phase: 'due-soon',
      relief: 'extended',
      effective: { lastDay: '2020-06-10', lastMinute: 1439 },
    });
    expect(stateAt(half2020, [extend, send('2020-06-10 23:59')], '2020-06-11 08:00').timeliness).toEqual({
      is: 'on-time',
    });
    expect(stateAt(half2020, [extend, send('2020-06-11 00:00')], '2020-06-11 08:00').timeliness).toMatchObject({
      is: 'late',
      days: 1,
    });
  });

  test('an extension granted after a late arrival makes it on time; the original date stays in the obligation', () => {
    const steps: Step[] = [
      send('2020-06-08 08:00'),
      { at: '2020-06-09 08:00', act: { act: 'extend', to: '2020-06-08', reason: 'Mất điện toàn xã.' }, ...officer },
    ];
    expect(stateAt(half2020, steps, '2020-06-09 09:00').timeliness).toEqual({ is: 'on-time' });
  });

  test('an extension refused leaves the date', () => {
    const ask: Step = { at: '2020-06-02 08:00', act: { act: 'ask-extension', to: '2020-06-10', reason: 'Bận thi.' } };
    const refuse: Step = {
      at: '2020-06-02 10:00',
      act: { act: 'refuse-extension', reason: 'Cần tổng hợp kịp thời.' },
      ...officer,
    };
    expect(stateAt(half2020, [ask], '2020-06-02 09:00')).toMatchObject({
      flags: { extensionAsked: true },
      relief: 'none',
    });
    expect(stateAt(half2020, [ask, refuse], '2020-06-05 09:00')).toMatchObject({
      flags: { extensionAsked: false },
      phase: 'overdue',
    });
  });

  test('waived, and no longer waived', () => {
    const waive: Step = { at: '2020-06-01 08:00', act: { act: 'waive', reason: 'Trường đang sửa chữa.' }, ...officer };
    const unwaive: Step = { at: '2020-06-02 08:00', act: { act: 'unwaive', reason: 'Đã sửa xong.' }, ...officer };
    expect(stateAt(half2020, [waive], '2020-06-05 08:00')).toMatchObject({
      relief: 'waived',
      badge: { text: 'Được miễn' },
    });
    expect(stateAt(half2020, [waive, unwaive], '2020-06-05 08:00')).toMatchObject({
      relief: 'none',
      badge: { text: 'Quá hạn' },
    });
  });

  test('recorded on 10/6 as received on paper on 03/6 is on time; both days are kept', () => {
    const record: Step = {
      at: '2020-06-10 08:10',
      act: { act: 'record', receivedOn: '2020-06-03', channel: 'paper', note: 'Bản giấy tại văn thư.' },
      ...officer,
    };
    expect(stateAt(half2020, [record], '2020-06-10 09:00')).toMatchObject({
      timeliness: { is: 'on-time' },
      facts: { firstArrival: { day: '2020-06-03', dayOnly: true }, recorded: { channel: 'paper', by: 'co-oanh' } },
    });
  });

  test('a contest that is accepted moves the arrival; one that is not does not', () => {
    const contest: Step = { at: '2020-06-08 08:00', act: { act: 'contest', reason: 'Đã gửi qua Zalo ngày 04/6.' } };
    const answer = (act: Step['act']): Step => ({ at: '2020-06-08 10:00', act, ...officer });
    const sent = send('2020-06-07 08:00');
    expect(stateAt(half2020, [sent, contest], '2020-06-08 09:00')).toMatchObject({
      flags: { contested: true },
      timeliness: { is: 'late', days: 3, workingDays: 1 },
      badge: { text: 'Đang xem xét' },
    });
    const accepted = answer({ act: 'answer', accepted: true, note: 'Có tin nhắn.', receivedOn: '2020-06-04' });
    expect(stateAt(half2020, [sent, contest, accepted], '2020-06-08 11:00')).toMatchObject({
      flags: { contested: false },
      timeliness: { is: 'on-time' },
    });
    const refused = answer({ act: 'answer', accepted: false, note: 'Không có tin nhắn nào.' });
    expect(stateAt(half2020, [sent, contest, refused], '2020-06-08 11:00').timeliness).toMatchObject({ is: 'late' });
  });

  test('nothing to report is received like any other', () => {
    const nil: Step = {
      at: '2020-06-03 08:00',
      act: { act: 'submit', report: 'nothing-to-report', reason: 'Không có hoạt động.' },
    };
    expect(stateAt(half2020, [nil], '2020-06-03 09:00')).toMatchObject({
      filing: 'submitted',
      timeliness: { is: 'on-time' },
      facts: { kind: 'nothing-to-report', nothingReason: 'Không có hoạt động.' },
    });
  });
});

describe('a report judged by its signed document', () => {
  const signed = obligationOf('half-year', {
    plan: plan2020({
      reports: [
        {
          id: 'half-year',
          name: 'kết quả',
          kind: 'periodic',
          frequency: 'half-year-1',
          due: { rule: 'date', on: '05/6' },
          timelinessBasis: 'signed-document',
        },
      ],
    }),
  });
  const attach = (at: string): Step => ({
    at,
    act: { act: 'attach-signed-copy', signedDocument: { number: '05/BC-TH' } },
  });

  test('waits for the paper when the data are there, and is not yet on time', () => {
    expect(stateAt(signed, [send('2020-06-03 08:00')], '2020-06-05 08:00')).toMatchObject({
      filing: 'submitted',
      timeliness: { is: 'pending' },
      flags: { awaitingSignedCopy: true },
      phase: 'overdue',
      badge: { text: 'Chờ bản ký' },
    });
  });

  test.each([
    ['2020-06-04 16:00', 'on-time'],
    ['2020-06-05 08:00', 'late'],
  ])('is judged by the paper’s arrival: %s is %s', (at, is) => {
    const steps = [send('2020-06-03 08:00'), attach(at)];
    expect(stateAt(signed, steps, '2020-06-06 08:00')).toMatchObject({
      timeliness: { is },
      flags: { awaitingSignedCopy: false },
    });
  });

  test('recorded on paper needs nothing more', () => {
    const record: Step = {
      at: '2020-06-04 08:00',
      act: { act: 'record', receivedOn: '2020-06-04', channel: 'paper', signedCopy: true },
    };
    expect(stateAt(signed, [record], '2020-06-05 08:00')).toMatchObject({
      timeliness: { is: 'on-time' },
      flags: { awaitingSignedCopy: false },
    });
  });
});

describe('a duty without a date', () => {
  const unitPlan = obligationOf('unit-plan');
  test('is never overdue, and received it is not judged', () => {
    expect(stateAt(unitPlan, [], '2020-12-31 08:00')).toMatchObject({
      phase: 'no-deadline',
      timeliness: { is: 'pending' },
    });
    expect(stateAt(unitPlan, [send('2020-12-31 08:00')], '2020-12-31 09:00').timeliness).toEqual({ is: 'not-judged' });
  });

  test('has the date that an officer set', () => {
    const set: Step = {
      at: '2020-01-15 08:00',
      act: { act: 'set-date', to: '2020-01-31', reason: 'Để phê duyệt.' },
      ...officer,
    };
    expect(stateAt(unitPlan, [set], '2020-02-01 08:00')).toMatchObject({ phase: 'overdue', relief: 'none' });
    expect(stateAt(unitPlan, [set, send('2020-01-31 20:00')], '2020-02-01 08:00').timeliness).toEqual({
      is: 'on-time',
    });
    expect(stateAt(unitPlan, [set, send('2020-02-03 08:00')], '2020-02-03 09:00').timeliness).toMatchObject({
      is: 'late',
      days: 3,
      workingDays: 1,
    });
  });
});

describe('a due date on a rest day: before 05/6/2023, a Monday; 04/6/2023 is a Sunday', () => {
  const half2023 = obligationOf('half-year', { plan: plan2020({ id: 'ttdn-2023', year: 2023, date: '2023-01-10' }) });
  test('stays; Sunday is on time, Monday is late', () => {
    expect(stateAt(half2023, [send('2023-06-04 20:00')], '2023-06-05 08:00').timeliness).toEqual({ is: 'on-time' });
    expect(stateAt(half2023, [send('2023-06-05 07:00')], '2023-06-05 08:00').timeliness).toMatchObject({
      is: 'late',
      days: 1,
    });
  });
  test('the unit reads which working day is the last', () => {
    expect(stateAt(half2023, [], '2023-06-01 08:00').badge.unit).toBe(
      'Còn 03 ngày. Ngày làm việc cuối trong hạn: thứ Sáu, 02/6/2023.',
    );
    expect(stateAt(half2023, [], '2023-06-03 08:00').badge.unit).toBe(
      'Còn 01 ngày. Những ngày còn lại là ngày nghỉ. Thời hạn: trước ngày 05/6/2023 (chậm nhất hết ngày 04/6/2023).',
    );
  });
});
