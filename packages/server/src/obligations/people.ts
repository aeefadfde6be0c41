import type { Principal } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';

/** Names people to whoever looks. */
export interface People {
  /** In words: a person's name, to a unit only the person's title or the desk. */
  readonly named: (id: string) => string;
  /** As a principal's id: to a unit everybody outside it is the desk. */
  readonly shown: (id: string) => string;
}

/** Nobody in particular of a unit acts as `{unit}:{role}`; a person of its own whom the settings name, by their id. */
const unitOf = (principal: string): string | undefined =>
  principal.includes(':') && !principal.startsWith('token:') ? principal.slice(0, principal.indexOf(':')) : undefined;

/**
 * Makes the namer for one who looks on a day (ISO): to the people of a unit the office's persons have no names, and those
 * of other units are the office's too.
 */
export const peopleFor = (
  { settings, directory }: Pick<OfficeView, 'settings' | 'directory'>,
  { principal, day }: { readonly principal: Pick<Principal, 'unit'>; readonly day: string },
): People => {
  const agency = (id: string): string | undefined => directory.at(id, day)?.shortName;
  const desk = settings?.desk ?? 'desk';
  const person = (id: string) => settings?.people.find((one) => one.id === id);
  if (principal.unit === undefined) {
    return {
      named: (id) => person(id)?.name ?? agency(unitOf(id) ?? id) ?? id,
      shown: (id) => id,
    };
  }
  const own = principal.unit;
  const isOwn = (id: string): boolean => unitOf(id) === own || person(id)?.agency === own;
  return {
    named: (id) => (isOwn(id) ? (person(id)?.name ?? agency(own) ?? own) : (person(id)?.title ?? agency(desk) ?? desk)),
    shown: (id) => (isOwn(id) ? id : desk),
  };
};
