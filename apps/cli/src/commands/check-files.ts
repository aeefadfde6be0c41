import { dirname, join } from 'node:path';
import { bySeverity, checkOffice, checkPlan, directory, type Office, type Plan } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import { readTogether } from '../files/inbox.ts';
import { calendarOf, findOffice, officeIn, planIn, planPaths, readOffice, readPlan } from '../files/office.ts';
import { readSource, shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Source } from '../files/source.ts';
import { listFiles } from '../files/walk.ts';

export interface Checked {
  readonly files: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

/** What of a folder is checked: not the schemas, which are no data of the office, nor what dondoc itself has made. */
const WANTED = { files: /\.(?:json|ya?ml)$/i, not: new Set(['schemas', 'out', 'node_modules']) };

/** Checks files and folders, or the office's own and what its units sent where none is named: every finding of every file. */
export async function checkFiles(context: CliContext, paths: readonly string[]): Promise<Checked> {
  const here = await findOffice(context);
  if (paths.length === 0 && here === undefined)
    return { files: [], findings: [fileFinding('office.not-found', shown(context, context.cwd))] };
  const asked = paths.length > 0 || here === undefined ? paths : await ownPaths(context, here);
  const listed = await listFiles(context, asked, WANTED);
  const findings = [...listed.findings];
  if (listed.files.length === 0 && findings.length === 0)
    findings.push(fileFinding('folder.nothing-to-check', paths.join(', ')));
  const offices = officesOf(context);
  const submissions: Source[] = [];
  for (const path of listed.files) {
    const source = await readSource(context, path);
    if (!source.ok) findings.push(...source.findings);
    else if (formatOf(source.value) === 'dondoc.submission/1') submissions.push(source.value);
    else findings.push(...(await checkSource(source.value, offices)));
  }
  findings.push(...(await checkSubmissions(context, submissions, offices)));
  return { files: listed.files.map((path) => shown(context, path)), findings };
}

/** Names what an office has of its own: `office.yaml`, its plans, and the folder of what its units sent. */
async function ownPaths(context: CliContext, folder: string): Promise<readonly string[]> {
  const inbox = join(folder, 'inbox');
  const stat = await context.files.stat(inbox);
  const plans = await planPaths(context, folder);
  return [join(folder, 'office.yaml'), ...plans, ...(stat?.kind === 'folder' ? [inbox] : [])];
}

interface Around {
  /** Absent where `office.yaml` cannot be read. */
  readonly office: Office | undefined;
  readonly plans: () => Promise<readonly Plan[]>;
}

type Offices = (path: string) => Promise<Around | undefined>;

/** Finds the office around a file; each is read once. */
function officesOf(context: CliContext): Offices {
  const known = new Map<string, Promise<Around>>();
  const read = async (folder: string): Promise<Around> => {
    const office = await readOffice(context, join(folder, 'office.yaml'));
    let plans: Promise<readonly Plan[]> | undefined;
    return {
      office: office.ok ? office.value.office : undefined,
      plans: () => (plans ??= plansIn(context, folder)),
    };
  };
  return async (path) => {
    const folder = await findOffice(context, dirname(path));
    if (folder === undefined) return undefined;
    const around = known.get(folder) ?? read(folder);
    known.set(folder, around);
    return around;
  };
}

async function plansIn(context: CliContext, folder: string): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const path of await planPaths(context, folder)) {
    const read = await readPlan(context, path);
    if (read.ok) plans.push(read.value.plan);
  }
  return plans;
}

async function checkSource(source: Source, offices: Offices): Promise<readonly LocatedFinding[]> {
  const format = formatOf(source);
  if (format === 'dondoc.office/1') {
    const read = officeIn(source);
    if (!read.ok) return read.findings;
    return [...read.findings, ...source.locateAll(checkOffice({ office: read.value.office }))];
  }
  if (format === 'dondoc.plan/1') {
    const read = planIn(source);
    if (!read.ok) return read.findings;
    const office = (await offices(source.path))?.office;
    const known = office === undefined ? {} : { office, calendar: calendarOf(office) };
    return [...read.findings, ...source.locateAll(bySeverity(checkPlan({ plan: read.value.plan, ...known })))];
  }
  const unknown = fileFinding('file.unknown-format', source.file, { format: format ?? '' });
  return [source.locate({ ...unknown, where: ['format'] })];
}

/** Reads submissions as the consolidation would: those of one plan together, so that a unit which is there twice is seen. */
async function checkSubmissions(
  context: CliContext,
  sources: readonly Source[],
  offices: Offices,
): Promise<readonly LocatedFinding[]> {
  const findings: LocatedFinding[] = [];
  const taken: { readonly office: Office; readonly plan: Plan; readonly source: Source }[] = [];
  for (const source of sources) {
    const around = await offices(source.path);
    if (around?.office === undefined) {
      findings.push(fileFinding('office.not-found', source.file));
      continue;
    }
    const plans = await around.plans();
    const id = (source.value as { plan?: unknown }).plan; // formatOf has seen an object
    // A file that names no plan is held against the first one, which says what else it lacks.
    const plan = typeof id === 'string' ? plans.find((one) => one.id === id) : plans[0];
    if (plan !== undefined) taken.push({ office: around.office, plan, source });
    else {
      const params = { plan: String(id), known: plans.map((one) => one.id) };
      findings.push(source.locate({ ...fileFinding('command.unknown-plan', source.file, params), where: ['plan'] }));
    }
  }
  for (const [plan, ofPlan] of Map.groupBy(taken, (one) => one.plan)) {
    const [first] = ofPlan;
    if (first === undefined) continue;
    const office = { directory: directory(first.office.agencies), calendar: calendarOf(first.office) };
    const read = readTogether(context, office, { plan, sources: ofPlan.map(({ source }) => source) });
    findings.push(...read.findings);
  }
  return findings;
}

function formatOf({ value }: Source): string | undefined {
  if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
  return typeof value.format === 'string' ? value.format : undefined;
}
