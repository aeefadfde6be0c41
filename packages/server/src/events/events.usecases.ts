import {
  clockMoment,
  dateSchema,
  dutiesOf,
  eventPeriod,
  obligations,
  openPeriod,
  requestReport,
  type Duty,
  type Finding,
  type PeriodOpening,
  type PeriodOpeningInput,
  type PlanEvent,
  type PlanEventInput,
  type PlanHistory,
} from '@dondoc/core';
import * as v from 'valibot';
import type { RememberedAnswer, ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Failure, type Outcome } from '../http/outcome.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import { dueOf } from '../obligations/row.ts';
import type { EventAnswer, EventBody, OpeningBody } from './events.schema.ts';
import { planFrame, standingFrame, type Frame } from './frame.ts';

/** Rules of what was sent, as against what the state of the plan does not allow. */
const isOfContent = ({ rule }: Finding): boolean => !rule.startsWith('act.');

const refused = (findings: readonly Finding[]): { ok: false; failure: Failure } =>
  failed(findings.some(isOfContent) ? 'invalid-body' : 'act-refused', { findings });

const error = (rule: string, where: Finding['where'], params: Finding['params'] = {}): Finding => ({
  rule,
  severity: 'error',
  where,
  params,
});

interface Asking {
  readonly plan: string;
  readonly event: PlanEvent;
  readonly duties: readonly Duty[];
  /** How many units owe a report for the event's period. */
  readonly owing: (report: string, period: string) => number | Promise<number>;
}

/** Tells an event with what it asks for and how many units owe it. */
const eventOf = async ({ plan, event, duties, owing }: Asking): Promise<EventAnswer> => {
  const { id: period } = eventPeriod(event);
  const duty = duties.find((one) => one.period.id === period);
  const { title, on, report, form } = event;
  const named = duty?.report.id ?? report;
  return {
    plan,
    event: event.event,
    title,
    on,
    period,
    ...(named === undefined ? {} : { report: named }),
    ...(form === undefined ? {} : { form }),
    ...(duty === undefined ? {} : { due: dueOf(duty.due) }),
    units: duty === undefined ? 0 : await owing(duty.report.id, period),
  };
};

/** An event that is not entered yet: what it would ask for. */
const eventToBe = (
  { directory: agencies, calendar }: OfficeView,
  { history, plan, event }: { readonly history: PlanHistory; readonly plan: string; readonly event: PlanEvent },
): Promise<EventAnswer> => {
  const { versions, openings } = history;
  const events = [...history.events, event];
  return eventOf({
    plan,
    event,
    duties: dutiesOf({ plan: versions, calendar, events }),
    owing: (report, period) =>
      obligations({ plan: versions, agencies, calendar, events, openings, range: { report, period } }).length,
  });
};

/** Lists the events of all plans or of one, the newest plan's first, each plan's in their order. */
export const eventsOf = async (office: OfficeView, plan?: string): Promise<Outcome<readonly EventAnswer[]>> => {
  const ids = office.plans.toReversed().map(({ id }) => id);
  if (plan !== undefined && !ids.includes(plan)) return failed('not-found', { params: { what: `Kế hoạch ${plan}` } });
  const found: EventAnswer[] = [];
  const asked = plan === undefined ? ids : [plan];
  const histories = await office.histories(asked);
  for (const id of asked) {
    const history = histories.get(id);
    if (history === undefined) continue;
    const duties = await office.duties(id);
    const owing = async (report: string, period: string) => (await office.owed({ plan: id, report, period })).length;
    for (const event of history.events) found.push(await eventOf({ plan: id, event, duties, owing }));
  }
  return done(found);
};

/** A request that names agencies that there are not, or that binds nobody, would be followed up by nobody. */
const bindingFindings = (
  { directory }: OfficeView,
  { units = [] }: PlanEvent,
  asked: EventAnswer,
): readonly Finding[] => {
  const ids = new Set(directory.all.map(({ id }) => id));
  const unknown = units.flatMap(({ agencies = [] }) => agencies.filter((id) => !ids.has(id)));
  if (unknown.length > 0) return [error('act.unknown-agency', ['units'], { agencies: unknown })];
  return asked.due !== undefined && asked.units === 0 ? [error('act.binds-nobody', ['units'])] : [];
};

