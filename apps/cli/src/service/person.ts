import type { Person } from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import { fileFinding, type Read } from '../files/source.ts';

/** Somebody of the office, and who they are to the app. */
export interface Acting {
  readonly person: Person;
  readonly principal: Principal;
  /** All of the office's people. */
  readonly people: readonly Person[];
}

interface Among {
  readonly people: readonly Person[];
  /** Agencies whose people belong to the office itself: issuer and desk. */
  readonly own: readonly string[];
}

async function known(people: readonly Person[]): Promise<readonly string[]> {
  const { roleWords } = await import('@dondoc/server');
  return people.map(({ id, name, roles }) => `${id} (${name}: ${roles.map((role) => roleWords[role]).join(', ')})`);
}

/** Finds who acts: the person named, else the only one, else the first officer. */
export async function personActing(
  { people, own }: Among,
  named: string | undefined,
  at: string,
): Promise<Read<Acting>> {
  const person =
    named === undefined
      ? people.length === 1
        ? people[0]
        : people.find(({ roles }) => roles.includes('officer'))
      : people.find(({ id }) => id === named);
  if (person === undefined) {
    const rule =
      people.length === 0 ? 'service.nobody' : named === undefined ? 'service.which-person' : 'service.unknown-person';
    return { ok: false, findings: [fileFinding(rule, at, { person: named ?? '', known: await known(people) })] };
  }
  const { id, roles, agency } = person;
  const principal: Principal = own.includes(agency) ? { id, roles } : { id, roles, unit: agency };
  return { ok: true, value: { person, principal, people }, findings: [] };
}
