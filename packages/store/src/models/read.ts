import { noHistory, type Facts, type PlanHistory } from '@dondoc/core';
import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { agencies, consolidations, facts, office, planVersions, plans } from '../schema/read-models.ts';
import { ledger, ledgerData } from '../schema/ledger.ts';
import { queriesByShape, query, sqlite } from '../sql/prepare.ts';
import type { Configuration, Driver, FactsRow, Statement, Store } from '../types.ts';
import { listed, named } from '../sql/conditions.ts';

const PULSE: Statement = {
  sql: `SELECT (SELECT coalesce(max(seq), 0) FROM ledger) AS seq,
  (SELECT coalesce(max(revision), 0) FROM office) AS configuration`,
  params: [],
};

const settings = query(sqlite.select({ settings: office.settings, revision: office.revision }).from(office));

const officeVersion = query(
  sqlite
    .select({ version: sql<number | null>`max(${ledger.version})`.as('office_version') })
    .from(ledger)
    .where(eq(ledger.stream, 'office')),
);

const allAgencies = query(
  sqlite
    .select({ id: agencies.id, version: agencies.version, agency: agencies.content })
    .from(agencies)
    .orderBy(asc(agencies.position), asc(agencies.id)),
);

const summaries = query(
  sqlite
    .select({
      id: plans.id,
      year: plans.year,
      title: plans.title,
      version: plans.version,
      adopted: plans.adopted,
      streamVersion: plans.streamVersion,
    })
    .from(plans)
    .orderBy(asc(plans.year), asc(plans.id)),
);

const histories = query(
  sqlite
    .select({ id: plans.id, events: plans.events, openings: plans.openings, version: plans.streamVersion })
    .from(plans)
    .where(inArray(plans.id, listed('plans'))),
);

const versions = query(
  sqlite
    .select({
      plan: planVersions.plan,
      version: planVersions.version,
      adopted: planVersions.adopted,
      content: planVersions.content,
    })
    .from(planVersions)
    .where(inArray(planVersions.plan, listed('plans')))
    .orderBy(asc(planVersions.plan), asc(planVersions.version)),
);

/** The questions for some plans' histories, and the reader of the two answers. */
export const planHistories = {
  ask: (ids: readonly string[]) => {
    const values = { plans: JSON.stringify(ids) };
    return [histories.ask(values), versions.ask(values)];
  },
  read: (
    ofPlans: Parameters<typeof histories.read>[0],
    ofVersions: Parameters<typeof versions.read>[0],
  ): ReadonlyMap<string, PlanHistory> => {
    const found = new Map<string, PlanHistory>(
      histories
        .read(ofPlans)
        .map(({ id, events, openings, version }) => [id, { versions: [], events, openings, version }]),
    );
    for (const { plan: id, version, adopted, content: plan } of versions.read(ofVersions)) {
      const history = found.get(id) ?? noHistory;
      found.set(id, { ...history, versions: [...history.versions, { version, adopted, plan }] });
    }
    return found;
  },
};

const factsOf = queriesByShape<FactsRow, Parameters<Store['facts']>[0]>((given) =>
  query(
    sqlite
      .select({ plan: facts.plan, report: facts.report, period: facts.period, unit: facts.unit, facts: facts.facts })
      .from(facts)
      .where(
        named(given, { plan: facts.plan, report: facts.report, period: facts.period, unit: facts.unit }, [
          given('units') ? inArray(facts.unit, listed('units')) : undefined,
        ]),
      )
      .orderBy(asc(facts.plan), asc(facts.report), asc(facts.period), asc(facts.unit)),
  ),
);

// `->` gives JSON as text, and null where the data were erased or hold no submission.
const contentOf = (data: SQL | typeof ledgerData.data) =>
  sql<string | null>`${data} -> '$.content'`.as('filed_content');

const filedLast = queriesByShape<
  { readonly unit: string; readonly facts: Facts; readonly content: string | null },
  { readonly unit?: string | undefined }
>((given) =>
  query(
    sqlite
      .select({ unit: facts.unit, facts: facts.facts, content: contentOf(ledgerData.data) })
      .from(facts)
      .innerJoin(ledgerData, eq(ledgerData.seq, facts.filedSeq))
      .where(
        named(given, { unit: facts.unit }, [
          eq(facts.plan, sql.placeholder('plan')),
          eq(facts.report, sql.placeholder('report')),
          eq(facts.period, sql.placeholder('period')),
        ]),
      )
      .orderBy(asc(facts.unit)),
  ),
);

