import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '../calendar/day.ts';
import { describeFinding } from '../text/catalogue.ts';
import { chainOfDeadlines, upwardChains } from './chain.ts';
import { calendar, smallPlan } from './fixtures/small-plan.ts';

describe('a chain of deadlines from the ministry down', () => {
  test('proposes for each level the latest working day that leaves it three working days', () => {
    // The province owes by Wednesday 10/6/2020; the weekend 06–07/6 lies within the commune's three days.
    const { links, findings } = chainOfDeadlines({
      owes: '2020-06-10',
      levels: [
        { name: 'Sở GD&ĐT', days: 3 },
        { name: 'Phòng GD&ĐT', days: 3 },
      ],
      calendar,
    });
    expect(links).toEqual([
      {
        name: 'Sở GD&ĐT',
        days: 3,
        owes: '2020-06-10',
        asks: '2020-06-05',
        asksBefore: '2020-06-06',
        isProposed: true,
        workingDays: 3,
      },
      {
        name: 'Phòng GD&ĐT',
        days: 3,
        owes: '2020-06-05',
        asks: '2020-06-02',
        asksBefore: '2020-06-03',
        isProposed: true,
        workingDays: 3,
      },
    ]);
    expect(findings).toEqual([]);
  });

  test.each([
    ['three working days', '2020-06-05', 3, []],
    ['two', '2020-06-08', 2, ['chain.too-few-days']],
    ['a weekend between counts nothing', '2020-06-07', 3, []],
    ['none: the same day', '2020-06-10', 0, ['chain.not-before']],
    ['later than its own', '2020-06-12', -2, ['chain.not-before']],
  ])('checks a date that is given: %s', (_, asks, workingDays, rules) => {
    const levels = [{ name: 'Phòng GD&ĐT', days: 3, asks }];
    const { links, findings } = chainOfDeadlines({ owes: '2020-06-10', levels, calendar });
    expect(links[0]).toMatchObject({ workingDays, isProposed: false });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('says what is the matter in words', () => {
    const levels = [{ name: 'Phòng GD&ĐT', days: 3, asks: '2020-06-08' }];
    const { findings } = chainOfDeadlines({ owes: '2020-06-10', levels, calendar });
    expect(describeFinding(findings[0]!).message).toBe(
      'Phòng GD&ĐT nhận báo cáo của cấp dưới đến hết ngày 08/6/2020 và phải gửi cấp trên chậm nhất hết ngày 10/6/2020, chỉ còn 02 ngày làm việc để tổng hợp (cần 03).',
    );
  });

  test('what it proposes leaves enough days, and a later working day would not', () => {
    const days = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2030-12-31') }).map(isoDay);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10 }), (owes, needed) => {
        const { asks, workingDays } = chainOfDeadlines({ owes, levels: [{ name: 'x', days: needed }], calendar })
          .links[0]!;
        expect(workingDays).toBe(needed);
        expect(calendar.isWorkingDay(asks)).toBe(true);
        expect(calendar.workingDaysBetween(calendar.addWorkingDays(asks, 1), owes)).toBeLessThan(needed);
      }),
    );
  });
});

describe('the chain of a plan', () => {
  const upward = (on: string) => [{ report: 'year', to: ['so-gddt'], due: { rule: 'date' as const, on } }];

  test('stands between the units’ date and the office’s own', () => {
    // Units by Monday 04/11/2019, the office before 08/11: 05, 06 and 07/11 are left.
    const [chain] = upwardChains({ plan: smallPlan({ upward: upward('08/11') }), calendar, days: 3 });
    expect(chain).toMatchObject({ report: 'year', to: ['so-gddt'], findings: [], links: [{ workingDays: 3 }] });
  });

  test('is found too short, where in the plan and for which period', () => {
    const [chain] = upwardChains({ plan: smallPlan({ upward: upward('07/11') }), calendar, days: 3 });
    expect(chain!.findings).toMatchObject([
      { rule: 'chain.too-few-days', where: ['upward', 0], params: { period: 'năm 2019', days: 2, needed: 3 } },
    ]);
    expect(describeFinding(chain!.findings[0]!).message).toMatch(
      /^Báo cáo kết quả hoạt động thông tin đối ngoại, năm 2019: Phòng GD&ĐT nhận /,
    );
  });

  test('is not made up where the level above names no date', () => {
    const plan = smallPlan({ upward: [{ report: 'year', to: ['so-gddt'] }] });
    expect(upwardChains({ plan, calendar, days: 3 })).toEqual([]);
  });
});
