import { canonicalJson } from '../ledger/canonical.ts';
import { type ConsolidationDifference, differenceOf, isNoDifference } from './difference.ts';
import type { Consolidation } from './types.ts';
import type { DeskText } from './workflow-types.ts';

/** What is presented, approved and frozen: its canonical JSON is what a content hash is taken of. */
export interface IssueContent {
  readonly consolidation: Consolidation;
  readonly desk: DeskText;
  /** Of a supplement: what has changed since the last issue. */
  readonly difference?: ConsolidationDifference;
}

/**
 * Makes the content of which the hash is presented and approved: figures and the desk's text, after a first issue with
 * the difference from the last one. Where neither figures, units, paragraphs nor the desk's text have changed since, it is
 * the last issue's own content with its own hash: `stageOf` says `issued`, and no empty supplement can be made.
 */
export const issueContent = ({
  consolidation,
  desk,
  last,
}: Pick<IssueContent, 'consolidation' | 'desk'> & {
  /** The content that the last issue froze; absent: nothing has been issued. */
  readonly last?: IssueContent | undefined;
}): IssueContent => {
  if (last === undefined) return { consolidation, desk };
  const difference = differenceOf(last.consolidation, consolidation);
  return isNoDifference(difference) && canonicalJson(last.desk) === canonicalJson(desk)
    ? last
    : { consolidation, desk, difference };
};
