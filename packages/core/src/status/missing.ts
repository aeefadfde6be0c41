import type { Facts, Status } from './types.ts';

/** Tells whether a report counts among those to be sent: it is neither waived nor not applicable. */
export const isOwed = ({ relief }: Pick<Status, 'relief'>): boolean =>
  relief !== 'waived' && relief !== 'not-applicable';

/**
 * Tells whether a report that is owed has not been received: what it is judged by (its data, or its signed document) has
 * not come, or the unit took it back itself. Everything else that is owed has been received: the two always add up.
 */
export const isMissing = ({ facts, status }: { readonly facts: Facts; readonly status: Status }): boolean =>
  isOwed(status) &&
  (status.timeliness.is === 'pending' || (facts.filing === 'returned' && facts.returned?.withdrawn === true));
