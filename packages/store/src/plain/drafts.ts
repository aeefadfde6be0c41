import { obligationId, obligationStream } from '@dondoc/core';
import { and, asc, eq, sql } from 'drizzle-orm';
import { ledger } from '../schema/ledger.ts';
import { deskDrafts, drafts } from '../schema/plain.ts';
import { named } from '../sql/conditions.ts';
import { command, queriesByShape, query, sqlite, type Command, type Query } from '../sql/prepare.ts';
import type { DeskDraft, Draft, Driver, ObligationKey, Saved, Store } from '../types.ts';

const given = sql.placeholder;

const thisDraft = and(
  eq(drafts.plan, given('plan')),
  eq(drafts.report, given('report')),
  eq(drafts.period, given('period')),
  eq(drafts.unit, given('unit')),
);

const thisDeskDraft = and(
  eq(deskDrafts.plan, given('plan')),
  eq(deskDrafts.report, given('report')),
  eq(deskDrafts.period, given('period')),
);

// Asked after the write in the same batch: only where it changed nothing is the stored one sent back.
const unsaved = sql`changes() = 0`;

const draft = query(sqlite.select().from(drafts).where(thisDraft));
const storedDraft = query(sqlite.select().from(drafts).where(and(unsaved, thisDraft)));
const dropDraft = command(sqlite.delete(drafts).where(thisDraft));
const deskDraft = query(sqlite.select().from(deskDrafts).where(thisDeskDraft));
const storedDeskDraft = query(sqlite.select().from(deskDrafts).where(and(unsaved, thisDeskDraft)));

// An update takes SQL, not placeholders: what JSON and flags are in SQL is settled in `draftValues`.
const value = (name: string) => sql`${given(name)}`;

const draftColumns = {
  content: value('content'),
  answered: value('answered'),
  asked: value('asked'),
  ready: value('ready'),
  by: value('by'),
  at: value('at'),
};
const deskDraftColumns = { content: value('content'), by: value('by'), at: value('at') };

const reportPeriod = { plan: value('plan'), report: value('report'), period: value('period') };

// In the statement itself: between a look at what has happened and the save the report may have been sent.
const unmoved = sql`(${given('version')} is null or ${given('version')} = (
  select coalesce(max(${ledger.version}), 0) from ${ledger} where ${ledger.stream} = ${given('stream')}
))`;

const firstColumns = { ...reportPeriod, unit: value('unit'), rev: sql`1`, ...draftColumns };
const firstDraft = command(
  sqlite
    .insert(drafts)
    // In the order of the table's columns.
    .select(sql`select ${sql.join(Object.values(firstColumns), sql`, `)} where ${unmoved}`)
    .onConflictDoNothing()
    .returning({ rev: drafts.rev }),
);
const nextDraft = command(
  sqlite
    .update(drafts)
    .set({ rev: sql`${drafts.rev} + 1`, ...draftColumns })
    .where(and(thisDraft, eq(drafts.rev, given('rev')), unmoved))
    .returning({ rev: drafts.rev }),
);
const firstDeskDraft = command(
  sqlite
    .insert(deskDrafts)
    .values({ ...reportPeriod, rev: 1, ...deskDraftColumns })
    .onConflictDoNothing()
    .returning({ rev: deskDrafts.rev }),
);
const nextDeskDraft = command(
  sqlite
    .update(deskDrafts)
    .set({ rev: sql`${deskDrafts.rev} + 1`, ...deskDraftColumns })
    .where(and(thisDeskDraft, eq(deskDrafts.rev, given('rev'))))
    .returning({ rev: deskDrafts.rev }),
);

const draftList = queriesByShape<Omit<Draft, 'content'>, Partial<ObligationKey>>((filter) =>
  query(
    sqlite
      .select({
        plan: drafts.plan,
        report: drafts.report,
        period: drafts.period,
        unit: drafts.unit,
        rev: drafts.rev,
        answered: drafts.answered,
        asked: drafts.asked,
        ready: drafts.ready,
        by: drafts.by,
        at: drafts.at,
      })
      .from(drafts)
      .where(named(filter, { plan: drafts.plan, report: drafts.report, period: drafts.period, unit: drafts.unit }))
      .orderBy(asc(drafts.plan), asc(drafts.report), asc(drafts.period), asc(drafts.unit)),
  ),
);

type Drafts = Pick<Store, 'draft' | 'drafts' | 'saveDraft' | 'dropDraft' | 'deskDraft' | 'saveDeskDraft'>;

/** What is being written and has not happened yet. */
export const draftsOf = ({ batch }: Driver): Drafts => {
  /** Writes in one statement where `rev` still holds, and asks for the stored one in the next where it did not. */
  const save = async <T extends Draft | DeskDraft>(
    draft: T,
    { first, next, stored, at = {} }: { first: Command; next: Command; stored: Query<T>; at?: object },
  ): Promise<Saved<T>> => {
    const values = {
      ...draft,
      content: JSON.stringify(draft.content),
      ready: 'ready' in draft && draft.ready ? 1 : 0,
      ...at,
    };
    const [saved = [], current] = await batch([(draft.rev === 0 ? first : next)(values), stored.ask(values)]);
    return saved.length > 0
      ? { ok: true, value: { ...draft, rev: draft.rev + 1 } }
      : { ok: false, current: stored.read(current)[0] };
  };
  return {
    draft: async (of) => {
      const [rows] = await batch([draft.ask(of)]);
      return draft.read(rows)[0];
    },
    drafts: async (of) => {
      const asked = draftList(of);
      const [rows] = await batch([asked.ask(of)]);
      return asked.read(rows);
    },
    saveDraft: (one, { version } = { version: null }) =>
      save(one, {
        first: firstDraft,
        next: nextDraft,
        stored: storedDraft,
        at: { version, stream: obligationStream(obligationId(one)) },
      }),
    dropDraft: async (of) => {
      await batch([dropDraft(of)]);
    },
    deskDraft: async (of) => {
      const [rows] = await batch([deskDraft.ask(of)]);
      return deskDraft.read(rows)[0];
    },
    saveDeskDraft: (one) => save(one, { first: firstDeskDraft, next: nextDeskDraft, stored: storedDeskDraft }),
  };
};
