import {
  applyEntry,
  followUpRows,
  isObligationEntry,
  none,
  obligations,
  obligationStream,
  vietnamMoment,
  type EntryContent,
  type Facts,
  type Moment,
} from '@dondoc/core';
import type { BoardRow } from '../desk/board.ts';
import type { PaperChoice, PaperOffice } from '../desk/papers.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { said, type ReportOf } from './api.ts';
import type { Service } from './service.ts';
import { adoptedOffice, ledgerEntries, planHistory } from './truth.ts';

/** All that a paper of one report and period follows from, as the ledger has it. */
export interface LedgerReport {
  readonly office: PaperOffice;
  readonly choice: PaperChoice;
  readonly rows: readonly BoardRow[];
  readonly now: Moment;
}

async function factsOf(
  service: Service,
  { plan, report, period }: ReportOf,
): Promise<Read<ReadonlyMap<string, Facts>>> {
  const prefix = `${obligationStream(`${plan}/${report}/${period}`)}/`;
  const entries = await ledgerEntries(service, { prefix });
  if (!entries.ok) return entries;
  const facts = new Map<string, Facts>();
  for (const one of entries.value) {
    // JSON came in; what was sealed was decided by core.
    const entry = { ...one, data: one.data ?? null } as EntryContent;
    const id = entry.stream.slice(obligationStream('').length);
    if (isObligationEntry(entry)) facts.set(id, applyEntry(facts.get(id) ?? none, entry));
  }
  return { ok: true, value: facts, findings: [] };
}

/** Reads what the ledger has of a report and period and folds it: who owes, what happened, how each stands now. */
export async function ledgerReport(service: Service, of: ReportOf): Promise<Read<LedgerReport>> {
  const [me, office, history, facts] = [
    await said(service, service.client.v1.me.$get()),
    await adoptedOffice(service),
    await planHistory(service, of.plan),
    await factsOf(service, of),
  ];
  if (!me.ok) return me;
  if (!office.ok) return office;
  if (!history.ok) return history;
  if (!facts.ok) return facts;
  const { directory, calendar, office: settings } = office.value;
  const { versions, events, openings } = history.value;
  const range = { report: of.report, period: of.period };
  const owed = obligations({ plan: versions, agencies: directory, calendar, events, openings, range });
  const [first] = owed;
  const plan = versions.find(({ version }) => version === first?.planVersion)?.plan;
  if (first === undefined || plan === undefined)
    return { ok: false, findings: [fileFinding('service.nothing-here', 'dondoc', { ...range, known: '' })] };
  const now = vietnamMoment(Date.parse(me.value.now));
  const person = (id: string) =>
    settings.people.find((one) => one.id === id)?.name ??
    directory.at(id.replace(/:.*$/, ''), now.day)?.shortName ??
    id;
  const { dueSoonDays } = settings.settings;
  const rows = followUpRows({ obligations: owed, facts: facts.value, now, calendar, dueSoonDays, person }).map(
    (row) => ({
      ...row,
      name: directory.at(row.obligation.unit, now.day)?.name ?? row.obligation.unit,
    }),
  );
  return {
    ok: true,
    value: { office: office.value, choice: { plan, report: first.report, period: first.period }, rows, now },
    findings: [],
  };
}
