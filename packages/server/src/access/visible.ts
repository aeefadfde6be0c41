import type { Principal, Token } from '@dondoc/store';
import { can } from './capabilities.ts';

/** Tells whether somebody may see and end a credential: admins all, a unit's head their unit's, anybody their own. */
export const isVisible = (credential: Pick<Token, 'id' | 'unit'>, principal: Principal): boolean => {
  if (can(principal, 'administer')) return true;
  if (credential.unit !== principal.unit) return false;
  return credential.id === principal.id || (principal.unit !== undefined && can(principal, 'head', principal.unit));
};
