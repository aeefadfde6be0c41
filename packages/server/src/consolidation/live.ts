import {
  canonicalJson,
  consolidationStream,
  issueContent,
  noConsolidation,
  stageOf,
  type Consolidation,
  type ConsolidationStage,
  type ConsolidationState,
  type DeskText,
  type Issue,
  type IssueContent,
  type IssueData,
  type Json,
} from '@dondoc/core';
import type { DeskDraft, Pulse, ReportPeriod, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import { done, type Outcome } from '../http/outcome.ts';
import { chooseReport, comparedWith, type Choice } from './choice.ts';
import { consolidateGathered, gather, gatherCompared, type Compared, type Gathered } from './gather.ts';

/** A consolidation as it stands now. */
export interface Live {
  readonly view: OfficeView;
  readonly choice: Choice;
  readonly main: Gathered;
  readonly compared: Compared;
  readonly consolidation: Consolidation;
  readonly draft: DeskDraft | undefined;
  readonly state: ConsolidationState;
  /** What would be issued now, and is frozen when it is. */
  readonly content: IssueContent;
  /** SHA-256 of the canonical JSON of `content`, 64 hexadecimal digits. */
  readonly contentHash: string;
  readonly stage: ConsolidationStage;
  /** What the last issue froze; absent: nothing has been issued, or it was erased. */
  readonly last: IssueContent | undefined;
}

const nothingWritten: DeskText = { text: {} };

/** The desk's text of a draft. Drafts are written by this server alone, past its schema. */
export const deskTextOf = (draft: DeskDraft | undefined): DeskText =>
  draft === undefined ? nothingWritten : (draft.content as DeskText);

/** The text as it goes out: whether missing units are named is settled here, by the desk or by the office's setting. */
const asIssued = (view: OfficeView, desk: DeskText): DeskText => ({
  ...desk,
  nameMissing: desk.nameMissing ?? view.settings?.settings.nameMissingUnits ?? false,
});

/** Hashes what would be issued: what a leader approves and a registrar names. */
const hashOfContent = (content: IssueContent): Promise<string> =>
  // Plain data, though its interfaces have no index signature.
  sha256Hex(canonicalJson(content as unknown as Json));

/** The frozen content of an issue; undefined where there is no such issue, or its content was erased. */
export const frozenContent = async (
  store: Pick<Store, 'entries'>,
  of: ReportPeriod,
  issue: Pick<Issue, 'version'> | undefined,
): Promise<IssueContent | undefined> => {
  if (issue === undefined) return undefined;
  const rows = await store.entries({ streams: [consolidationStream(of)], data: 'all' });
  const data = rows.find(({ version }) => version === issue.version)?.secret?.data;
  // The entry at an issue's version is that issue's: `decideConsolidation` wrote it.
  return (data as IssueData | undefined)?.content as unknown as IssueContent | undefined;
};

/** How many consolidations are kept at hand: each holds what all units sent. */
const MOST_KEPT = 4;

/** Reads a consolidation as it stands; `pulse` where it has been read already. */
export type ReadLive = (of: ReportPeriod, pulse?: Pulse) => Promise<Outcome<Live>>;

/** What the routes and use cases of a consolidation are handed. */
export interface ConsolidationApp extends App {
  readonly live: ReadLive;
}

/**
 * Makes the reader of consolidations: each read and added up once for a state of the ledger and of the desk's text, in
 * the same number of batches whatever the number of units. Only values that have arrived are kept, never promises.
 */
export const createLive = ({ store, configurations }: Pick<App, 'store' | 'configurations'>): ReadLive => {
  const kept = new Map<string, { readonly seq: number; readonly rev: number; readonly live: Live }>();

  const read = async (of: ReportPeriod, { pulse, draft }: { pulse: Pulse; draft: DeskDraft | undefined }) => {
    const view = await configurations.current(pulse);
    const chosen = await chooseReport(view, of);
    if (!chosen.ok) return chosen;
    const choice = chosen.value;
    const others = await comparedWith(view, choice);
    const [main, compared, known] = await store.together((ask) => [
      gather(ask, choice),
      gatherCompared(ask, others),
      ask.consolidation(of),
    ]);
    const state = known ?? noConsolidation;
    const last = await frozenContent(store, of, state.issues.at(-1));
    const consolidation = consolidateGathered(view, main, compared);
    const content = issueContent({ consolidation, desk: asIssued(view, deskTextOf(draft)), last });
    const contentHash = await hashOfContent(content);
    const stage = stageOf(state, contentHash);
    return done({ view, choice, main, compared, consolidation, draft, state, content, contentHash, stage, last });
  };

  return async (of, asked) => {
    const [pulse, draft] = await store.together((ask) => [
      asked === undefined ? ask.pulse() : Promise.resolve(asked),
      ask.deskDraft(of),
    ]);
    const key = `${of.plan}/${of.report}/${of.period}`;
    const rev = draft?.rev ?? 0;
    const known = kept.get(key);
    if (known?.seq === pulse.seq && known.rev === rev) return done(known.live);
    const live = await read(of, { pulse, draft });
    if (!live.ok) return live;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { seq: pulse.seq, rev, live: live.value });
    return live;
  };
};
