import type { Answers, FormDescription, Gates, Json } from '@dondoc/core';
import type { ReportPeriod, Store } from '@dondoc/store';
import { describeFor, formOf, kindOf } from '../submissions/duty.ts';
import type { ContentOf } from './board.usecases.ts';
import type { Standpoint } from './standpoint.ts';

interface Filled {
  readonly filled: number;
  readonly asked: number;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Counts the fields that a report answers of those it is asked; behind a closed gate each counts as answered. */
export const filledOf = (
  { sections }: FormDescription,
  { gates, answers }: { readonly gates: Gates; readonly answers: Answers },
): Filled => {
  let filled = 0;
  let asked = 0;
  for (const { id, fields } of sections) {
    const own = fields.filter(({ type }) => type !== 'computed');
    asked += own.length;
    filled += gates[id] === false ? own.length : own.filter((field) => !isBlank(answers[field.id])).length;
  }
  return { filled, asked };
};

/** A report's gates and answers as the ledger keeps them; undefined where they were erased or came without. */
const answersIn = (content: Json): { readonly gates: Gates; readonly answers: Answers } | undefined =>
  typeof content === 'object' && content !== null && 'answers' in content && 'gates' in content
    ? // Only what core's reader accepted is ever kept as content.
      (content as unknown as { readonly gates: Gates; readonly answers: Answers })
    : undefined;

/**
 * Makes the count of what received reports have filled of their forms. It reads them all (one statement): asked for, not
 * done with every board. Nothing is counted where one looks back, nor of a nothing-to-report.
 */
export const contentIn =
  (
    store: Pick<Store, 'filed'>,
    { of, standpoint: { view, until } }: { readonly of: ReportPeriod; readonly standpoint: Standpoint },
  ): ContentOf =>
  async (cases) => {
    const counted = new Map<string, Filled>();
    if (until !== undefined) return counted;
    const filed = new Map((await store.filed(of)).map(({ unit, content }) => [unit, content]));
    const descriptions = new Map<string, FormDescription>();
    for (const { obligation, facts } of cases) {
      const report = answersIn(filed.get(obligation.unit) ?? null);
      const form = await formOf(view, obligation);
      if (report === undefined || form === undefined || facts.kind === 'nothing-to-report') continue;
      const kind = kindOf(view, obligation);
      const key = `${obligation.planVersion}/${form.id}/${kind}`;
      const description = descriptions.get(key) ?? describeFor(form, obligation, kind);
      descriptions.set(key, description);
      counted.set(obligation.id, filledOf(description, report));
    }
    return counted;
  };
