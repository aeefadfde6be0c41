import {
  clockMoment,
  type Facts,
  type Finding,
  type FindingParams,
  type Json,
  type Path,
  type Side,
  type Submission,
} from '@dondoc/core';
import type { ObligationKey } from '@dondoc/store';
import { done, failed, type Failure, type Outcome } from '../http/outcome.ts';
import { readerOf, reportWords, type Duty } from './duty.ts';

/** Makes a finding that refuses. */
export const refusal = (rule: string, where: Path = [], params: FindingParams = {}): Finding => ({
  rule,
  severity: 'error',
  where,
  params,
});

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of its own of what JSON carried in; undefined where there is none. */
export const own = (input: unknown, key: string): unknown =>
  isRecord(input) && Object.hasOwn(input, key) ? input[key] : undefined;

const parts = ['plan', 'report', 'period', 'unit'] as const;

/**
 * Finds whether a submission was filled in for another unit or period than the path's: both are then named. What it does
 * not say, or not as a text, is left to its reading.
 */
export const otherThanAsked = async ({ view, key }: Duty, input: unknown): Promise<Failure | undefined> => {
  const claimed: Record<keyof ObligationKey, string> = { ...key };
  for (const part of parts) {
    const claim = own(input, part);
    if (typeof claim === 'string') claimed[part] = claim;
  }
  const differs = new Set(parts.filter((part) => claimed[part] !== key[part]));
  if (differs.size === 0) return undefined;
  const [got, asked] = await Promise.all([reportWords(view, claimed, differs), reportWords(view, key, differs)]);
  return failed('wrong-period', { params: { got, asked }, more: { asked: { ...key } } }).failure;
};

/** What only the desk may say of a submission, and a file that was never sent here. */
export const notForUnits = (input: unknown, facts: Facts): readonly Finding[] => {
  const declared = (['receivedOn', 'channel'] as const)
    .filter((part) => own(input, part) !== undefined)
    .map((part) => refusal('act.arrival-not-declared', [part]));
  const file = own(own(input, 'signedDocument'), 'file');
  const known = file === undefined || file === facts.signedDocument?.file;
  return known ? declared : [...declared, refusal('act.file-unknown', ['signedDocument', 'file'])];
};

export interface Read {
  readonly submission: Submission;
  /** Warnings and hints. */
  readonly findings: readonly Finding[];
}

/** Where a path of the submission lies in the request's body. */
export type Place = (where: Path) => Path;

const inSubmission: Place = (where) => ['submission', ...where];

const placed = (findings: readonly Finding[], place: Place): readonly Finding[] =>
  findings.map(({ rule, severity, where, params }) => ({ rule, severity, where: place(where), params }));

/**
 * Reads what was sent for an obligation: refused where it is another's (`wrong-period`), where a unit says what only the
 * desk may (`act-refused`), and where core refuses it (`invalid-body`). The paths of its findings begin in the request's
 * body.
 */
export const readSent = async (
  duty: Duty,
  {
    input,
    facts,
    side,
    now,
    place = inSubmission,
  }: {
    readonly input: unknown;
    readonly facts: Facts;
    readonly side: Side;
    /** Instant of the request. */
    readonly now: string;
    readonly place?: Place;
  },
): Promise<Outcome<Read>> => {
  const other = await otherThanAsked(duty, input);
  if (other !== undefined) return { ok: false, failure: other };
  const undue = side === 'unit' ? notForUnits(input, facts) : [];
  if (undue.length > 0) return failed('act-refused', { findings: placed(undue, place) });
  const read = await readerOf(duty.view, { plan: duty.key.plan, mode: 'submit', today: clockMoment(now).day });
  const result = read?.(input);
  if (result === undefined) return failed('not-found', { params: { what: duty.key.plan } });
  const findings = placed(result.findings, place);
  return result.ok ? done({ submission: result.value, findings }) : failed('invalid-body', { findings });
};

/** A submission as the ledger keeps it. */
// It is what JSON carried in, less its blanks: there is nothing in it that JSON cannot carry.
export const contentOf = (submission: Submission): Json => submission as unknown as Json;

/** The submission in what the ledger kept; undefined: it was erased, or came without content. */
// Only what core's reader accepted is ever kept as content.
export const submissionIn = (content: Json | undefined): Submission | undefined =>
  isRecord(content) ? (content as unknown as Submission) : undefined;
