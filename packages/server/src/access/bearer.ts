import { roles as allRoles, vietnamMoment, type Role } from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { BearerInput } from './access.schema.ts';

const unitRoles: readonly Role[] = ['unit-head', 'filer', 'viewer'];
const officeRoles = allRoles.filter((role) => role !== 'unit-head' && role !== 'filer');

const isOpen = ({ directory }: OfficeView, unit: string, at: string): boolean =>
  directory.at(unit, vietnamMoment(Date.parse(at)).day)?.state === 'open';

/** The office's own agencies: people of any other agency are a unit's. */
const isOwn = ({ settings }: OfficeView, agency: string): boolean =>
  settings !== undefined && (agency === settings.issuer || agency === settings.desk);

/** A person as the office has adopted them: what they may be, and for whom. */
export const principalOfPerson = (office: OfficeView, person: string): Principal | undefined => {
  const found = office.settings?.people.find(({ id }) => id === person);
  if (found === undefined) return undefined;
  const { id, roles, agency } = found;
  return { id, roles, ...(isOwn(office, agency) ? {} : { unit: agency }) };
};

const narrowed = (principal: Principal, { roles, allowed }: { roles: readonly Role[]; allowed: readonly Role[] }) => {
  const kept = [...new Set(roles)];
  return kept.length > 0 && kept.every((role) => allowed.includes(role))
    ? done({ ...principal, roles: kept })
    : failed('roles-refused', { params: { allowed: [...allowed] } });
};

/**
 * Settles whom access is for: a person of the office's settings with roles of their own, a unit's people with roles of a
 * unit, or (where `program` names it) a program of the office. A unit that is not open today gets none.
 */
export const principalFor = (
  { unit, person, roles }: BearerInput,
  { office, at, program }: { readonly office: OfficeView; readonly at: string; readonly program?: string },
): Outcome<Principal> => {
  if (person !== undefined) {
    const known = principalOfPerson(office, person);
    if (known === undefined || (unit !== undefined && unit !== known.unit)) {
      return failed('unknown-person', { params: { person } });
    }
    return narrowed(known, { roles: roles ?? known.roles, allowed: known.roles });
  }
  if (unit !== undefined) {
    if (!isOpen(office, unit, at)) return failed('unknown-unit', { params: { unit } });
    const asked = roles ?? ['filer'];
    return narrowed({ id: `${unit}:${asked[0] ?? 'filer'}`, roles: [], unit }, { roles: asked, allowed: unitRoles });
  }
  if (program === undefined) return failed('bad-request', { params: { what: 'unit, person' } });
  return narrowed({ id: program, roles: [] }, { roles: roles ?? ['viewer'], allowed: officeRoles });
};

/**
 * What a credential's holder may be now: a person has no more than the office gives them today, and nobody of a unit that
 * is closed today gets in. Undefined: nobody any more.
 */
export const principalNow = (
  { id, roles, unit }: Principal,
  { office, at }: { readonly office: OfficeView; readonly at: string },
): Principal | undefined => {
  if (unit !== undefined && !isOpen(office, unit, at)) return undefined;
  const own = unit === undefined ? {} : { unit };
  // `token:…` and `{unit}:{role}` are nobody in particular.
  if (id.includes(':')) return { id, roles, ...own };
  const known = principalOfPerson(office, id);
  if (known === undefined || known.unit !== unit) return undefined;
  return { id, roles: roles.filter((role) => known.roles.includes(role)), ...own };
};
