import {
  consolidate,
  expectedUnits,
  type Consolidation,
  type DataWindow,
  type Facts,
  type Obligation,
  type Submission,
} from '@dondoc/core';
import type { ReportPeriod, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { Choice, ComparedChoices } from './choice.ts';

/** A unit's report that counts. */
export interface Received {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly submission: Submission;
}

/** What stands in the ledger of one report and period. */
export interface Gathered {
  readonly choice: Choice;
  /** Who has to report: neither waived nor not applicable. In the office's order. */
  readonly expected: readonly Obligation[];
  /** Of them, the reports that stand: sent and not taken back or given back. In the office's order. */
  readonly received: readonly Received[];
  /** By unit, for every obligation that has an entry. */
  readonly facts: ReadonlyMap<string, Facts>;
  readonly window: DataWindow | undefined;
}

const stands = ({ filing }: Facts): boolean =>
  filing === 'submitted' || filing === 'resubmitted' || filing === 'confirmed';

/** How often facts and contents are read again where a report came in between the two. */
const ATTEMPTS = 3;

/** Reads facts and contents of the same moment. */
const readTogether = async (store: Pick<Store, 'facts' | 'filed'>, of: ReportPeriod) => {
  for (let attempt = 1; ; attempt++) {
    const [factsRows, filedRows] = await Promise.all([store.facts(of), store.filed(of)]);
    const facts = new Map(factsRows.map((row) => [row.unit, row.facts]));
    const filed = new Map(filedRows.map((row) => [row.unit, row]));
    const isTorn = filedRows.some(({ unit, revision }) => facts.get(unit)?.revision !== revision);
    if (!isTorn) return { facts, filed };
    if (attempt === ATTEMPTS) throw new Error(`Reports of ${of.plan}/${of.report}/${of.period} came all the time.`);
  }
};

/** Reads one report and period of the ledger: two batches, whatever the number of units. */
export const gather = async (store: Pick<Store, 'facts' | 'filed'>, choice: Choice): Promise<Gathered> => {
  const { facts, filed } = await readTogether(store, choice.of);
  const expected = choice.obligations.filter(
    ({ unit, notApplicable }) => !notApplicable && facts.get(unit)?.waived === undefined,
  );
  const received = expected.flatMap((obligation): Received[] => {
    const fact = facts.get(obligation.unit);
    const row = filed.get(obligation.unit);
    // Erased content is not made up: the unit is then told as one without figures.
    if (fact === undefined || row === undefined || row.content === null || !stands(fact)) return [];
    // The form has accepted it when it was sent.
    return [{ obligation, facts: fact, submission: row.content as unknown as Submission }];
  });
  return { choice, expected, received, facts, window: expected[0]?.window };
};

/** Other periods of the same form, where anything was received for them. */
export interface Compared {
  readonly previous?: Gathered;
  readonly yearBefore?: Gathered;
  readonly within?: Gathered;
}

/** Reads the periods that are compared with. One that nobody has reported for is no ground for comparison. */
export const gatherCompared = async (
  store: Pick<Store, 'facts' | 'filed'>,
  { previous, yearBefore, within }: ComparedChoices,
): Promise<Compared> => {
  const read = async (choice: Choice | undefined): Promise<Gathered | undefined> => {
    const gathered = choice === undefined ? undefined : await gather(store, choice);
    return gathered === undefined || gathered.received.length === 0 ? undefined : gathered;
  };
  const [yearAgo, inner, last] = await Promise.all([
    read(yearBefore),
    read(within),
    previous === yearBefore ? undefined : read(previous),
  ]);
  const before = previous === yearBefore ? yearAgo : last;
  return {
    ...(before === undefined ? {} : { previous: before }),
    ...(yearAgo === undefined ? {} : { yearBefore: yearAgo }),
    ...(inner === undefined ? {} : { within: inner }),
  };
};

const alone = (view: OfficeView, { choice, expected, received }: Gathered): Consolidation =>
  consolidate({
    ...choice,
    expected: expectedUnits(expected, view.directory),
    submissions: received.map(({ submission }) => submission),
  });

/** Adds up what was received, beside the other periods. */
export const consolidateGathered = (view: OfficeView, main: Gathered, compared: Compared): Consolidation => {
  const { choice, expected, received, window } = main;
  const { previous, yearBefore, within } = compared;
  const yearAgo = yearBefore === undefined ? undefined : alone(view, yearBefore);
  const before = previous === yearBefore || previous === undefined ? yearAgo : alone(view, previous);
  return consolidate({
    ...choice,
    expected: expectedUnits(expected, view.directory),
    submissions: received.map(({ submission }) => submission),
    window,
    previous: previous === undefined ? undefined : before,
    yearBefore: yearAgo,
    within: within?.window === undefined ? undefined : { consolidation: alone(view, within), window: within.window },
  });
};

/** The revision that counts of each unit's report. */
export const revisionsOf = ({ received }: Gathered): Readonly<Record<string, number>> =>
  Object.fromEntries(received.map(({ obligation, facts }) => [obligation.unit, facts.revision]));
