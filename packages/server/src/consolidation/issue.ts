import {
  dateSchema,
  decide,
  decideConsolidation,
  lineSchema,
  receiptCode,
  signatorySchema,
  type Json,
  type ObligationEntry,
} from '@dondoc/core';
import type { ReportPeriod } from '@dondoc/store';
import * as v from 'valibot';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { contentHashSchema } from './acts.ts';
import { commit, sameVersion, type Asking } from './commit.ts';
import type { ConsolidationApp, Live } from './live.ts';
import { revisionsOf } from './gather.ts';

/** What the registrar gives an approved consolidation. */
export const issueInput = v.strictObject({
  /** Without its symbol: '45'. */
  number: lineSchema(20),
  /** ISO day of the document: from the day of approval to today. */
  date: dateSchema,
  /** Who signs; absent: who signs the plan. */
  signatory: v.exactOptional(signatorySchema),
  contentHash: contentHashSchema,
});

export const issueAnswer = v.object({
  /** 1: the report itself; 2 is supplement 1, and so on. */
  issue: v.number(),
  contentHash: v.string(),
  version: v.number(),
  hash: v.string(),
  receipt: v.string(),
});
export type IssueAnswer = v.InferOutput<typeof issueAnswer>;

/** Bytes of what is frozen and of what an issued document may have, as D1 holds them in a row. */
export const documentLimit = 1_500_000;

/** What the ledger names an issue by: `ttdn-2020/half-year/2020-H1#1`. */
const nameOf = ({ plan, report, period }: ReportPeriod, issue: number): string =>
  `${plan}/${report}/${period}#${issue}`;

/** Marks the reports that an issue uses: each once for each of its revisions. */
const includes = (
  { main }: Live,
  { name, at, actor }: { name: string; at: string; actor: string },
): readonly ObligationEntry[] =>
  main.received
    .filter(({ facts }) => facts.issuedRevision !== facts.revision)
    .map(({ obligation, facts }) => {
      const decided = decide({ act: 'include', in: name }, { obligation, facts, at, actor, by: 'desk' });
      // Only a report that is not there is refused, and these are.
      if (!decided.ok) throw new Error(`${obligation.id}: ${decided.findings.map(({ rule }) => rule).join(', ')}`);
      return decided.value;
    });

/** Bytes of a row of the ledger beside the data of its entry, and to spare. */
const BESIDE = 2000;

const sizeOf = (data: Json): number => new TextEncoder().encode(JSON.stringify(data)).byteLength;

/**
 * Issues what was approved, the first of two steps: freezes figures and text with their hash and the revisions used, and
 * marks the reports used, in one append. The desk's draft stays: the next supplement starts from it.
 */
export const issueConsolidation = async (
  app: Pick<ConsolidationApp, 'store' | 'config' | 'live'>,
  of: ReportPeriod,
  { input, ...asking }: Asking<IssueAnswer> & { readonly input: v.InferOutput<typeof issueInput> },
): Promise<Outcome<IssueAnswer>> => {
  const { at, principal, version } = asking;
  const limit = app.config.documentLimit ?? documentLimit;
  return commit(app, asking, {
    decide: async () => {
      const live = await app.live(of);
      if (!live.ok) return live;
      const { state, contentHash, choice, main } = live.value;
      const meant = sameVersion(state, version);
      if (!meant.ok) return meant;
      // Plain data, though its interfaces have no index signature.
      const content = live.value.content as unknown as Json;
      const { signatory = choice.plan.signatory, ...said } = input;
      const decided = decideConsolidation(
        { act: 'issue', ...said, signatory, content, revisions: revisionsOf(main) },
        { of, state, contentHash, at, actor: principal.id },
      );
      if (!decided.ok) return failed('act-refused', { findings: decided.findings });
      if (sizeOf(decided.value.data) > limit - BESIDE) return failed('document-too-large');
      const issue = (state.issues.at(-1)?.issue ?? 0) + 1;
      const marks = includes(live.value, { name: nameOf(of, issue), at, actor: principal.id });
      return done({ contents: [decided.value, ...marks], value: { issue } });
    },
    answerOf: ({ issue }, { version, hash }) => ({
      issue,
      contentHash: input.contentHash,
      version,
      hash,
      receipt: receiptCode(hash),
    }),
  });
};
