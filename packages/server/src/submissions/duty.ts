import {
  describeForm,
  none,
  parsePeriod,
  periodInSentence,
  reportInSentence,
  submissionReader,
  type Facts,
  type Finding,
  type Form,
  type FormDescription,
  type Obligation,
  type OfficeSettings,
  type Plan,
  type Result,
  type Submission,
} from '@dondoc/core';
import type { ObligationKey, ReportPeriod, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';

/** One obligation, with what it follows from. */
export interface Duty {
  readonly view: OfficeView;
  readonly settings: OfficeSettings;
  readonly key: ObligationKey;
  readonly obligation: Obligation;
}

/** What a submission may be read for: one of the readers below. */
type Mode = 'submit' | 'draft';
type Reader = (input: unknown) => Result<Submission>;

// A reader holds what it has computed of plan and office: kept with the view that it was made from.
const readers = new WeakMap<OfficeView, Map<string, Reader>>();
/** Two modes of a few plans on two days. */
const MOST_READERS = 24;

/** Gives the reader of a plan's submissions on a Vietnam day (ISO); undefined: there is no such plan. */
export const readerOf = async (
  view: OfficeView,
  { plan, mode, today }: { readonly plan: string; readonly mode: Mode; readonly today: string },
): Promise<Reader | undefined> => {
  const kept = readers.get(view) ?? new Map<string, Reader>();
  readers.set(view, kept);
  const name = `${plan}/${mode}/${today}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const history = await view.history(plan);
  if (history === undefined) return undefined;
  const { versions, events, openings } = history;
  const { directory, calendar } = view;
  const made = submissionReader({ plan: versions, directory, events, openings, calendar, mode, today });
  if (kept.size >= MOST_READERS) kept.clear();
  kept.set(name, made);
  return made;
};

/** Why a unit does not owe a report: it was merged, closed, is not bound, or there is no such period. */
export const whyNotOwed = async (
  view: OfficeView,
  key: ObligationKey,
): Promise<{ readonly findings: readonly Finding[] }> => {
  const read = await readerOf(view, { plan: key.plan, mode: 'draft', today: '9999-12-31' });
  const result = read?.({ format: 'dondoc.submission/1', planVersion: 1, ...key, gates: {}, answers: {} });
  const told = result?.findings.filter(({ where, severity }) => {
    const [part] = where;
    return severity === 'error' && (part === 'report' || part === 'period' || part === 'unit');
  });
  // They are about the path, not about a place in the body.
  return { findings: (told ?? []).map(({ rule, severity, params }) => ({ rule, severity, params, where: [] })) };
};

/** Finds the obligation of a path, or says why there is none. */
export const findDuty = async (view: OfficeView, key: ObligationKey): Promise<Outcome<Duty>> => {
  const { settings } = view;
  if (settings === undefined) return failed('no-office');
  const obligation = await view.obligation(key);
  if (obligation !== undefined) return done({ view, settings, key, obligation });
  const { findings } = await whyNotOwed(view, key);
  return failed('not-found', {
    params: { what: `Báo cáo ${key.plan}/${key.report}/${key.period}/${key.unit}` },
    findings,
  });
};

/** What has happened to one obligation so far. */
export const factsOfOne = async (
  { store }: { readonly store: Pick<Store, 'facts'> },
  key: ObligationKey,
): Promise<Facts> => {
  const [row] = await store.facts(key);
  return row?.facts ?? none;
};

/** Kind of the unit on the day that settles who owes: what it is asked follows from it. */
export const kindOf = ({ directory }: OfficeView, { unit, settledOn }: Obligation): string =>
  directory.at(unit, settledOn)?.kind ?? 'other';

/** The version of the plan that governs an obligation. */
export const governingPlan = async (view: OfficeView, { plan, planVersion }: Obligation): Promise<Plan | undefined> =>
  (await view.history(plan))?.versions.find(({ version }) => version === planVersion)?.plan;

/** The form that an obligation is filled in on; undefined: it asks for a document only. */
export const formOf = async (view: OfficeView, obligation: Obligation): Promise<Form | undefined> => {
  const plan = await governingPlan(view, obligation);
  return plan?.forms.find(({ id }) => id === obligation.report.form);
};

/** What a kind of unit is asked. */
export const describeFor = (form: Form, { report, period }: Obligation, kind: string): FormDescription =>
  describeForm({ form, report: report.id, kind, year: period.year });

/** The name of a unit on a day (ISO), or its id where nobody has it. */
export const unitName = ({ directory }: OfficeView, unit: string, day: string): string =>
  directory.at(unit, day)?.name ?? unit;

const quoted = (id: string): string => `“${[...id.replaceAll(/\p{C}/gu, '')].slice(0, 60).join('')}”`;

/** Names a unit's report for a period in a sentence, ids where they name nothing. */
export const reportWords = async (
  view: OfficeView,
  { plan, report, period, unit }: ObligationKey,
  differs: ReadonlySet<keyof ObligationKey>,
): Promise<string> => {
  const summary = view.plans.find(({ id }) => id === plan);
  const all = (await view.obligations(plan)) ?? [];
  const same = all.find((one) => one.report.id === report && one.period.id === period);
  const named = same ?? all.find((one) => one.report.id === report);
  const ofPeriod = same?.period ?? parsePeriod(period);
  const agency = view.directory.at(unit, same?.settledOn ?? '9999-12-31');
  return [
    agency?.name ?? `đơn vị ${quoted(unit)}`,
    ...(differs.has('report')
      ? [named === undefined ? `báo cáo ${quoted(report)}` : reportInSentence(named.report)]
      : []),
    ofPeriod === undefined ? `kỳ ${quoted(period)}` : periodInSentence(ofPeriod),
    ...(differs.has('plan') ? [`kế hoạch ${summary === undefined ? quoted(plan) : `“${summary.title}”`}`] : []),
  ].join(', ');
};

/** `of` with the unit that a path names besides. */
export const keyOf = (of: ReportPeriod, unit: string): ObligationKey => ({ ...of, unit });
