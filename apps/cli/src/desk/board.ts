import { followUpRows, obligationId, type FollowUpRow, type Moment, type Submission } from '@dondoc/core';
import type { OfficeFolder } from '../files/office.ts';
import { owed, type ReportChoice } from './choice.ts';
import { factsFromFiles, type Urging } from './facts.ts';

/** One unit on the board. */
export interface BoardRow extends FollowUpRow {
  /** As on the day of the board. */
  readonly name: string;
}

interface BoardInput {
  readonly submissions: readonly Submission[];
  readonly urgings?: readonly Urging[];
  readonly now: Moment;
}

/** Computes who owes one report for one period and how each stands at a moment, in the office's order. */
export function board(
  folder: OfficeFolder,
  choice: ReportChoice,
  { now, submissions, urgings = [] }: BoardInput,
): readonly BoardRow[] {
  const { calendar, directory, office } = folder;
  const actor = office.people.find(({ roles }) => roles.includes('officer'))?.id ?? office.desk;
  const obligations = owed(folder, choice);
  const sent = Map.groupBy(submissions, obligationId);
  const urged = Map.groupBy(urgings, ({ unit }) => unit);
  const facts = new Map(
    obligations.map((one) => {
      const happened = { actor, submissions: sent.get(one.id) ?? [], urgings: urged.get(one.unit) ?? [] };
      return [one.id, factsFromFiles(one, happened, now)];
    }),
  );
  const person = (id: string) =>
    office.people.find((one) => one.id === id)?.name ?? directory.at(id, now.day)?.shortName ?? id;
  const { dueSoonDays } = office.settings;
  return followUpRows({ obligations, facts, now, calendar, dueSoonDays, person }).map((row) => ({
    ...row,
    name: directory.at(row.obligation.unit, now.day)?.name ?? row.obligation.unit,
  }));
}
