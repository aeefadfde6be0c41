import { dirname, join, resolve } from 'node:path';
import {
  createCalendar,
  directory,
  parseOffice,
  parsePlan,
  type AgencyDirectory,
  type Office,
  type Plan,
  type WorkCalendar,
} from '@dondoc/core';
import type { CliContext } from '../context.ts';
import { codeOf } from './node.ts';
import { readSource, shown } from './read.ts';
import { fileFinding, type LocatedFinding, type Read, type Source } from './source.ts';

export interface PlanFile {
  readonly plan: Plan;
  readonly source: Source;
}

/** An office folder, read. */
export interface OfficeFolder {
  /** Absolute. */
  readonly folder: string;
  readonly office: Office;
  readonly source: Source;
  readonly directory: AgencyDirectory;
  readonly calendar: WorkCalendar;
  /** In order of year, then of id. */
  readonly plans: readonly PlanFile[];
}

/** Finds the office folder at or above a folder: the one with `office.yaml`. */
export async function findOffice(context: CliContext, from = context.cwd): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const stat = await context.files.stat(join(folder, 'office.yaml')).catch(() => undefined);
    if (stat?.kind === 'file') return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Lists the plan files of an office folder, sorted by name. */
export async function planPaths(context: CliContext, folder: string): Promise<readonly string[]> {
  try {
    const names = await context.files.list(join(folder, 'plans'));
    return names
      .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, 'plans', name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}

/** Finds the office in a file that has been read, or why it is none. */
export function officeIn(source: Source): Read<{ office: Office; source: Source }> {
  const parsed = parseOffice(source.value);
  const findings = source.locateAll(parsed.findings);
  return parsed.ok ? { ok: true, value: { office: parsed.value, source }, findings } : { ok: false, findings };
}

/** Finds the plan in a file that has been read, or why it is none. */
export function planIn(source: Source): Read<PlanFile> {
  const parsed = parsePlan(source.value);
  const findings = source.locateAll(parsed.findings);
  return parsed.ok ? { ok: true, value: { plan: parsed.value, source }, findings } : { ok: false, findings };
}

/** Reads and checks `office.yaml`. */
export async function readOffice(context: CliContext, path: string): Promise<Read<{ office: Office; source: Source }>> {
  const read = await readSource(context, path);
  return read.ok ? officeIn(read.value) : read;
}

/** Reads and checks a plan file. */
export async function readPlan(context: CliContext, path: string): Promise<Read<PlanFile>> {
  const read = await readSource(context, path);
  return read.ok ? planIn(read.value) : read;
}

/** Makes the working calendar of an office: the law's holidays and its own swap days. */
export const calendarOf = (office: Office): WorkCalendar =>
  createCalendar({ swaps: office.holidays, announcedYears: office.announcedYears });

/** Reads the office folder at or above a folder, by default the one in which the command runs; every finding at once. */
export async function loadOffice(context: CliContext, from = context.cwd): Promise<Read<OfficeFolder>> {
  const folder = await findOffice(context, from);
  if (folder === undefined) return { ok: false, findings: [fileFinding('office.not-found', shown(context, from))] };
  const office = await readOffice(context, join(folder, 'office.yaml'));
  const findings: LocatedFinding[] = [...office.findings];
  const plans: PlanFile[] = [];
  let sound = office.ok;
  for (const path of await planPaths(context, folder)) {
    const read = await readPlan(context, path);
    findings.push(...read.findings);
    if (read.ok) plans.push(read.value);
    else sound = false;
  }
  for (const [id, same] of Map.groupBy(plans, ({ plan }) => plan.id)) {
    if (same.length < 2) continue;
    sound = false;
    const files = same.map(({ source }) => source.file);
    findings.push(fileFinding('office.plan-twice', files[0] ?? '', { plan: id, files }));
  }
  if (!office.ok || !sound) return { ok: false, findings };
  return {
    ok: true,
    value: {
      folder,
      ...office.value,
      directory: directory(office.value.office.agencies),
      calendar: calendarOf(office.value.office),
      plans: plans.sort((a, b) => a.plan.year - b.plan.year || (a.plan.id < b.plan.id ? -1 : 1)),
    },
    findings,
  };
}
