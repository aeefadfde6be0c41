import type { DataWindow, Due, Period } from '../due/types.ts';
import type { Plan, Report } from '../plan/schema.ts';
import type { UnitSelector } from '../agency/schema.ts';
import type { DueRule } from '../due/schema.ts';

/** One version of a plan, in force for an office from `adopted` (inclusive ISO day). */
export interface PlanVersion {
  readonly version: number;
  readonly adopted: string;
  readonly plan: Plan;
}

// Types, not interfaces, where ledger entries carry them: only a type alias is assignable to Json's index signature.

/** An ad hoc request, or the day of something that a due rule waits for. */
export type PlanEvent = {
  readonly event: string;
  readonly title: string;
  /** The day it was asked or happened. ISO. */
  readonly on: string;
  readonly units?: UnitSelector;
  readonly due?: DueRule;
  readonly form?: string;
  /** A report of the plan that the request is for; absent: it declares one with the event's own id. */
  readonly report?: string;
};

/** What the request letter settled for one period; overrides the plan, never its due date. */
export type PeriodOpening = {
  readonly report: string;
  readonly period: string;
  readonly cutoff?: { readonly from: string; readonly to: string };
  readonly method?: string;
  readonly contact?: string;
  readonly form?: string;
};

/** One report that one unit owes for one period. Computed, never stored. */
export interface Obligation {
  /** `{plan}/{report}/{period}/{unit}` */
  readonly id: string;
  readonly plan: string;
  readonly planVersion: number;
  readonly unit: string;
  readonly period: Period;
  readonly report: Report;
  readonly due: Due;
  readonly window: DataWindow;
  /** First day one can send: the period's first day, or the plan's adoption if later. ISO. */
  readonly opensOn: string;
  /** Its last on-time day lies before the day it was asked. */
  readonly notApplicable: boolean;
  /** The plan's effective day of issue. ISO. */
  readonly issuedOn: string;
  /** The day it was asked: the day of issue, an ad hoc request's own day. ISO. */
  readonly askedOn: string;
  /** The day that settles who owes, under which name and of which kind: the last on-time day; undated: `askedOn`. ISO. */
  readonly settledOn: string;
  /** Units merged into this one for which it answers. */
  readonly covers: readonly string[];
  /** Whom the request letter names for questions about this period. */
  readonly contact?: string;
}
