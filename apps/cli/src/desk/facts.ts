import {
  applyEntry,
  none,
  obligationStream,
  readArrival,
  type Facts,
  type Json,
  type Obligation,
  type ObligationEntry,
  type Submission,
} from '@dondoc/core';

/** An urging that the desk has noted beside the files. */
export interface Urging {
  readonly unit: string;
  /** ISO day. */
  readonly on: string;
  readonly channel: string;
  readonly by: string;
  readonly text: string;
}

/** The Vietnam day, and minute where it is stated, on which a submission arrived; `today` where its file does not say. */
export const arrivedOn = (submission: Submission, today: string): string => submission.receivedOn ?? today;

/** Tells whether a submission had arrived by the end of a Vietnam day. */
export const hadArrived = (submission: Submission, day: string): boolean =>
  readArrival(arrivedOn(submission, day)).day <= day;

// A day becomes its noon, a minute its instant; Vietnam is seven hours ahead of UTC all year.
const instant = (moment: string): string =>
  new Date(Date.parse(`${moment.length > 10 ? moment : `${moment}T12:00`}:00+07:00`)).toISOString();

/** Makes the entry that the ledger would hold for a report that came as a file. */
export function filedEntry(
  submission: Submission,
  obligation: Obligation,
  { today, actor }: { readonly today: string; readonly actor: string },
): ObligationEntry {
  const receivedOn = arrivedOn(submission, today);
  const { signedDocument, nothingToReport, note } = submission;
  const signed = signedDocument?.number !== undefined || signedDocument?.file !== undefined;
  return {
    stream: obligationStream(obligation.id),
    version: 1,
    at: instant(receivedOn),
    receivedOn,
    actor,
    kind: 'record',
    data: {
      report: nothingToReport === undefined ? 'report' : 'nothing-to-report',
      channel: submission.channel ?? 'email',
      // A submission is what JSON carried in.
      content: submission as unknown as Json,
      signedCopy: signed,
      awaitsSignedCopy: obligation.report.timelinessBasis === 'signed-document' && !signed,
      ...(nothingToReport === undefined ? {} : { reason: nothingToReport.reason }),
      ...(signedDocument === undefined ? {} : { signedDocument }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

function urgedEntry({ on, channel, by, text }: Urging, obligation: Obligation): ObligationEntry {
  const stream = obligationStream(obligation.id);
  return { stream, version: 1, at: instant(on), actor: by, kind: 'urge', data: { channel, text } };
}

export interface Happened {
  /** Who keeps the files, by principal id. */
  readonly actor: string;
  readonly submissions: readonly Submission[];
  readonly urgings?: readonly Urging[];
}

/** Folds what had happened by the end of a day into the facts of one obligation. */
export function factsFromFiles(
  obligation: Obligation,
  { actor, submissions, urgings = [] }: Happened,
  today: string,
): Facts {
  const { plan, report, period, unit } = obligation;
  const filed = submissions.filter(
    (one) =>
      one.plan === plan &&
      one.report === report.id &&
      one.period === period.id &&
      one.unit === unit &&
      hadArrived(one, today),
  );
  const urged = urgings.filter((one) => one.unit === unit && one.on <= today);
  return [
    ...filed.map((one) => filedEntry(one, obligation, { today, actor })),
    ...urged.map((one) => urgedEntry(one, obligation)),
  ]
    .toSorted((a, b) => a.at.localeCompare(b.at, 'en'))
    .reduce<Facts>((facts, entry, index) => applyEntry(facts, { ...entry, version: index + 1 }), none);
}
