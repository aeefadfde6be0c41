import {
  actSides,
  allowedActs,
  type Facts,
  type Moment,
  type Obligation,
  type OfficeSettings,
  type Side,
} from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import { can, sendingAs } from '../access/capabilities.ts';
import { failed, type Failure } from '../http/outcome.ts';
import type { CallersAct } from './act-schema.ts';
import { refusal } from './reading.ts';

/** Whose side somebody acts on: a unit's own people, or the office's. */
export const sideOf = ({ unit }: Principal): Side => (unit === undefined ? 'desk' : 'unit');

const sending: ReadonlySet<CallersAct> = new Set(['submit', 'revise', 'withdraw']);

/** Tells why somebody may not do an act for a unit, whatever its state; undefined: they may. */
export const notAllowed = (
  act: CallersAct,
  {
    principal,
    settings,
    unit,
  }: { readonly principal: Principal; readonly settings: OfficeSettings; readonly unit?: string },
): Failure | undefined => {
  const by = sideOf(principal);
  if (!actSides[act].includes(by))
    return failed('forbidden', { findings: [refusal('act.not-yours', [], { by })] }).failure;
  if (by === 'desk') return can(principal, 'desk') ? undefined : failed('forbidden').failure;
  if (!can(principal, 'file', unit)) return failed('forbidden').failure;
  if (!sending.has(act) || can(principal, sendingAs(settings.settings), unit)) return undefined;
  return failed('forbidden', { findings: [refusal('act.head-sends')] }).failure;
};

/** Lists what somebody may do on an obligation now: what its state allows, and is theirs to do. */
export const actsFor = (
  { obligation, facts, now }: { readonly obligation: Obligation; readonly facts: Facts; readonly now: Moment },
  { principal, settings }: { readonly principal: Principal; readonly settings: OfficeSettings },
): CallersAct[] =>
  allowedActs({ obligation, facts, now }).filter(
    (act): act is CallersAct =>
      // `include` is written by issuing a consolidation, never asked for.
      act !== 'include' && notAllowed(act, { principal, settings, unit: obligation.unit }) === undefined,
  );
