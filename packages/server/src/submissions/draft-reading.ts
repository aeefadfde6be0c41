import { clockMoment, type Facts, type Finding, type Form, type FormDescription, type Path } from '@dondoc/core';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { progressOf, type Progress } from './draft-progress.ts';
import { describeFor, formOf, kindOf, readerOf, type Duty } from './duty.ts';
import { isRecord, notForUnits, otherThanAsked, own } from './reading.ts';

/**
 * What would refuse a report and is kept in a draft all the same, as a warning: what is not finished, and what does not
 * fit together yet. Whatever else core refuses (another type, an unknown field, a text too long) is refused here too.
 */
const unfinished: ReadonlySet<string> = new Set([
  'schema.missing-key',
  'text.blank',
  'text.line-break',
  'date.not-a-date',
  'answer.not-a-date',
  'answer.not-a-ratio',
  'answer.negative',
  'answer.too-large',
  'answer.line-break',
  'answer.unknown-choice',
  'answer.gate-closed',
  'answer.nothing-but-gate',
  'answer.nothing-but-answer',
  'answer.part-over-whole',
  'answer.part-of',
  'answer.computed-differs',
  'answer.row-id-twice',
  'submission.covers-not-merged',
  'submission.covers-twice',
]);

const notInForm: ReadonlySet<string> = new Set([
  'answer.unknown-field',
  'answer.not-asked',
  'answer.unknown-gate',
  'answer.gate-not-asked',
]);
/** Core names the first fifty of each kind: beyond, it is not known what the others are. */
const MOST_TOLD = 50;

/** Longer than any day or choice that is half typed. */
const LONGEST_HALF_TYPED = 64;

const at = (content: unknown, where: Path): unknown =>
  where.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : own(value, String(step))),
    content,
  );

const isHalfTyped = (content: unknown, { rule, where }: Finding): boolean => {
  const value = at(content, where);
  switch (rule) {
    case 'date.not-a-date':
    case 'answer.not-a-date':
    case 'answer.unknown-choice':
      return typeof value === 'string' && value.length <= LONGEST_HALF_TYPED;
    case 'answer.not-a-ratio': {
      const ratio = at(content, where.slice(0, 2));
      return (
        isRecord(ratio) &&
        Object.entries(ratio).every(([key, part]) => (key === 'part' || key === 'whole') && typeof part === 'number')
      );
    }
    default:
      return true;
  }
};

const idsOf = ({ sections }: FormDescription): readonly string[] =>
  sections.flatMap(({ id, gate, fields }) => [
    ...(gate ? [`gates/${id}`] : []),
    ...fields.map((field) => `answers/${field.id}`),
  ]);

/** What earlier versions of the plan asked on the same form: a draft that was begun then keeps its answers. */
const askedBefore = async ({ view, obligation }: Duty): Promise<ReadonlySet<string>> => {
  const history = await view.history(obligation.plan);
  const forms = (history?.versions ?? [])
    .filter(({ version }) => version < obligation.planVersion)
    .flatMap(({ plan }): readonly Form[] => plan.forms.filter(({ id }) => id === obligation.report.form));
  return new Set(forms.flatMap((form) => idsOf(describeFor(form, obligation, kindOf(view, obligation)))));
};

const asWarning = ({ rule, where, params }: Finding): Finding => ({ rule, severity: 'warning', where, params });

/** Parts what refuses a draft from what is told beside it. */
const sorted = async (
  duty: Duty,
  content: unknown,
  findings: readonly Finding[],
): Promise<{ readonly refused: readonly Finding[]; readonly told: readonly Finding[] }> => {
  const strange = findings.filter(({ rule }) => notInForm.has(rule));
  const before = strange.length === 0 || strange.length >= MOST_TOLD ? new Set<string>() : await askedBefore(duty);
  const isKept = (finding: Finding): boolean =>
    finding.severity !== 'error' ||
    (unfinished.has(finding.rule) && isHalfTyped(content, finding)) ||
    (notInForm.has(finding.rule) && before.has(finding.where.slice(0, 2).join('/')));
  return {
    refused: findings.filter((finding) => !isKept(finding)),
    told: findings.filter(isKept).map((finding) => (finding.severity === 'error' ? asWarning(finding) : finding)),
  };
};

export interface ReadDraft {
  readonly progress: Progress;
  /** Warnings; their paths begin in the content. */
  readonly findings: readonly Finding[];
}

const wholeOf = async ({ view, key }: Duty, content: Readonly<Record<string, unknown>>) => {
  const newest = view.plans.find(({ id }) => id === key.plan)?.version ?? 1;
  return { format: 'dondoc.submission/1', planVersion: newest, ...key, gates: {}, answers: {}, ...content };
};

const readsAs = async (duty: Duty, mode: 'draft' | 'submit', { whole, now }: { whole: unknown; now: string }) => {
  const read = await readerOf(duty.view, { plan: duty.key.plan, mode, today: clockMoment(now).day });
  return read?.(whole).findings ?? [];
};

/**
 * Reads what a unit has entered so far: only what is no part of its report, or of another type, is refused. All that
 * would be in the way of sending comes as warnings, all that is still missing as the progress.
 */
export const readDraft = async (
  duty: Duty,
  { content, facts, now }: { readonly content: unknown; readonly facts: Facts; readonly now: string },
): Promise<Outcome<ReadDraft>> => {
  const place = ['content'];
  if (!isRecord(content)) {
    const finding: Finding = { rule: 'submission.not-an-object', severity: 'error', where: [], params: {} };
    return failed('invalid-body', { findings: [finding], at: place });
  }
  const whole = await wholeOf(duty, content);
  const other = await otherThanAsked(duty, whole);
  if (other !== undefined) return { ok: false, failure: other };
  const undue = notForUnits(whole, facts);
  if (undue.length > 0) return failed('act-refused', { findings: undue, at: place });
  const { refused, told } = await sorted(duty, content, await readsAs(duty, 'draft', { whole, now }));
  if (refused.length > 0) return failed('invalid-body', { findings: refused, at: place });
  const form = await formOf(duty.view, duty.obligation);
  if (form === undefined || content['nothingToReport'] !== undefined) {
    // One thing is asked: the document, or the reason.
    return done({ progress: { answered: Object.keys(content).length === 0 ? 0 : 1, asked: 1 }, findings: told });
  }
  const description = describeFor(form, duty.obligation, kindOf(duty.view, duty.obligation));
  const still = await readsAs(duty, 'submit', { whole, now });
  return done({ progress: progressOf(description, whole, still), findings: told });
};
