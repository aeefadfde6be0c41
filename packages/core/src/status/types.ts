import type { Due } from '../due/types.ts';

export type Phase = 'no-deadline' | 'upcoming' | 'open' | 'due-soon' | 'last-day' | 'overdue';
export type Filing = 'none' | 'submitted' | 'returned' | 'resubmitted' | 'confirmed';
export type Relief = 'none' | 'extended' | 'waived' | 'not-applicable';
export type Channel = 'paper' | 'system' | 'email' | 'chat';

/** `days` calendar days after the last on-time day, `workingDays` of them; `minutes` past the hour on that very day. */
export interface Lateness {
  readonly days: number;
  readonly workingDays: number;
  readonly minutes?: number;
}

export type Timeliness =
  | { readonly is: 'pending' }
  | { readonly is: 'on-time' }
  | { readonly is: 'not-judged' }
  | ({ readonly is: 'late' } & Lateness);

/** A Vietnam day and the minute of it, 0 to 1439. */
export interface Moment {
  readonly day: string;
  readonly minute: number;
}

/** When something reached the desk. */
export interface Arrival extends Moment {
  /** Only the day is known (a record of what came another way); `minute` is then the day's last. */
  readonly dayOnly?: true;
}

/** What is known of a unit's signed document. A type, not an interface: entry data must be assignable to Json. */
export type SignedDocument = {
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  readonly signerTitle?: string;
  readonly file?: string;
};

/** What has happened to one obligation: the fold of its entries. JSON; one row of the read model. */
export interface Facts {
  readonly filing: Filing;
  readonly kind: 'report' | 'nothing-to-report';
  readonly revision: number;
  /** First arrival of the data, and of the signed document: what timeliness is judged by. */
  readonly firstArrival?: Arrival;
  readonly firstSignedArrival?: Arrival;
  readonly lastArrival?: Arrival;
  /** How the last one came, where an officer recorded it. */
  readonly recorded?: { readonly channel: Channel; readonly by: string; readonly note?: string };
  readonly awaitingSignedCopy: boolean;
  readonly signedDocument?: SignedDocument;
  /** `withdrawn`: by the unit itself; it then has no due date of its own. `due` is inclusive, with `dueTime` exclusive. */
  readonly returned?: {
    readonly on: string;
    readonly due?: string;
    readonly dueTime?: string;
    readonly notes: Readonly<Record<string, string>>;
    readonly by: string;
    readonly withdrawn?: true;
  };
  /** Last on-time day, inclusive. ISO. */
  readonly extendedTo?: string;
  readonly extensionAsked?: { readonly to: string; readonly reason: string };
  /** The last on-time day (inclusive, ISO) that an officer set where the plan names none. */
  readonly dueSet?: string;
  readonly waived?: { readonly by: string; readonly on: string; readonly reason: string };
  readonly contested?: { readonly reason: string };
  readonly nothingReason?: string;
  readonly reminders: readonly {
    readonly on: string;
    readonly kind: 'remind' | 'urge';
    readonly channel: string;
    readonly by: string;
    readonly rung?: string;
  }[];
  /** The consolidation or supplement that has used it. */
  readonly issuedIn?: string;
  /** The revision that it used: a later one goes into the next supplement. */
  readonly issuedRevision?: number;
  /** Version of the stream after the last entry folded. */
  readonly version: number;
}

/** The last on-time moment in force. */
export interface EffectiveDue {
  readonly lastDay: string;
  readonly lastMinute: number;
  /** The date in force, as `duePhrase` writes it and with its last working day. */
  readonly due: Extract<Due, { readonly kind: 'dated' }>;
}

export interface Status {
  readonly phase: Phase;
  readonly filing: Filing;
  readonly relief: Relief;
  readonly timeliness: Timeliness;
  readonly flags: {
    readonly awaitingSignedCopy: boolean;
    readonly extensionAsked: boolean;
    readonly contested: boolean;
  };
  /** Last on-time day and minute now in force (extension, set date); absent where there is none. */
  readonly effective?: EffectiveDue;
  /** Days from today to the effective last day: negative once past. */
  readonly daysLeft?: number;
  /** Past the effective date: how long ago. Same shape as lateness. */
  readonly overdueBy?: Lateness;
}
