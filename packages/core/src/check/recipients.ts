import { type Finding, warning } from '../text/finding.ts';
import type { PlanContext } from './context.ts';

/** Finds agencies that receive what is reported upward but are missing from the plan's distribution list. */
export const missingRecipients = ({ plan, directory, issuedOn }: PlanContext): readonly Finding[] => {
  const listed = new Set(plan.recipients.map(({ agency }) => agency));
  const owed = new Map<string, string[]>();
  for (const { report, to } of plan.upward) {
    const name = plan.reports.find(({ id }) => id === report)?.name ?? report;
    for (const agency of to) owed.set(agency, [...(owed.get(agency) ?? []), name]);
  }
  return [...owed].flatMap(([agency, reports]) =>
    listed.has(agency)
      ? []
      : [
          warning('check.recipient-missing', ['recipients'], {
            agency: directory?.at(agency, issuedOn)?.name ?? agency,
            agencyId: agency,
            reports: [...new Set(reports)],
          }),
        ],
  );
};

/** Finds units that the plan binds and that nobody can reach: no name, telephone or address is recorded. One finding. */
export const unitsWithoutContact = ({ plan, directory, issuedOn }: PlanContext): readonly Finding[] => {
  const units = directory?.matching(plan.units, issuedOn) ?? [];
  const silent = units.filter(({ agency: { contact } }) => contact === undefined || Object.keys(contact).length === 0);
  return silent.length === 0
    ? []
    : [
        warning('check.units-without-contact', ['units'], {
          units: silent.map(({ name }) => name),
          count: silent.length,
          of: units.length,
        }),
      ];
};
