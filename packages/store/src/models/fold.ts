import {
  applyConsolidationEntry,
  applyEntry,
  applyPlanEntry,
  isObligationEntry,
  noConsolidation,
  noHistory,
  none,
  type Agency,
  type AgencyEntry,
  type ConsolidationEntry,
  type ConsolidationState,
  type EntryContent,
  type Facts,
  type OfficeEntry,
  type OfficeSettings,
  type PlanEntry,
  type PlanHistory,
} from '@dondoc/core';
import { streamOf } from '../ledger/streams.ts';
import type { ObligationKey, ReportPeriod } from '../types.ts';

export interface FactsModel extends ObligationKey {
  readonly facts: Facts;
  /** Version of the entry that holds what the unit sent last, where the fold has seen one. */
  readonly filed?: number;
  /** How many of its entries were erased. */
  readonly erased: number;
}

export interface ConsolidationModel extends ReportPeriod {
  readonly state: ConsolidationState;
}

export interface AgencyModel {
  readonly agency: Agency;
  readonly version: number;
}

interface Place {
  readonly stream: string;
  readonly version: number;
}

/** The read models in memory, by stream: those of the streams that an append touches, or of the whole ledger. */
export interface Models {
  readonly facts: Map<string, FactsModel>;
  readonly plans: Map<string, PlanHistory>;
  readonly agencies: Map<string, AgencyModel>;
  readonly consolidations: Map<string, ConsolidationModel>;
  settings?: OfficeSettings;
  /** The last entry that changed office, agencies or plans. */
  configured?: Place;
}

export const noModels = (): Models => ({
  facts: new Map(),
  plans: new Map(),
  agencies: new Map(),
  consolidations: new Map(),
});

/** An entry as a fold takes it: `erased` where its data are gone. */
export type Folded = { readonly content: EntryContent; readonly erased?: boolean };

/** Data of these kinds hold a submission, which the ledger alone keeps. */
const FILED: ReadonlySet<string> = new Set(['submit', 'record', 'revise']);

const foldObligation = (
  models: Models,
  { stream, key, content, erased }: Folded & { stream: string; key: ObligationKey },
) => {
  if (!isObligationEntry(content)) throw new RangeError(`An obligation knows no ${content.kind}.`);
  const before = models.facts.get(stream);
  const { plan, report, period, unit } = key;
  const filed = FILED.has(content.kind) ? content.version : before?.filed;
  models.facts.set(stream, {
    plan,
    report,
    period,
    unit,
    // Narrowing a union by a spread is beyond TypeScript: an erased entry of any kind has null for its data.
    facts: applyEntry(
      before?.facts ?? none,
      erased ? ({ ...content, data: null } as EntryContent<typeof content.kind, null>) : content,
    ),
    erased: (before?.erased ?? 0) + (erased ? 1 : 0),
    ...(filed === undefined ? {} : { filed }),
  });
};

/**
 * Adds one entry to the read models. An erased entry of an obligation counts as having happened; of the other streams
 * only such are erased as nothing hangs on any more, or whose fold is the same without its words.
 */
export const fold = (models: Models, { content, erased = false }: Folded): void => {
  const { stream, version } = content;
  const about = streamOf(stream);
  const configured = { stream, version };
  // Below, the kinds and data are what core sealed into this stream, which is as much as the ledger can promise.
  switch (about.of) {
    case 'obligation':
      foldObligation(models, { stream, key: about, content, erased });
      return;
    case 'plan': {
      const history = models.plans.get(stream) ?? noHistory;
      models.plans.set(stream, erased ? { ...history, version } : applyPlanEntry(history, content as PlanEntry));
      models.configured = configured;
      return;
    }
    case 'agency': {
      if (!erased) models.agencies.set(stream, { agency: (content as AgencyEntry).data.agency, version });
      models.configured = configured;
      return;
    }
    case 'consolidation': {
      const { plan, report, period } = about;
      const state = models.consolidations.get(stream)?.state ?? noConsolidation;
      // Only what was sent back is ever erased there: it was, for reasons that are gone.
      const said = erased ? { ...content, data: { note: '' } } : content;
      const next = applyConsolidationEntry(state, said as ConsolidationEntry);
      models.consolidations.set(stream, { plan, report, period, state: next });
      return;
    }
    case 'office': {
      const entry = content as OfficeEntry;
      if (entry.kind !== 'adopt') return;
      if (!erased) models.settings = entry.data.settings;
      models.configured = configured;
      return;
    }
    case 'checkpoint':
      return;
  }
};
