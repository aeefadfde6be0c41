import type { AgencyDirectory } from '../agency/directory.ts';
import { periodInSentence } from '../due/period.ts';
import type { Duty } from '../obligation/duties.ts';
import type { Obligation } from '../obligation/types.ts';
import { error, type Finding, type FindingParams, warning } from '../text/finding.ts';
import { nearest } from '../text/nearest.ts';
import { type Desk, periodWords, type ReadContext } from './context.ts';

/** What a submission says it answers; what could not be read is absent. */
export interface Claim {
  readonly plan?: string | undefined;
  readonly planVersion?: number | undefined;
  readonly report?: string | undefined;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly covers?: readonly string[] | undefined;
}

export interface Bound {
  readonly obligation?: Obligation;
  /** Kind of the unit on the day that settles who owes. */
  readonly kind?: string;
  readonly findings: readonly Finding[];
}

const quoted = (id: string): string => `“${[...id].slice(0, 60).join('')}”`;

const like = (id: string, known: readonly string[]): FindingParams => {
  const near = nearest(id.slice(0, 80), known);
  return near === undefined ? {} : { near };
};

const versionFindings = ({ planVersion }: Claim, desk: Desk): Finding[] => {
  if (planVersion === undefined || planVersion === desk.newest) return [];
  const params = { version: planVersion, newest: desk.newest };
  if (planVersion > desk.newest) return [error('submission.unknown-version', ['planVersion'], params)];
  return [warning('submission.older-version', ['planVersion'], params)];
};

const periodFindings = (report: string, period: string, duties: readonly Duty[]): Finding[] => {
  const name = duties[0]?.report.name ?? report;
  return [
    error('submission.period-not-asked', ['period'], {
      report: name,
      period: periodWords(period.slice(0, 80)),
      periods: duties.map((duty) => `${periodInSentence(duty.period)} (${duty.period.id})`),
    }),
  ];
};

/** Why a unit does not owe: it is unknown, not there on the day, or not bound by the plan. */
const unitFindings = (unit: string, { duty, directory }: { duty: Duty; directory: AgencyDirectory }): Finding[] => {
  const where = ['unit'];
  const day = duty.settledOn;
  const view = directory.at(unit, day);
  if (view === undefined) {
    return [
      error('submission.unknown-unit', where, {
        unit: quoted(unit),
        ...like(
          unit,
          directory.all.map(({ id }) => id),
        ),
      }),
    ];
  }
  const params = { unit: view.name, report: duty.report.name, period: periodInSentence(duty.period) };
  switch (view.state) {
    case 'merged': {
      const heir = view.heir === undefined ? undefined : directory.at(view.heir, day);
      return [
        error('submission.unit-merged', where, {
          ...params,
          heir: heir?.name ?? view.agency.mergedInto ?? '',
          since: view.agency.closed ?? day,
        }),
      ];
    }
    case 'closed':
      return [error('submission.unit-closed', where, { ...params, since: view.agency.closed ?? day })];
    case 'not-yet-open':
      return [error('submission.unit-not-yet-open', where, { ...params, since: view.agency.opened ?? day })];
    case 'open':
      return [error('submission.unit-not-bound', where, params)];
  }
};

const coversFindings = (covers: readonly string[], obligation: Obligation, directory: AgencyDirectory): Finding[] => {
  const known = new Set(obligation.covers);
  const day = obligation.settledOn;
  const name = (id: string): string => directory.at(id, day)?.name ?? quoted(id);
  const seen = new Set<string>();
  return covers.flatMap((id, index) => {
    if (seen.has(id)) return [error('submission.covers-twice', ['covers', index], { unit: name(id) })];
    seen.add(id);
    return known.has(id)
      ? []
      : [error('submission.covers-not-merged', ['covers', index], { unit: name(id), heir: name(obligation.unit) })];
  });
};

/** Names a unit as it is called on the day that settles who owes the report; without such a duty, today. */
export const nameOf = (
  unit: string,
  {
    report,
    period,
    desk,
    context: { directory, today },
  }: {
    readonly report: string | undefined;
    readonly period: string | undefined;
    readonly desk: Desk | undefined;
    readonly context: ReadContext;
  },
): string | undefined => {
  const duty = report === undefined || period === undefined ? undefined : desk?.duty(report, period);
  return directory.at(unit, duty?.settledOn ?? today ?? '9999-12-31')?.name;
};

/** This file is for another unit, report or period than the one asked for. */
const wanted = (
  { report, period, unit }: Claim,
  { desk, context }: { desk: Desk; context: ReadContext },
): Finding[] => {
  const { only } = context;
  if (only === undefined) return [];
  const differs = (name: 'report' | 'period' | 'unit', value: string | undefined) =>
    value !== undefined && only[name] !== undefined && only[name] !== value;
  const where = differs('unit', unit)
    ? 'unit'
    : differs('period', period)
      ? 'period'
      : differs('report', report)
        ? 'report'
        : undefined;
  if (where === undefined) return [];
  const name = unit === undefined ? '' : (nameOf(unit, { report, period, desk, context }) ?? quoted(unit));
  return [
    error('submission.not-the-one-asked', [where], {
      unit: name,
      period: periodWords((period ?? '').slice(0, 80)),
      report: report ?? '',
    }),
  ];
};

/** Finds the obligation that a submission answers, or every reason why there is none. */
export const bind = (claim: Claim, { desk, context }: { desk: Desk; context: ReadContext }): Bound => {
  const { directory } = context;
  const { plan, report, period, unit, covers } = claim;
  const findings = [...wanted(claim, { desk, context }), ...versionFindings(claim, desk)];
  if (plan !== undefined && plan !== desk.plan.id) {
    return {
      findings: [...findings, error('submission.other-plan', ['plan'], { plan: quoted(plan), expected: desk.plan.id })],
    };
  }
  if (report === undefined) return { findings };
  const duties = desk.duties.filter((duty) => duty.report.id === report);
  if (duties.length === 0) {
    const known = [...new Map(desk.duties.map((duty) => [duty.report.id, duty.report.name]))];
    const params = {
      report: quoted(report),
      reports: known.map(([id, name]) => `${name} (${id})`),
      ...like(
        report,
        known.map(([id]) => id),
      ),
    };
    return { findings: [...findings, error('submission.unknown-report', ['report'], params)] };
  }
  if (period === undefined) return { findings };
  const duty = desk.duty(report, period);
  if (duty === undefined) {
    const strange =
      unit !== undefined && directory.at(unit, '9999-12-31') === undefined
        ? unitFindings(unit, { duty: duties[0] as Duty, directory })
        : []; // not empty, see above
    return { findings: [...findings, ...periodFindings(report, period, duties), ...strange] };
  }
  if (unit === undefined) return { findings };
  const obligation = desk.obligation({ report, period, unit });
  const kind = directory.at(unit, duty.settledOn)?.kind;
  if (obligation === undefined || kind === undefined)
    return { findings: [...findings, ...unitFindings(unit, { duty, directory })] };
  return { obligation, kind, findings: [...findings, ...coversFindings(covers ?? [], obligation, directory)] };
};