const filedOnce = query(
  sqlite
    .select({ content: contentOf(ledgerData.data) })
    .from(ledger)
    .innerJoin(ledgerData, eq(ledgerData.seq, ledger.seq))
    .where(sql`${ledger.stream} = ${sql.placeholder('stream')} and ${ledger.kind} in ('submit', 'record', 'revise')`)
    .orderBy(asc(ledger.version))
    .limit(1)
    .offset(sql.placeholder('before')),
);

const consolidationsOf = queriesByShape<
  Awaited<ReturnType<Store['consolidations']>>[number],
  { readonly plan?: string | undefined; readonly report?: string; readonly period?: string }
>((given) =>
  query(
    sqlite
      .select({
        plan: consolidations.plan,
        report: consolidations.report,
        period: consolidations.period,
        state: consolidations.state,
      })
      .from(consolidations)
      .where(
        named(given, {
          plan: consolidations.plan,
          report: consolidations.report,
          period: consolidations.period,
        }),
      )
      .orderBy(asc(consolidations.plan), asc(consolidations.report), asc(consolidations.period)),
  ),
);

type Reads = Pick<
  Store,
  'pulse' | 'configuration' | 'planHistory' | 'planHistories' | 'facts' | 'filed' | 'consolidation' | 'consolidations'
>;

/** Reads of what is folded from the ledger. */
export const modelReads = ({ batch }: Driver): Reads => ({
  pulse: async () => {
    const [[now] = []] = await batch([PULSE]);
    return { seq: Number(now?.['seq']), configuration: Number(now?.['configuration']) };
  },
  configuration: async (): Promise<Configuration> => {
    const [ofOffice, ofAgencies, ofPlans, ofVersion] = await batch([
      settings.ask(),
      allAgencies.ask(),
      summaries.ask(),
      officeVersion.ask(),
    ]);
    const [adopted] = settings.read(ofOffice);
    const found = allAgencies.read(ofAgencies);
    return {
      revision: adopted?.revision ?? 0,
      ...(adopted?.settings ? { settings: adopted.settings } : {}),
      agencies: found.map(({ agency }) => agency),
      agencyVersions: Object.fromEntries(found.map(({ id, version }) => [id, version])),
      officeVersion: officeVersion.read(ofVersion)[0]?.version ?? 0,
      plans: summaries.read(ofPlans),
    };
  },
  planHistory: async (plan) => {
    const [ofPlans, ofVersions] = await batch(planHistories.ask([plan]));
    return planHistories.read(ofPlans, ofVersions).get(plan);
  },
  planHistories: async (plans) => {
    const [ofPlans, ofVersions] = await batch(planHistories.ask(plans));
    return planHistories.read(ofPlans, ofVersions);
  },
  facts: async (of) => {
    const asked = factsOf(of);
    const { units, ...key } = of;
    const [rows] = await batch([asked.ask({ ...key, units: JSON.stringify(units ?? []) })]);
    return asked.read(rows);
  },
  filed: async ({ plan, report, period, unit, revision }) => {
    if (revision !== undefined) {
      if (unit === undefined) throw new RangeError('A revision is of one unit.');
      const stream = `obligation:${plan}/${report}/${period}/${unit}`;
      const [rows] = await batch([filedOnce.ask({ stream, before: revision - 1 })]);
      return filedOnce
        .read(rows)
        .map(({ content }) => ({ plan, report, period, unit, revision, content: JSON.parse(content ?? 'null') }));
    }
    const asked = filedLast({ unit });
    const [rows] = await batch([asked.ask({ plan, report, period, unit })]);
    return asked.read(rows).map(({ unit, facts: { revision }, content }) => ({
      plan,
      report,
      period,
      unit,
      revision,
      content: JSON.parse(content ?? 'null'),
    }));
  },
  consolidation: async ({ plan, report, period }) => {
    const asked = consolidationsOf({ plan, report, period });
    const [rows] = await batch([asked.ask({ plan, report, period })]);
    return asked.read(rows)[0]?.state;
  },
  consolidations: async (plan) => {
    const asked = consolidationsOf({ plan });
    const [rows] = await batch([asked.ask({ plan })]);
    return asked.read(rows);
  },
});
