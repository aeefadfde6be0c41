import type { UnitSelector } from '../agency/schema.ts';
import { type Finding, type Path, warning } from '../text/finding.ts';
import type { PlanContext } from './context.ts';

/** A selector of the plan and where it stands. */
interface PlacedSelector {
  readonly selector: UnitSelector;
  readonly where: Path;
}

export const selectorsOf = ({ plan }: Pick<PlanContext, 'plan'>): readonly PlacedSelector[] => [
  { selector: plan.units, where: ['units'] },
  ...plan.reports.flatMap(({ units }, index) =>
    units === undefined ? [] : [{ selector: units, where: ['reports', index, 'units'] }],
  ),
];

/** Finds selectors that name no unit, neither on the day of issue nor on the last day of the plan's year. */
export const emptySelectors = (context: PlanContext): readonly Finding[] => {
  const { plan, directory, issuedOn } = context;
  if (directory === undefined) return [];
  const days = [issuedOn, `${plan.year}-12-31`];
  return selectorsOf(context).flatMap(({ selector, where }) =>
    selector.flatMap((clause, index) =>
      days.some((day) => directory.matching([clause], day).length > 0)
        ? []
        : [
            warning('check.selector-matches-none', [...where, index], {
              agencies: clause.agencies ?? [],
              kinds: clause.kinds ?? [],
              parents: (clause.parents ?? []).map((id) => directory.at(id, issuedOn)?.name ?? id),
            }),
          ],
    ),
  );
};
