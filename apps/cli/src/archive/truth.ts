import {
  canonicalJson,
  formatDate,
  type Agency,
  type AgencyEntry,
  type Json,
  type OfficeEntry,
  type OfficeSettings,
  type Plan,
  type PlanEntry,
} from '@dondoc/core';
import type { LedgerRow } from '@dondoc/store';
import { toYaml } from '../files/plan-yaml.ts';

/** What was adopted, by the ledger alone. */
export interface Truth {
  readonly settings: OfficeSettings | undefined;
  readonly agencies: readonly Agency[];
  readonly plans: readonly { readonly plan: Plan; readonly version: number; readonly adopted: string }[];
}

/** Reads out of the ledger what office, agencies and plans are now. */
export function truthOf(entries: readonly LedgerRow[]): Truth {
  let settings: OfficeSettings | undefined;
  const agencies = new Map<string, Agency>();
  const plans = new Map<string, Truth['plans'][number]>();
  for (const { stream, kind, secret } of entries) {
    if (kind !== 'adopt' || secret === null || secret === undefined) continue;
    // Of these streams the kinds and data are what core sealed into them.
    const data: unknown = secret.data;
    if (stream === 'office') settings = (data as Extract<OfficeEntry, { kind: 'adopt' }>['data']).settings;
    else if (stream.startsWith('agency:')) agencies.set(stream, (data as AgencyEntry['data']).agency);
    else if (stream.startsWith('plan:')) {
      const { plan, adopted } = data as Extract<PlanEntry, { kind: 'adopt' }>['data'];
      plans.set(stream, { plan, adopted, version: (plans.get(stream)?.version ?? 0) + 1 });
    }
  }
  const byOrder = [...agencies.values()].toSorted((a, b) => a.order - b.order);
  return { settings, agencies: byOrder, plans: [...plans.values()] };
}

export interface TruthFile {
  /** Within an office folder or an archive, with `/`. */
  readonly path: string;
  readonly content: string;
  /** What it says, in one way of writing: equal for files that differ in comments or order alone. */
  readonly says: string;
}

// Parsed offices and plans are plain data.
const textOf = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);

/** The office in one way of writing: the order of agencies in a file is the file's own. */
export const officeSays = ({ agencies, ...rest }: OfficeSettings & { readonly agencies: readonly Agency[] }): string =>
  textOf({ ...rest, agencies: agencies.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

export const planSays = (plan: Plan): string => textOf(plan);

/** Writes what was adopted as the files that an office folder has. */
export function truthFiles({ settings, agencies, plans }: Truth): readonly TruthFile[] {
  const made = plans.map(({ plan, version, adopted }): TruthFile => {
    const comments = [`Phiên bản ${String(version)}, áp dụng ngày ${formatDate(adopted)}.`];
    return { path: `plans/${plan.id}.yaml`, content: toYaml(plan, { schema: 'plan', comments }), says: planSays(plan) };
  });
  if (settings === undefined) return made;
  const office = { ...settings, agencies };
  const comments = ['Nội dung đã áp dụng trong nhật ký.'];
  return [
    { path: 'office.yaml', content: toYaml(office, { schema: 'office', comments }), says: officeSays(office) },
    ...made,
  ];
}
