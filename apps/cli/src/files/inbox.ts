import { join, resolve } from 'node:path';
import {
  readSubmission,
  readSubmissions,
  vietnamMoment,
  type Finding,
  type Plan,
  type ReadContext,
  type Submission,
} from '@dondoc/core';
import type { CliContext } from '../context.ts';
import type { OfficeFolder } from './office.ts';
import { codeOf } from './node.ts';
import { readSource, shown } from './read.ts';
import { fileFinding, type LocatedFinding, type Read, type Source } from './source.ts';

export interface Received {
  readonly submission: Submission;
  readonly source: Source;
}

export interface Only {
  readonly report: string;
  readonly period: string;
}

export interface InboxQuery {
  readonly paths: readonly string[];
  /** Only this plan, report and period will do; absent: whatever each file names. */
  readonly plan?: Plan;
  readonly only?: Only;
}

/** Lists the `.json` files named, and those in the folders named and below them; each once, sorted. */
export async function jsonPaths(context: CliContext, paths: readonly string[]): Promise<Read<readonly string[]>> {
  const found = new Map<string, string>();
  const findings: LocatedFinding[] = [];
  const walked = new Set<string>();
  const walk = async (path: string, named: boolean): Promise<void> => {
    try {
      const stat = await context.files.stat(path);
      if (stat === undefined) {
        findings.push(fileFinding('file.missing', shown(context, path)));
        return;
      }
      const real = await context.files.realPath(path);
      if (stat.kind !== 'folder') {
        if (named || /\.json$/i.test(path)) found.set(real, found.get(real) ?? path);
        return;
      }
      // A link back to a folder above would go round for ever.
      if (walked.has(real)) return;
      walked.add(real);
      const names = (await context.files.list(path)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) await walk(join(path, name), false);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      findings.push(
        fileFinding(code === 'ELOOP' ? 'file.link-loop' : 'file.unreadable', shown(context, path), { code }),
      );
    }
  };
  for (const path of paths) await walk(resolve(context.cwd, path), true);
  if (findings.length > 0) return { ok: false, findings };
  if (found.size === 0) return { ok: false, findings: [fileFinding('folder.no-submissions', paths.join(', '))] };
  return { ok: true, value: [...found.values()].sort(), findings: [] };
}

/** Reads submissions: every finding of every file at once, a unit at most once for each report and period. */
export async function readInbox(
  context: CliContext,
  folder: OfficeFolder,
  query: InboxQuery,
): Promise<Read<readonly Received[]>> {
  const paths = await jsonPaths(context, query.paths);
  if (!paths.ok) return paths;
  const findings: LocatedFinding[] = [];
  const byPlan = new Map<Plan, Source[]>();
  let sound = true;
  for (const path of paths.value) {
    const source = await readSource(context, path);
    findings.push(...source.findings);
    const plan = query.plan ?? (source.ok ? planFor(source.value, folder) : undefined);
    if (!source.ok || plan === undefined) sound = false;
    else byPlan.set(plan, [...(byPlan.get(plan) ?? []), source.value]);
  }
  const received: Received[] = [];
  for (const [plan, sources] of byPlan) {
    const read = readSubmissions(
      sources.map(({ file, value }) => ({ name: file, input: value })),
      readContext(context, folder, { plan, ...(query.only === undefined ? {} : { only: query.only }) }),
    );
    findings.push(...read.findings.map((finding) => locateIn(sources, finding)));
    if (!read.ok) sound = false;
    // Accepted submissions stand in the order of their sources.
    else
      received.push(
        ...read.value.flatMap((submission, index) =>
          sources[index] === undefined ? [] : [{ submission, source: sources[index] }],
        ),
      );
  }
  return sound ? { ok: true, value: received, findings } : { ok: false, findings };
}

/** Reads one submission that has been parsed. */
export function readOne(
  context: CliContext,
  source: Source,
  { folder, ...asked }: { folder: OfficeFolder; plan: Plan; only: Only },
): Read<Received> {
  const read = readSubmission(source.value, readContext(context, folder, asked));
  const findings = read.findings.map(source.locate);
  return read.ok ? { ok: true, value: { submission: read.value, source }, findings } : { ok: false, findings };
}

// The clock's day, never `--today`: what came after the day asked about did not come in the future.
const readContext = (
  context: CliContext,
  { directory, calendar }: OfficeFolder,
  asked: { plan: Plan; only?: Only },
): ReadContext => ({
  ...asked,
  directory,
  calendar,
  today: vietnamMoment(context.now()).day,
});

/** `readSubmissions` puts the index of the input before the path. */
function locateIn(sources: readonly Source[], finding: Finding): LocatedFinding {
  const [index, ...where] = finding.where;
  const source = typeof index === 'number' ? sources[index] : undefined;
  return source === undefined ? { ...finding, file: '' } : source.locate({ ...finding, where });
}

function planFor({ value }: Source, { plans }: OfficeFolder): Plan | undefined {
  const named = typeof value === 'object' && value !== null && 'plan' in value ? value.plan : undefined;
  // An unknown plan is held against the first one, which says so.
  return (plans.find(({ plan }) => plan.id === named) ?? plans[0])?.plan;
}
