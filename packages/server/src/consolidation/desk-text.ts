import { byId, findingsOf, textSchema, type DeskText, type Form } from '@dondoc/core';
import { outlineOf } from '@dondoc/word';
import type { DeskDraft, Principal, ReportPeriod } from '@dondoc/store';
import * as v from 'valibot';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { chooseReport } from './choice.ts';
import { deskTextOf } from './live.ts';

/** Longest text under one heading, in characters: about six pages. */
const MOST_TEXT = 20_000;

/** What the desk saves. Which headings there are depends on the form: see `saveDeskText`. */
export const deskDraftInput = v.strictObject({
  /** The saved one that this follows; 0: there is none yet. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: byId(v.string(), v.pipe(v.string(), v.maxLength(64))),
  nameMissing: v.exactOptional(v.boolean()),
  reason: v.exactOptional(textSchema(2000)),
});

/** The desk's text as it is answered; `rev` 0: nothing is saved yet. */
export const deskDraftAnswer = v.object({
  rev: v.number(),
  text: v.record(v.string(), v.string()),
  nameMissing: v.exactOptional(v.boolean()),
  reason: v.exactOptional(v.string()),
  by: v.exactOptional(v.string()),
  at: v.exactOptional(v.string()),
});
export type DeskDraftAnswer = v.InferOutput<typeof deskDraftAnswer>;

export const draftAnswerOf = (draft: DeskDraft | undefined): DeskDraftAnswer =>
  draft === undefined ? { rev: 0, text: {} } : { rev: draft.rev, ...deskTextOf(draft), by: draft.by, at: draft.at };

/** The texts that a form's consolidated report has a place for, by heading. */
const textSchemaOf = (form: Form) =>
  v.strictObject(Object.fromEntries(outlineOf(form).map(({ id }) => [id, v.exactOptional(textSchema(MOST_TEXT))])));

/** Reads the desk's text of one report and period. */
export const readDeskText = async (
  { store, configurations }: Pick<App, 'store' | 'configurations'>,
  of: ReportPeriod,
): Promise<Outcome<DeskDraftAnswer>> => {
  const chosen = await chooseReport(await configurations.current(), of);
  return chosen.ok ? done(draftAnswerOf(await store.deskDraft(of))) : chosen;
};

/** Drops texts that say nothing, so that a heading emptied and one never written come to the same. */
const written = (texts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([id, one]) => (one === undefined || one.trim() === '' ? [] : [[id, one] as const])),
  );

/**
 * Saves the desk's text where `rev` is still the saved one; else gives both (`draft-changed`). Refuses a heading that the
 * report does not have.
 */
export const saveDeskText = async (
  { store, configurations }: Pick<App, 'store' | 'configurations'>,
  of: ReportPeriod,
  { input, at, principal }: { input: v.InferOutput<typeof deskDraftInput>; at: string; principal: Principal },
): Promise<Outcome<DeskDraftAnswer>> => {
  const chosen = await chooseReport(await configurations.current(), of);
  if (!chosen.ok) return chosen;
  const schema = textSchemaOf(chosen.value.form);
  const parsed = v.safeParse(schema, input.text);
  if (!parsed.success) return failed('invalid-body', { findings: findingsOf(parsed.issues, schema), at: ['text'] });
  const content: DeskText = {
    text: written(parsed.output),
    ...(input.nameMissing === undefined ? {} : { nameMissing: input.nameMissing }),
    ...(input.reason === undefined || input.reason.trim() === '' ? {} : { reason: input.reason }),
  };
  const saved = await store.saveDeskDraft({ ...of, rev: input.rev, content, by: principal.id, at });
  if (saved.ok) return done(draftAnswerOf(saved.value));
  return failed('draft-changed', {
    more: { stored: draftAnswerOf(saved.current), sent: { ...input, text: { ...input.text } } },
  });
};
