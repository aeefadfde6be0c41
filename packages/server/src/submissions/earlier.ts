import {
  crossPeriodFindings,
  isNested,
  previousPeriod,
  yearBefore,
  type EarlierSubmission,
  type Facts,
  type Finding,
  type Form,
  type FormDescription,
  type Obligation,
  type Submission,
} from '@dondoc/core';
import type { Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { submissionIn } from './reading.ts';

/** More parts than a year has months are not held against it. */
const MOST_WITHIN = 12;

/** Other periods of the same form that a unit owes, of this year and the one before. */
const others = async (view: OfficeView, obligation: Obligation): Promise<readonly Obligation[]> => {
  const { form } = obligation.report;
  if (form === undefined) return [];
  const { year } = obligation.period;
  const plans = view.plans.filter(
    (plan) => plan.id === obligation.plan || plan.year === year || plan.year === year - 1,
  );
  await view.histories(plans.map(({ id }) => id));
  const found: Obligation[] = [];
  for (const { id: plan } of plans) {
    for (const { report, period } of await view.duties(plan)) {
      const one = await view.obligation({ plan, report: report.id, period: period.id, unit: obligation.unit });
      if (one === undefined || one.id === obligation.id) continue;
      if (one.report.form === form && one.period.kind !== 'event') found.push(one);
    }
  }
  return found;
};

/** What a unit sent for other periods of the same form. */
export interface Earlier {
  /** Of the same report: the period just before, else the year before. */
  readonly previous?: Obligation;
  /** Of any report: the last one before the end of this period. */
  readonly latest?: Obligation;
  /** Those whose data window lies inside this one. */
  readonly within: readonly Obligation[];
}

/** Chooses the earlier periods to hold a report against, of those that the unit has sent; `facts` are by obligation. */
export const earlierOf = async (
  view: OfficeView,
  obligation: Obligation,
  facts: ReadonlyMap<string, Facts>,
): Promise<Earlier> => {
  const sent = (await others(view, obligation)).filter(({ id }) => (facts.get(id)?.revision ?? 0) > 0);
  const { period, report, window } = obligation;
  const same = (id: string | undefined) => sent.find((one) => one.report.id === report.id && one.period.id === id);
  const previous = same(previousPeriod(period)?.id) ?? same(yearBefore(period)?.id);
  const latest = sent
    .filter((one) => one.period.lastDay < period.lastDay)
    .toSorted((a, b) => (a.period.lastDay < b.period.lastDay ? 1 : -1))[0];
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(latest === undefined ? {} : { latest }),
    within: sent.filter((one) => isNested(one.window, window)).slice(0, MOST_WITHIN),
  };
};

const nothing: Promise<readonly EarlierSubmission[]> = Promise.resolve([]);

/** What a unit last sent for an obligation; undefined: nothing, or it was erased. */
export const sentFor = async (
  { filed }: Pick<Store, 'filed'>,
  { plan, report, period, unit }: Obligation,
): Promise<{ readonly submission: Submission; readonly revision: number } | undefined> => {
  const [row] = await filed({ plan, report: report.id, period: period.id, unit });
  const submission = submissionIn(row?.content);
  return row === undefined || submission === undefined ? undefined : { submission, revision: row.revision };
};

/**
 * Holds what a unit sends against what it sent for earlier periods. Warnings only. Reads one submission for the period
 * before and one for each period inside this one.
 */
export const acrossPeriods = async (
  store: Pick<Store, 'together'>,
  {
    obligation,
    earlier,
    form,
    description,
    submission,
  }: {
    readonly obligation: Obligation;
    readonly earlier: Earlier;
    readonly form: Form;
    readonly description: FormDescription;
    readonly submission: Submission;
  },
): Promise<readonly Finding[]> => {
  const { previous, within } = earlier;
  const [[before], inside] = await store.together((ask) => {
    const held = async (one: Obligation): Promise<readonly EarlierSubmission[]> => {
      const sent = await sentFor(ask, one);
      return sent === undefined ? [] : [{ submission: sent.submission, period: one.period, window: one.window }];
    };
    return [previous === undefined ? nothing : held(previous), Promise.all(within.map(held))];
  });
  if (before === undefined && inside.length === 0) return [];
  const scopes = form.sections.flatMap(({ fields }) =>
    fields.flatMap(({ id, comparableWithin }) =>
      comparableWithin === undefined ? [] : [[id, comparableWithin] as const],
    ),
  );
  return crossPeriodFindings({
    description,
    submission,
    period: obligation.period,
    window: obligation.window,
    within: inside.flat(),
    comparableWithin: new Map(scopes),
    ...(before === undefined ? {} : { previous: before }),
  });
};
