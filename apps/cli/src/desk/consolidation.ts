import {
  consolidate,
  expectedUnits,
  obligations,
  type Consolidation,
  type Form,
  type Obligation,
  type Submission,
} from '@dondoc/core';
import type { ReportChoice } from '../commands/which.ts';
import type { OfficeFolder } from '../files/office.ts';

/** Finds the form that a report is filled in on. */
export const formOf = ({ plan, report }: ReportChoice): Form | undefined =>
  plan.forms.find(({ id }) => id === report.form);

/** Lists what is owed of one report for one period, in the office's order. */
export const owed = (
  { directory, calendar }: OfficeFolder,
  { plan, report, period }: ReportChoice,
): readonly Obligation[] =>
  obligations({ plan, agencies: directory, calendar, range: { report: report.id, period: period.id } });

export interface Compared {
  readonly previous?: Consolidation;
  readonly yearBefore?: Consolidation;
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
  return consolidate({ plan, form, report, period, expected, submissions, window: binding[0]?.window, ...compared });
}
