import type { Role } from '@dondoc/core';
import type { Principal } from '@dondoc/store';

interface Holders {
  /** Roles of the office's own people that hold it. */
  readonly office: readonly Role[];
  /** Roles of a unit's people that hold it, for that unit only. */
  readonly unit: readonly Role[];
}

const everyoneAtTheDesk = ['admin', 'officer', 'registrar', 'leader', 'viewer'] as const;

/** Who may do what: role × capability. The one place; everything that is not here is refused. */
export const capabilities = {
  /** Reads whatever the office has. */
  read: { office: everyoneAtTheDesk, unit: [] },
  /** Acts on obligations, events, openings; writes and presents the consolidation. */
  desk: { office: ['officer'], unit: [] },
  approve: { office: ['leader'], unit: [] },
  issue: { office: ['registrar'], unit: [] },
  /** Adopts, grants and revokes access, redacts, makes checkpoints. */
  administer: { office: ['admin'], unit: [] },
  /** Enters a unit's report. */
  draft: { office: [], unit: ['filer', 'unit-head'] },
  /** Sends a unit's report and does the unit's other acts. */
  file: { office: [], unit: ['filer', 'unit-head'] },
  /** Sends where the office's setting says that only heads of units do. */
  head: { office: [], unit: ['unit-head'] },
  /** Reads what concerns a unit; the desk reads all units. */
  'read-own': { office: everyoneAtTheDesk, unit: ['unit-head', 'filer', 'viewer'] },
} as const satisfies Readonly<Record<string, Holders>>;

export type Capability = keyof typeof capabilities;

/** What sending, withdrawing and revising a unit's report asks for. */
export const sendingAs = (settings: { readonly unitHeadSends: boolean }): Capability =>
  settings.unitHeadSends ? 'head' : 'file';

/**
 * Tells whether somebody may: the office's people everywhere, a unit's people for their own unit. Without `unit` the
 * question is whether they hold the capability at all; what they are then shown is narrowed by `unitOf`.
 */
export const can = (principal: Principal, capability: Capability, unit?: string): boolean => {
  const holders: Holders = capabilities[capability];
  if (principal.unit === undefined) return principal.roles.some((role) => holders.office.includes(role));
  if (unit !== undefined && unit !== principal.unit) return false;
  return principal.roles.some((role) => holders.unit.includes(role));
};

/** The unit that somebody is held to; undefined: the office's own people, who see all. */
export const unitOf = (principal: Principal): string | undefined => principal.unit;
