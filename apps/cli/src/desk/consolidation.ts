import {
  consolidate,
  crossPeriodFindings,
  describeForm,
  expectedUnits,
  type Consolidation,
  type DataWindow,
  type EarlierSubmission,
  type Form,
  type FormDescription,
  type Submission,
} from '@dondoc/core';
import type { Received } from '../files/inbox.ts';
import type { OfficeFolder } from '../files/office.ts';
import type { LocatedFinding } from '../files/source.ts';
import { owed, type ReportChoice } from './choice.ts';

/** The reports of one period, and what they come to. */
export interface Gathered {
  readonly choice: ReportChoice;
  readonly form: Form;
  readonly received: readonly Received[];
  readonly consolidation: Consolidation;
  /** Absent where nobody owes. */
  readonly window: DataWindow | undefined;
}

/** Other periods of the same report, to be held against. */
export interface Compared {
  readonly previous?: Gathered | undefined;
  readonly yearBefore?: Gathered | undefined;
  /** A period inside this one: the first half-year of a year. */
  readonly within?: Gathered | undefined;
}

/** Adds up what the units sent. */
export function consolidateChoice(
  folder: OfficeFolder,
  choice: ReportChoice,
  { form, submissions, compared = {} }: { form: Form; submissions: readonly Submission[]; compared?: Compared },
): Consolidation {
  // What came due before the plan was issued binds nobody: it is no denominator.
  const binding = owed(folder, choice).filter(({ notApplicable }) => !notApplicable);
  const { plan, report, period } = choice;
  const expected = expectedUnits(binding, folder.directory);
  const { previous, yearBefore, within } = compared;
  return consolidate({
    plan,
    form,
    report,
    period,
    expected,
    submissions,
    window: binding[0]?.window,
    previous: previous?.consolidation,
    yearBefore: yearBefore?.consolidation,
    within: within?.window === undefined ? undefined : { consolidation: within.consolidation, window: within.window },
  });
}

/** Adds up what was received and keeps what other periods are held against. */
export function gather(
  folder: OfficeFolder,
  choice: ReportChoice,
  { form, received, compared }: { form: Form; received: readonly Received[]; compared?: Compared },
): Gathered {
  const submissions = received.map(({ submission }) => submission);
  const consolidation = consolidateChoice(folder, choice, {
    form,
    submissions,
    ...(compared === undefined ? {} : { compared }),
  });
  return { choice, form, received, consolidation, window: owed(folder, choice)[0]?.window };
}

/** What the consolidation says of units together and `acrossPeriods` of each one, at its own line. */
const TOLD_BY_UNIT: ReadonlySet<string> = new Set(['consolidation.below-part-of-year', 'consolidation.grown-much']);

/** Lists what to look at again: what the consolidation says, and each unit's report against its own of other periods. */
export function toLookAt(folder: OfficeFolder, main: Gathered, compared: Compared): readonly LocatedFinding[] {
  const { consolidation, choice } = main;
  const byUnit = acrossPeriods(folder, main, compared);
  const told = new Set(byUnit.map(({ rule }) => rule.replace('answer.', 'consolidation.')));
  const file = `${choice.report.id} ${choice.period.id}`;
  return [
    ...consolidation.findings
      .filter(({ rule }) => !TOLD_BY_UNIT.has(rule) || !told.has(rule))
      .map((finding): LocatedFinding => ({ ...finding, file })),
    ...byUnit,
  ];
}

/** Holds each unit's report against its own of the period before (else of the year before) and of periods inside. */
function acrossPeriods(
  folder: OfficeFolder,
  { choice, form, received, window }: Gathered,
  { previous, yearBefore, within }: Compared,
): readonly LocatedFinding[] {
  const before = earlierOf(previous ?? yearBefore);
  const inside = earlierOf(within);
  if (window === undefined || (before === undefined && inside === undefined)) return [];
  const describe = descriptions(choice, form);
  const duties = new Map(owed(folder, choice).map((one) => [one.unit, one]));
  const comparableWithin = new Map(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ id, comparableWithin: scope }) => (scope === undefined ? [] : [[id, scope] as const])),
    ),
  );
  return received.flatMap(({ submission, source }) => {
    const last = before?.get(submission.unit);
    const part = inside?.get(submission.unit);
    const day = duties.get(submission.unit)?.settledOn;
    const kind = day === undefined ? undefined : folder.directory.at(submission.unit, day)?.kind;
    if (kind === undefined || (last === undefined && part === undefined)) return [];
    const findings = crossPeriodFindings({
      description: describe(kind),
      submission,
      period: choice.period,
      window,
      comparableWithin,
      ...(last === undefined ? {} : { previous: last }),
      ...(part === undefined ? {} : { within: [part] }),
    });
    return source.locateAll(findings);
  });
}

function earlierOf(gathered: Gathered | undefined): ReadonlyMap<string, EarlierSubmission> | undefined {
  const window = gathered?.window;
  if (gathered === undefined || window === undefined) return undefined;
  const { period } = gathered.choice;
  return new Map(gathered.received.map(({ submission }) => [submission.unit, { submission, period, window }]));
}

function descriptions({ report, period }: ReportChoice, form: Form): (kind: string) => FormDescription {
  const known = new Map<string, FormDescription>();
  return (kind) => {
    const description = known.get(kind) ?? describeForm({ form, report: report.id, kind, year: period.year });
    known.set(kind, description);
    return description;
  };
}
