import {
  answersJsonSchema,
  duePhrase,
  none,
  periodInSentence,
  reportTitle,
  windowPhrase,
  type Answers,
  type DataWindow,
  type Due,
  type Facts,
  type FormDescription,
  type Json,
  type Obligation,
  type Submission,
} from '@dondoc/core';
import type { ObligationKey, Principal, ReportPeriod } from '@dondoc/store';
import { can, unitOf } from '../access/capabilities.ts';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { stateOf } from './act-answer.ts';
import { byObligation } from './act.ts';
import { describeFor, findDuty, formOf, keyOf, kindOf, unitName, type Duty } from './duty.ts';
import { earlierOf, sentFor } from './earlier.ts';

/** What a unit sent for an earlier period of the same form. */
export interface EarlierValues {
  readonly report: string;
  readonly period: string;
  /** '6 tháng đầu năm 2019'. */
  readonly periodWords: string;
  readonly revision: number;
  readonly gates: Submission['gates'];
  readonly answers: Answers;
}

/** What is known before a unit begins. Proposals: the unit checks them. */
export interface Prefill {
  readonly covers: readonly { readonly id: string; readonly name: string }[];
  readonly preparedBy?: Submission['preparedBy'];
  /** Answers that the form wants taken over from the last report, and whose they were. */
  readonly answers: Answers;
  readonly from?: Pick<EarlierValues, 'report' | 'period' | 'periodWords'>;
}

/** What is asked of a kind of unit, or of one unit, for one report and period. */
export interface FormAnswer {
  readonly plan: string;
  readonly planVersion: number;
  readonly report: string;
  readonly title: string;
  readonly period: string;
  readonly periodWords: string;
  readonly kind: string;
  readonly unit?: string;
  readonly unitName?: string;
  /** Null: the report asks for a document only. */
  readonly form: FormDescription | null;
  /** JSON Schema (draft 2020-12) of `{ gates, answers }` as they are sent; null as above. */
  readonly schema: Json;
  readonly due: Due;
  readonly duePhrase: string;
  readonly window: DataWindow;
  readonly windowPhrase: string;
  readonly method?: string;
  readonly contact?: string;
  /** What timeliness is judged by. */
  readonly basis: 'data' | 'signed-document';
  /** A unit may report that nothing arose. */
  readonly nothingToReport: boolean;
  /** Of one unit only. */
  readonly previous?: EarlierValues;
  readonly prefill?: Prefill;
}

const valuesOf = (
  { report, period }: Obligation,
  { submission, revision }: { readonly submission: Submission; readonly revision: number },
): EarlierValues => ({
  report: report.id,
  period: period.id,
  periodWords: periodInSentence(period),
  revision,
  gates: submission.gates,
  answers: submission.answers,
});

const prefilledFrom = (form: FormDescription | null, { answers }: Pick<Submission, 'answers'>): Answers => {
  const ids = (form?.sections ?? []).flatMap(({ fields }) => fields.flatMap((one) => (one.prefilled ? [one.id] : [])));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
};

const nothing = Promise.resolve(undefined);

const ofUnit = async (
  { store }: Pick<App, 'store'>,
  { view, obligation }: Duty,
  { form, facts }: { readonly form: FormDescription | null; readonly facts: ReadonlyMap<string, Facts> },
): Promise<Pick<FormAnswer, 'previous' | 'prefill'>> => {
  const { previous, latest } = await earlierOf(view, obligation, facts);
  const beside = previous ?? latest;
  const [shown, last] = await store.together((ask) => [
    beside === undefined ? nothing : sentFor(ask, beside),
    latest === undefined || latest === beside ? nothing : sentFor(ask, latest),
  ]);
  const newest = latest === beside ? shown : last;
  const covers = obligation.covers.map((id) => ({ id, name: unitName(view, id, obligation.settledOn) }));
  const preparedBy = newest?.submission.preparedBy;
  const from = newest === undefined || latest === undefined ? undefined : valuesOf(latest, newest);
  return {
    ...(shown === undefined || beside === undefined ? {} : { previous: valuesOf(beside, shown) }),
    prefill: {
      covers,
      ...(preparedBy === undefined ? {} : { preparedBy }),
      answers: newest === undefined ? {} : prefilledFrom(form, newest.submission),
      ...(from === undefined
        ? {}
        : { from: { report: from.report, period: from.period, periodWords: from.periodWords } }),
    },
  };
};

const describe = async (
  view: OfficeView,
  obligation: Obligation,
  { kind, due }: { readonly kind: string; readonly due: Due },
): Promise<FormAnswer> => {
  const found = await formOf(view, obligation);
  const form = found === undefined ? null : describeFor(found, obligation, kind);
  const { plan, planVersion, report, period, window, contact } = obligation;
  return {
    plan,
    planVersion,
    report: report.id,
    title: reportTitle(report),
    period: period.id,
    periodWords: periodInSentence(period),
    kind,
    form,
    schema: form === null ? null : answersJsonSchema(form),
    due,
    duePhrase: duePhrase(due),
    window,
    windowPhrase: windowPhrase(window),
    ...(report.method === undefined ? {} : { method: report.method }),
    ...(contact === undefined ? {} : { contact }),
    basis: report.timelinessBasis,
    nothingToReport: report.kind !== 'unit-plan',
  };
};

const forKind = async (view: OfficeView, of: ReportPeriod, kind: string): Promise<Outcome<FormAnswer>> => {
  if (view.settings === undefined) return failed('no-office');
  const owed = await view.owed(of);
  const obligation = owed.find((one) => kindOf(view, one) === kind);
  return obligation === undefined
    ? failed('not-found', { params: { what: `Báo cáo ${of.plan}/${of.report}/${of.period} của loại đơn vị ${kind}` } })
    : done(await describe(view, obligation, { kind, due: obligation.due }));
};

const forUnit = async (
  app: Pick<App, 'store'>,
  view: OfficeView,
  { key, at }: { readonly key: ObligationKey; readonly at: string },
): Promise<Outcome<FormAnswer>> => {
  const [rows] = await app.store.together((ask) => [ask.facts({ unit: key.unit }), view.history(key.plan, ask)]);
  const duty = await findDuty(view, key);
  if (!duty.ok) return duty;
  const { obligation } = duty.value;
  const facts = byObligation(rows);
  const kind = kindOf(view, obligation);
  const { effective } = stateOf(duty.value, { facts: facts.get(obligation.id) ?? none, at });
  const answer = await describe(view, obligation, { kind, due: effective?.due ?? obligation.due });
  return done({
    ...answer,
    unit: key.unit,
    unitName: unitName(view, key.unit, obligation.settledOn),
    ...(await ofUnit(app, duty.value, { form: answer.form, facts })),
  });
};

/**
 * Describes what is asked: of one unit, with what it sent last and what is known of it, or of a kind of unit. A unit's
 * people are told what is asked of their own.
 */
export const describeReport = async (
  app: Pick<App, 'store'>,
  {
    view,
    of,
    principal,
    at,
    unit = unitOf(principal),
    kind,
  }: {
    readonly view: OfficeView;
    readonly of: ReportPeriod;
    readonly principal: Principal;
    /** Instant of the request. */
    readonly at: string;
    readonly unit?: string | undefined;
    readonly kind?: string | undefined;
  },
): Promise<Outcome<FormAnswer>> => {
  if (unit !== undefined) {
    if (!can(principal, 'read-own', unit)) return failed('not-yours');
    return forUnit(app, view, { key: keyOf(of, unit), at });
  }
  return kind === undefined
    ? failed('bad-request', { params: { what: 'Tham số unit, kind' } })
    : forKind(view, of, kind);
};
