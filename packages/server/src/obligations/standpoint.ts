import {
  applyEntry,
  clockMoment,
  isObligationEntry,
  none,
  obligationId,
  obligationStream,
  vietnamInstant,
  type EntryContent,
  type Facts,
  type Moment,
} from '@dondoc/core';
import type { Draft, ObligationKey, ReportPeriod, Store } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App, AppEnv } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';

/** From when one looks at the office: now, or as it was known at an earlier instant. */
export interface Standpoint {
  readonly view: OfficeView;
  readonly now: Moment;
  /** Instant, ISO 8601 in UTC: entries after it are not known. Absent: now. */
  readonly until?: string;
  /** Of the whole ledger, now: what an ETag is held against. */
  readonly seq: number;
}

/** Which obligations; all that is given must hold. */
export type Scope = Partial<ObligationKey> & { readonly units?: readonly string[] };

const DAY = 1440;

/** The last millisecond of a Vietnam day, or the instant itself. */
const instantOf = (asOf: string): string =>
  new Date(asOf.length === 10 ? Date.parse(vietnamInstant(asOf, DAY)) - 1 : asOf).toISOString();

/**
 * Settles from when one looks. `asOf` is a Vietnam day (its end) or an instant; today is looked at as of now. Refused
 * where it has not come yet.
 */
export const standpointOf = async (
  { configurations }: Pick<App, 'configurations'>,
  {
    at,
    pulse,
    office,
    asOf,
  }: Pick<AppEnv['Variables'], 'at' | 'pulse' | 'office'> & { readonly asOf?: string | undefined },
): Promise<Outcome<Standpoint>> => {
  const { seq } = pulse;
  const now = clockMoment(at);
  if (asOf === undefined || asOf === now.day) return done({ view: office, now, seq });
  const until = instantOf(asOf);
  if (until > at) return failed('bad-request', { params: { what: 'Tham số asOf (thời điểm chưa đến)' } });
  return done({ view: await configurations.asOf(until), now: clockMoment(until), until, seq });
};

const prefixOf = ({ plan, report, period }: Scope): string => {
  const known = [plan];
  if (plan !== undefined && report !== undefined) known.push(report, ...(period === undefined ? [] : [period]));
  return obligationStream(known.map((part) => (part === undefined ? '' : `${part}/`)).join(''));
};

const isIn = (id: string, { plan, report, period, unit, units }: Scope): boolean => {
  const [ofPlan, ofReport, ofPeriod, ofUnit = ''] = id.split('/');
  return (
    (plan ?? ofPlan) === ofPlan &&
    (report ?? ofReport) === ofReport &&
    (period ?? ofPeriod) === ofPeriod &&
    (unit ?? ofUnit) === ofUnit &&
    (units === undefined || units.includes(ofUnit))
  );
};

/** Folds what was known at an instant from the ledger's entries. */
const foldedFacts = async (
  store: Pick<Store, 'entries'>,
  { scope, until }: { readonly scope: Scope; readonly until: string },
): Promise<ReadonlyMap<string, Facts>> => {
  const { plan, report, period, unit } = scope;
  const isOne = plan !== undefined && report !== undefined && period !== undefined && unit !== undefined;
  const which = isOne
    ? { streams: [obligationStream(obligationId({ plan, report, period, unit }))] }
    : { prefix: prefixOf(scope) };
  const folded = new Map<string, Facts>();
  for (const row of await store.entries({ ...which, until, data: 'without-content' })) {
    const id = row.stream.slice(obligationStream('').length);
    const entry: EntryContent = { ...row, data: row.secret?.data ?? null };
    if (isIn(id, scope) && isObligationEntry(entry)) folded.set(id, applyEntry(folded.get(id) ?? none, entry));
  }
  return folded;
};

/** Facts by obligation id, as of the standpoint; an obligation without entries has none. One statement. */
export const factsFrom = async (
  store: Pick<Store, 'entries' | 'facts'>,
  { until }: Pick<Standpoint, 'until'>,
  scope: Scope,
): Promise<ReadonlyMap<string, Facts>> =>
  until === undefined
    ? new Map((await store.facts(scope)).map(({ facts, ...of }) => [obligationId(of), facts]))
    : foldedFacts(store, { scope, until });

/**
 * Reads what is known of a scope of one plan: its facts, its drafts where they have not just been read, and the plan itself
 * where it is not at hand. One batch.
 */
export const readState = async (
  store: Pick<Store, 'together'>,
  standpoint: Standpoint,
  { of, drafts: known }: { readonly of: ReportPeriod & Scope; readonly drafts?: Drafts | undefined },
): Promise<{ readonly facts: ReadonlyMap<string, Facts>; readonly drafts: Drafts }> => {
  const [facts, drafts] = await store.together((ask) => [
    factsFrom(ask, standpoint, of),
    known === undefined ? draftsFrom(ask, standpoint, of) : Promise.resolve(known),
    standpoint.view.history(of.plan, ask),
  ]);
  return { facts, drafts };
};

/** A draft without its content. */
export type DraftProgress = Omit<Draft, 'content'>;

/** Drafts by obligation id. */
export type Drafts = ReadonlyMap<string, DraftProgress>;

/** Drafts by obligation id; none where one looks back: they are no acts and leave no trace. One statement at most. */
export const draftsFrom = async (
  store: Pick<Store, 'drafts'>,
  { until }: Pick<Standpoint, 'until'>,
  { plan, report, period, unit }: Scope,
): Promise<Drafts> => {
  if (until !== undefined) return new Map();
  const drafts = await store.drafts({
    ...(plan === undefined ? {} : { plan }),
    ...(report === undefined ? {} : { report }),
    ...(period === undefined ? {} : { period }),
    ...(unit === undefined ? {} : { unit }),
  });
  return new Map(drafts.map((draft) => [obligationId(draft), draft]));
};
