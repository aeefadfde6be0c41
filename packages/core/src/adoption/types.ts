import type { PlanChange } from '../plan/diff.ts';

// Types, not interfaces: answers and previews carry them as JSON.

type Named = {
  readonly stream: string;
  readonly id: string;
  /** Of the office its issuer's; of an agency its own on the day of adoption; of a plan its title in one line. */
  readonly name: string;
};

/** One thing that an adoption enters in the ledger. Plain JSON. */
export type AdoptionChange =
  | (Named & {
      readonly kind: 'office' | 'agency';
      readonly change: 'added' | 'changed';
      /** Of what was changed: the members that differ (`names`, `closed`, `people`). */
      readonly details?: readonly string[];
    })
  | (Named & {
      readonly kind: 'plan';
      readonly change: 'added' | 'changed';
      /** The version that it becomes, 1 and up. */
      readonly version: number;
      readonly details?: readonly PlanChange[];
    });
