import { isInstant, minuteOf, parseDate, parseTime } from '../calendar/parse.ts';
import type { EntryContent, Json } from '../ledger/types.ts';
import type { Obligation } from '../obligation/types.ts';
import { error, type Finding } from '../text/finding.ts';
import type { Result } from '../text/result.ts';
import { actSides, refusalOf, type Side } from './allowed.ts';
import { arrivalFindings } from './arrival.ts';
import { isLater, lastOnTime } from './effective.ts';
import {
  obligationKinds,
  obligationStream,
  type ObligationData,
  type ObligationEntry,
  type ObligationKind,
} from './entries.ts';
import { clockMoment } from './facts.ts';
import type { Channel, Facts, SignedDocument } from './types.ts';

interface Sent {
  /** Default: a report. A nothing-to-report gives its reason. */
  readonly report?: 'report' | 'nothing-to-report';
  readonly reason?: string;
  /** The submission, as it is kept. */
  readonly content?: Json;
  readonly signedDocument?: SignedDocument;
  /** The signed document came with it. */
  readonly signedCopy?: boolean;
}

/** One member of the union for each act, so that narrowing by `act` leaves one. */
type Each<K extends ObligationKind, Said> = { readonly [A in K]: { readonly act: A } & Said }[K];

/** One act on one obligation. Days are ISO and inclusive; `receivedOn` may have a time: `2020-05-15T15:20`. */
export type Act =
  /** `receivedOn` only for what stands in files: a unit's own sending is timed by the clock. */
  | ({ readonly act: 'submit'; readonly receivedOn?: string } & Sent)
  | ({ readonly act: 'record'; readonly receivedOn: string; readonly channel: Channel; readonly note?: string } & Sent)
  | ({ readonly act: 'revise' } & Sent)
  | { readonly act: 'withdraw'; readonly reason?: string }
  | {
      readonly act: 'return';
      readonly due: string;
      /** `HH:MM`, exclusive. */
      readonly dueTime?: string;
      /** Field id → note; '' for the report as a whole. */
      readonly notes: Readonly<Record<string, string>>;
    }
  | { readonly act: 'confirm'; readonly note?: string }
  | { readonly act: 'attach-signed-copy'; readonly signedDocument: SignedDocument; readonly receivedOn?: string }
  | Each<'ask-extension' | 'extend' | 'set-date', { readonly to: string; readonly reason: string }>
  | Each<'refuse-extension' | 'waive' | 'unwaive' | 'contest', { readonly reason: string }>
  | Each<'remind' | 'urge', { readonly channel: string; readonly text: string; readonly rung?: string }>
  /** `receivedOn`: the arrival that now counts. */
  | { readonly act: 'answer'; readonly accepted: true; readonly note: string; readonly receivedOn?: string }
  | { readonly act: 'answer'; readonly accepted: false; readonly note: string }
  /** `in` names the consolidation or supplement that was issued. */
  | { readonly act: 'include'; readonly in: string };

export interface ActContext {
  readonly obligation: Obligation;
  readonly facts: Facts;
  /** Instant of the clock, ISO 8601 in UTC. */
  readonly at: string;
  /** Principal id. */
  readonly actor: string;
  /** Whose act it is; absent: settled by the caller. */
  readonly by?: Side;
}

const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';

const checkDay = (day: string, name: string): readonly Finding[] =>
  parseDate(day) === day ? [] : [error('date.not-a-date', [name], { received: day })];

const checkNotPast = (day: string, name: string, at: string): readonly Finding[] => {
  const wrong = checkDay(day, name);
  return wrong.length > 0 || day >= clockMoment(at).day ? wrong : [error('act.date-past', [name], { day })];
};

/** A day to send again by, with a time that is exclusive: it must still be ahead. */
const checkReturn = ({ due, dueTime }: Extract<Act, { act: 'return' }>, at: string): readonly Finding[] => {
  const wrong = checkNotPast(due, 'due', at);
  if (dueTime === undefined) return wrong;
  if (parseTime(dueTime) !== dueTime) return [...wrong, error('date.not-a-time', ['dueTime'], { received: dueTime })];
  const now = clockMoment(at);
  return wrong.length > 0 || due > now.day || minuteOf(dueTime) > now.minute
    ? wrong
    : [error('act.date-past', ['dueTime'], { day: due, time: dueTime })];
};

const checkExtension = (to: string, { obligation, facts }: ActContext): readonly Finding[] => {
  const wrong = checkDay(to, 'to');
  if (wrong.length > 0) return wrong;
  const last = lastOnTime(obligation, facts);
  if (last === undefined) return [error(obligation.notApplicable ? 'act.not-applicable' : 'act.no-date')];
  return isLater(to, last) ? [] : [error('act.extension-not-later', ['to'], { day: to, current: last.lastDay })];
};

const reasonFor = (reason: string | undefined, name = 'reason'): readonly Finding[] =>
  isBlank(reason) ? [error('act.reason-needed', [name])] : [];

