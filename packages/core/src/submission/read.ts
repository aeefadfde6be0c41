import * as v from 'valibot';
import { periodInSentence } from '../due/period.ts';
import type { Obligation } from '../obligation/types.ts';
import { isRecord, ownValue } from '../report/field-schema.ts';
import { arrivalWithoutTime } from '../status/arrival.ts';
import { error, type Finding, warning } from '../text/finding.ts';
import { findingsOf } from '../text/issues.ts';
import { nearest } from '../text/nearest.ts';
import { slug } from '../text/schema.ts';
import type { Result } from '../text/result.ts';
import { bind, nameOf } from './binding.ts';
import { type Desk, deskOf, type ReadContext } from './context.ts';
import { MOST_COVERED, submissionSchema } from './schema.ts';
import type { Submission } from './types.ts';

export type { ReadContext } from './context.ts';

// Gates and answers are held against the unit's own form, which names every one of them.
const envelopeSchema = v.strictObject({
  ...submissionSchema.entries,
  gates: v.optional(v.unknown()),
  answers: v.optional(v.unknown()),
  // Counted before the ids are looked at: a list of a million is one finding.
  covers: v.exactOptional(v.pipe(v.array(v.unknown()), v.maxLength(MOST_COVERED), v.array(slug))),
});
type Envelope = v.InferOutput<typeof envelopeSchema>;

const MOST_UNKNOWN = 50;

/** Keys that the envelope does not have; the schema itself stops at the first. */
const unknownKeys = (input: Record<string, unknown>): Finding[] => {
  const parts = [
    { value: input, known: Object.keys(envelopeSchema.entries), path: [] },
    {
      value: ownValue(input, 'preparedBy'),
      known: Object.keys(submissionSchema.entries.preparedBy.wrapped.entries),
      path: ['preparedBy'],
    },
    {
      value: ownValue(input, 'signedDocument'),
      known: Object.keys(submissionSchema.entries.signedDocument.wrapped.entries),
      path: ['signedDocument'],
    },
    {
      value: ownValue(input, 'nothingToReport'),
      known: Object.keys(submissionSchema.entries.nothingToReport.wrapped.entries),
      path: ['nothingToReport'],
    },
  ];
  return parts.flatMap(({ value, known, path }) =>
    (isRecord(value) ? Object.keys(value) : [])
      .filter((key) => !known.includes(key))
      .slice(0, MOST_UNKNOWN)
      .map((key) => {
        const near = nearest(key.slice(0, 80), known);
        return error('schema.unknown-key', [...path, key], { key, ...(near === undefined ? {} : { near }) });
      }),
  );
};

/** A part of the envelope, where the schema found nothing about it. */
const readable = (output: unknown, skip: ReadonlySet<unknown>) => ({
  text: (key: string): string | undefined => {
    const value = skip.has(key) ? undefined : ownValue(output, key);
    return typeof value === 'string' ? value : undefined;
  },
  number: (key: string): number | undefined => {
    const value = skip.has(key) ? undefined : ownValue(output, key);
    return typeof value === 'number' ? value : undefined;
  },
});

const saysAnything = (part: unknown): boolean => (isRecord(part) ? Object.keys(part).length > 0 : part !== undefined);

const arrivalInFuture = (receivedOn: string | undefined, today: string | undefined): Finding[] =>
  receivedOn !== undefined && today !== undefined && receivedOn.slice(0, 10) > today
    ? [error('submission.received-in-future', ['receivedOn'], { receivedOn: receivedOn.slice(0, 10), today })]
    : [];

/** A report that came before its period opened, or before it was asked, is most likely a date mistyped. */
const arrivalTooEarly = (receivedOn: string, { opensOn, period }: Obligation): Finding[] =>
  receivedOn.slice(0, 10) < opensOn
    ? [
        warning('submission.received-before-opening', ['receivedOn'], {
          receivedOn: receivedOn.slice(0, 10),
          opensOn,
          period: periodInSentence(period),
        }),
      ]
    : [];

interface Answered {
  readonly gates: Submission['gates'];
  readonly answers: Submission['answers'];
  readonly findings: readonly Finding[];
}

const readAnswers = (
  input: Record<string, unknown>,
  {
    desk,
    context,
    obligation,
    kind,
    day,
  }: { desk: Desk; context: ReadContext; obligation: Obligation; kind: string; day: string | undefined },
): Answered => {
  const check = desk.checker(obligation, kind);
  const none = { gates: {}, answers: {} };
  if (check === 'form-missing')
    return { ...none, findings: [error('submission.form-missing', ['report'], { report: obligation.report.name })] };
  const gates = ownValue(input, 'gates');
  const answers = ownValue(input, 'answers');
  if (check === 'no-form') {
    const extra = [['gates', gates] as const, ['answers', answers] as const].filter(([, part]) => saysAnything(part));
    return {
      ...none,
      findings: extra.map(([key]) => error('submission.no-form', [key], { report: obligation.report.name })),
    };
  }
  const given = { ...(gates === undefined ? {} : { gates }), ...(answers === undefined ? {} : { answers }) };
  const nothing = ownValue(input, 'nothingToReport') !== undefined;
  const result = check(given, {
    mode: context.mode ?? 'submit',
    nothing,
    ...(day === undefined ? {} : { today: day }),
  });
  return result.ok ? { ...result.value, findings: result.findings } : { ...none, findings: result.findings };
};

