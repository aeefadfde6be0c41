import { inTextOrder } from '../text/order.ts';
import type { UnitSelector } from './schema.ts';
import type { AgencyView } from './types.ts';

/**
 * Makes the test whether a selector names an agency as it is on one day, whatever its state then. The sets are made once
 * a selector: a list of many agencies is asked for each of many.
 */
export const selects = (selector: UnitSelector): ((view: Pick<AgencyView, 'id' | 'kind' | 'parent'>) => boolean) => {
  const clauses = selector.map(({ agencies, kinds, parents, except }) => ({
    agencies: agencies && new Set(agencies),
    kinds: kinds && new Set(kinds),
    parents: parents && new Set(parents),
    except: new Set(except),
  }));
  return ({ id, kind, parent }) =>
    clauses.some(
      (clause) =>
        (clause.agencies?.has(id) ?? true) &&
        (clause.kinds?.has(kind) ?? true) &&
        (clause.parents === undefined || (parent !== undefined && clause.parents.has(parent))) &&
        !clause.except.has(id),
    );
};

/** Compares by place in the office's own list, then by id. */
export const inOfficeOrder = (a: Pick<AgencyView, 'id' | 'order'>, b: Pick<AgencyView, 'id' | 'order'>): number =>
  a.order - b.order || inTextOrder(a.id, b.id);
