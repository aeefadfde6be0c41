import type { CliContext, ExitCode } from '../context.ts';
import { askedOf, chooseReport, unknownUnit, type ReportChoice } from '../desk/choice.ts';
import { readInbox, type Received } from '../files/inbox.ts';
import { loadOffice, type OfficeFolder } from '../files/office.ts';
import type { LocatedFinding } from '../files/source.ts';
import { refuse } from './refuse.ts';
import { asOn } from './today.ts';

interface Flags {
  readonly plan?: string;
  readonly json?: boolean;
}

/** What a command names by its ids. */
interface Named {
  readonly report: string;
  readonly period: string;
  readonly unit?: string;
}

export interface Found {
  readonly folder: OfficeFolder;
  readonly choice: ReportChoice;
}

/** Reads the office folder, finds what a command names and goes on with it; refuses what is not there, all at once. */
export async function withChoice(
  context: CliContext,
  flags: Flags,
  { report, period, unit }: Named,
  run: (found: Found) => Promise<ExitCode>,
): Promise<ExitCode> {
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const unknown = unknownUnit(folder, unit);
  const chosen = chooseReport(folder, { plan: flags.plan, report, period });
  if (!chosen.ok || unknown.length > 0)
    return refuse(context, [...unknown, ...(chosen.ok ? [] : chosen.findings)], flags);
  return run({ folder, choice: chosen.value });
}

interface Inbox {
  readonly received: readonly Received[];
  /** Warnings and hints of the files that were taken. */
  readonly findings: readonly LocatedFinding[];
}

/** Reads what the units sent for the choice and goes on with it; refuses where any file cannot be taken. */
export async function withInbox(
  context: CliContext,
  flags: Flags & { readonly from: readonly string[] },
  { folder, choice, countedOn }: Found & { readonly countedOn?: string },
  run: (inbox: Inbox) => Promise<ExitCode>,
): Promise<ExitCode> {
  const asOf = countedOn === undefined ? context : asOn(context, countedOn);
  const read = await readInbox(asOf, folder, {
    ...askedOf(choice),
    paths: flags.from,
    ...(countedOn === undefined ? {} : { countedOn }),
  });
  return read.ok ? run({ received: read.value, findings: read.findings }) : refuse(context, read.findings, flags);
}
