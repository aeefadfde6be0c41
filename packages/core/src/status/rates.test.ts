import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, smallPlan } from '../obligation/fixtures/small-plan.ts';
import type { Obligation } from '../obligation/types.ts';
import { factsOf, none } from './facts.ts';
import { obligationOf, send, tell, type Step } from './fixtures/story.ts';
import { isMissing, isOwed } from './missing.ts';
import { rates, ratesBy, type RateItem } from './rates.ts';
import { status } from './status.ts';
import type { Facts } from './types.ts';

const half = obligationOf('half-year');
const past = obligationOf('half-year', { plan: smallPlan() });
const unitPlan = obligationOf('unit-plan');
const now = { day: '2020-06-10', minute: 480 };
const itemOf = (obligation: Obligation, facts: Facts, content?: RateItem['content']): RateItem => ({
  obligation,
  facts,
  status: status(obligation, facts, now, { calendar }),
  ...(content === undefined ? {} : { content }),
});
const item = (obligation: Obligation, steps: readonly Step[] = [], content?: RateItem['content']) =>
  itemOf(obligation, factsOf(tell(obligation, steps)), content);

const onTime = send('2020-06-03 15:20');
const late = send('2020-06-07 08:00');
const nil: Step = { at: '2020-06-03 08:00', act: { act: 'submit', report: 'nothing-to-report', reason: 'Không có.' } };
const confirm: Step = { at: '2020-06-09 08:00', act: { act: 'confirm' } };
const waive: Step = { at: '2020-06-01 08:00', act: { act: 'waive', reason: 'Sửa chữa.' } };

describe('rates', () => {
  test('count nothing-to-report inside, waived and not applicable outside', () => {
    const items = [
      item(half, [onTime, confirm], { filled: 18, asked: 20 }),
      item(half, [late], { filled: 20, asked: 20 }),
      item(half, [nil]),
      item(half),
      item(half, [waive]),
      item(past),
      item(unitPlan, [send('2020-02-03 08:00')]),
    ];
    expect(rates(items)).toEqual({
      expected: 5,
      received: 4,
      onTime: 2,
      late: 1,
      notJudged: 1,
      missing: 1,
      awaitingSignedCopy: 0,
      confirmed: 1,
      nothingToReport: 1,
      waived: 1,
      notApplicable: 1,
      content: { filled: 38, asked: 40 },
    });
  });

  test('count a report as received only when what decides its timeliness is there', () => {
    const signed = { ...half, report: { ...half.report, timelinessBasis: 'signed-document' as const } };
    expect(rates([item(signed, [onTime])])).toMatchObject({
      expected: 1,
      received: 0,
      missing: 1,
      awaitingSignedCopy: 1,
    });
  });

  test('count what a unit took back as missing, whenever it had first come', () => {
    const withdrawn: Step = { at: '2020-06-03 16:00', act: { act: 'withdraw' } };
    const signed = { ...half, report: { ...half.report, timelinessBasis: 'signed-document' as const } };
    expect(rates([item(half, [onTime, withdrawn]), item(half, [onTime])])).toMatchObject({
      expected: 2,
      received: 1,
      onTime: 1,
      missing: 1,
    });
    expect(rates([item(signed, [onTime, withdrawn])])).toMatchObject({ missing: 1, awaitingSignedCopy: 0 });
  });

  test('stand by group, in the order in which the groups appear', () => {
    const other = { ...half, unit: 'mn-1' };
    const groups = ratesBy([item(half, [onTime]), item(other), item(half)], ({ unit }) => unit.slice(0, 2));
    expect([...groups].map(([group, { expected, received }]) => [group, expected, received])).toEqual([
      ['th', 2, 1],
      ['mn', 1, 0],
    ]);
  });

  const moment = fc.record({
    day: fc.constantFrom('2020-05-01', '2020-06-04', '2020-06-05', '2020-06-09'),
    minute: fc.nat({ max: 1439 }),
  });
  const anyFacts = fc
    .record({
      filing: fc.constantFrom('none', 'submitted', 'returned', 'resubmitted', 'confirmed'),
      kind: fc.constantFrom('report', 'nothing-to-report'),
      awaitingSignedCopy: fc.boolean(),
      arrival: moment,
      isWaived: fc.boolean(),
      isWithdrawn: fc.boolean(),
      extendedTo: fc.option(fc.constant('2020-06-08'), { nil: undefined }),
    })
    .map(({ arrival, isWaived, isWithdrawn, extendedTo, ...rest }): Facts => {
      const isSent = rest.filing !== 'none';
      return Object.assign(
        {},
        none,
        rest,
        isSent && { firstArrival: arrival, revision: 1 },
        isSent && !rest.awaitingSignedCopy && { firstSignedArrival: arrival },
        !isSent && isWaived && { waived: { by: 'x', on: '2020-06-01', reason: 'x' } },
        rest.filing === 'returned' && {
          returned: { on: '2020-06-09', notes: {}, by: 'x', ...(isWithdrawn ? { withdrawn: true } : {}) },
        },
        extendedTo !== undefined && { extendedTo },
      );
    });
  const signed = { ...half, report: { ...half.report, timelinessBasis: 'signed-document' as const } };
  const anyItem = fc.tuple(fc.constantFrom(half, past, unitPlan, signed), anyFacts).map(([o, f]) => itemOf(o, f));

  test('always add up: on time + late + not judged = received, received + missing = expected, and nothing is left out', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        const found = rates(items);
        expect(found.onTime + found.late + found.notJudged).toBe(found.received);
        expect(found.received + found.missing).toBe(found.expected);
        expect(items.filter(isMissing)).toHaveLength(found.missing);
        expect(items.filter(({ status: { relief } }) => isOwed({ relief }))).toHaveLength(found.expected);
        expect(found.expected + found.waived + found.notApplicable).toBe(items.length);
        expect(found.confirmed + found.nothingToReport).toBeLessThanOrEqual(2 * found.received);
      }),
    );
  });

  test('are the sum of the rates of any grouping', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        const groups = [...ratesBy(items, ({ report }) => report.id).values()];
        for (const key of ['expected', 'received', 'late', 'missing', 'waived'] as const) {
          expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(rates(items)[key]);
        }
      }),
    );
  });
});
