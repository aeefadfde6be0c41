import { yearBefore, previousPeriod, type Period } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import { askedOf, chooseReport, neededForm, wordsOf, type ReportChoice } from '../desk/choice.ts';
import { gather, type Compared, type Gathered } from '../desk/consolidation.ts';
import { hadArrived } from '../desk/facts.ts';
import { readInbox, type Received } from '../files/inbox.ts';
import type { OfficeFolder } from '../files/office.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { asOn } from './today.ts';

interface Asked {
  readonly folder: OfficeFolder;
  readonly choice: ReportChoice;
  /** ISO: what came later is left out. */
  readonly today: string;
}

export interface GatherPaths {
  readonly from: readonly string[];
  readonly previous?: readonly string[];
  readonly yearBefore?: readonly string[];
  readonly within?: readonly string[];
}

export interface Whole {
  readonly main: Gathered;
  readonly compared: Compared;
}

/** Reads and adds up the reports of a period, and of those that it is held against; every finding of all of them at once. */
export async function gatherAll(context: CliContext, asked: Asked, paths: GatherPaths): Promise<Read<Whole>> {
  const { folder, choice, today } = asked;
  const form = neededForm(choice);
  const before = (files: readonly string[] | undefined, period: Period | undefined) =>
    gatherOther(context, asked, { files, period });
  const received = await readArrived(context, asked, paths.from);
  const previous = await before(paths.previous, previousPeriod(choice.period));
  const lastYear = await before(paths.yearBefore, yearBefore(choice.period));
  const within = await gatherWithin(context, { folder, choice, today }, paths.within);
  const findings = [form, received, previous, lastYear, within].flatMap((read) =>
    'findings' in read ? read.findings : [],
  );
  if (!form.ok || !received.ok || !previous.ok || !lastYear.ok || !within.ok) return { ok: false, findings };
  const compared = { previous: previous.value, yearBefore: lastYear.value, within: within.value };
  const main = gather(folder, choice, { form: form.value, received: received.value, compared });
  return { ok: true, value: { main, compared }, findings };
}

async function readArrived(
  context: CliContext,
  { folder, choice, today }: Asked,
  paths: readonly string[],
): Promise<Read<readonly Received[]>> {
  const asked = { ...askedOf(choice), paths, countedOn: today };
  const read = await readInbox(asOn(context, today), folder, asked);
  return read.ok ? { ...read, value: read.value.filter(({ submission }) => hadArrived(submission, today)) } : read;
}

async function gatherChoice(
  context: CliContext,
  asked: Asked,
  paths: readonly string[],
): Promise<Read<Gathered | undefined>> {
  const form = neededForm(asked.choice);
  if (!form.ok) return form;
  const read = await readArrived(context, asked, paths);
  if (!read.ok) return read;
  return { ...read, value: gather(asked.folder, asked.choice, { form: form.value, received: read.value }) };
}

const nothing = { ok: true, value: undefined, findings: [] } as const;

/** Adds up another period of the same report, under whichever plan had it. */
async function gatherOther(
  context: CliContext,
  asked: Asked,
  { files, period }: { readonly files: readonly string[] | undefined; readonly period: Period | undefined },
): Promise<Read<Gathered | undefined>> {
  if (files === undefined || files.length === 0 || period === undefined) return nothing;
  const { folder, choice } = asked;
  // The half-year before the first one is another report in many plans: the period alone tells which.
  const reports = new Set(
    folder.plans.flatMap(({ plan }) => plan.reports.filter(({ form }) => form !== undefined).map(({ id }) => id)),
  );
  const choices = [choice.report.id, ...reports].map((report) =>
    chooseReport(folder, { plan: undefined, report, period: period.id }),
  );
  const other = choices.find((one) => one.ok);
  if (other?.ok !== true) return { ok: false, findings: choices[0]?.ok === false ? choices[0].findings : [] };
  return gatherChoice(context, { ...asked, choice: other.value }, files);
}

/** Adds up a period that lies inside the one asked for: which one, its files say. */
async function gatherWithin(
  context: CliContext,
  asked: Asked,
  files: readonly string[] | undefined,
): Promise<Read<Gathered | undefined>> {
  if (files === undefined || files.length === 0) return nothing;
  const { folder, choice } = asked;
  const read = await readInbox(asOn(context, asked.today), folder, { paths: files });
  if (!read.ok) return read;
  const [first] = read.value;
  const found =
    first === undefined
      ? undefined
      : chooseReport(folder, {
          plan: first.submission.plan,
          report: first.submission.report,
          period: first.submission.period,
        });
  const outside: readonly LocatedFinding[] = [fileFinding('command.not-within', files.join(', '), wordsOf(choice))];
  if (found?.ok !== true || !isInside(found.value.period, choice.period)) return { ok: false, findings: outside };
  const inner = await gatherChoice(context, { ...asked, choice: found.value }, files);
  return inner.ok ? inner : { ok: false, findings: [...outside, ...inner.findings] };
}

const isInside = (inner: Period, outer: Period): boolean =>
  inner.id !== outer.id && inner.firstDay >= outer.firstDay && inner.lastDay <= outer.lastDay;
