import {
  crossPeriodFindings,
  describeFinding,
  describeForm,
  type EarlierSubmission,
  type Finding,
  type FormDescription,
} from '@dondoc/core';
import * as v from 'valibot';
import type { OfficeView } from '../configuration/configuration.ts';
import type { Compared, Gathered } from './gather.ts';
import type { Live } from './live.ts';

export const findingSchema = v.object({
  rule: v.string(),
  severity: v.picklist(['error', 'warning', 'hint']),
  message: v.string(),
  mend: v.exactOptional(v.string()),
  /** Where in the consolidation, or in the unit's submission. */
  where: v.array(v.union([v.string(), v.number()])),
  /** The unit whose report it is about. */
  unit: v.exactOptional(v.string()),
});
export type DescribedFinding = v.InferOutput<typeof findingSchema>;

const described = ({ finding, unit }: { finding: Finding; unit?: string }): DescribedFinding => {
  const { message, mend } = describeFinding(finding);
  const { rule, severity, where } = finding;
  return {
    rule,
    severity,
    message,
    where: [...where],
    ...(mend === undefined ? {} : { mend }),
    ...(unit === undefined ? {} : { unit }),
  };
};

/** What the consolidation says of units together and `acrossPeriods` of each one. */
const TOLD_BY_UNIT: ReadonlySet<string> = new Set(['consolidation.below-part-of-year', 'consolidation.grown-much']);

const earlierOf = (gathered: Gathered | undefined): ReadonlyMap<string, EarlierSubmission> | undefined => {
  const window = gathered?.window;
  if (gathered === undefined || window === undefined) return undefined;
  const { period } = gathered.choice;
  return new Map(
    gathered.received.map(({ obligation, submission }) => [obligation.unit, { submission, period, window }]),
  );
};

/** Holds each unit's report against its own of the period before (else of the year before) and of a period inside. */
const acrossPeriods = (
  { directory }: OfficeView,
  { choice, received }: Gathered,
  { previous, yearBefore, within }: Compared,
): readonly { readonly finding: Finding; readonly unit: string }[] => {
  const before = earlierOf(previous ?? yearBefore);
  const inside = earlierOf(within);
  if (before === undefined && inside === undefined) return [];
  const { form, report, period } = choice;
  const descriptions = new Map<string, FormDescription>();
  const describe = (kind: string): FormDescription => {
    const known = descriptions.get(kind) ?? describeForm({ form, report: report.id, kind, year: period.year });
    descriptions.set(kind, known);
    return known;
  };
  const comparableWithin = new Map(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ id, comparableWithin: scope }) => (scope === undefined ? [] : [[id, scope] as const])),
    ),
  );
  return received.flatMap(({ obligation: { unit, settledOn, window }, submission }) => {
    const last = before?.get(unit);
    const part = inside?.get(unit);
    const kind = directory.at(unit, settledOn)?.kind;
    if (kind === undefined || (last === undefined && part === undefined)) return [];
    return crossPeriodFindings({
      description: describe(kind),
      submission,
      period,
      window,
      comparableWithin,
      ...(last === undefined ? {} : { previous: last }),
      ...(part === undefined ? {} : { within: [part] }),
    }).map((finding) => ({ finding, unit }));
  });
};

const lookAt = ({ view, main, compared, consolidation }: Live): readonly DescribedFinding[] => {
  const byUnit = acrossPeriods(view, main, compared);
  const told = new Set(byUnit.map(({ finding }) => finding.rule.replace('answer.', 'consolidation.')));
  const together = consolidation.findings.filter(({ rule }) => !TOLD_BY_UNIT.has(rule) || !told.has(rule));
  return [...together.map((finding) => ({ finding })), ...byUnit].map(described);
};

const found = new WeakMap<Live, readonly DescribedFinding[]>();

/**
 * Lists what to look at again: what the consolidation says, and each unit's report against its own of other periods.
 * Found once for a consolidation: it is as much work as adding it up.
 */
export const toLookAt = (live: Live): readonly DescribedFinding[] => {
  const findings = found.get(live) ?? lookAt(live);
  found.set(live, findings);
  return findings;
};
