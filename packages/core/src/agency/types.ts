import type { Agency } from './schema.ts';

/** An agency as it is on one day. */
export interface AgencyView {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parent?: string;
  readonly symbol?: string;
  readonly place?: string;
  readonly order: number;
  readonly state: 'open' | 'not-yet-open' | 'closed' | 'merged';
  /** The agency that answers for it on that day, through any number of mergers. */
  readonly heir?: string;
  readonly agency: Agency;
}
