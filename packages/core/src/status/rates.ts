import type { Obligation } from '../obligation/types.ts';
import { isMissing, isOwed } from './missing.ts';
import type { Facts, Status } from './types.ts';

export interface RateItem {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly status: Status;
  /** Contents that the unit filled, of those that its form asks of it. */
  readonly content?: { readonly filled: number; readonly asked: number };
}

/** Counts of obligations, side by side: expected = received + missing; received = on time + late + not judged. */
export interface Rates {
  /** Số phải gửi: without what is waived or not applicable. */
  readonly expected: number;
  /** What arrived and is not missing by `isMissing`, nothing-to-report included. */
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
  /** Received, where no date is set. */
  readonly notJudged: number;
  readonly missing: number;
  /** Missing, of which the data are there and the signed document is awaited. */
  readonly awaitingSignedCopy: number;
  readonly confirmed: number;
  readonly nothingToReport: number;
  readonly waived: number;
  readonly notApplicable: number;
  /** Over what was received and carries a form: contents filled, of those asked. */
  readonly content: { readonly filled: number; readonly asked: number };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const create = (): Mutable<Rates> => ({
  expected: 0,
  received: 0,
  onTime: 0,
  late: 0,
  notJudged: 0,
  missing: 0,
  awaitingSignedCopy: 0,
  confirmed: 0,
  nothingToReport: 0,
  waived: 0,
  notApplicable: 0,
  content: { filled: 0, asked: 0 },
});

const judged = { 'on-time': 'onTime', late: 'late', 'not-judged': 'notJudged' } as const;

const count = (sum: Mutable<Rates>, { facts, status, content }: RateItem): void => {
  if (!isOwed(status)) {
    sum[status.relief === 'waived' ? 'waived' : 'notApplicable'] += 1;
    return;
  }
  sum.expected += 1;
  const { is } = status.timeliness;
  // What is pending is missing; said again for the compiler.
  if (isMissing({ facts, status }) || is === 'pending') {
    sum.missing += 1;
    const isAtDesk = facts.filing !== 'none' && facts.returned?.withdrawn !== true;
    if (facts.awaitingSignedCopy && isAtDesk) sum.awaitingSignedCopy += 1;
    return;
  }
  sum.received += 1;
  sum[judged[is]] += 1;
  if (facts.filing === 'confirmed') sum.confirmed += 1;
  if (facts.kind === 'nothing-to-report') sum.nothingToReport += 1;
  if (content !== undefined) {
    sum.content = { filled: sum.content.filled + content.filled, asked: sum.content.asked + content.asked };
  }
};

/** Counts expected, received, on time, late, missing, confirmed and content filled over any obligations. */
export const rates = (items: Iterable<RateItem>): Rates => {
  const sum = create();
  for (const item of items) count(sum, item);
  return sum;
};

/** Counts as `rates` does, by group (kind of unit, officer, report and period), in the order in which groups appear. */
export const ratesBy = (
  items: Iterable<RateItem>,
  group: (obligation: Obligation) => string,
): ReadonlyMap<string, Rates> => {
  const groups = new Map<string, Mutable<Rates>>();
  for (const item of items) {
    const key = group(item.obligation);
    const sum = groups.get(key) ?? create();
    groups.set(key, sum);
    count(sum, item);
  }
  return groups;
};
