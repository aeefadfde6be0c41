import { checkForm } from '../report/meaning.ts';
import type { Finding } from '../text/finding.ts';
import { bySeverity } from '../text/severity.ts';
import { abolishedBodies } from './abolished.ts';
import { missingElements } from './article-7.ts';
import { planContext, type CheckPlanInput, type PlanContext } from './context.ts';
import { announcements, cutoffs, daysNotInCalendar, levels, pastDeadlines, restDays, undated } from './deadlines.ts';
import { citedDocuments, draft, yearOfPlan } from './documents.ts';
import { wordsAgainstRule, wordsNotInText } from './due-words.ts';
import { numberedHeadings } from './headings.ts';
import { missingRecipients, unitsWithoutContact } from './recipients.ts';
import { emptyForms, planAgencies, planIds, planOffice, planReferences, reservedIds } from './references.ts';
import { emptySelectors } from './selectors.ts';
import { incompleteSignatory } from './signatory.ts';
import { incompleteTasks, pastTasks } from './tasks.ts';
import { secrecy, spelling } from './words.ts';

const forms = ({ plan }: PlanContext): readonly Finding[] =>
  plan.forms.flatMap((form, index) =>
    checkForm(form).map(({ rule, severity, where, params }) => ({
      rule,
      severity,
      where: ['forms', index, ...where],
      params,
    })),
  );

const checks: readonly ((context: PlanContext) => readonly Finding[])[] = [
  secrecy,
  planIds,
  reservedIds,
  planReferences,
  planAgencies,
  planOffice,
  draft,
  incompleteSignatory,
  yearOfPlan,
  citedDocuments,
  pastTasks,
  pastDeadlines,
  daysNotInCalendar,
  cutoffs,
  levels,
  restDays,
  announcements,
  undated,
  wordsAgainstRule,
  wordsNotInText,
  ({ plan }) => missingElements(plan),
  incompleteTasks,
  numberedHeadings,
  missingRecipients,
  emptySelectors,
  unitsWithoutContact,
  abolishedBodies,
  emptyForms,
  forms,
  spelling,
];

/**
 * Checks a plan as its office should before it is signed: deadlines against the day of issue, data windows and rest
 * days; cited documents; what a periodic report must state; owners, recipients and contacts; ids; bodies that are no
 * more; spelling. Nothing is mended. Findings come from the gravest to the lightest, `where` leads into the plan.
 *
 * @see Decree 09/2019/NĐ-CP, articles 7, 8 and 12 (reporting regimes)
 */
export const checkPlan = (input: CheckPlanInput): readonly Finding[] => {
  const context = planContext(input);
  return bySeverity(checks.flatMap((check) => check(context)));
};
