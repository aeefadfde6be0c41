import {
  applyEntry,
  canonicalJson,
  isObligationEntry,
  none,
  officeStream,
  type Facts,
  type Json,
  type OfficeEntry,
} from '@dondoc/core';
import { fold, noModels, type Folded } from '../models/fold.ts';
import { writeModels } from '../models/write.ts';
import type { Driver, Statement, Store } from '../types.ts';
import { commit, sealAll, writeEntries } from './append.ts';
import { askEntries, askHeads, nothingSince, readHeads } from './read.ts';
import { foldedOf } from './rows.ts';
import type { Sealing } from './sealing.ts';
import { streamOf } from './streams.ts';

const ERASE = `UPDATE ledger_data SET data = NULL, salt = NULL
WHERE seq = (SELECT seq FROM ledger WHERE stream = ?1 AND version = ?2)`;

type Content = Folded['content'];

const opens = ({ data }: Content): string => {
  // Only openings of core's are sealed as `open-period`; an erased one opens nothing.
  const opening = data as { readonly report: string; readonly period: string } | null;
  return `${opening?.report} ${opening?.period}`;
};

// Without their data core still takes these as having happened. All others decide by what they say.
const happened: ReadonlySet<string> = new Set([
  'submit',
  'revise',
  'record',
  'withdraw',
  'confirm',
  'attach-signed-copy',
  'contest',
  'remind',
  'urge',
]);

const factsOf = (contents: readonly Content[]): Facts =>
  contents.reduce((facts, content) => (isObligationEntry(content) ? applyEntry(facts, content) : facts), none);

const isSame = (before: Facts, after: Facts): boolean =>
  // Facts are folded from what JSON carried in.
  canonicalJson(before as unknown as Json) === canonicalJson(after as unknown as Json);

/** Tells whether an entry says how things are now, of the entries of its stream in their order. */
const isInForce = (contents: readonly Content[], index: number): boolean => {
  const [content, ...later] = contents.slice(index);
  if (content === undefined) return false;
  switch (streamOf(content.stream).of) {
    case 'obligation': {
      // An exemption, an extension, a report that an issue counts: erased, it would be as if it had not been decided.
      if (happened.has(content.kind)) return false;
      return !isSame(factsOf(contents), factsOf(contents.with(index, { ...content, data: null })));
    }
    case 'office':
      return content.kind === 'adopt' && later.every(({ kind }) => kind !== 'adopt');
    case 'agency':
      return later.length === 0;
    case 'plan':
      // A plan's versions are numbered by its adoptions, and obligations follow from requests.
      return (
        content.kind !== 'open-period' ||
        later.every((other) => other.kind !== 'open-period' || opens(other) !== opens(content))
      );
    case 'consolidation':
      return content.kind !== 'send-back';
    case 'checkpoint':
      return true;
  }
};

/** Folds a stream again where what is folded from it has changed with the erasure. */
const refolded = (entries: readonly Folded[]): readonly Statement[] => {
  const [first] = entries;
  const about = first === undefined ? undefined : streamOf(first.content.stream).of;
  // Of the other streams only what is no longer in force is erased: the read models do not know it any more.
  if (about !== 'obligation' && about !== 'consolidation') return [];
  const models = noModels();
  for (const entry of entries) fold(models, entry);
  return writeModels(models);
};

/** Makes the store's `redact`. */
export const redacter =
  (driver: Driver, sealing: Sealing): Store['redact'] =>
  async ({ stream, version, reason, at, actor }) => {
    const asked = askEntries({ streams: [stream], data: 'without-content' });
    const [ofStream, ofHeads] = await driver.batch([asked.statement, askHeads([officeStream])]);
    const entries = asked.read(ofStream).map(foldedOf);
    const index = entries.findIndex(({ content }) => content.version === version);
    const found = entries[index];
    if (found === undefined) return undefined;
    if (found.erased === true) return { ok: false, conflict: [], refused: 'erased' };
    const contents = entries.map((entry) => entry.content);
    if (isInForce(contents, index)) return { ok: false, conflict: [], refused: 'in-force' };
    const heads = readHeads(ofHeads);
    const content: Extract<OfficeEntry, { readonly kind: 'redact' }> = {
      stream: officeStream,
      version: (heads.get(officeStream)?.version ?? 0) + 1,
      at,
      actor,
      kind: 'redact',
      data: { stream, version, reason },
    };
    const sealed = await sealAll([content], heads, sealing);
    const appended = await commit(driver, sealed, [
      // First, for the office's own stream is about to have one more.
      nothingSince({ stream, version: (contents.at(-1) ?? found.content).version }),
      ...writeEntries(sealed),
      { sql: ERASE, params: [stream, version] },
      ...refolded(entries.map((entry, at) => (at === index ? { ...entry, erased: true } : entry))),
    ]);
    return appended ?? { ok: false, conflict: [stream, officeStream] };
  };
