import {
  badge,
  obligations,
  status,
  type Badge,
  type Facts,
  type Moment,
  type Obligation,
  type Status,
} from '@dondoc/core';
import type { OfficeFolder } from '../files/office.ts';
import type { ReportChoice } from '../commands/which.ts';
import { factsFromFiles, type Happened } from './facts.ts';

/** One unit on the board. */
export interface BoardRow {
  readonly obligation: Obligation;
  readonly name: string;
  readonly facts: Facts;
  readonly status: Status;
  readonly badge: Badge;
}

/** Computes who owes one report for one period and how each stands at a moment, in the office's order. */
export function board(
  folder: OfficeFolder,
  { plan, report, period }: ReportChoice,
  { now, ...happened }: Omit<Happened, 'actor'> & { readonly now: Moment },
): readonly BoardRow[] {
  const { calendar, directory, office } = folder;
  const officer = office.people.find(({ roles }) => roles.includes('officer'));
  const actor = officer?.id ?? office.desk;
  const owed = obligations({ plan, agencies: directory, calendar, range: { report: report.id, period: period.id } });
  return owed.map((obligation) => {
    const facts = factsFromFiles(obligation, { ...happened, actor }, now.day);
    const state = status(obligation, facts, now, { calendar, dueSoonDays: office.settings.dueSoonDays });
    return {
      obligation,
      name: directory.at(obligation.unit, now.day)?.name ?? obligation.unit,
      facts,
      status: state,
      badge: badge({
        obligation,
        facts,
        status: state,
        now,
        person: (id) =>
          office.people.find((person) => person.id === id)?.name ?? directory.at(id, now.day)?.shortName ?? id,
      }),
    };
  });
}

/** Tells whether nothing has arrived for an obligation that binds. */
export const isMissing = ({ facts, status: state }: BoardRow): boolean =>
  facts.filing === 'none' && state.relief !== 'waived' && state.relief !== 'not-applicable';
