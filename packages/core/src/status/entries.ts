import type { EntryContent, Json } from '../ledger/types.ts';
import type { Channel, SignedDocument } from './types.ts';

// Data are types, not interfaces: only a type alias is assignable to Json's index signature.

/** A report as it arrived. `content` is the submission itself, opaque here. */
export type FiledData = {
  readonly report: 'report' | 'nothing-to-report';
  readonly reason?: string;
  readonly content?: Json;
  readonly signedDocument?: SignedDocument;
  /** The signed document came with it. */
  readonly signedCopy: boolean;
  /** The report asks for a signed document and it has not come yet. */
  readonly awaitsSignedCopy: boolean;
};
export type RecordedData = FiledData & { readonly channel: Channel; readonly note?: string };
export type ReturnedData = {
  readonly due: string;
  readonly dueTime?: string;
  /** Field id → what is to be mended; '' for the report as a whole. */
  readonly notes: Readonly<Record<string, string>>;
};
export type ReminderData = { readonly channel: string; readonly text: string; readonly rung?: string };

/** What each kind of entry in an obligation's stream carries. */
export type ObligationData = {
  readonly submit: FiledData;
  readonly record: RecordedData;
  readonly revise: FiledData;
  readonly withdraw: { readonly reason?: string };
  readonly return: ReturnedData;
  readonly confirm: { readonly note?: string };
  readonly 'attach-signed-copy': { readonly signedDocument: SignedDocument };
  readonly 'ask-extension': { readonly to: string; readonly reason: string };
  readonly extend: { readonly to: string; readonly reason: string };
  readonly 'refuse-extension': { readonly reason: string };
  readonly 'set-date': { readonly to: string; readonly reason: string };
  readonly waive: { readonly reason: string };
  readonly unwaive: { readonly reason: string };
  readonly remind: ReminderData;
  readonly urge: ReminderData;
  readonly contest: { readonly reason: string };
  /** With the entry's `receivedOn`: the day (and minute) of arrival that now counts, of what `corrects` names. */
  readonly answer: {
    readonly accepted: boolean;
    readonly note: string;
    readonly corrects?: 'data' | 'signed-document';
  };
  /** A consolidation or supplement that was issued has used this revision. */
  readonly include: { readonly in: string; readonly revision: number };
};
export type ObligationKind = keyof ObligationData;

/** One act on one obligation, as its stream keeps it. */
export type ObligationEntry = { readonly [K in ObligationKind]: EntryContent<K, ObligationData[K]> }[ObligationKind];

const kinds: Readonly<Record<ObligationKind, true>> = {
  submit: true,
  record: true,
  revise: true,
  withdraw: true,
  return: true,
  confirm: true,
  'attach-signed-copy': true,
  'ask-extension': true,
  extend: true,
  'refuse-extension': true,
  'set-date': true,
  waive: true,
  unwaive: true,
  remind: true,
  urge: true,
  contest: true,
  answer: true,
  include: true,
};

/** Every kind of entry in an obligation's stream. */
// Object.keys gives strings; the record above has exactly these keys.
export const obligationKinds = Object.keys(kinds) as readonly ObligationKind[];

/**
 * Tells whether an entry read back from a ledger is an act on an obligation. Only the kind is looked at: what was
 * sealed was decided by `decide`.
 */
export const isObligationEntry = (entry: EntryContent): entry is ObligationEntry => Object.hasOwn(kinds, entry.kind);

/** Names the stream of an obligation: `obligation:{plan}/{report}/{period}/{unit}`. */
export const obligationStream = (obligation: string): string => `obligation:${obligation}`;
