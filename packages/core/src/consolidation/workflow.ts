import * as v from 'valibot';
import { signatorySchema } from '../agency/schema.ts';
import { vietnamMoment } from '../calendar/day.ts';
import { isInstant } from '../calendar/parse.ts';
import { date } from '../calendar/schema.ts';
import type { EntryContent, Json } from '../ledger/types.ts';
import { error, type Finding, type FindingParams } from '../text/finding.ts';
import { findingsOf } from '../text/issues.ts';
import type { Result } from '../text/result.ts';
import { line, prose } from '../text/schema.ts';
import type {
  ConsolidationData,
  ConsolidationEntry,
  ConsolidationKind,
  ConsolidationStage,
  ConsolidationState,
  IssuedFile,
} from './workflow-types.ts';

/** Which report of which plan for which period is consolidated. */
export interface ConsolidationOf {
  readonly plan: string;
  readonly report: string;
  readonly period: string;
}

/** The state of a consolidation to which nothing has happened. */
export const noConsolidation: ConsolidationState = { issues: [], version: 0 };

/** Names the stream of a consolidation: `consolidation:{plan}/{report}/{period}`. */
export const consolidationStream = ({ plan, report, period }: ConsolidationOf): string =>
  `consolidation:${plan}/${report}/${period}`;

/** Adds one entry of a consolidation's stream to its state. An issue ends what was presented and approved. */
export const applyConsolidationEntry = (state: ConsolidationState, entry: ConsolidationEntry): ConsolidationState => {
  const { at, actor: by, version } = entry;
  const { issues } = state;
  switch (entry.kind) {
    case 'present':
      return { issues, version, presented: { contentHash: entry.data.contentHash, by, at } };
    case 'approve':
      return { ...state, version, approved: { contentHash: entry.data.contentHash, by, at } };
    case 'send-back':
      return { issues, version, sentBack: { note: entry.data.note, by, at } };
    case 'issue': {
      const { content: _, ...issue } = entry.data;
      return { issues: [...issues, { ...issue, version, at, by, files: [] }], version };
    }
    case 'attach': {
      const { issue, file } = entry.data;
      return {
        ...state,
        version,
        issues: issues.map((one) => (one.issue === issue ? { ...one, files: [...one.files, file] } : one)),
      };
    }
  }
};

/**
 * Tells how far today's content has come: `approved` or `presented` only while it is exactly what was, `issued` while it
 * is what the last issue holds, else `draft`. A changed figure or word is a draft again by itself.
 */
export const stageOf = (state: ConsolidationState, contentHash: string): ConsolidationStage => {
  if (state.approved?.contentHash === contentHash) return 'approved';
  if (state.presented?.contentHash === contentHash) return 'presented';
  return state.issues.at(-1)?.contentHash === contentHash ? 'issued' : 'draft';
};

interface Seen {
  /** What the person has seen: the act is refused where it is not today's content any more. */
  readonly contentHash?: string;
}

/** Gives number, day and signatory to what was approved: the first step of issuing. */
interface IssueAct extends Seen {
  readonly act: 'issue';
  readonly number: string;
  /** ISO day of the document. */
  readonly date: string;
  readonly signatory: v.InferInput<typeof signatorySchema>;
  /** What the context's `contentHash` is the SHA-256 of, in canonical JSON (`issueContent`). */
  readonly content: Json;
  /** The revision used of each unit's report. */
  readonly revisions: Readonly<Record<string, number>>;
}

/**
 * An act on a consolidation. The officer presents and attaches, the leader approves or sends back, the registrar issues:
 * who may is settled elsewhere.
 */
export type ConsolidationAct =
  | ({ readonly act: 'present' | 'approve' } & Seen)
  | { readonly act: 'send-back'; readonly note: string }
  | IssueAct
  | { readonly act: 'attach'; readonly issue: number; readonly file: IssuedFile };

