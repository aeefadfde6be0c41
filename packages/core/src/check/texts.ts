import type { Plan } from '../plan/schema.ts';
import type { Path } from '../text/finding.ts';

export interface PlanText {
  readonly where: Path;
  readonly text: string;
  /** `{document-id}` in it becomes a citation. */
  readonly citing: boolean;
}

/** Keys under which the plan holds words of its paper (ids, dates and codes stand under others). */
const WORDS: ReadonlySet<string> = new Set(
  (
    'title name opening heading text lead supporting deliverable words recipient outline method guidance closing purpose ' +
    'type issuer subject label labels totalLabel unit help'
  ).split(' '),
);
const CITING: ReadonlySet<unknown> = new Set(['opening', 'aims', 'content', 'tasks', 'organisation', 'closing']);

interface Walk {
  readonly value: unknown;
  readonly where: Path;
  /** The key of the nearest object, which items of a list inherit. */
  readonly key: string;
}

const walk = ({ value, where, key }: Walk): readonly PlanText[] => {
  if (typeof value === 'string') return WORDS.has(key) ? [{ where, text: value, citing: CITING.has(where[0]) }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => walk({ value: item, where: [...where, index], key }));
  if (typeof value !== 'object' || value === null) return [];
  // Labels by report stand under the reports' ids.
  return Object.entries(value).flatMap(([name, item]) =>
    walk({ value: item, where: [...where, name], key: key === 'labels' ? key : name }),
  );
};

/**
 * Lists the texts of a plan with their places: what stands on its paper, its cited documents and its forms. Names of
 * persons are left out: they follow no rule of spelling.
 */
export const planTexts = (plan: Plan): readonly PlanText[] =>
  walk({ value: plan, where: [], key: '' }).filter(
    ({ where: [part, ...rest] }) => part !== 'signatory' && !(part === 'issuer' && rest.length === 0),
  );
