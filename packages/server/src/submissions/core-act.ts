import {
  refusalOf,
  clockMoment,
  type Act,
  type Facts,
  type Finding,
  type Path,
  type Side,
  type SignedDocument,
  type Submission,
} from '@dondoc/core';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { isFilingAct, type ActBody } from './act-schema.ts';
import { describeFor, formOf, kindOf, type Duty } from './duty.ts';
import { contentOf, isRecord, readSent, refusal, type Place } from './reading.ts';

type Filing = Extract<ActBody, { readonly submission: unknown }>;
type Told = Exclude<ActBody, Filing>;

/** An act in core's words, with the warnings that its submission brought. */
export interface CoreAct {
  readonly act: Act;
  readonly findings: readonly Finding[];
  /** Of an act that brings a report. */
  readonly submission?: Submission;
}

/** What an act is read against. */
export interface Asking {
  readonly facts: Facts;
  readonly side: Side;
  /** Instant of the request. */
  readonly now: string;
}

const isFiling = (body: ActBody): body is Filing => isFilingAct(body.act);

const hasPaper = ({ signedDocument }: Submission): boolean =>
  signedDocument?.number !== undefined || signedDocument?.file !== undefined;

/** What the ledger is to keep of a report that came: a signed document came with it if its number or file is told. */
export const filedWith = (submission: Submission, signedCopy: boolean = hasPaper(submission)) => {
  const { signedDocument, nothingToReport } = submission;
  return {
    content: contentOf(submission),
    signedCopy,
    ...(signedDocument === undefined ? {} : { signedDocument }),
    ...(nothingToReport === undefined ? {} : { report: 'nothing-to-report' as const, reason: nothingToReport.reason }),
  };
};

/** A copy that is signed has its day behind it, or today. */
export const datedAhead = (date: string | undefined, now: string, where: Path): readonly Finding[] => {
  const today = clockMoment(now).day;
  return date === undefined || date <= today ? [] : [refusal('act.document-date-in-future', where, { date, today })];
};

/** A signed document names no file but the one that was sent here for this report, whoever tells of it. */
export const strangeFile = (
  { file }: SignedDocument,
  facts: Facts,
  place: Place = (where) => where,
): readonly Finding[] =>
  file === undefined || file === facts.signedDocument?.file
    ? []
    : [refusal('act.file-unknown', place(['signedDocument', 'file']))];

const declared: ReadonlySet<unknown> = new Set(['receivedOn', 'channel', 'note']);
/** What the act declares of the arrival stands beside the submission, not in it. */
const besideSubmission: Place = (where) => (declared.has(where[0]) ? where : ['submission', ...where]);

const inSubmission: Place = (where) => ['submission', ...where];

const filing = async (duty: Duty, body: Filing, asking: Asking): Promise<Outcome<CoreAct>> => {
  if (body.act !== 'record') {
    const read = await readSent(duty, { input: body.submission, ...asking });
    if (!read.ok) return read;
    const { submission, findings } = read.value;
    // A signed copy that a unit sends here comes after its report, by itself.
    const sent = filedWith(submission, false);
    const arrival = 'receivedOn' in body && body.receivedOn !== undefined ? { receivedOn: body.receivedOn } : {};
    return done({
      act: { act: body.act, ...sent, ...arrival },
      findings,
      submission,
    });
  }
  const { receivedOn, channel, note } = body;
  const noted = note === undefined || note.trim() === '' ? {} : { note };
  const input = isRecord(body.submission) ? { ...body.submission, receivedOn, channel, ...noted } : body.submission;
  const read = await readSent(duty, { input, ...asking, place: besideSubmission });
  if (!read.ok) return read;
  const { submission, findings } = read.value;
  const strange = strangeFile(submission.signedDocument ?? {}, asking.facts, inSubmission);
  if (strange.length > 0) return failed('act-refused', { findings: strange });
  const sent = filedWith(submission, body.signedCopy);
  return done({ act: { act: 'record', receivedOn, channel, ...noted, ...sent }, findings, submission });
};

/**
 * A unit tells number, date and signer of a copy that it has sent here; the copy itself comes as a file. The desk may
 * tell them of a paper, too.
 */
const attached = (told: SignedDocument, { facts, side, now }: Asking): readonly Finding[] =>
  side === 'unit' && facts.signedDocument?.file === undefined
    ? [refusal('act.file-needed', ['signedDocument'])]
    : [...strangeFile(told, facts), ...datedAhead(told.date, now, ['signedDocument', 'date'])];

/** Notes of a return that name no field which the unit is asked. */
const strangeNotes = async (
  { view, obligation }: Duty,
  notes: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> => {
  const form = await formOf(view, obligation);
  const sections = form === undefined ? [] : describeFor(form, obligation, kindOf(view, obligation)).sections;
  const known = new Set(['', ...sections.flatMap(({ fields }) => fields.map(({ id }) => id))]);
  return Object.keys(notes)
    .filter((id) => !known.has(id))
    .map((id) => refusal('answer.unknown-field', ['notes', id], { key: `“${id}”` }));
};

/** Reads an act that brings no report. */
export const toldAct = async (duty: Duty, body: Told, asking: Asking): Promise<Outcome<Act>> => {
  if (body.act === 'attach-signed-copy') {
    const findings = attached(body.signedDocument, asking);
    if (findings.length > 0) return failed('act-refused', { findings });
  }
  if (body.act === 'return') {
    const findings = await strangeNotes(duty, body.notes);
    if (findings.length > 0) return failed('invalid-body', { findings });
  }
  return done(body);
};

/**
 * Reads an act as core decides it. What the state of the obligation refuses is refused before anything of what was sent
 * is read.
 */
export const coreAct = async (duty: Duty, body: ActBody, asking: Asking): Promise<Outcome<CoreAct>> => {
  const { facts, now } = asking;
  const rule = refusalOf(body.act, { obligation: duty.obligation, facts, now: clockMoment(now) });
  if (rule !== undefined) return failed('act-refused', { findings: [refusal(rule)] });
  if (isFiling(body)) return filing(duty, body, asking);
  const told = await toldAct(duty, body, asking);
  return told.ok ? done({ act: told.value, findings: [] }) : told;
};
