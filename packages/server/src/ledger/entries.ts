import {
  clockMoment,
  obligationId,
  obligationStream,
  planStream,
  receiptCode,
  type Json,
  type LedgerEntry,
} from '@dondoc/core';
import type { LedgerQuery, LedgerRow, Principal, Store } from '@dondoc/store';
import { can, unitOf } from '../access/capabilities.ts';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { pageOf, type Page } from '../http/paging.ts';
import { peopleFor, type People } from '../obligations/people.ts';

/** What proves an entry to who knows all of it: its hash is taken over the actor too. */
type Proof = Pick<LedgerEntry, 'prev' | 'hash'>;

/** An entry as it is answered. To a unit who acted elsewhere is the desk, without the proof that would not hold for it. */
export interface EntryAnswer extends Omit<LedgerEntry, keyof Proof>, Partial<Proof> {
  /** What a person keeps of it: 'XXXX-XXXX'. */
  readonly receipt: string;
  /** Where asked for; null where it was erased. */
  readonly data?: Json;
  /** With all data only: what their digest was taken with. */
  readonly salt?: string;
}

/** What is asked of the ledger. */
export interface EntriesAsked {
  readonly stream?: string;
  readonly prefix?: string;
  readonly kind?: string;
  readonly data: NonNullable<LedgerQuery['data']>;
  /** seq after which the page begins, exclusive. */
  readonly after: number;
  readonly limit: number;
}

/** Lists the streams that concern a unit: its own obligations' that have an entry, and those of the plans that bind it. */
const streamsOfUnit = async (
  { store }: Pick<App, 'store'>,
  view: OfficeView,
  unit: string,
): Promise<readonly string[]> => {
  const own = await store.facts({ unit });
  await view.histories();
  const plans: string[] = [];
  for (const { id } of view.plans) {
    const obligations = await view.obligations(id);
    if (obligations?.some((one) => one.unit === unit) === true) plans.push(planStream(id));
  }
  return [...own.map((row) => obligationStream(obligationId(row))), ...plans];
};

/** Tells whether a stream is an obligation of the unit, whether or not anything has happened to it. */
const isOfUnit = (stream: string, unit: string): boolean =>
  stream.startsWith('obligation:') && stream.endsWith(`/${unit}`);

/** Which streams somebody may see of those asked for: all that match, or a unit's own. */
export const visibleStreams = async (
  app: Pick<App, 'store'>,
  view: OfficeView,
  { principal, stream, prefix }: { principal: Principal } & Pick<EntriesAsked, 'stream' | 'prefix'>,
): Promise<Outcome<Pick<LedgerQuery, 'streams' | 'prefix'>>> => {
  const unit = unitOf(principal);
  if (unit === undefined) {
    if (stream !== undefined) return done({ streams: [stream] });
    return done(prefix === undefined ? {} : { prefix });
  }
  const own = await streamsOfUnit(app, view, unit);
  if (stream !== undefined)
    return own.includes(stream) || isOfUnit(stream, unit) ? done({ streams: [stream] }) : failed('not-yours');
  const matching = own.filter((name) => name.startsWith(prefix ?? ''));
  return matching.length === 0 && prefix !== undefined ? failed('not-yours') : done({ streams: matching });
};

const answerOf = (
  { secret, actor, prev, hash, ...entry }: LedgerRow,
  { people, withSalt }: { readonly people: People; readonly withSalt: boolean },
): EntryAnswer => ({
  ...entry,
  actor: people.shown(actor),
  ...(people.shown(actor) === actor ? { prev, hash } : {}),
  receipt: receiptCode(hash),
  ...(secret === undefined ? {} : { data: secret === null ? null : secret.data }),
  ...(withSalt && secret !== undefined && secret !== null ? { salt: secret.salt } : {}),
});

/** Bytes of data that a page comes to; the entry that reaches them is still in it, and none is larger than a row may be. */
const MOST_BYTES = 2_000_000;

const seqOf = ({ seq }: LedgerRow): number => seq;

/** Reads a page: no more entries than it may have, and with data no more than one answer carries. */
const pageOfRows = async (
  store: Pick<Store, 'entries' | 'together'>,
  { limit, data = 'none', ...which }: LedgerQuery & { readonly limit: number },
): Promise<Page<LedgerRow>> => {
  const more = { ...which, limit: limit + 1 };
  if (data === 'none') return pageOf(await store.entries(more), { limit, keyOf: seqOf });
  const [all, items] = await store.together((ask) => [
    ask.entries(more),
    ask.entries({ ...which, data, limit, bytes: MOST_BYTES }),
  ]);
  return { items, next: pageOf(all, { limit: items.length, keyOf: seqOf }).next };
};

/**
 * Lists entries in the order of the ledger. Salts are shown to nobody but who may take a backup: with them erased data
 * could be guessed from their digest. A page that leaves kinds out may hold fewer entries than it may.
 */
export const listEntries = async (
  app: Pick<App, 'store'>,
  view: OfficeView,
  { asked, principal, at }: { readonly asked: EntriesAsked; readonly principal: Principal; readonly at: string },
): Promise<Outcome<Page<EntryAnswer>>> => {
  const { data, kind, after, limit, ...which } = asked;
  if (data === 'all' && !can(principal, 'administer')) return failed('forbidden');
  const visible = await visibleStreams(app, view, { principal, ...which });
  if (!visible.ok) return visible;
  const { items, next } = await pageOfRows(app.store, { ...visible.value, after, limit, data });
  const shown = kind === undefined ? items : items.filter((row) => row.kind === kind);
  const people = peopleFor(view, { principal, day: clockMoment(at).day });
  return done({ items: shown.map((row) => answerOf(row, { people, withSalt: data === 'all' })), next });
};
