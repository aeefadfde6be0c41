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
import { readSource } from './read.ts';
import { fileFinding, type LocatedFinding, type Read, type Source } from './source.ts';
import { listFiles, type Walked } from './walk.ts';

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
  /** ISO day on which a report counts as arrived whose file does not say when; absent: arrivals do not matter. */
  readonly countedOn?: string;
}

/** Lists the `.json` files named, and those in the folders named and below them; each once, sorted. */
export async function jsonPaths(context: CliContext, paths: readonly string[]): Promise<Read<readonly string[]>> {
  const { files, findings } = await listJson(context, paths);
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: files, findings };
}

/** Lists what can be listed, and why the rest cannot. */
async function listJson(context: CliContext, paths: readonly string[]): Promise<Walked> {
  const { files, findings } = await listFiles(context, paths, { files: /\.json$/i });
  const none = files.length === 0 && findings.length === 0;
  return {
    files: files.toSorted(),
    findings: none ? [fileFinding('folder.no-submissions', paths.join(', '))] : findings,
  };
}

/** Reads submissions: every finding of every file at once, a unit at most once for each report and period. */
export async function readInbox(
  context: CliContext,
  folder: OfficeFolder,
  query: InboxQuery,
): Promise<Read<readonly Received[]>> {
  const listed = await listJson(context, query.paths);
  // What cannot be listed hides no finding of what can.
  const findings: LocatedFinding[] = [...listed.findings];
  const taken: { readonly plan: Plan; readonly source: Source }[] = [];
  let sound = findings.length === 0;
  for (const path of listed.files) {
    const source = await readSource(context, path);
    findings.push(...source.findings);
    const plan = query.plan ?? (source.ok ? planFor(source.value, folder) : undefined);
    if (!source.ok || plan === undefined) sound = false;
    else taken.push({ plan, source: source.value });
  }
  const received: Received[] = [];
  for (const [plan, ofPlan] of Map.groupBy(taken, (one) => one.plan)) {
    const read = readTogether(context, folder, {
      plan,
      sources: ofPlan.map(({ source }) => source),
      ...(query.only === undefined ? {} : { only: query.only }),
    });
    findings.push(...read.findings);
    if (!read.ok) sound = false;
    else received.push(...read.value);
  }
  if (sound && query.countedOn !== undefined) findings.push(...withoutArrival(received, query.countedOn));
  return sound ? { ok: true, value: received, findings } : { ok: false, findings };
}

/** Reads parsed submissions of one plan together. */
export function readTogether(
  context: CliContext,
  office: Pick<OfficeFolder, 'directory' | 'calendar'>,
  { sources, ...asked }: { readonly sources: readonly Source[]; readonly plan: Plan; readonly only?: Only },
): Read<readonly Received[]> {
  const inputs = sources.map(({ file, value }) => ({ name: file, input: value }));
  const read = readSubmissions(inputs, readContext(context, office, asked));
  const findings = locateIn(sources, read.findings);
  if (!read.ok) return { ok: false, findings };
  // Accepted submissions stand in the order of their sources.
  const value = read.value.flatMap((submission, index) => {
    const source = sources[index];
    return source === undefined ? [] : [{ submission, source }];
  });
  return { ok: true, value, findings };
}

/** Names the files that do not say when they came: whether they came in time then hangs on the day of the command. */
const withoutArrival = (received: readonly Received[], countedOn: string): readonly LocatedFinding[] =>
  received
    .filter(({ submission }) => submission.receivedOn === undefined)
    .map(({ source }) =>
      source.locate({ rule: 'file.no-arrival', severity: 'warning', where: ['receivedOn'], params: { countedOn } }),
    );

/** Reads one submission that has been parsed. */
export function readOne(
  context: CliContext,
  source: Source,
  { folder, ...asked }: { folder: OfficeFolder; plan: Plan; only: Only },
): Read<Received> {
  const read = readSubmission(source.value, readContext(context, folder, asked));
  const findings = source.locateAll(read.findings);
  return read.ok ? { ok: true, value: { submission: read.value, source }, findings } : { ok: false, findings };
}

// The clock's day, never `--today`: what came after the day asked about did not come in the future.
const readContext = (
  context: CliContext,
  { directory, calendar }: Pick<OfficeFolder, 'directory' | 'calendar'>,
  asked: { plan: Plan; only?: Only },
): ReadContext => ({
  ...asked,
  directory,
  calendar,
  today: vietnamMoment(context.now()).day,
});

/** `readSubmissions` puts the index of the input before the path. */
function locateIn(sources: readonly Source[], findings: readonly Finding[]): readonly LocatedFinding[] {
  const bySource = sources.map((): Finding[] => []);
  for (const {
    where: [index, ...where],
    ...finding
  } of findings)
    if (typeof index === 'number') bySource[index]?.push({ ...finding, where });
  return sources.flatMap((source, index) => source.locateAll(bySource[index] ?? []));
}

function planFor({ value }: Source, { plans }: OfficeFolder): Plan | undefined {
  const named = typeof value === 'object' && value !== null && 'plan' in value ? value.plan : undefined;
  // An unknown plan is held against the first one, which says so.
  return (plans.find(({ plan }) => plan.id === named) ?? plans[0])?.plan;
}
