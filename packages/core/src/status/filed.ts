import { vietnamInstant } from '../calendar/day.ts';
import type { Json } from '../ledger/types.ts';
import type { Obligation } from '../obligation/types.ts';
import type { Result } from '../text/result.ts';
import { decide, type Act } from './acts.ts';
import { arrivalFindings } from './arrival.ts';
import type { ObligationEntry } from './entries.ts';
import { readArrival } from './facts.ts';
import type { Channel, Facts, SignedDocument } from './types.ts';

/** What of a submission its entry is made of; the submission itself is kept with it as it is. */
export interface FiledReport {
  readonly channel?: Channel;
  readonly note?: string;
  readonly signedDocument?: SignedDocument;
  readonly nothingToReport?: { readonly reason: string };
}

export interface FiledContext {
  readonly obligation: Obligation;
  readonly facts: Facts;
  /** `2020-06-03`, or with the minute `2020-05-15T15:20`. */
  readonly receivedOn: string;
  /** Who keeps the files, by principal id. */
  readonly actor: string;
}

/**
 * Gives the entry that the ledger would hold for a report that came as a file: a `record` where the file says how it
 * came, else a `submit`, at the instant of its arrival (a day alone: its noon). Its signed document came with it if it
 * has a number or a file. Refuses what `decide` refuses, such as an arrival without its minute where the date has an hour.
 */
export const entryOfArrival = (
  filed: FiledReport,
  { obligation, facts, receivedOn, actor }: FiledContext,
): Result<ObligationEntry> => {
  const wrong = arrivalFindings(receivedOn, { due: obligation.due, now: { day: '9999-12-31', minute: 1439 } });
  if (wrong.length > 0) return { ok: false, findings: wrong };
  const { day, minute, dayOnly } = readArrival(receivedOn);
  const { channel, note, signedDocument, nothingToReport } = filed;
  const sent = {
    receivedOn,
    // A submission is what JSON carried in.
    content: filed as unknown as Json,
    signedCopy: signedDocument?.number !== undefined || signedDocument?.file !== undefined,
    ...(signedDocument === undefined ? {} : { signedDocument }),
    ...(nothingToReport === undefined ? {} : { report: 'nothing-to-report' as const, reason: nothingToReport.reason }),
  };
  const act: Act =
    channel === undefined
      ? { act: 'submit', ...sent }
      : { act: 'record', channel, ...sent, ...(note === undefined ? {} : { note }) };
  const at = vietnamInstant(day, dayOnly === true ? undefined : minute);
  return decide(act, { obligation, facts, at, actor });
};