export interface ConsolidationActContext {
  readonly of: ConsolidationOf;
  readonly state: ConsolidationState;
  /** SHA-256 of the canonical JSON of today's content, 64 hexadecimal digits. */
  readonly contentHash: string;
  /** Instant of the clock, ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
}

const isAct: Readonly<Record<ConsolidationKind, true>> = {
  present: true,
  approve: true,
  'send-back': true,
  issue: true,
  attach: true,
};

const refused = (rule: string, where: Finding['where'] = [], params: FindingParams = {}): readonly Finding[] => [
  error(rule, where, params),
];

const dayOf = (instant: string): string => vietnamMoment(Date.parse(instant)).day;

/** Why the stage of today's content does not allow an act on it, and what is possible instead. */
const stageRefusal = (
  act: 'present' | 'approve' | 'issue',
  { state, contentHash }: Pick<ConsolidationActContext, 'state' | 'contentHash'>,
): readonly Finding[] => {
  const stage = stageOf(state, contentHash);
  const issue = state.issues.at(-1)?.issue ?? 0;
  if (stage === 'issued') return refused('consolidation.nothing-new', [], { issue });
  if (act === 'present') {
    if (stage === 'approved') return refused('consolidation.approved');
    return stage === 'presented' ? refused('consolidation.presented') : [];
  }
  if (stage === 'draft' && state.approved !== undefined) return refused('consolidation.changed-since-approved');
  if (stage === 'draft' && state.presented !== undefined) return refused('consolidation.changed-since-presented');
  if (stage === 'draft') return refused('consolidation.not-presented');
  if (act === 'approve') return stage === 'approved' ? refused('consolidation.approved') : [];
  return stage === 'presented' ? refused('consolidation.not-approved') : [];
};

const parsed = <T>(schema: v.GenericSchema<unknown, T>, input: unknown): Result<T> => {
  const result = v.safeParse(schema, input);
  return result.success
    ? { ok: true, value: result.output, findings: [] }
    : { ok: false, findings: findingsOf(result.issues, schema) };
};

const noteSchema = v.object({ note: prose(2000) });
const issueSchema = v.object({ number: line(20), date, signatory: signatorySchema });

// The document's symbol follows the number by itself: 'Số: 45/BC-PGDĐT'. A letter tells a number given in between: 45a.
const NUMBER_ALONE = /^\d{1,5}\p{L}?$/u;

type Decided = Result<ConsolidationData[ConsolidationKind] | undefined>;

const decideIssue = (act: IssueAct, { state, contentHash, at }: ConsolidationActContext): Decided => {
  const stage = stageRefusal('issue', { state, contentHash });
  if (stage.length > 0) return { ok: false, findings: stage };
  const read = parsed(issueSchema, { number: act.number, date: act.date, signatory: act.signatory });
  if (!read.ok) return read;
  const { date, number } = read.value;
  if (!NUMBER_ALONE.test(number)) {
    return { ok: false, findings: refused('consolidation.number-alone', ['number'], { number }) };
  }
  const today = dayOf(at);
  const approvedOn = dayOf(state.approved?.at ?? at);
  if (date > today) return { ok: false, findings: refused('consolidation.date-in-future', ['date'], { date, today }) };
  if (date < approvedOn) {
    return { ok: false, findings: refused('consolidation.date-before-approval', ['date'], { date, approvedOn }) };
  }
  const { content, revisions } = act;
  const issue = (state.issues.at(-1)?.issue ?? 0) + 1;
  return { ok: true, value: { issue, ...read.value, contentHash, content, revisions }, findings: [] };
};

const decideAttach = (
  { issue, file }: Extract<ConsolidationAct, { act: 'attach' }>,
  { state }: ConsolidationActContext,
): Decided => {
  const issued = state.issues.find((one) => one.issue === issue);
  if (issued === undefined) {
    const issues = state.issues.map((one) => String(one.issue));
    return { ok: false, findings: refused('consolidation.no-such-issue', ['issue'], { issue, issues }) };
  }
  const held = issued.files.find(({ kind }) => kind === file.kind);
  if (held === undefined) return { ok: true, value: { issue, file }, findings: [] };
  return held.sha256 === file.sha256
    ? { ok: true, value: undefined, findings: [] }
    : { ok: false, findings: refused('consolidation.file-kept', ['file'], { kind: file.kind, name: held.name }) };
};

const decideData = (act: ConsolidationAct, context: ConsolidationActContext): Decided => {
  const { contentHash, state } = context;
  switch (act.act) {
    case 'present':
    case 'approve': {
      const findings = stageRefusal(act.act, context);
      return findings.length > 0 ? { ok: false, findings } : { ok: true, value: { contentHash }, findings: [] };
    }
    case 'send-back':
      return state.presented === undefined
        ? { ok: false, findings: refused('consolidation.not-presented') }
        : parsed(noteSchema, { note: act.note });
    case 'issue':
      return decideIssue(act, context);
    case 'attach':
      return decideAttach(act, context);
  }
};

/** An entry; for `attach` undefined where the same bytes are attached already: done, and nothing to append. */
export type DecidedConsolidation<A extends ConsolidationAct> = A extends { readonly act: 'attach' }
  ? ConsolidationEntry | undefined
  : ConsolidationEntry;

/**
 * Decides whether an act on a consolidation is allowed and gives the entry that would record it, to be sealed and folded.
 *
 * The refusal says what is possible instead. Attaching the same bytes (`kind` and `sha256`) to an issue again is allowed
 * and gives `undefined`: there is nothing to append. The `date` of an issue is the document's day, from the day of
 * approval to the day of `at`, both inclusive. Deciding again on a newer state is safe.
 */
export const decideConsolidation = <A extends ConsolidationAct>(
  act: A,
  context: ConsolidationActContext,
): Result<DecidedConsolidation<A>> => {
  const { of, state, at, actor, contentHash } = context;
  const unsound = [
    ...(Object.hasOwn(isAct, act.act)
      ? []
      : refused('consolidation.unknown-act', ['act'], { act: String(act.act), acts: Object.keys(isAct) })),
    ...(isInstant(at) ? [] : refused('act.not-an-instant', ['at'], { received: String(at) })),
  ];
  if (unsound.length > 0) return { ok: false, findings: unsound };
  const seen = 'contentHash' in act ? act.contentHash : undefined;
  if (seen !== undefined && seen !== contentHash) {
    return { ok: false, findings: refused('consolidation.seen-another', ['contentHash']) };
  }
  const decided = decideData(act, context);
  if (!decided.ok) return decided;
  const entry: EntryContent<ConsolidationKind, ConsolidationData[ConsolidationKind]> | undefined = decided.value && {
    stream: consolidationStream(of),
    version: state.version + 1,
    at,
    actor,
    kind: act.act,
    data: decided.value,
  };
  // `decideData` gives the data of the act's own kind, and undefined for `attach` alone; TypeScript correlates neither.
  return { ok: true, value: entry as DecidedConsolidation<A>, findings: [] };
};
