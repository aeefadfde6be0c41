// An office of any size with its history, put into a store by the ledger's own way in.
import {
  agencyStream,
  foreignInformationPlan,
  obligationStream,
  officeStream,
  phongGddtOffice,
  planStream,
  type EntryContent,
  type Json,
} from '@dondoc/core';
import type { Store } from '@dondoc/store';
import { agencies, submissions } from './data.ts';

// What core has parsed is JSON; its types are interfaces, which no index signature takes.
const json = (value: unknown): Json => value as Json;

export interface Seeded {
  /** Years of plans, the newest last. */
  readonly years: readonly number[];
  readonly units: readonly string[];
}

/** Adopts an office with its units and one plan a year, and files every report of the years in `filed`. */
export async function seedOffice(
  store: Store,
  {
    units,
    years,
    filed,
  }: { readonly units: number; readonly years: readonly number[]; readonly filed: readonly number[] },
): Promise<Seeded> {
  const { agencies: own, ...settings } = phongGddtOffice({
    units: agencies(units).map(({ id, names, order, kind }) => ({
      id,
      order,
      names: names[0]!.value,
      kind: kind[0]!.value,
      parent: 'phong-gddt',
    })),
  });
  const at = '2014-01-02T01:00:00.000Z';
  const adopt = (stream: string, data: unknown): EntryContent => ({
    stream,
    version: 1,
    at,
    actor: 'quan-tri',
    kind: 'adopt',
    data: json(data),
  });
  const plans = years.map((year) => foreignInformationPlan({ year, corrected: true, date: `${year}-02-24` }));
  await put(store, [
    adopt(officeStream, { settings }),
    ...own.map((agency) => adopt(agencyStream(agency.id), { agency })),
    ...plans.map((plan) => adopt(planStream(plan.id), { adopted: `${plan.year}-02-24`, plan })),
  ]);
  for (const year of filed)
    for (const report of ['half-year', 'year'] as const) {
      const period = report === 'year' ? String(year) : `${year}-H1`;
      const entries = submissions(units, report).map((one): EntryContent => {
        const submission = { ...one, plan: `ttdn-${year}`, period };
        return {
          stream: obligationStream(`ttdn-${year}/${report}/${period}/${one.unit}`),
          version: 1,
          at: report === 'year' ? `${year}-11-03T02:00:00.000Z` : `${year}-06-03T02:00:00.000Z`,
          actor: `${one.unit}:filer`,
          kind: 'submit',
          data: json({ report: 'report', content: submission, signedCopy: false, awaitsSignedCopy: false }),
        };
      });
      for (let start = 0; start < entries.length; start += 100) await put(store, entries.slice(start, start + 100));
    }
  return { years, units: agencies(units).map(({ id }) => id) };
}

async function put(store: Store, contents: readonly EntryContent[]): Promise<void> {
  const appended = await store.append({ contents });
  if (!appended.ok) throw new Error(`not appended: ${appended.conflict.join(', ')}`);
}
