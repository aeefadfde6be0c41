import { seal, type EntryContent, type EntryData, type SealedEntry, type StreamHead } from '@dondoc/core';
import { UniqueViolation } from '../errors.ts';
import { writeEffects } from '../plain/effects.ts';
import { bulk } from '../sql/bulk.ts';
import { fold, noModels, type FactsModel, type Models } from '../models/fold.ts';
import { planHistories } from '../models/read.ts';
import { writeModels } from '../models/write.ts';
import type { Append, Appended, Driver, Effects, SqlValue, Statement } from '../types.ts';
import { askHeads, readClocks, readHeads } from './read.ts';
import type { Sealing } from './sealing.ts';
import { streamOf } from './streams.ts';

const ENTRIES = `INSERT INTO ledger (stream, version, at, received_on, actor, kind, data_digest, prev, hash)
SELECT value ->> '$.stream', value ->> '$.version', value ->> '$.at', value ->> '$.receivedOn', value ->> '$.actor',
  value ->> '$.kind', value ->> '$.dataDigest', value ->> '$.prev', value ->> '$.hash'
FROM json_each(?1) ORDER BY key
RETURNING seq, stream, version`;

const DATA = `INSERT INTO ledger_data (seq, data, salt)
SELECT (SELECT seq FROM ledger WHERE stream = value ->> '$.stream' AND version = value ->> '$.version'),
  value -> '$.data', value ->> '$.salt'
FROM json_each(?1)`;

// CROSS JOIN settles the order of the loops: one look into the index for each name.
const FACTS = `SELECT named.value ->> '$.stream' AS stream, f.facts AS facts, f.erased AS erased
FROM json_each(?1) AS named CROSS JOIN facts AS f
WHERE f.plan = named.value ->> '$.plan' AND f.report = named.value ->> '$.report'
  AND f.period = named.value ->> '$.period' AND f.unit = named.value ->> '$.unit'`;

const CONSOLIDATIONS = `SELECT named.value ->> '$.stream' AS stream, c.state AS state
FROM json_each(?1) AS named CROSS JOIN consolidations AS c
WHERE c.plan = named.value ->> '$.plan' AND c.report = named.value ->> '$.report' AND c.period = named.value ->> '$.period'`;

type Rows = readonly Readonly<Record<string, SqlValue>>[];

/** Groups contents by stream, each in its own order. */
const byStream = (contents: readonly EntryContent[]): ReadonlyMap<string, readonly EntryContent[]> => {
  const streams = new Map<string, EntryContent[]>();
  for (const content of contents) {
    const list = streams.get(content.stream);
    if (list === undefined) streams.set(content.stream, [content]);
    else list.push(content);
  }
  return streams;
};

/** What has to be known to fold the streams: their heads and read models, asked for in one batch. */
export const readModels = async (
  { batch }: Driver,
  streams: readonly string[],
): Promise<{
  readonly heads: ReadonlyMap<string, StreamHead>;
  readonly clocks: ReadonlyMap<string, string>;
  readonly models: Models;
}> => {
  const models = noModels();
  const statements: Statement[] = [askHeads(streams)];
  const readers: ((rows: readonly Rows[]) => void)[] = [];
  const about = streams.map((stream) => ({ stream, ...streamOf(stream) }));
  const ask = (added: readonly Statement[], read: (rows: readonly Rows[]) => void) => {
    const from = statements.length;
    statements.push(...added);
    readers.push((rows) => read(rows.slice(from, from + added.length)));
  };
  const obligations = about.flatMap((one) => (one.of === 'obligation' ? [one] : []));
  if (obligations.length > 0) {
    const keys = new Map(obligations.map((one) => [one.stream, one]));
    ask([{ sql: FACTS, params: [JSON.stringify(obligations)] }], ([rows = []]) => {
      for (const { stream, facts, erased } of rows) {
        const key = keys.get(String(stream));
        if (key === undefined) continue;
        const { plan, report, period, unit } = key;
        const model: FactsModel = {
          plan,
          report,
          period,
          unit,
          facts: JSON.parse(String(facts)),
          erased: Number(erased),
        };
        models.facts.set(key.stream, model);
      }
    });
  }
  const consolidations = about.flatMap((one) => (one.of === 'consolidation' ? [one] : []));
  if (consolidations.length > 0) {
    const keys = new Map(consolidations.map((one) => [one.stream, one]));
    ask([{ sql: CONSOLIDATIONS, params: [JSON.stringify(consolidations)] }], ([rows = []]) => {
      for (const { stream, state } of rows) {
        const key = keys.get(String(stream));
        if (key === undefined) continue;
        const { plan, report, period } = key;
        models.consolidations.set(key.stream, { plan, report, period, state: JSON.parse(String(state)) });
      }
    });
  }
  const plans = about.flatMap((one) => (one.of === 'plan' ? [one.id] : []));
  if (plans.length > 0) {
    ask(planHistories.ask(plans), ([ofPlans, ofVersions]) => {
      for (const [id, history] of planHistories.read(ofPlans, ofVersions)) models.plans.set(`plan:${id}`, history);
    });
  }
  const rows = await batch(statements);
  for (const read of readers) read(rows);
  return { heads: readHeads(rows[0]), clocks: readClocks(rows[0]), models };
};

