import { vietnamMoment } from '../calendar/day.ts';
import { minuteOf } from '../calendar/parse.ts';
import type { EntryContent } from '../ledger/types.ts';
import type { FiledData, ObligationData, ObligationEntry, ObligationKind, ReminderData } from './entries.ts';
import type { Arrival, Facts, Moment } from './types.ts';

/** What is known of an obligation whose stream has no entry. */
export const none: Facts = {
  filing: 'none',
  kind: 'report',
  revision: 0,
  awaitingSignedCopy: false,
  reminders: [],
  version: 0,
};

/** Gives the Vietnam day and minute of an entry's instant of the clock. */
export const clockMoment = (at: string): Moment => vietnamMoment(Date.parse(at));

/** Reads a declared arrival: `2020-06-03` (only the day is known) or `2020-05-15T15:20`, on Vietnam's clock. */
export const readArrival = (receivedOn: string): Arrival =>
  receivedOn.length > 10
    ? { day: receivedOn.slice(0, 10), minute: minuteOf(receivedOn.slice(11)) }
    : { day: receivedOn, minute: 1439, dayOnly: true };

const arrivalOf = (entry: Pick<EntryContent, 'at' | 'receivedOn'>): Arrival =>
  entry.receivedOn === undefined ? clockMoment(entry.at) : readArrival(entry.receivedOn);

const without = <K extends keyof Facts>(facts: Facts, ...keys: readonly K[]): Omit<Facts, K> => {
  const kept: Partial<Record<keyof Facts, unknown>> = { ...facts };
  for (const key of keys) delete kept[key];
  // Only the named keys were deleted from a copy of `facts`.
  return kept as Omit<Facts, K>;
};

type Entry<K extends ObligationKind> = EntryContent<K, ObligationData[K]>;

const filed = (facts: Facts, entry: EntryContent<ObligationKind, FiledData>): Facts => {
  const arrival = arrivalOf(entry);
  const { report, reason, signedDocument, signedCopy, awaitsSignedCopy } = entry.data;
  return {
    ...without(facts, 'returned', 'nothingReason', 'signedDocument', 'recorded'),
    filing: facts.revision === 0 ? 'submitted' : 'resubmitted',
    kind: report,
    revision: facts.revision + 1,
    firstArrival: facts.firstArrival ?? arrival,
    lastArrival: arrival,
    awaitingSignedCopy: awaitsSignedCopy,
    ...(signedCopy ? { firstSignedArrival: facts.firstSignedArrival ?? arrival } : {}),
    ...(signedDocument === undefined ? {} : { signedDocument }),
    ...(reason === undefined || report === 'report' ? {} : { nothingReason: reason }),
  };
};

const reminded = (facts: Facts, entry: EntryContent<'remind' | 'urge', ReminderData>): Facts => {
  const { channel, rung } = entry.data;
  const reminder = { on: clockMoment(entry.at).day, kind: entry.kind, channel, by: entry.actor };
  return { ...facts, reminders: [...facts.reminders, rung === undefined ? reminder : { ...reminder, rung }] };
};

const folds: { readonly [K in ObligationKind]: (facts: Facts, entry: Entry<K>) => Facts } = {
  submit: filed,
  revise: filed,
  record: (facts, entry) => {
    const { channel, note } = entry.data;
    const by = entry.actor;
    return { ...filed(facts, entry), recorded: note === undefined ? { channel, by } : { channel, by, note } };
  },
  withdraw: (facts, { at, actor }) => ({
    ...facts,
    filing: 'returned',
    returned: { on: clockMoment(at).day, notes: {}, by: actor, withdrawn: true },
  }),
  return: (facts, { at, actor, data }) => ({
    ...facts,
    filing: 'returned',
    returned: { on: clockMoment(at).day, by: actor, ...data },
  }),
  confirm: (facts) => ({ ...without(facts, 'extensionAsked'), filing: 'confirmed' }),
  'attach-signed-copy': (facts, entry) => ({
    ...facts,
    awaitingSignedCopy: false,
    firstSignedArrival: facts.firstSignedArrival ?? arrivalOf(entry),
    signedDocument: { ...facts.signedDocument, ...entry.data.signedDocument },
  }),
  'ask-extension': (facts, { data }) => ({ ...facts, extensionAsked: { to: data.to, reason: data.reason } }),
  extend: (facts, { data }) => ({ ...without(facts, 'extensionAsked'), extendedTo: data.to }),
  'refuse-extension': (facts) => without(facts, 'extensionAsked'),
  'set-date': (facts, { data }) => ({ ...facts, dueSet: data.to }),
  waive: (facts, { at, actor, data }) => ({
    ...facts,
    waived: { by: actor, on: clockMoment(at).day, reason: data.reason },
  }),
  unwaive: (facts) => without(facts, 'waived'),
  remind: reminded,
  urge: reminded,
  contest: (facts, { data }) => ({ ...facts, contested: { reason: data.reason } }),
  answer: (facts, { receivedOn, data }) => {
    const answered = without(facts, 'contested');
    if (receivedOn === undefined) return answered;
    const arrival = readArrival(receivedOn);
    return data.corrects === 'signed-document'
      ? { ...answered, firstSignedArrival: arrival }
      : { ...answered, firstArrival: arrival };
  },
  include: (facts, { data }) => ({ ...facts, issuedIn: data.in, issuedRevision: data.revision }),
};

const erased: FiledData = { report: 'report', signedCopy: false, awaitsSignedCopy: false };
// What is assumed of an entry whose data were erased (a person's data): that it happened, nothing more. A redacted act
// of another kind only counts in the version.
const standIns: Partial<{ readonly [K in ObligationKind]: ObligationData[K] }> = {
  submit: erased,
  revise: erased,
  record: { ...erased, channel: 'paper' },
  confirm: {},
  withdraw: {},
  contest: { reason: '' },
  'attach-signed-copy': { signedDocument: {} },
};

/**
 * Adds one entry of an obligation's stream to its facts. Synchronous, never hashes; the first arrival is kept whatever
 * comes later, unless the answer to a contest declares another.
 *
 * An entry whose `data` is null was redacted: it counts as having happened.
 */
export const applyEntry = (facts: Facts, entry: ObligationEntry | EntryContent<ObligationKind, null>): Facts => {
  const data = entry.data ?? standIns[entry.kind];
  if (data === undefined) return { ...facts, version: entry.version };
  // TypeScript does not correlate a union's kind with its fold; `folds` is typed per kind above.
  const fold = folds[entry.kind] as (facts: Facts, entry: EntryContent) => Facts;
  return { ...fold(facts, { ...entry, data }), version: entry.version };
};

/** Folds an obligation's entries, in order of version, into its facts. */
export const factsOf = (entries: readonly ObligationEntry[]): Facts => entries.reduce<Facts>(applyEntry, none);