/** What the act itself says that cannot be taken. */
const checkAct = (act: Act, context: ActContext): readonly Finding[] => {
  const { obligation, facts, at } = context;
  const arrival =
    'receivedOn' in act && act.receivedOn !== undefined
      ? arrivalFindings(act.receivedOn, { due: obligation.due, now: clockMoment(at) })
      : [];
  switch (act.act) {
    case 'submit':
    case 'record':
    case 'revise':
      return [...arrival, ...(act.report === 'nothing-to-report' ? reasonFor(act.reason) : [])];
    case 'attach-signed-copy':
      return arrival;
    case 'return': {
      const blank = Object.values(act.notes).every(isBlank);
      return [...checkReturn(act, at), ...(blank ? [error('act.note-needed', ['notes'])] : [])];
    }
    case 'ask-extension':
    case 'extend':
      return [...checkExtension(act.to, context), ...reasonFor(act.reason)];
    case 'set-date': {
      const { due } = obligation;
      const dated = due.kind === 'dated' ? [error('act.has-date', [], { current: due.lastDay })] : [];
      return [...dated, ...checkNotPast(act.to, 'to', at), ...reasonFor(act.reason)];
    }
    case 'refuse-extension':
    case 'waive':
    case 'unwaive':
    case 'contest':
      return reasonFor(act.reason);
    case 'answer': {
      const basis = obligation.report.timelinessBasis;
      const known = basis === 'signed-document' ? facts.firstSignedArrival : facts.firstArrival;
      const early = arrival.length === 0 && act.accepted && act.receivedOn !== undefined && known === undefined;
      return [
        ...arrival,
        ...(early ? [error('act.record-instead', ['receivedOn'])] : []),
        ...reasonFor(act.note, 'note'),
      ];
    }
    default:
      return [];
  }
};

const present = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  // Only members that are undefined are left out: JSON has no word for them.
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;

/** What of an act its entry keeps: all but its name and its arrival, and what follows from the obligation. */
const dataOf = (act: Act, { obligation, facts }: ActContext): ObligationData[ObligationKind] => {
  const { act: kind, ...said } = act;
  const kept: Record<string, unknown> = { ...said };
  delete kept['receivedOn'];
  if (kind === 'submit' || kind === 'record' || kind === 'revise') {
    const { report = 'report', signedCopy = false } = act as Sent;
    const awaitsSignedCopy = obligation.report.timelinessBasis === 'signed-document' && !signedCopy;
    // `Sent` completed by its defaults is `FiledData`, with channel and note `RecordedData`.
    return present({ ...kept, report, signedCopy, awaitsSignedCopy }) as ObligationData['record'];
  }
  if (kind === 'answer') kept['corrects'] = obligation.report.timelinessBasis;
  if (kind === 'include') kept['revision'] = facts.revision;
  // The members of each other act are those of its data in `ObligationData`.
  return present(kept) as ObligationData[ObligationKind];
};

/**
 * Decides whether an act is allowed and gives the entry that would record it, to be sealed and folded.
 *
 * Refused with every reason at once; the first is the state's, which says what is possible instead. An act that there is
 * not and an `at` that is no instant of the clock are refused before anything is asked of the state. Nothing is changed
 * here: deciding again on newer facts is safe.
 */
export const decide = (act: Act, context: ActContext): Result<ObligationEntry> => {
  const { obligation, facts, at, actor, by } = context;
  const refused: Finding[] = [
    ...(Object.hasOwn(actSides, act.act)
      ? []
      : [error('act.unknown-act', ['act'], { act: String(act.act), acts: obligationKinds })]),
    ...(isInstant(at) ? [] : [error('act.not-an-instant', ['at'], { received: String(at) })]),
  ];
  if (refused.length > 0) return { ok: false, findings: refused };
  if (by !== undefined && !actSides[act.act].includes(by)) refused.push(error('act.not-yours', [], { by }));
  const refusal = refusalOf(act.act, { obligation, facts, now: clockMoment(at) });
  if (refusal !== undefined) refused.push(error(refusal));
  const receivedOn = 'receivedOn' in act ? act.receivedOn : undefined;
  if (by === 'unit' && receivedOn !== undefined) refused.push(error('act.arrival-not-declared', ['receivedOn']));
  if (refused.length === 0) refused.push(...checkAct(act, context));
  if (refused.length > 0) return { ok: false, findings: refused };
  const entry: EntryContent<ObligationKind, ObligationData[ObligationKind]> = {
    stream: obligationStream(obligation.id),
    version: facts.version + 1,
    at,
    ...(receivedOn === undefined ? {} : { receivedOn }),
    actor,
    kind: act.act,
    data: dataOf(act, context),
  };
  // `dataOf` gives the data of the act's own kind; TypeScript does not correlate the two.
  return { ok: true, value: entry as ObligationEntry, findings: [] };
};

/** The most obligations that one act may be done on at once. */
export const mostAtOnce = 100;

/**
 * Decides one act on many obligations, or on each its unit's own (a reminder in its own words): all or nothing. A
 * refusal first names the units (`act.units-refused`), then gives each one's reasons with its unit as the first step of
 * `where`.
 */
export const decideAll = (
  act: Act | ((unit: string) => Act),
  contexts: readonly ActContext[],
  unitName: (unit: string) => string = (unit) => unit,
): Result<readonly ObligationEntry[]> => {
  if (contexts.length > mostAtOnce) {
    return { ok: false, findings: [error('act.too-many', [], { most: mostAtOnce, count: contexts.length })] };
  }
  const entries: ObligationEntry[] = [];
  const refused: Finding[] = [];
  const units: string[] = [];
  for (const context of contexts) {
    const { unit } = context.obligation;
    const decided = decide(typeof act === 'function' ? act(unit) : act, context);
    if (decided.ok) entries.push(decided.value);
    else {
      units.push(unitName(unit));
      for (const { rule, severity, where, params } of decided.findings) {
        refused.push({ rule, severity, where: [unit, ...where], params });
      }
    }
  }
  return units.length === 0
    ? { ok: true, value: entries, findings: [] }
    : { ok: false, findings: [error('act.units-refused', [], { units }), ...refused] };
};
