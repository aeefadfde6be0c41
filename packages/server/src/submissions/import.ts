import {
  applyEntry,
  canonicalJson,
  decideAll,
  none,
  type Act,
  type Channel,
  type Facts,
  type Finding,
  type Submission,
} from '@dondoc/core';
import type { RememberedAnswer, ReportPeriod } from '@dondoc/store';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { errorOf, type ProblemError } from '../http/problem.ts';
import { appendDecided, type Decided } from '../ledger/append.ts';
import { byObligation, type Asked } from './act.ts';
import { actAnswer, standingOf, type ActAnswer, type Done, type Standing } from './act-answer.ts';
import type { ImportBody } from './act-schema.ts';
import { importSentence } from './act-words.ts';
import { filedWith, strangeFile } from './core-act.ts';
import { findDuty, keyOf, unitName, type Duty } from './duty.ts';
import { readImport, type ImportItem } from './import-reading.ts';
import { contentOf, submissionIn } from './reading.ts';
import { notAllowed } from './who.ts';

/** One submission of an import. */
interface Item {
  /** Its place in the import, from 0. */
  readonly index: number;
  readonly name: string;
  readonly unit: string;
}

/** What is answered to an import. */
export interface ImportAnswer {
  readonly dryRun: boolean;
  readonly sentence: string;
  /** In a dry run without receipt: what would be recorded. */
  readonly recorded: readonly (Item & Standing & { readonly revision: number; readonly receipt?: ActAnswer })[];
  /** Those whose content was there before: nothing is recorded twice. */
  readonly already: readonly Item[];
  readonly warnings: readonly ProblemError[];
}

interface Planned {
  readonly recorded: readonly { readonly item: Item; readonly done: Done }[];
  readonly already: readonly Item[];
}

/** Up to so many, contents are read one by one; else all of the report and period. */
const MOST_ONE_BY_ONE = 8;

/** What those units that have sent something last sent. */
const contentsOf = async (
  { store }: Pick<App, 'store'>,
  of: ReportPeriod,
  units: readonly string[],
): Promise<ReadonlyMap<string, Submission>> => {
  const rows =
    units.length > MOST_ONE_BY_ONE
      ? await store.filed(of)
      : (await store.together((ask) => units.map((unit) => ask.filed({ ...of, unit })))).flat();
  return new Map(
    rows.flatMap(({ unit, content }) => {
      const submission = submissionIn(content);
      return submission === undefined ? [] : [[unit, submission] as const];
    }),
  );
};

/** What makes two submissions the same report, however and whenever they came. */
const essence = (submission: Submission): string => {
  const { receivedOn: _day, channel: _way, note: _note, ...said } = submission;
  return canonicalJson(contentOf(said));
};

const arrived: ReadonlySet<Facts['filing']> = new Set(['submitted', 'resubmitted', 'confirmed']);

interface Ready {
  readonly duty: Duty;
  readonly item: ImportItem;
}

const planImport = async (
  app: Pick<App, 'store'>,
  ready: readonly Ready[],
  { of, principal, at }: Pick<Asked<ImportBody>, 'principal' | 'at'> & { readonly of: ReportPeriod },
): Promise<Outcome<Decided<Planned>>> => {
  const known = byObligation(await app.store.facts({ ...of, units: ready.map(({ duty }) => duty.key.unit) }));
  const factsOf = ({ obligation }: Duty): Facts => known.get(obligation.id) ?? none;
  const sentBefore = ready.filter(({ duty }) => factsOf(duty).revision > 0).map(({ duty }) => duty.key.unit);
  const contents = await contentsOf(app, of, sentBefore);
  const isKnown = ({ duty, item }: Ready): boolean => {
    const before = contents.get(duty.key.unit);
    return before !== undefined && essence(before) === essence(item.submission);
  };
  const itemOf = ({ duty, item: { index, name } }: Ready): Item => ({ index, name, unit: duty.key.unit });
  const fresh = ready.filter((one) => !isKnown(one));
  const strange = fresh.flatMap(({ duty, item: { index, submission } }) =>
    strangeFile(submission.signedDocument ?? {}, factsOf(duty), (where) => [
      'submissions',
      index,
      'submission',
      ...where,
    ]),
  );
  if (strange.length > 0) return failed('act-refused', { findings: strange });
  const acts = new Map(fresh.map(({ duty, item }): [string, Act] => [duty.key.unit, recordOf(item.submission)]));
  const decided = decideAll(
    // Every context below is of one of these units.
    (unit) => acts.get(unit) as Act,
    fresh.map(({ duty }) => ({
      obligation: duty.obligation,
      facts: factsOf(duty),
      at,
      actor: principal.id,
      by: 'desk' as const,
    })),
    (unit) => fresh.flatMap(({ duty }) => (duty.key.unit === unit ? [nameOf(duty)] : []))[0] ?? unit,
  );
  if (!decided.ok) {
    const overwrites = fresh.some(({ duty }) => arrived.has(factsOf(duty).filing));
    const findings = atItems(fresh, decided.findings);
    return failed(overwrites ? 'would-overwrite' : 'act-refused', { findings });
  }
  const recorded = fresh.flatMap((one, index) => {
    const entry = decided.value[index];
    if (entry === undefined) return [];
    return [{ item: itemOf(one), done: { duty: one.duty, before: factsOf(one.duty), entry, principal, findings: [] } }];
  });
  return done({
    contents: decided.value,
    value: { recorded, already: ready.filter(isKnown).map(itemOf) },
    effects: { dropDrafts: fresh.map(({ duty }) => duty.key) },
  });
};

