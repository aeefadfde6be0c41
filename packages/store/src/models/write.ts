import { noHistory } from '@dondoc/core';
import { bulk } from '../sql/bulk.ts';
import type { Statement } from '../types.ts';
import type { Models } from './fold.ts';

// Many rows by one statement each, read from a list in JSON; in raw SQL, for this is beyond a query builder. `WHERE TRUE`
// keeps SQLite from taking ON CONFLICT for the condition of a join.

const FACTS = `INSERT INTO facts (plan, report, period, unit, facts, filed_seq, erased)
SELECT value ->> '$.plan', value ->> '$.report', value ->> '$.period', value ->> '$.unit', value -> '$.facts',
  (SELECT seq FROM ledger WHERE stream = value ->> '$.stream' AND version = value ->> '$.filed'), value ->> '$.erased'
FROM json_each(?1) WHERE TRUE
ON CONFLICT (plan, report, period, unit) DO UPDATE
SET facts = excluded.facts, filed_seq = coalesce(excluded.filed_seq, filed_seq), erased = excluded.erased`;

const PLANS = `INSERT INTO plans (id, year, title, version, adopted, events, openings, stream_version)
SELECT value ->> '$.id', value ->> '$.year', value ->> '$.title', value ->> '$.version', value ->> '$.adopted',
  value -> '$.events', value -> '$.openings', value ->> '$.streamVersion'
FROM json_each(?1) WHERE TRUE
ON CONFLICT (id) DO UPDATE
SET year = excluded.year, title = excluded.title, version = excluded.version, adopted = excluded.adopted,
  events = excluded.events, openings = excluded.openings, stream_version = excluded.stream_version`;

const PLAN_VERSIONS = `INSERT INTO plan_versions (plan, version, adopted, content)
SELECT value ->> '$.plan.id', value ->> '$.version', value ->> '$.adopted', value -> '$.plan' FROM json_each(?1)`;

const AGENCIES = `INSERT INTO agencies (id, version, position, content)
SELECT value ->> '$.agency.id', value ->> '$.version', value ->> '$.agency.order', value -> '$.agency'
FROM json_each(?1) WHERE TRUE
ON CONFLICT (id) DO UPDATE SET version = excluded.version, position = excluded.position, content = excluded.content`;

const OFFICE = `INSERT INTO office (id, settings, revision)
SELECT 1, value -> '$.settings',
  (SELECT seq FROM ledger WHERE stream = value ->> '$.stream' AND version = value ->> '$.version')
FROM json_each(?1) WHERE TRUE
ON CONFLICT (id) DO UPDATE SET settings = coalesce(excluded.settings, settings), revision = excluded.revision`;

const CONSOLIDATIONS = `INSERT INTO consolidations (plan, report, period, state)
SELECT value ->> '$.plan', value ->> '$.report', value ->> '$.period', value -> '$.state' FROM json_each(?1) WHERE TRUE
ON CONFLICT (plan, report, period) DO UPDATE SET state = excluded.state`;

/**
 * Writes the read models, once their entries stand in the ledger (in the same batch). `known` holds the plan histories
 * whose versions are written already.
 */
export const writeModels = (
  { facts, plans, agencies, consolidations, settings, configured }: Models,
  known: Models['plans'] = new Map(),
): readonly Statement[] => {
  const histories = [...plans];
  return [
    ...bulk(
      FACTS,
      [...facts].map(([stream, model]) => ({ ...model, stream })),
    ),
    ...bulk(
      PLANS,
      histories.flatMap(([, { versions, events, openings, version: streamVersion }]) => {
        const newest = versions.at(-1);
        // Only adopting makes a plan: what else stands in its stream follows an adoption.
        if (newest === undefined) return [];
        const { plan, version, adopted } = newest;
        const { id, year } = plan;
        const title = plan.title.join(' ');
        return [{ id, year, title, version, adopted, events, openings, streamVersion }];
      }),
    ),
    ...bulk(
      PLAN_VERSIONS,
      histories.flatMap(([stream, { versions }]) => versions.slice((known.get(stream) ?? noHistory).versions.length)),
    ),
    ...bulk(AGENCIES, [...agencies.values()]),
    ...(configured === undefined
      ? []
      : bulk(OFFICE, [settings === undefined ? configured : { ...configured, settings }])),
    ...bulk(CONSOLIDATIONS, [...consolidations.values()]),
  ];
};
