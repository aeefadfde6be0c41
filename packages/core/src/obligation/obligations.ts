import { directory, type AgencyDirectory } from '../agency/directory.ts';
import type { Agency } from '../agency/schema.ts';
import type { WorkCalendar } from '../calendar/working.ts';
import type { DataWindow } from '../due/types.ts';
import { dataWindow } from '../due/window.ts';
import type { Plan, Report } from '../plan/schema.ts';
import { dutiesOf, type Duty } from './duties.ts';
import { createOwing } from './owing.ts';
import type { Obligation, PeriodOpening, PlanEvent, PlanVersion } from './types.ts';

/** Which obligations are wanted; all that is given must hold. */
export interface ObligationRange {
  /** Last on-time day, both inclusive, ISO. An undated obligation has none: it is left out once either is given. */
  readonly from?: string;
  readonly to?: string;
  readonly report?: string;
  readonly period?: string;
  readonly unit?: string;
}

export interface ObligationsInput {
  /** One plan as in a file, or the versions that an office adopted. */
  readonly plan: Plan | readonly PlanVersion[];
  readonly agencies: readonly Agency[] | AgencyDirectory;
  readonly calendar: WorkCalendar;
  readonly events?: readonly PlanEvent[];
  readonly openings?: readonly PeriodOpening[];
  readonly range?: ObligationRange;
  /** What `dutiesOf` gives for the same plan, calendar and events, where it is at hand. */
  readonly duties?: readonly Duty[];
}

/** Makes an obligation's id: `{plan}/{report}/{period}/{unit}`. */
export const obligationId = (of: { plan: string; report: string; period: string; unit: string }): string =>
  `${of.plan}/${of.report}/${of.period}/${of.unit}`;

const isWanted = ({ report, period, due }: Duty, range: ObligationRange): boolean => {
  if (range.report !== undefined && range.report !== report.id) return false;
  if (range.period !== undefined && range.period !== period.id) return false;
  if (range.from === undefined && range.to === undefined) return true;
  if (due.kind === 'undated') return false;
  return (range.from === undefined || due.lastDay >= range.from) && (range.to === undefined || due.lastDay <= range.to);
};

const opened = (report: Report, opening: PeriodOpening | undefined): Report =>
  opening?.method === undefined && opening?.form === undefined
    ? report
    : {
        ...report,
        ...(opening.method === undefined ? {} : { method: opening.method }),
        ...(opening.form === undefined ? {} : { form: opening.form }),
      };

/**
 * Computes every report that a unit owes under one plan, by report and period in the plan's order, then by unit in the
 * office's order.
 *
 * Who owes is settled on the last on-time day (an undated duty: on the day it was asked): the units open and bound
 * then. The heir of a merged unit owes once and `covers` names whom it answers for. A duty whose last on-time day lies
 * before the plan could be issued is marked `notApplicable`. What a request letter settled (`openings`) overrides the
 * plan for its period, never its due date. Takes time in proportion to the number of obligations.
 */
export const obligations = (input: ObligationsInput): Obligation[] => {
  const { plan, agencies, calendar, events = [], openings = [], range = {} } = input;
  const owing = createOwing('matching' in agencies ? agencies : directory(agencies));
  const openingOf = new Map(openings.map((opening) => [`${opening.report}/${opening.period}`, opening]));
  const found: Obligation[] = [];
  for (const duty of input.duties ?? dutiesOf({ plan, calendar, events })) {
    if (!isWanted(duty, range)) continue;
    const { period, due, issuedOn, askedOn, settledOn, opensOn, planVersion } = duty;
    const opening = openingOf.get(`${duty.report.id}/${period.id}`);
    const report = opened(duty.report, opening);
    const window: DataWindow =
      opening?.cutoff === undefined ? dataWindow(report.window, period) : { ...opening.cutoff, source: 'request' };
    const shared = {
      plan: duty.plan,
      planVersion,
      period,
      report,
      due,
      window,
      opensOn,
      notApplicable: due.kind === 'dated' && due.lastDay < askedOn,
      issuedOn,
      askedOn,
      settledOn,
      ...(opening?.contact === undefined ? {} : { contact: opening.contact }),
    };
    const prefix = obligationId({ plan: duty.plan, report: report.id, period: period.id, unit: '' });
    for (const { unit, covers } of owing(duty.units, { day: settledOn, since: window.from })) {
      if (range.unit !== undefined && range.unit !== unit) continue;
      found.push({ id: `${prefix}${unit}`, unit, covers, ...shared });
    }
  }
  return found;
};
