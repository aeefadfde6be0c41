import { decide, none, obligationId, type Act, type Json } from '@dondoc/core';
import type { Store } from '@dondoc/store';
import { createConfigurations } from '../configuration/configuration.ts';

/** What a test says of a report that a unit sends; the rest is as any. */
export interface Filed {
  readonly unit: string;
  readonly at: string;
  readonly plan?: string;
  readonly report?: string;
  readonly period?: string;
  readonly act?: 'submit' | 'revise';
  readonly answers?: { readonly [field: string]: Json };
}

const enough = {
  'upper-documents-shared': 4,
  briefings: 2,
  'briefing-attendees': 60,
  'posts-policy': 5,
  strengths: 'Đơn vị triển khai nghiêm túc, đúng kế hoạch.',
};

const keyOf = ({ unit, plan = 'ttdn-2020', report = 'half-year', period = '2020-H1' }: Omit<Filed, 'at'>) => ({
  plan,
  report,
  period,
  unit,
});

/** Does acts on obligations as their sides would, past HTTP: many units in one append. */
export const actAll = async (
  store: Store,
  acts: readonly { readonly of: Omit<Filed, 'at'>; readonly at: string; readonly act: Act }[],
): Promise<void> => {
  const view = await createConfigurations(store).current();
  const rows = await store.facts({});
  const facts = new Map(rows.map((row) => [obligationId(row), row.facts]));
  const contents = await Promise.all(
    acts.map(async ({ of, at, act }) => {
      const key = keyOf(of);
      const obligation = await view.obligation(key);
      if (obligation === undefined) throw new Error(`${obligationId(key)} is not owed`);
      const known = facts.get(obligation.id) ?? none;
      const decided = decide(act, { obligation, facts: known, at, actor: `${key.unit}:filer` });
      if (!decided.ok) throw new Error(`${obligation.id}: ${decided.findings.map(({ rule }) => rule).join(', ')}`);
      return decided.value;
    }),
  );
  const appended = await store.append({ contents });
  if (!appended.ok) throw new Error(appended.conflict.join(', '));
};

/** Sends reports of units. */
export const fileAll = (store: Store, reports: readonly Filed[]): Promise<void> =>
  actAll(
    store,
    reports.map(({ at, act = 'submit', answers = enough, ...of }) => ({
      of,
      at,
      act: {
        act,
        content: { format: 'dondoc.submission/1', planVersion: 1, ...keyOf(of), gates: { exemplars: false }, answers },
      },
    })),
  );
