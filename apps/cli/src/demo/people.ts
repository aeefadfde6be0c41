import type { Office, Role } from '@dondoc/core';
import type { Principal } from '@dondoc/store';

/** The people of the office who act in the story, as the app knows them. */
export interface Desk {
  /** Keeps the office's books: admin, officer and registrar in one. */
  readonly clerk: Principal;
  readonly leader: Principal;
}

/** Finds who does the desk's work and who approves. */
export function deskOf({ people }: Pick<Office, 'people'>): Desk {
  const withRole = (role: Role): Principal => {
    const found = people.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`nobody of the demo is ${role}`);
    return { id: found.id, roles: found.roles };
  };
  return { clerk: withRole('officer'), leader: withRole('leader') };
}

/** Who fills in the reports of a school. */
export const filerOf = (unit: string): Principal => ({ id: `${unit}:filer`, roles: ['filer'], unit });