const nameOf = ({ view, key, obligation }: Duty): string => unitName(view, key.unit, obligation.settledOn);

/** Puts what core's `decideAll` says of a unit at its place in the import. */
const atItems = (ready: readonly Ready[], findings: readonly Finding[]): readonly Finding[] =>
  findings.map(({ rule, severity, where, params }) => {
    const [unit, ...rest] = where;
    const item = ready.find(({ duty }) => duty.key.unit === unit)?.item;
    return {
      rule,
      severity,
      params,
      where: item === undefined ? [] : ['submissions', item.index, 'submission', ...rest],
    };
  });

const recordOf = (submission: Submission): Act => {
  // `readImport` refuses what says neither itself.
  const { receivedOn = '', channel = 'paper' as Channel, note } = submission;
  return { act: 'record', receivedOn, channel, ...(note === undefined ? {} : { note }), ...filedWith(submission) };
};

const answerOf = (
  { recorded, already }: Planned,
  {
    sealed = [],
    dryRun = false,
    findings,
    at,
  }: {
    readonly sealed?: readonly { readonly hash: string }[];
    readonly dryRun?: boolean;
    readonly findings: readonly Finding[];
    readonly at: string;
  },
): ImportAnswer => ({
  dryRun,
  sentence: importSentence({ recorded: recorded.length, already: already.length, dryRun }),
  recorded: recorded.map(({ item, done: one }, index) => {
    const facts = applyEntry(one.before, one.entry);
    const seal = sealed[index];
    return {
      ...item,
      revision: facts.revision,
      ...standingOf(one.duty, { facts, at, principal: one.principal }),
      ...(seal === undefined ? {} : { receipt: actAnswer(one, seal) }),
    };
  }),
  already,
  warnings: findings.map((finding) => errorOf(finding)),
});

/**
 * Records the submissions that came in files, all or none: at most a hundred, every finding of every one at once. What
 * the ledger has already with the same content is said to be there and not recorded again; a report that is there with
 * another content is never written over.
 */
export const importSubmissions = async (
  app: Pick<App, 'store'>,
  {
    view,
    of,
    remember,
    ...asked
  }: Asked<ImportBody> & {
    readonly of: ReportPeriod;
    readonly remember: (answer: ImportAnswer) => RememberedAnswer | undefined;
  },
): Promise<Outcome<ImportAnswer>> => {
  const { settings } = view;
  if (settings === undefined) return failed('no-office');
  const { body, principal, at } = asked;
  const refused = notAllowed('record', { principal, settings });
  if (refused !== undefined) return { ok: false, failure: refused };
  const read = await readImport(view, { of, body, at });
  if (!read.ok) return read;
  const { items, findings } = read.value;
  const found = await Promise.all(items.map(({ submission }) => findDuty(view, keyOf(of, submission.unit))));
  const lost = found.find((duty) => !duty.ok);
  if (lost !== undefined && !lost.ok) return lost;
  const ready = found.flatMap((duty, index) => {
    const item = items[index];
    return duty.ok && item !== undefined ? [{ duty: duty.value, item }] : [];
  });
  const decide = () => planImport(app, ready, { of, principal, at });
  // What adds nothing is not appended either.
  const first = await decide();
  if (!first.ok) return first;
  const { dryRun = false } = body;
  if (dryRun || first.value.contents.length === 0) {
    return done(answerOf(first.value.value, { dryRun, findings, at }));
  }
  const committed = await appendDecided(app, {
    first: first.value,
    decide,
    remember: (value, sealed) => remember(answerOf(value, { sealed, findings, at })),
  });
  if (!committed.ok) return committed;
  const { value, entries } = committed.value;
  return done(answerOf(value, { sealed: entries, findings, at }));
};
