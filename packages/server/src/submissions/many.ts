import {
  decideAll,
  mostAtOnce,
  none,
  type Act,
  type Facts,
  type Finding,
  type ObligationEntry,
  type Path,
} from '@dondoc/core';
import type { RememberedAnswer, ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import { byObligation, type Asked } from './act.ts';
import { actAnswer, type ActAnswer, type Done } from './act-answer.ts';
import type { ManyBody } from './act-schema.ts';
import { manySentence } from './act-words.ts';
import { toldAct } from './core-act.ts';
import { findDuty, keyOf, unitName, whyNotOwed, type Duty } from './duty.ts';
import { refusal } from './reading.ts';
import { notAllowed, sideOf } from './who.ts';

/** What is answered to one act on many units: a receipt for each. */
export interface ManyAnswer {
  readonly count: number;
  readonly sentence: string;
  /** In the order in which the units were named. */
  readonly units: readonly Omit<ActAnswer, 'sentence' | 'warnings'>[];
}

const answerOf = (all: readonly Done[], sealed: readonly { readonly hash: string }[]): ManyAnswer => {
  const units = all.flatMap((one, index) => {
    const entry = sealed[index];
    if (entry === undefined) return [];
    const { sentence: _sentence, warnings: _warnings, ...answer } = actAnswer(one, entry);
    return [answer];
  });
  const [first] = all;
  // What a caller may send is all that is decided here.
  const act = (first?.entry.kind ?? 'remind') as ManyBody['act'];
  return { count: units.length, sentence: manySentence(act, units.length), units };
};

/** Refusals by unit: their paths begin with the unit, as core's `decideAll` gives them. */
const besideUnits = (units: readonly string[], findings: readonly Finding[]): readonly Finding[] => {
  const place = ([unit, ...rest]: Path): Path => {
    const index = units.indexOf(String(unit));
    return index < 0 ? [] : rest.length === 0 ? ['units', index] : rest;
  };
  return findings.map(({ rule, severity, where, params }) => ({ rule, severity, params, where: place(where) }));
};

interface Refused {
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
}

/** Units that do not owe the report at all, each with the reason. */
const notOwing = async (view: OfficeView, of: ReportPeriod, units: readonly string[]): Promise<Refused> => {
  const reasons = await Promise.all(
    units.map(async (unit) => {
      const { findings } = await whyNotOwed(view, keyOf(of, unit));
      return findings.map((finding) => ({ ...finding, where: [unit] }));
    }),
  );
  return { names: units.map((unit) => unitName(view, unit, '9999-12-31')), findings: reasons.flat() };
};

/** The act of one unit: with its own words where it has some. */
const actFor = (told: Act, body: ManyBody, unit: string): Act => {
  if (!('texts' in body) || body.texts === undefined || !('text' in told)) return told;
  const own = Object.hasOwn(body.texts, unit) ? body.texts[unit] : undefined;
  return own === undefined ? told : { ...told, text: own };
};

const decideMany = async (
  { store }: Pick<App, 'store'>,
  duties: readonly Duty[],
  {
    of,
    units,
    told,
    strangers,
    body,
    principal,
    at,
  }: Omit<Asked<ManyBody>, 'view'> & {
    readonly of: ReportPeriod;
    readonly units: readonly string[];
    readonly told: Act;
    readonly strangers: Refused;
  },
): Promise<Outcome<Decided<readonly Done[]>>> => {
  const known = byObligation(await store.facts({ ...of, units }));
  const factsOf = (duty: Duty): Facts => known.get(duty.obligation.id) ?? none;
  const { versions = {} } = body;
  const moved = duties.filter((duty) => {
    const { unit } = duty.key;
    return Object.hasOwn(versions, unit) && versions[unit] !== factsOf(duty).version;
  });
  if (moved.length > 0) {
    const newest = Object.fromEntries(moved.map((duty) => [duty.key.unit, factsOf(duty).version]));
    return failed('version-mismatch', { more: { versions: newest } });
  }
  const contexts = duties.map((duty) => ({
    obligation: duty.obligation,
    facts: factsOf(duty),
    at,
    actor: principal.id,
    by: sideOf(principal),
  }));
  const nameOf = (unit: string): string =>
    duties.flatMap(({ view, key, obligation }) =>
      key.unit === unit ? [unitName(view, unit, obligation.settledOn)] : [],
    )[0] ?? unit;
  const decided = decideAll((unit) => actFor(told, body, unit), contexts, nameOf);
  if (!decided.ok || strangers.names.length > 0) {
    // Core's first finding names the units that it refused: all are named together.
    const [first, ...reasons] = decided.findings;
    const refused = first?.params['units'];
    const names = [...strangers.names, ...(typeof refused === 'object' ? refused : [])];
    const findings = [refusal('act.units-refused', [], { units: names }), ...strangers.findings, ...reasons];
    return failed('act-refused', { findings: besideUnits(units, findings) });
  }
  const value = decided.value.flatMap((entry: ObligationEntry, index) => {
    const duty = duties[index];
    return duty === undefined ? [] : [{ duty, before: factsOf(duty), entry, principal, findings: [] }];
  });
  return done({ contents: decided.value, value });
};

/** Does one act of the desk on many units of one report and period: all or nothing, the refusal names the units. */
export const actOnMany = async (
  app: Pick<App, 'store'>,
  {
    view,
    of,
    remember,
    ...asked
  }: Asked<ManyBody> & {
    readonly of: ReportPeriod;
    readonly remember: (answer: ManyAnswer) => RememberedAnswer | undefined;
  },
): Promise<Outcome<ManyAnswer>> => {
  const { settings } = view;
  if (settings === undefined) return failed('no-office');
  const { body, principal, at } = asked;
  const refused = notAllowed(body.act, { principal, settings });
  if (refused !== undefined) return { ok: false, failure: refused };
  const units = [...new Set(body.units)];
  if (units.length > mostAtOnce) {
    const params = { most: mostAtOnce, count: units.length };
    return failed('act-refused', { findings: [refusal('act.too-many', ['units'], params)] });
  }
  const found = await Promise.all(units.map((unit) => findDuty(view, keyOf(of, unit))));
  const duties = found.flatMap((duty) => (duty.ok ? [duty.value] : []));
  const strangers = await notOwing(
    view,
    of,
    units.filter((_, index) => found[index]?.ok === false),
  );

  const { units: _units, versions: _versions, ...rest } = body;
  const { texts: _texts, ...told } = { texts: undefined, ...rest };
  const wrong = await Promise.all(duties.map((duty) => toldAct(duty, told, { facts: none, side: 'desk', now: at })));
  const first = wrong.find((one) => !one.ok);
  if (first !== undefined && !first.ok) return first;

  const committed = await appendDecided(app, {
    decide: () => decideMany(app, duties, { ...asked, of, units, told, strangers }),
    once: body.versions !== undefined,
    remember: (value, sealed) => remember(answerOf(value, sealed)),
  });
  return committed.ok ? done(answerOf(committed.value.value, committed.value.entries)) : committed;
};
