import { addDays, agencyBadge, inTextOrder, type AgencyView, type Duty } from '@dondoc/core';
import type { Principal, ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { Board } from './obligations.schema.ts';
import { toldBadge } from './row.ts';

/** Finds what a plan asks for in one report and period, whoever owes it. */
export const dutyOf = async (view: OfficeView, { plan, report, period }: ReportPeriod): Promise<Duty | undefined> =>
  (await view.duties(plan)).find((duty) => duty.report.id === report && duty.period.id === period);

/** The day (ISO) on which it is asked whether a unit that does not stand then was bound: its last one, or its first. */
const dayOfBinding = ({ state, agency }: AgencyView): string | undefined =>
  state === 'not-yet-open' ? agency.opened : agency.closed && addDays(agency.closed, -1);

/**
 * Lists the units that the plan binds and that do not owe this report because they do not stand on the day that settles
 * it: not yet open, closed or merged since its data begin (`since`, ISO), in the office's order.
 */
export const othersOf = (
  { directory }: OfficeView,
  { duty, since, principal }: { readonly duty: Duty; readonly since: string; readonly principal: Principal },
): Board['others'] => {
  const absent = directory.all.flatMap((agency) => {
    const view = directory.at(agency.id, duty.settledOn);
    return view === undefined || view.state === 'open' ? [] : [view];
  });
  return absent
    .filter((view) => {
      const day = dayOfBinding(view);
      if (day === undefined || (view.state !== 'not-yet-open' && day < since)) return false;
      return directory.matching(duty.units, day).some(({ id }) => id === view.id);
    })
    .toSorted((a, b) => a.order - b.order || inTextOrder(a.id, b.id))
    .flatMap((view) => {
      const heir = view.heir === undefined ? undefined : directory.at(view.heir, duty.settledOn)?.name;
      const badge = agencyBadge(view, heir);
      const { id, name, shortName, kind, order } = view;
      return badge === undefined
        ? []
        : [{ unit: { id, name, shortName, kind, order }, badge: toldBadge(badge, principal) }];
    });
};