const read = (input: unknown, { desk, context }: { desk: Desk; context: ReadContext }): Result<Submission> => {
  if (!isRecord(input)) return { ok: false, findings: [error('submission.not-an-object', [])] };
  const parsed = v.safeParse(envelopeSchema, input);
  const strange = parsed.success ? [] : unknownKeys(input);
  const issues = findingsOf(parsed.issues ?? [], envelopeSchema).filter(({ rule }) => rule !== 'schema.unknown-key');
  const { text, number } = readable(parsed.output, new Set([...issues, ...strange].map(({ where }) => where[0])));
  const receivedOn = text('receivedOn');
  const covers = parsed.success ? parsed.output.covers : undefined;
  const claim = {
    plan: text('plan'),
    planVersion: number('planVersion'),
    report: text('report'),
    period: text('period'),
    unit: text('unit'),
    covers,
  };
  const bound = bind(claim, { desk, context });
  const { obligation, kind } = bound;
  const day = receivedOn?.slice(0, 10) ?? context.today;
  const answered =
    obligation === undefined || kind === undefined
      ? undefined
      : readAnswers(input, { desk, context, obligation, kind, day });
  const findings = [
    ...issues,
    ...strange,
    ...arrivalInFuture(receivedOn, context.today),
    ...(receivedOn === undefined || obligation === undefined
      ? []
      : [...arrivalTooEarly(receivedOn, obligation), ...arrivalWithoutTime(receivedOn, obligation.due)]),
    ...bound.findings,
    ...(answered?.findings ?? []),
  ];
  const refused = findings.some(({ severity }) => severity === 'error');
  if (refused || !parsed.success || answered === undefined || obligation === undefined) return { ok: false, findings };
  const envelope: Envelope = parsed.output;
  const covered = envelope.covers ?? obligation.covers;
  return {
    ok: true,
    value: {
      ...envelope,
      ...(covered.length === 0 ? {} : { covers: [...covered] }),
      gates: { ...answered.gates },
      answers: answered.answers,
    },
    findings,
  };
};

/**
 * Prepares the reading of submissions under one plan: what depends on the plan and the office only is computed once.
 *
 * Reading holds any value against envelope, plan (report, period, unit, merged units) and the form of the unit's kind,
 * and gives every finding at once. Errors refuse; warnings and hints come with the accepted submission, in which blanks
 * are left out, sums calculated, and an heir names whom it covers. It never throws, whatever it is given.
 */
export const submissionReader = (context: ReadContext): ((input: unknown) => Result<Submission>) =>
  readerOf(deskOf(context), context);

const readerOf = (desk: Desk | undefined, context: ReadContext): ((input: unknown) => Result<Submission>) => {
  if (desk === undefined) return () => ({ ok: false, findings: [error('submission.no-plan', [])] });
  return (input) => read(input, { desk, context });
};

/** Reads one submission. @see {@link submissionReader} */
export const readSubmission = (input: unknown, context: ReadContext): Result<Submission> =>
  submissionReader(context)(input);

/** An input with the name that findings call it by: a file's path. */
export interface NamedInput {
  readonly name: string;
  readonly input: unknown;
}

/**
 * Reads the submissions of one plan together: all findings of all of them, their paths beginning with the input's index,
 * and the same unit twice for one report and period, naming both inputs.
 */
export const readSubmissions = (inputs: readonly NamedInput[], context: ReadContext): Result<readonly Submission[]> => {
  const desk = deskOf(context);
  const reader = readerOf(desk, context);
  const submissions: Submission[] = [];
  const findings: Finding[] = [];
  const firstOf = new Map<string, string>();
  inputs.forEach(({ name, input }, index) => {
    const result = reader(input);
    for (const { where, params, ...rest } of result.findings)
      findings.push({ ...rest, where: [index, ...where], params: { input: name, ...params } });
    if (result.ok) submissions.push(result.value);
    const [report, period, unit] = ['report', 'period', 'unit'].map((key) => ownValue(input, key));
    if (typeof report !== 'string' || typeof period !== 'string' || typeof unit !== 'string') return;
    const key = `${report}/${period}/${unit}`;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, name);
    else {
      const named = nameOf(unit, { report, period, desk, context }) ?? unit;
      findings.push(error('submission.unit-twice', [index, 'unit'], { input: name, first, unit: named }));
    }
  });
  const refused = findings.some(({ severity }) => severity === 'error');
  return refused ? { ok: false, findings } : { ok: true, value: submissions, findings };
};