interface Sealed {
  readonly entry: SealedEntry;
  readonly secret: EntryData;
}

/** Writes sealed entries with their data. The first statement gives back where they stand. */
export const writeEntries = (sealed: readonly Sealed[]): readonly Statement[] => [
  ...bulk(
    ENTRIES,
    sealed.map(({ entry }) => entry),
  ),
  ...bulk(
    DATA,
    sealed.map(({ entry: { stream, version }, secret: { data, salt } }) => ({ stream, version, data, salt })),
  ),
];

const place = (stream: unknown, version: unknown): string => `${String(version)} ${String(stream)}`;

/** Runs a batch whose first statements write entries; undefined where somebody else was first. */
export const commit = async (
  { batch }: Driver,
  sealed: readonly Sealed[],
  statements: readonly Statement[],
): Promise<Extract<Appended, { readonly ok: true }> | undefined> => {
  const seqs = new Map<string, number>();
  try {
    const results = await batch(statements);
    for (const rows of results) {
      for (const { stream, version, seq } of rows) seqs.set(place(stream, version), Number(seq));
    }
  } catch (error) {
    if (error instanceof UniqueViolation) return undefined;
    throw error;
  }
  const entries = sealed.map(({ entry }) => {
    const seq = seqs.get(place(entry.stream, entry.version));
    if (seq === undefined) throw new Error(`The entry ${entry.stream} ${entry.version} was not written.`);
    return { ...entry, seq };
  });
  return { ok: true, entries };
};

/** Seals the contents of each stream after its head, streams side by side, and gives them in the order of `contents`. */
export const sealAll = async (
  contents: readonly EntryContent[],
  heads: ReadonlyMap<string, StreamHead>,
  { digest, salt }: Sealing,
): Promise<readonly Sealed[]> => {
  const chains = await Promise.all(
    [...byStream(contents)].map(([stream, list]) => {
      const previous = heads.get(stream);
      return seal(list, { digest, salt, ...(previous === undefined ? {} : { previous }) });
    }),
  );
  const sealed = new Map(chains.flat().map((one) => [place(one.entry.stream, one.entry.version), one]));
  return contents.flatMap(({ stream, version }) => sealed.get(place(stream, version)) ?? []);
};

/** The streams whose contents do not follow their heads. */
const conflicting = (contents: readonly EntryContent[], heads: ReadonlyMap<string, StreamHead>): readonly string[] =>
  [...byStream(contents)].flatMap(([stream, list]) => {
    const head = heads.get(stream)?.version ?? 0;
    return list.every(({ version }, index) => version === head + 1 + index) ? [] : [stream];
  });

/**
 * Keeps the clock of each stream from going back: of two acts at once the one that is entered second may have come first,
 * by as long as the other took. It then stands at the other's instant, so that what holds as of an instant is what had
 * been entered by then; a report that came within those milliseconds of its last minute may so be entered after it.
 */
const inOrder = (contents: readonly EntryContent[], clocks: ReadonlyMap<string, string>): readonly EntryContent[] => {
  const last = new Map(clocks);
  return contents.map((content) => {
    const before = last.get(content.stream);
    const kept = before !== undefined && content.at < before ? { ...content, at: before } : content;
    last.set(content.stream, kept.at);
    return kept;
  });
};

/** Makes the store's `append`. */
export const appender =
  (driver: Driver, sealing: Sealing) =>
  async ({ contents: decided, effects }: Append): Promise<Appended> => {
    const [first] = decided;
    // Effects go with entries: without any there is nothing that they would be of.
    if (first === undefined) return { ok: true, entries: [] };
    const streams = [...byStream(decided).keys()];
    const { heads, clocks, models: before } = await readModels(driver, streams);
    const contents = inOrder(decided, clocks);
    const conflict = conflicting(contents, heads);
    if (conflict.length > 0) return { ok: false, conflict };
    const sealed = await sealAll(contents, heads, sealing);
    const known = new Map(before.plans);
    for (const content of contents) fold(before, { content });
    const wanted: Effects = effects?.(sealed.map(({ entry }) => entry)) ?? {};
    const written = await commit(driver, sealed, [
      ...writeEntries(sealed),
      ...writeModels(before, known),
      ...writeEffects(wanted, first.at),
    ]);
    if (written !== undefined) return written;
    const [rows] = await driver.batch([askHeads(streams)]);
    return { ok: false, conflict: conflicting(contents, readHeads(rows)) };
  };
