import type { AgencyDirectory } from '../agency/directory.ts';
import { createCalendar, type WorkCalendar } from '../calendar/working.ts';
import { parsePeriod, periodInSentence } from '../due/period.ts';
import { type Duty, dutiesOf } from '../obligation/duties.ts';
import { effectiveIssueDay } from '../obligation/issue-day.ts';
import { obligations } from '../obligation/obligations.ts';
import type { Obligation, PeriodOpening, PlanEvent, PlanVersion } from '../obligation/types.ts';
import type { Plan } from '../plan/schema.ts';
import { answerChecker } from '../report/answers.ts';
import { describeForm } from '../report/describe.ts';

export interface ReadContext {
  /** The plan, or its versions in force for the office. */
  readonly plan: Plan | readonly PlanVersion[];
  /** The version that a bare `plan` is; 1 unless given. */
  readonly planVersion?: number;
  readonly directory: AgencyDirectory;
  /** Only this report, period or unit will do: the obligation that is being answered. */
  readonly only?: { readonly report?: string; readonly period?: string; readonly unit?: string };
  readonly events?: readonly PlanEvent[];
  readonly openings?: readonly PeriodOpening[];
  /** For due rules that count working days; a calendar without announcements unless given. */
  readonly calendar?: WorkCalendar;
  /** `draft`: what is still missing is no finding. `submit` unless given. */
  readonly mode?: 'submit' | 'draft';
  /** The day of sending, inclusive ISO: dates after it are questioned, an arrival after it is refused. */
  readonly today?: string;
}

/** Everything that reading many submissions asks of plan and office, computed when first asked and kept. */
export interface Desk {
  readonly plan: Plan;
  readonly versions: ReadonlySet<number>;
  readonly newest: number;
  readonly duties: readonly Duty[];
  readonly duty: (report: string, period: string) => Duty | undefined;
  readonly obligation: (of: {
    readonly report: string;
    readonly period: string;
    readonly unit: string;
  }) => Obligation | undefined;
  /** Says whether a plan that governs the obligation has its report's form, and prepares its check. */
  readonly checker: (
    obligation: Obligation,
    kind: string,
  ) => ReturnType<typeof answerChecker> | 'no-form' | 'form-missing';
}

const versionsOf = ({ plan, planVersion = 1 }: ReadContext): readonly PlanVersion[] =>
  'format' in plan ? [{ version: planVersion, adopted: effectiveIssueDay(plan), plan }] : plan;

/** Prepares the reading of submissions; `undefined` where there is no version of the plan at all. */
export const deskOf = (context: ReadContext): Desk | undefined => {
  const { directory, events = [], openings = [], calendar = createCalendar() } = context;
  const versions = versionsOf(context);
  const current = versions.toSorted((a, b) => a.version - b.version).at(-1);
  if (current === undefined) return undefined;
  const plans = new Map(versions.map(({ version, plan }) => [version, plan]));
  const duties = dutiesOf({ plan: versions, calendar, events });
  const dutyOf = new Map(duties.map((duty) => [`${duty.report.id}/${duty.period.id}`, duty]));
  const owed = new Map<string, ReadonlyMap<string, Obligation>>();
  const checkers = new Map<string, ReturnType<typeof answerChecker>>();

  const owedFor = (report: string, period: string) => {
    const key = `${report}/${period}`;
    const known = owed.get(key);
    if (known !== undefined) return known;
    const all = obligations({
      plan: versions,
      agencies: directory,
      calendar,
      events,
      openings,
      range: { report, period },
    });
    const found: ReadonlyMap<string, Obligation> = new Map(all.map((one) => [one.unit, one]));
    owed.set(key, found);
    return found;
  };

  return {
    plan: current.plan,
    versions: new Set(plans.keys()),
    newest: current.version,
    duties,
    duty: (report, period) => dutyOf.get(`${report}/${period}`),
    obligation: ({ report, period, unit }) =>
      dutyOf.has(`${report}/${period}`) ? owedFor(report, period).get(unit) : undefined,
    checker: ({ planVersion, report, period }, kind) => {
      if (report.form === undefined) return 'no-form';
      const key = `${planVersion}/${report.form}/${report.id}/${kind}/${period.year}`;
      const known = checkers.get(key);
      if (known !== undefined) return known;
      const form = plans.get(planVersion)?.forms.find(({ id }) => id === report.form);
      if (form === undefined) return 'form-missing';
      const made = answerChecker(describeForm({ form, report: report.id, kind, year: period.year }));
      checkers.set(key, made);
      return made;
    },
  };
};

/** Writes a period inside a sentence; an id that is none as it stands. */
export const periodWords = (id: string): string => {
  const period = parsePeriod(id);
  return period === undefined ? id : periodInSentence(period);
};
