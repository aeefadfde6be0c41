import { canonicalJson } from '../ledger/canonical.ts';
import type { Json } from '../ledger/types.ts';
import type { Submission } from '../submission/types.ts';

/**
 * Submissions brought together: what parts are merged from, and what `finishConsolidation` reads.
 *
 * A part keeps what each unit said and adds nothing up: every figure must be traced to its units anyway, so the sums are
 * made once at the end and cannot depend on the order of merging. A unit that sent two different contents has both here.
 */
export interface ConsolidationPart {
  /** By obligation id. */
  readonly received: ReadonlyMap<string, readonly Submission[]>;
}

/** The obligation that a submission answers: `{plan}/{report}/{period}/{unit}`. */
export const answeredBy = ({
  plan,
  report,
  period,
  unit,
}: Pick<Submission, 'plan' | 'report' | 'period' | 'unit'>): string => `${plan}/${report}/${period}/${unit}`;

// A submission is what JSON carried in.
const canonical = (submission: Submission): string => canonicalJson(submission as unknown as Json);

const sameContent = (a: Submission, b: Submission): boolean => a === b || canonical(a) === canonical(b);

const put = (received: Map<string, readonly Submission[]>, key: string, submission: Submission): void => {
  const others = received.get(key);
  if (others === undefined) received.set(key, [submission]);
  // Rare: the same content twice is one content.
  else if (!others.some((other) => sameContent(other, submission))) received.set(key, [...others, submission]);
};

/** Makes a part of any of the submissions, in any order. Takes the last accepted revision of each unit. */
export const consolidatePart = (submissions: readonly Submission[]): ConsolidationPart => {
  const received = new Map<string, readonly Submission[]>();
  for (const submission of submissions) put(received, answeredBy(submission), submission);
  return { received };
};

/** Merges parts: in any grouping and any order it comes to the same, and a part merged twice counts once. */
export const mergeParts = (...parts: ConsolidationPart[]): ConsolidationPart => {
  const received = new Map<string, readonly Submission[]>();
  for (const part of parts) {
    for (const [key, submissions] of part.received) {
      if (received.has(key)) for (const submission of submissions) put(received, key, submission);
      else received.set(key, submissions);
    }
  }
  return { received };
};
