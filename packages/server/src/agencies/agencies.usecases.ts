import { inTextOrder, searchKey, type Agency, type AgencyView } from '@dondoc/core';
import type { Principal } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { AgencyAnswer } from './agencies.schema.ts';

const answerOf = (
  { agency, ...view }: AgencyView,
  { office, principal }: { readonly office: OfficeView; readonly principal: Principal },
): AgencyAnswer => {
  const isOffice = principal.unit === undefined;
  const follower = isOffice ? office.settings?.settings.followedBy[view.id] : undefined;
  return {
    ...view,
    ...(agency.contact === undefined ? {} : { contact: agency.contact }),
    ...(follower === undefined ? {} : { followedBy: follower }),
  };
};

interface Asked {
  readonly principal: Principal;
  /** ISO day as of which they are told. */
  readonly day: string;
}

/** Lists the agencies as they are on a day, in the office's order; a unit's people are given their own. */
export const agenciesFor = (
  office: OfficeView,
  { principal, day, kind, q }: Asked & { readonly kind?: string; readonly q?: string },
): readonly AgencyAnswer[] => {
  const key = q === undefined ? '' : searchKey(q);
  return office.directory.all
    .flatMap(({ id }) => office.directory.at(id, day) ?? [])
    .filter((view) => principal.unit === undefined || view.id === principal.unit)
    .filter((view) => (kind === undefined || view.kind === kind) && searchKey(view.name).includes(key))
    .toSorted((a, b) => a.order - b.order || inTextOrder(a.id, b.id))
    .map((view) => answerOf(view, { office, principal }));
};

/** An agency with its history. */
export type AgencyHistory = AgencyAnswer & { readonly version: number; readonly agency: Agency };

/** Tells one agency as it is on a day, with all that was adopted of it. */
export const agencyOf = (office: OfficeView, id: string, { principal, day }: Asked): Outcome<AgencyHistory> => {
  if (principal.unit !== undefined && principal.unit !== id) return failed('not-yours');
  const view = office.directory.at(id, day);
  if (view === undefined) return failed('not-found', { params: { what: `Đơn vị ${id}` } });
  return done({
    ...answerOf(view, { office, principal }),
    version: office.agencyVersions[id] ?? 0,
    agency: view.agency,
  });
};
