import { decide, none, obligationId, type Facts, type Finding, type Obligation, type Submission } from '@dondoc/core';
import type { FactsRow, ObligationKey, Principal, RememberedAnswer, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import { actAnswer, type ActAnswer, type Done } from './act-answer.ts';
import { isFilingAct, type ActBody } from './act-schema.ts';
import { coreAct } from './core-act.ts';
import { describeFor, findDuty, formOf, kindOf, type Duty } from './duty.ts';
import { acrossPeriods, earlierOf } from './earlier.ts';
import { notAllowed, sideOf } from './who.ts';

/** Facts by the obligation's id. */
export const byObligation = (rows: readonly FactsRow[]): ReadonlyMap<string, Facts> =>
  new Map(rows.map((row) => [obligationId(row), row.facts]));

/** Holds a report that is being sent against the unit's earlier ones. */
const comparedWithEarlier = async (
  store: Pick<Store, 'together'>,
  { view, obligation }: { readonly view: OfficeView; readonly obligation: Obligation },
  { submission, facts }: { readonly submission: Submission; readonly facts: ReadonlyMap<string, Facts> },
): Promise<readonly Finding[]> => {
  const form = await formOf(view, obligation);
  if (form === undefined) return [];
  const earlier = await earlierOf(view, obligation, facts);
  const description = describeFor(form, obligation, kindOf(view, obligation));
  const findings = await acrossPeriods(store, { obligation, earlier, form, description, submission });
  return findings.map((finding) => ({ ...finding, where: ['submission', ...finding.where] }));
};

/** An act that somebody asks for, with all that its answer follows from. */
export interface Asked<Body> {
  readonly view: OfficeView;
  readonly principal: Principal;
  /** Instant of the request. */
  readonly at: string;
  readonly body: Body;
}

const decideOne = async (
  { store }: Pick<App, 'store'>,
  duty: Duty,
  { body, principal, at, version }: Omit<Asked<ActBody>, 'view'> & { readonly version: number | undefined },
): Promise<Outcome<Decided<Done>>> => {
  const { key, obligation } = duty;
  const files = isFilingAct(body.act);
  // One question either way: what is sent is held against all that the unit sent before.
  const known = byObligation(await store.facts(files ? { unit: key.unit } : key));
  const facts = known.get(obligation.id) ?? none;
  if (version !== undefined && version !== facts.version) {
    return failed('version-mismatch', { more: { version: facts.version } });
  }
  const side = sideOf(principal);
  const read = await coreAct(duty, body, { facts, side, now: at });
  if (!read.ok) return read;
  const { act, findings, submission } = read.value;
  const decided = decide(act, { obligation, facts, at, actor: principal.id, by: side });
  if (!decided.ok) return failed('act-refused', { findings: decided.findings });
  const across = submission === undefined ? [] : await comparedWithEarlier(store, duty, { submission, facts: known });
  return done({
    contents: [decided.value],
    value: { duty, before: facts, entry: decided.value, principal, findings: [...findings, ...across] },
    effects: files ? { dropDrafts: [key] } : {},
  });
};

/** Does one act on one obligation: decided by core on the newest facts, and sealed. */
export const actOn = async (
  app: Pick<App, 'store'>,
  {
    view,
    key,
    version,
    remember,
    ...asked
  }: Asked<ActBody> & {
    readonly key: ObligationKey;
    /** The version that the sender means. */
    readonly version?: number | undefined;
    /** What is kept of the answer for a repeated request. */
    readonly remember: (answer: ActAnswer) => RememberedAnswer | undefined;
  },
): Promise<Outcome<ActAnswer>> => {
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  const { settings } = duty.value;
  const refused = notAllowed(asked.body.act, { principal: asked.principal, settings, unit: key.unit });
  if (refused !== undefined) return { ok: false, failure: refused };
  const committed = await appendDecided(app, {
    decide: () => decideOne(app, duty.value, { ...asked, version }),
    once: version !== undefined,
    remember: (value, [sealed]) => (sealed === undefined ? undefined : remember(actAnswer(value, sealed))),
  });
  if (!committed.ok) return committed;
  const { value, entries } = committed.value;
  const [entry] = entries;
  if (entry === undefined) throw new Error('an act that was appended has its entry');
  return done(actAnswer(value, entry));
};
