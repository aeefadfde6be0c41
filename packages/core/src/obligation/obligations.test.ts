import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { addDays, isoDay, dayNumber } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { PlanInput } from '../plan/schema.ts';
import { inTextOrder } from '../text/order.ts';
import { agenciesOf, calendar, smallPlan } from './fixtures/small-plan.ts';
import { obligations, type ObligationsInput } from './obligations.ts';
import type { PlanEvent, PlanVersion } from './types.ts';

const oneSchool = agenciesOf({});
const of = (input: Partial<ObligationsInput> = {}) =>
  obligations({ plan: smallPlan(), agencies: oneSchool, calendar, ...input });
const only = (input: Partial<ObligationsInput>) => {
  const found = of(input);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const year = { range: { report: 'year' } };
const units = (input: Partial<ObligationsInput>) => of(input).map(({ unit }) => unit);

describe('the plan of 2019, whose own date is blank and which cites a document of 23/8/2019', () => {
  test('asks each unit for its plan, the half-year and the year, in the order of the plan', () => {
    expect(of().map(({ id }) => id)).toEqual([
      'ttdn-2019/unit-plan/2019/th-1',
      'ttdn-2019/half-year/2019-H1/th-1',
      'ttdn-2019/year/2019/th-1',
    ]);
  });

  test('cannot be late with the half-year of 2019: 04/6/2019 passed before the plan could be issued', () => {
    const half = only({ range: { report: 'half-year' } });
    expect(half).toMatchObject({ notApplicable: true, issuedOn: '2019-08-23', due: { lastDay: '2019-06-04' } });
  });

  test('owes the report of the year 2019 by 04/11/2019, open from the day of issue', () => {
    const found = only(year);
    expect(found).toMatchObject({
      notApplicable: false,
      opensOn: '2019-08-23',
      due: { date: '2019-11-05', lastDay: '2019-11-04', words: 'trước 05/11' },
      window: { from: '2018-12-15', to: '2019-12-14', source: 'decree-09-2019' },
      planVersion: 1,
    });
  });

  test('has no date for the unit plan', () => {
    expect(only({ range: { report: 'unit-plan' } })).toMatchObject({ due: { kind: 'undated' }, notApplicable: false });
  });
});

describe('the day that settles who owes', () => {
  const request = { event: 'bao-so-3', title: 'Bão số 3', on: '2019-09-10', units: [{}] };
  const by = { rule: 'date', on: '2019-09-20', reading: 'by', yearOffset: 0 } as const;
  test.each<[string, Partial<ObligationsInput>, { askedOn: string; settledOn: string }]>([
    ['the last on-time day of a dated duty', year, { askedOn: '2019-08-23', settledOn: '2019-11-04' }],
    [
      'the day of issue of an undated one',
      { range: { report: 'unit-plan' } },
      { askedOn: '2019-08-23', settledOn: '2019-08-23' },
    ],
    [
      'a request’s own day',
      { events: [request], range: { report: 'bao-so-3', unit: 'th-1' } },
      { askedOn: '2019-09-10', settledOn: '2019-09-10' },
    ],
    [
      'the last on-time day of a dated request',
      { events: [{ ...request, due: by }], range: { report: 'bao-so-3', unit: 'th-1' } },
      { askedOn: '2019-09-10', settledOn: '2019-09-20' },
    ],
  ])('is %s', (_, input, days) => {
    expect(only(input)).toMatchObject(days);
  });
});

describe('the effective day of issue', () => {
  test.each([
    ['the plan’s own date', smallPlan({ date: '2019-09-03' }), '2019-09-03'],
    ['while blank in a file, the latest document cited', smallPlan(), '2019-08-23'],
    ['citing nothing dated, the first day of the year', smallPlan({ documents: [] }), '2019-01-01'],
  ])('is %s', (_, plan, day) => {
    expect(only({ plan, ...year }).issuedOn).toBe(day);
  });

  test.each([
    ['its date', { date: '2019-08-26' }, '2019-08-26'],
    ['while blank, its adoption', {}, '2019-08-30'],
  ])('of an adopted plan is %s', (_, change, day) => {
    const versions = [{ version: 1, adopted: '2019-08-30', plan: smallPlan(change) }];
    expect(only({ plan: versions, ...year })).toMatchObject({ issuedOn: day, opensOn: '2019-08-30' });
  });
});

describe('who owes the year 2019 (last on-time day 04/11/2019)', () => {
  test.each([
    ['opened on the last on-time day', { opened: '2019-11-04' }, ['th-1']],
    ['opened the day after', { opened: '2019-11-05' }, []],
    ['closed from that day on', { closed: '2019-11-04' }, []],
    ['closed from the day after on', { closed: '2019-11-05' }, ['th-1']],
  ])('a unit %s', (_, dates, expected) => {
    expect(units({ agencies: agenciesOf({ id: 'th-1', ...dates }), ...year })).toEqual(expected);
  });

  test('a unit of a kind that the plan does not bind owes nothing', () => {
    expect(units({ agencies: agenciesOf({ id: 'thpt', kind: 'thpt' }), ...year })).toEqual([]);
  });

  test('an undated duty is owed by whoever is open on the day it was asked', () => {
    const agencies = agenciesOf({ id: 'old' }, { id: 'new', opened: '2019-08-24' });
    expect(units({ agencies, range: { report: 'unit-plan' } })).toEqual(['old']);
    expect(units({ agencies, ...year })).toEqual(['old', 'new']);
  });

  test('units stand in the office’s order', () => {
    const agencies = agenciesOf({ id: 'c', order: 3 }, { id: 'a', order: 2 }, { id: 'b', order: 2 });
    expect(units({ agencies, ...year })).toEqual(['a', 'b', 'c']);
  });
});

describe('after a merger the heir owes once and names whom it covers', () => {
  const merged = (closed: string, heir: object = {}) =>
    agenciesOf({ id: 'th-a', ...heir }, { id: 'th-b', closed, mergedInto: 'th-a' });

  test.each([
    ['in the period', '2019-10-01', [['th-a', ['th-b']]]],
    ['on the last on-time day', '2019-11-04', [['th-a', ['th-b']]]],
    [
      'the day after it',
      '2019-11-05',
      [
        ['th-a', []],
        ['th-b', []],
      ],
    ],
    ['before the data window', '2018-12-15', [['th-a', []]]],
    ['on the second day of the data window', '2018-12-16', [['th-a', ['th-b']]]],
  ])('merged %s', (_, closed, expected) => {
    const found = of({ agencies: merged(closed), ...year });
    expect(found.map(({ unit, covers }) => [unit, covers])).toEqual(expected);
  });

  test('through two mergers, and by an heir that the plan does not itself name', () => {
    const agencies = agenciesOf(
      { id: 'th-a', closed: '2019-10-15', mergedInto: 'lien-cap' },
      { id: 'th-b', closed: '2019-09-01', mergedInto: 'th-a' },
      { id: 'lien-cap', kind: 'nhieu-cap', opened: '2019-10-15' },
      { id: 'th-z' },
    );
    const found = of({ agencies, ...year });
    expect(found.map(({ unit, covers }) => [unit, covers])).toEqual([
      ['lien-cap', ['th-a', 'th-b']],
      ['th-z', []],
    ]);
  });

  test('but not for a unit that the plan never bound', () => {
    const agencies = agenciesOf({ id: 'th-a' }, { id: 'thpt', kind: 'thpt', closed: '2019-10-01', mergedInto: 'th-a' });
    expect(only({ agencies, ...year }).covers).toEqual([]);
  });
});

describe('the governing version', () => {
  const due = (on: string): Partial<PlanInput> => ({
    date: '2019-08-23',
    reports: [
      { id: 'year', name: 'kết quả', kind: 'periodic', frequency: 'year', due: { rule: 'date', on, reading: 'by' } },
    ],
  });
  const undated: Partial<PlanInput> = {
    date: '2019-08-23',
    reports: [{ id: 'year', name: 'kết quả', kind: 'periodic', frequency: 'year', due: { rule: 'none' } }],
  };
  const version = (n: number, adopted: string, change: Partial<PlanInput>): PlanVersion => ({
    version: n,
    adopted,
    plan: smallPlan(change),
  });
  const first = version(1, '2019-08-23', due('04/11'));

  test.each([
    ['later date, adopted on the last on-time day', version(2, '2019-11-04', due('20/11')), 2, '2019-11-20'],
    ['later date, adopted the day after it', version(2, '2019-11-05', due('20/11')), 1, '2019-11-04'],
    ['earlier date, not yet passed', version(2, '2019-10-01', due('15/10')), 2, '2019-10-15'],
    ['earlier date, its own day of adoption', version(2, '2019-10-15', due('15/10')), 2, '2019-10-15'],
    ['earlier date, passed at its adoption', version(2, '2019-10-16', due('15/10')), 1, '2019-11-04'],
  ])('%s', (_, second, governing, lastDay) => {
    // Given in the wrong order on purpose: adoption decides.
    const found = only({ plan: [second, first] });
    expect(found).toMatchObject({ planVersion: governing, due: { lastDay } });
  });

  test('takes the date away where it was adopted in time, and gives one where there was none', () => {
    expect(only({ plan: [first, version(2, '2019-10-01', undated)] }).due.kind).toBe('undated');
    expect(only({ plan: [version(1, '2019-08-23', undated), version(2, '2019-10-01', due('04/11'))] })).toMatchObject({
      planVersion: 2,
      due: { lastDay: '2019-11-04' },
    });
  });

  test('drops a report where it was adopted in time, keeps it where its date had passed', () => {
    const without = { date: '2019-08-23', reports: [] };
    expect(of({ plan: [first, version(2, '2019-11-04', without)] })).toEqual([]);
    expect(only({ plan: [first, version(2, '2019-11-05', without)] }).planVersion).toBe(1);
  });

  test('a report that an amendment brings in does not apply before the amendment’s adoption', () => {
    const before = version(1, '2019-08-23', { date: '2019-08-23', reports: [] });
    expect(only({ plan: [before, version(2, '2019-11-20', due('04/11'))] })).toMatchObject({
      notApplicable: true,
      issuedOn: '2019-11-20',
      opensOn: '2019-11-20',
    });
  });

  test('a report that an amendment puts first stands first, one that it dropped too late stands last', () => {
    const [unitPlan, half, annual] = smallPlan().reports;
    const quarter = Object.assign({}, annual, { id: 'quarter', frequency: 'quarter' as const });
    const amended = version(2, '2019-10-01', { date: '2019-08-23', reports: [annual!, quarter, unitPlan!] });
    const before = version(1, '2019-03-01', { date: '2019-03-01', reports: [unitPlan!, half!, annual!] });
    expect([...new Set(of({ plan: [before, amended] }).map(({ report }) => report.id))]).toEqual([
      'year',
      'quarter',
      'unit-plan',
      'half-year',
    ]);
  });

  test('never moves a date that has passed, whatever versions follow', () => {
    const day = fc.integer({ min: dayNumber('2019-02-01'), max: dayNumber('2019-12-20') }).map(isoDay);
    const dated = day.map((iso) => due(`${iso.slice(8)}/${iso.slice(5, 7)}`));
    const edition = fc.record({
      adopted: day,
      change: fc.oneof(dated, fc.constant(undated), fc.constant<Partial<PlanInput>>({ reports: [] })),
    });
    fc.assert(
      fc.property(fc.array(edition, { minLength: 2, maxLength: 5 }), (editions) => {
        const versions = editions
          .toSorted((a, b) => inTextOrder(a.adopted, b.adopted))
          .map(({ adopted, change }, index) => version(index + 1, adopted, change));
        for (let n = 1; n < versions.length; n += 1) {
          const before = of({ plan: versions.slice(0, n), ...year })[0];
          const after = of({ plan: versions.slice(0, n + 1), ...year })[0];
          const adopted = versions[n]!.adopted;
          const hasPassed = before?.due.kind === 'dated' && before.due.lastDay < adopted;
          expect(after).toEqual(hasPassed ? before : after);
          const moved = after !== undefined && before !== undefined && after.planVersion !== before.planVersion;
          const day = moved && after.due.kind === 'dated' ? after.due.lastDay : adopted;
          expect(day >= adopted).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an ad hoc request', () => {
  const storm: PlanEvent = {
    event: 'bao-so-3',
    title: 'Báo cáo nhanh thiệt hại do bão số 3',
    on: '2020-05-15',
    due: { rule: 'date', reading: 'before', on: '2020-05-15', time: '16:00', yearOffset: 0 },
  };
  const range = { period: 'on-bao-so-3' };

  test('declares a report of its own, due at its hour, open from the day it was asked', () => {
    expect(only({ events: [storm], range })).toMatchObject({
      id: 'ttdn-2019/bao-so-3/on-bao-so-3/th-1',
      report: { id: 'bao-so-3', kind: 'ad-hoc', name: storm.title },
      due: { kind: 'dated', date: '2020-05-15', time: '16:00', lastDay: '2020-05-15', lastMinute: 959 },
      opensOn: '2020-05-15',
      notApplicable: false,
    });
  });

  test('asks whom it names, in the form it names', () => {
    const agencies = agenciesOf({ id: 'th-1' }, { id: 'mn-1', kind: 'mam-non' });
    const events = [{ ...storm, units: [{ kinds: ['mam-non'] }], form: 'thiet-hai' }];
    expect(only({ agencies, events, range })).toMatchObject({ unit: 'mn-1', report: { form: 'thiet-hai' } });
  });

  test('for a report of the plan keeps that report’s id and name, with the date asked', () => {
    expect(only({ events: [{ ...storm, report: 'year' }], range })).toMatchObject({
      id: 'ttdn-2019/year/on-bao-so-3/th-1',
      due: { lastDay: '2020-05-15' },
    });
  });

  test('without a date is owed and undated', () => {
    const { due: _, ...undated } = storm;
    expect(only({ events: [{ ...undated, units: [{}] }], range: { ...range, unit: 'th-1' } }).due.kind).toBe('undated');
  });

  test('is none where an event only happens, and makes the report due that waits for it', () => {
    const event = { event: 'khai-giang', title: 'Khai giảng', on: '2019-09-05' };
    expect(of({ events: [event] })).toHaveLength(3);
    const plan = smallPlan({
      reports: [
        {
          id: 'opening-day',
          name: 'kết quả khai giảng',
          kind: 'thematic',
          frequency: 'event',
          due: { rule: 'working-days-after', days: 3, event: 'khai-giang' },
        },
      ],
    });
    expect(of({ plan })).toEqual([]);
    expect(only({ plan, events: [event] })).toMatchObject({
      id: 'ttdn-2019/opening-day/on-khai-giang/th-1',
      due: { lastDay: '2019-09-10' },
    });
  });
});

describe('what a request letter settled', () => {
  const opening = {
    report: 'year',
    period: '2019',
    cutoff: { from: '2018-11-01', to: '2019-10-31' },
    method: 'Nhập trên hệ thống',
    contact: 'Cô Oanh, 0272 000 000',
    form: 'bieu-2019',
  };

  test('overrides cut-off, method, form and contact of that period, never its date', () => {
    const before = only(year);
    expect(only({ openings: [opening], ...year })).toEqual({
      ...before,
      report: { ...before.report, method: opening.method, form: opening.form },
      window: { ...opening.cutoff, source: 'request' },
      contact: opening.contact,
    });
  });

  test('leaves other periods and reports alone', () => {
    const range = { report: 'half-year' };
    expect(of({ openings: [opening, { ...opening, period: '2020' }], range })).toEqual(of({ range }));
  });
});

describe('the range', () => {
  test.each([
    [{ from: '2019-11-04', to: '2019-11-04' }, ['year']],
    [{ from: '2019-11-05' }, []],
    [{ to: '2019-11-03' }, ['half-year']],
    [{ from: '2019-01-01' }, ['half-year', 'year']],
    [{ period: '2019' }, ['unit-plan', 'year']],
    [{ period: '2019-H1' }, ['half-year']],
    [{ unit: 'nobody' }, []],
  ])('%j gives %j', (range, reports) => {
    expect(of({ range }).map(({ report }) => report.id)).toEqual(reports);
  });
});

test('the work per unit does not resolve dates again: the calendar and the directory are asked as often for 1,000 units as for 10', () => {
  const asked = (count: number) => {
    let calls = 0;
    const counting = <T extends object>(target: T): T =>
      new Proxy(target, {
        get: (on, key) => {
          // Every member of both is a function but `all`.
          const value: unknown = Reflect.get(on, key);
          if (typeof value === 'function') calls += 1;
          return value;
        },
      });
    const monthly = smallPlan({
      reports: [
        {
          id: 'm',
          name: 'tháng',
          kind: 'periodic',
          frequency: 'month',
          due: { rule: 'day-of-month', day: 20 },
          restDay: 'next-working-day',
        },
      ],
    });
    const agencies = counting(directory(agenciesOf(...Array.from({ length: count }, () => ({})))));
    const found = obligations({ plan: monthly, agencies, calendar: counting<WorkCalendar>(calendar) });
    expect(found).toHaveLength(count * 12);
    return calls;
  };
  expect(asked(1000)).toBe(asked(10));
});

test('days before the plan’s issue stay not applicable for any due date, and no other does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (offset) => {
      const date = addDays('2019-08-23', offset);
      const reports: PlanInput['reports'] = [
        { id: 'x', name: 'x', kind: 'periodic', frequency: 'year', due: { rule: 'date', on: date, reading: 'by' } },
      ];
      expect(only({ plan: smallPlan({ reports }) }).notApplicable).toBe(offset < 0);
    }),
  );
});