interface By {
  readonly at: string;
  readonly actor: string;
  /** Version of the plan's stream that whoever asks has seen. */
  readonly version?: number | undefined;
}

type Made<T> = T & { readonly version: number };

const withVersion = (version: number | undefined, { history }: Frame): Outcome<null> =>
  version === undefined || version === history.version
    ? done(null)
    : failed('version-mismatch', { more: { version: history.version } });

/** Reads a day as core does; undefined: it is none, which core says. */
const dayOf = (words: string): string | undefined => {
  const read = v.safeParse(dateSchema, words);
  return read.success ? read.output : undefined;
};

/**
 * Enters an ad hoc request (or an event) under a plan; under none it stands in the year's standing plan, which the first
 * one makes in the same batch.
 */
export const requestOf = async (
  app: Pick<App, 'store' | 'configurations'>,
  {
    body: { plan: under, ...said },
    at,
    actor,
    version,
    remember,
  }: By & {
    readonly body: EventBody;
    readonly remember?: (made: Made<EventAnswer>) => RememberedAnswer | undefined;
  },
): Promise<Outcome<Made<EventAnswer>>> => {
  const today = clockMoment(at).day;
  // Core reads it by its own schema.
  const input = { on: today, ...said } as PlanEventInput;
  const decide = async (): Promise<Outcome<Decided<Made<EventAnswer>>>> => {
    const office = await app.configurations.current();
    const on = dayOf(input.on) ?? today;
    const frame = await (under === undefined ? standingFrame(office, { on, at, actor }) : planFrame(office, under));
    if (!frame.ok) return frame;
    const seen = withVersion(version, frame.value);
    if (!seen.ok) return seen;
    const { plan, history, before } = frame.value;
    const decided = requestReport(input, { plan, history, calendar: office.calendar, at, actor });
    if (!decided.ok) return refused(decided.findings);
    const entry = decided.value;
    // `requestReport` gives no entry of another kind.
    const event = entry.data as PlanEvent;
    const asked = await eventToBe(office, { history, plan: plan.id, event });
    const findings = bindingFindings(office, event, asked);
    if (findings.length > 0) return refused(findings);
    return done({ contents: [...before, entry], value: { ...asked, version: entry.version } });
  };
  const committed = await appendDecided(app, {
    decide,
    once: version !== undefined,
    ...(remember ? { remember } : {}),
  });
  return committed.ok ? done(committed.value.value) : committed;
};

/** Opens a period: enters what its request letter settled. A period opened again has what its last opening says. */
export const openingOf = async (
  app: Pick<App, 'store' | 'configurations'>,
  {
    of,
    body,
    at,
    actor,
    version,
    remember,
  }: By & {
    readonly of: ReportPeriod;
    readonly body: OpeningBody;
    readonly remember?: (made: Made<PeriodOpening & { readonly plan: string }>) => RememberedAnswer | undefined;
  },
): Promise<Outcome<Made<PeriodOpening & { readonly plan: string }>>> => {
  const { plan: id, report, period } = of;
  // Core reads it by its own schema; report and period are the path's.
  const input = { ...body, report, period } as PeriodOpeningInput;
  const decide = async (): Promise<Outcome<Decided<Made<PeriodOpening & { readonly plan: string }>>>> => {
    const office = await app.configurations.current();
    const frame = await planFrame(office, id);
    if (!frame.ok) return frame;
    const seen = withVersion(version, frame.value);
    if (!seen.ok) return seen;
    const { plan, history } = frame.value;
    const decided = openPeriod(input, { plan, history, calendar: office.calendar, at, actor });
    if (!decided.ok) return refused(decided.findings);
    // `openPeriod` gives no entry of another kind.
    const opening = decided.value.data as PeriodOpening;
    return done({ contents: [decided.value], value: { ...opening, plan: id, version: decided.value.version } });
  };
  const committed = await appendDecided(app, {
    decide,
    once: version !== undefined,
    ...(remember ? { remember } : {}),
  });
  return committed.ok ? done(committed.value.value) : committed;
};
