import type { Agency, Facts, Json, OfficeSettings } from '@dondoc/core';
import type { ObligationKey, ReportPeriod } from './ledger.ts';

/** One row of the read model: what has happened to one obligation that has an entry. */
export interface FactsRow extends ObligationKey {
  readonly facts: Facts;
}

/** What stands in the ledger of what a unit sent last. `content` is null where it was erased. */
export interface FiledRow extends ObligationKey {
  readonly revision: number;
  readonly content: Json;
}

/** What a unit has entered and not yet sent. Not an act: a plain row. */
export interface Draft extends ObligationKey {
  /** 1 for the first save, then one more for each. */
  readonly rev: number;
  readonly content: Json;
  /** Answered of asked questions, for the badge 'Đang nhập (14/20)'. */
  readonly answered: number;
  readonly asked: number;
  /** The filer has marked it ready for the head of the unit to send. */
  readonly ready: boolean;
  readonly by: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** The desk's text of a consolidation while it is being written. */
export interface DeskDraft extends ReportPeriod {
  readonly rev: number;
  readonly content: Json;
  readonly by: string;
  readonly at: string;
}

export type Saved<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly current: T | undefined };

export interface PlanSummary {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  /** Newest version of the plan, 1 and up. */
  readonly version: number;
  readonly adopted: string;
  /** Version of the plan's stream: its optimistic lock. */
  readonly streamVersion: number;
}

/** The office as adopted, without the plans' contents. `settings` is absent before the first adoption. */
export interface Configuration {
  /** seq of the last entry that changed office, agencies or plans; 0 before the first. */
  readonly revision: number;
  readonly settings?: OfficeSettings;
  readonly agencies: readonly Agency[];
  /** Stream version by agency id. */
  readonly agencyVersions: Readonly<Record<string, number>>;
  readonly officeVersion: number;
  readonly plans: readonly PlanSummary[];
}

/** The state of the whole in one row: what list ETags and caches are held against. */
export interface Pulse {
  readonly seq: number;
  readonly configuration: number;
}
