import {
  applyPlanEntry,
  createCalendar,
  directory,
  noHistory,
  parseOffice,
  planStream,
  type AgencyDirectory,
  type Office,
  type PlanEntry,
  type PlanHistory,
  type WorkCalendar,
} from '@dondoc/core';
import { fileFinding, type Read } from '../files/source.ts';
import { allOf, only, param, said } from './api.ts';
import type { Service } from './service.ts';
import type { EntryRead } from './shapes.ts';

interface EntryQuery {
  readonly stream?: string;
  readonly prefix?: string;
  readonly kind?: string;
}

/** Reads entries of the ledger without the submissions in them, all pages. */
export const ledgerEntries = (service: Service, query: EntryQuery): Promise<Read<readonly EntryRead[]>> =>
  allOf((paging) =>
    said(
      service,
      service.client.v1.ledger.$get({ query: { ...only({ ...query }), ...paging, data: 'without-content' } }),
    ),
  );

/** What was adopted of the office: what `office.yaml` proposes. */
export interface AdoptedOffice {
  readonly office: Office;
  readonly directory: AgencyDirectory;
  readonly calendar: WorkCalendar;
}

/** What comes is read as a file would be: a server may be of another version, or another than one thinks. */
export const otherVersion = (service: Service): Read<never> => ({
  ok: false,
  findings: [fileFinding('service.other-version', service.at)],
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads settings and agencies as they are now. */
export async function adoptedOffice(service: Service): Promise<Read<AdoptedOffice>> {
  const settings = await said(service, service.client.v1.settings.$get());
  if (!settings.ok) return settings;
  const entries = await ledgerEntries(service, { prefix: 'agency:', kind: 'adopt' });
  if (!entries.ok) return entries;
  const agencies = new Map<string, unknown>();
  for (const { stream, data } of entries.value) {
    const id = stream.slice('agency:'.length);
    if (isRecord(data) && isRecord(data['agency'])) agencies.set(id, data['agency']);
    else {
      const one = await said(
        service,
        service.client.v1.agencies[':agency'].$get({ param: param({ agency: id }), query: {} }),
      );
      if (!one.ok) return one;
      agencies.set(id, one.value.agency);
    }
  }
  const parsed = parseOffice({ ...settings.value.settings, agencies: [...agencies.values()] });
  if (!parsed.ok) return otherVersion(service);
  const office = parsed.value;
  const calendar = createCalendar({ swaps: office.holidays, announcedYears: office.announcedYears });
  return { ok: true, value: { office, directory: directory(office.agencies), calendar }, findings: [] };
}

/** Reads the history of a plan: its versions, what was asked under it, periods opened. */
export async function planHistory(service: Service, plan: string): Promise<Read<PlanHistory>> {
  const entries = await ledgerEntries(service, { stream: planStream(plan) });
  if (!entries.ok) return entries;
  // The kinds of a plan's stream are core's; a server of another version may have more, which the fold does not know.
  const known = entries.value.filter(
    ({ kind, data }) => ['adopt', 'request', 'open-period'].includes(kind) && isRecord(data),
  );
  return {
    ok: true,
    value: (known as unknown as readonly PlanEntry[]).reduce(applyPlanEntry, noHistory),
    findings: [],
  }; // see above
}
