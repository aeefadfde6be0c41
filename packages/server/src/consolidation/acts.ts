import {
  applyConsolidationEntry,
  decideConsolidation,
  receiptCode,
  stageOf,
  type ConsolidationEntry,
  type ConsolidationState,
  type SealedEntry,
} from '@dondoc/core';
import type { ReportPeriod } from '@dondoc/store';
import * as v from 'valibot';
import { can, type Capability } from '../access/capabilities.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { commit, sameVersion, type Asking } from './commit.ts';
import type { ConsolidationApp } from './live.ts';

/** SHA-256 in hexadecimal digits: the content that the sender has seen and means. */
export const contentHashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** An act on the draft: the officer presents it, the leader approves it or sends it back. */
export const actInput = v.variant('act', [
  v.strictObject({ act: v.literal('present'), contentHash: v.exactOptional(contentHashSchema) }),
  v.strictObject({ act: v.literal('approve'), contentHash: contentHashSchema }),
  v.strictObject({ act: v.literal('send-back'), note: v.pipe(v.string(), v.maxLength(2000)) }),
]);
export type ActInput = v.InferOutput<typeof actInput>;

export const stageSchema = v.picklist(['draft', 'presented', 'approved', 'issued']);

export const actAnswer = v.object({
  stage: stageSchema,
  contentHash: v.string(),
  /** Of the consolidation's stream, for the next `If-Match`. */
  version: v.number(),
  /** Of the entry, and the code that a person keeps of it. */
  hash: v.string(),
  receipt: v.string(),
});
export type ActAnswer = v.InferOutput<typeof actAnswer>;

const needed: Readonly<Record<ActInput['act'], Capability>> = {
  present: 'desk',
  approve: 'approve',
  'send-back': 'approve',
};

const answerOf = (
  { state, contentHash, entry }: { state: ConsolidationState; contentHash: string; entry: ConsolidationEntry },
  { version, hash }: SealedEntry,
): ActAnswer => ({
  stage: stageOf(applyConsolidationEntry(state, entry), contentHash),
  contentHash,
  version,
  hash,
  receipt: receiptCode(hash),
});

/**
 * Does an act on the draft of a consolidation. The content it is about is the one that stands when it is decided: whatever
 * changes afterwards makes it a draft again by itself.
 */
export const actOnConsolidation = async (
  app: Pick<ConsolidationApp, 'store' | 'live'>,
  of: ReportPeriod,
  { act, ...asking }: Asking<ActAnswer> & { readonly act: ActInput },
): Promise<Outcome<ActAnswer>> => {
  const { at, principal, version } = asking;
  if (!can(principal, needed[act.act])) return failed('forbidden');
  return commit(app, asking, {
    decide: async () => {
      const live = await app.live(of);
      if (!live.ok) return live;
      const { state, contentHash } = live.value;
      const meant = sameVersion(state, version);
      if (!meant.ok) return meant;
      const decided = decideConsolidation(act, { of, state, contentHash, at, actor: principal.id });
      if (!decided.ok) return failed('act-refused', { findings: decided.findings });
      return done({ contents: [decided.value], value: { state, contentHash, entry: decided.value } });
    },
    answerOf,
  });
};
