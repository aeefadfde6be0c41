import { clockMoment, formatMinute, refusalOf, type Facts, type Finding, type Json } from '@dondoc/core';
import type { Draft, ObligationKey, Principal } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { errorOf, type ProblemError } from '../http/problem.ts';
import { readDraft } from './draft-reading.ts';
import { factsOfOne, findDuty, type Duty } from './duty.ts';
import { refusal } from './reading.ts';

/** A draft as its unit is given it. */
export type DraftAnswer = {
  readonly rev: number;
  readonly content: Json;
  readonly answered: number;
  readonly asked: number;
  readonly ready: boolean;
  readonly by: string;
  readonly at: string;
};

export interface SavedDraft extends Omit<DraftAnswer, 'content'> {
  readonly sentence: string;
  /** What would be in the way of sending it as it is; what is only missing is told by `answered` and `asked`. */
  readonly warnings: readonly ProblemError[];
}

const shown = ({ rev, content, answered, asked, ready, by, at }: Draft): DraftAnswer => ({
  rev,
  content,
  answered,
  asked,
  ready,
  by,
  at,
});

type Drafting = Pick<App, 'store'>;

/** What a unit has entered and not yet sent. */
export const readUnitDraft = async (
  { store }: Drafting,
  { view, key }: { readonly view: OfficeView; readonly key: ObligationKey },
): Promise<Outcome<DraftAnswer>> => {
  const [draft] = await store.together((ask) => [ask.draft(key), view.history(key.plan, ask)]);
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  return draft === undefined ? failed('not-found', { params: { what: 'Bản lưu tạm' } }) : done(shown(draft));
};

/** Why nothing can be entered now: the report was sent, or the unit is waived; undefined: it can be sent or revised. */
const notWanted = ({ obligation }: Duty, facts: Facts, at: string): string | undefined => {
  const state = { obligation, facts, now: clockMoment(at) };
  const rule = refusalOf('submit', state);
  return rule === undefined || refusalOf('revise', state) === undefined ? undefined : rule;
};

/** How often a save is looked at again when something has happened to the obligation meanwhile. */
const ATTEMPTS = 3;

const savedDraft = (
  draft: Draft,
  { facts, findings }: { readonly facts: Facts; readonly findings: readonly Finding[] },
): SavedDraft => {
  const { content: _content, ...told } = shown(draft);
  const what = facts.revision === 0 ? 'Báo cáo' : 'Nội dung chỉnh sửa';
  return {
    ...told,
    sentence: `Đã lưu tạm lúc ${formatMinute(clockMoment(draft.at).minute)}. ${what} chưa được gửi.`,
    warnings: findings.map((finding) => errorOf(finding, ['content'])),
  };
};

/**
 * Keeps what a unit has entered so far. Refused where somebody else has saved since: both versions are then given. What is
 * sent meanwhile takes its draft along: a save that comes too late does not bring it back.
 */
export const saveUnitDraft = async (
  { store }: Drafting,
  {
    view,
    key,
    principal,
    at,
    body,
  }: {
    readonly view: OfficeView;
    readonly key: ObligationKey;
    readonly principal: Principal;
    readonly at: string;
    readonly body: { readonly rev: number; readonly content: unknown; readonly ready?: boolean };
  },
): Promise<Outcome<SavedDraft>> => {
  const [first] = await store.together((ask) => [factsOfOne({ store: ask }, key), view.history(key.plan, ask)]);
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  // It is read below as what JSON carried in.
  const content = body.content as Json;
  let facts = first;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const rule = notWanted(duty.value, facts, at);
    if (rule !== undefined) return failed('act-refused', { findings: [refusal(rule)] });
    const read = await readDraft(duty.value, { content, facts, now: at });
    if (!read.ok) return read;
    const { progress, findings } = read.value;
    const ready = body.ready ?? false;
    const draft = { ...key, rev: body.rev, content, ...progress, ready, by: principal.id, at };
    const saved = await store.saveDraft(draft, { version: facts.version });
    if (saved.ok) return done(savedDraft(saved.value, { facts, findings }));
    const { version } = facts;
    facts = await factsOfOne({ store }, key);
    if (facts.version !== version) continue;
    const stored = saved.current === undefined ? null : shown(saved.current);
    return failed('draft-changed', { more: { stored, sent: { rev: body.rev, content } } });
  }
  return failed('busy');
};

/** Drops what a unit has entered; nothing happens where there is nothing. */
export const dropUnitDraft = async (
  { store }: Drafting,
  { view, key }: { readonly view: OfficeView; readonly key: ObligationKey },
): Promise<Outcome<undefined>> => {
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  await store.dropDraft(key);
  return done(undefined);
};
