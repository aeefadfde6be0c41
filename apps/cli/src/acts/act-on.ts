import { flags as shared, serviceFlags } from '../commands/flags.ts';
import type { LocatedFinding } from '../files/source.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { table } from '../print/table.ts';
import { findReport, once, param, reportsOf, said, type FoundReport } from '../service/api.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import { unitsOf } from '../service/units.ts';
import { placeOf, type Placing } from '../service/answer.ts';
import { showWarnings } from './imported.ts';
import type { ActDone, ManyAct, ObligationRow } from '../service/shapes.ts';
import { word } from '../text/parse.ts';
import { describe } from '../text/rules.ts';
import { UsageError } from '../text/vietnamese.ts';

/** Options of every act on obligations. */
export interface ActFlags extends ConnectFlags {
  readonly plan?: string;
  readonly json?: boolean;
}

export const actFlags = { plan: shared.plan, ...serviceFlags } as const;

/** `unit… report period`, as they are typed. */
export const unitsReportPeriod = {
  kind: 'array',
  minimum: 3,
  parameter: {
    parse: word,
    placeholder: 'đơn-vị… báo-cáo kỳ',
    brief: 'Mã các đơn vị (cách nhau bằng dấu cách), rồi mã báo cáo và kỳ',
  },
} as const;

export interface Named {
  readonly units: readonly string[];
  readonly report: string;
  readonly period: string;
}

/** Takes apart `unit… report period`. */
export function namedIn(args: readonly string[]): Named {
  const [period, report, ...units] = args.toReversed();
  if (period === undefined || report === undefined || units.length === 0)
    throw new UsageError('Ghi mã một hoặc nhiều đơn vị, rồi mã báo cáo và kỳ. Xem cách dùng bằng --help.');
  const twice = units.find((unit, index) => units.indexOf(unit) !== index);
  if (twice !== undefined) throw new UsageError(`Đơn vị “${twice}” được ghi hai lần. Chỉ giữ một.`);
  return { units: units.toReversed(), report, period };
}

export interface Target extends FoundReport {
  readonly service: Service;
  /** Of the units named, in the order named. */
  readonly rows: readonly ObligationRow[];
}

/** Finds the report, period and units that a person means and goes on with them; refuses what is not there. */
export const withTarget = (
  context: CliContext,
  flags: ActFlags,
  { units, report, period }: Named,
  run: (target: Target) => Promise<ExitCode>,
): Promise<ExitCode> =>
  withService(context, { ...flags, role: 'officer' }, async (service) => {
    const found = await findReport(service, { plan: flags.plan, report, period });
    if (!found.ok) return notDone(context, found.findings, flags);
    const rows = await unitsOf(service, found.value.board, units);
    if (!rows.ok) return notDone(context, rows.findings, flags);
    return run({ service, ...found.value, rows: rows.value });
  });

/** A unit after an act. */
interface Shown {
  readonly unit: string;
  readonly badge: { readonly text: string; readonly desk?: string };
  readonly receipt: string;
}

/** Shows what acts came to: each unit with its state and receipt, then all in one sentence. */
export function showDone(
  context: CliContext,
  {
    rows,
    answers,
    sentence,
  }: { readonly rows: readonly ObligationRow[]; readonly answers: readonly Shown[]; readonly sentence: string },
): void {
  const names = new Map(rows.map(({ unit }) => [unit.id, unit.shortName]));
  const cells = answers.map(({ unit, badge, receipt }) => [names.get(unit) ?? unit, badge.desk ?? badge.text, receipt]);
  const columns = [{ title: 'Đơn vị', least: 20 }, { title: 'Trạng thái', least: 24 }, { title: 'Mã xác nhận' }];
  say(context, table(columns, cells, context.terminal.columns));
  tell(context, sentence);
}

/** Shows what one act on one report came to, and what to look at again in it. */
export function showOne(context: CliContext, { unit }: ObligationRow, { sentence, warnings }: ActDone): void {
  tell(context, `${unit.shortName}: ${sentence}`);
  showWarnings(context, unit.id, warnings);
}

/** Names the unit that a finding is about, and the option where it is about one. */
const ofUnit =
  (units: readonly string[]): Placing =>
  ([part, index, ...rest], finding) => {
    const unit = part === 'units' && typeof index === 'number' ? units[index] : undefined;
    if (unit === undefined) return undefined;
    return { ...finding, file: rest.length === 0 ? unit : `${unit} ${placeOf(`/${rest.join('/')}`)}` };
  };

/** Shows why none of the units was acted on: what names them leads and is no point of its own, each reason is said once. */
function refuseUnits(context: CliContext, findings: readonly LocatedFinding[], flags: ActFlags): ExitCode {
  const isLead = ({ rule }: LocatedFinding): boolean => rule === 'act.units-refused';
  const lead = findings.find(isLead);
  const reasons = findings.filter((one) => !isLead(one));
  if (flags.json === true || lead === undefined || reasons.length === 0) return notDone(context, findings, flags);
  const told = new Map(reasons.map((one) => [JSON.stringify([one.file, one.rule, describe(one).message]), one]));
  tell(context, describe(lead).message);
  return notDone(context, [...told.values()], flags);
}

/** Does one act of the desk on units, all or nothing, and shows what it came to. */
export const actOnUnits = (
  context: CliContext,
  flags: ActFlags,
  { named, act }: { readonly named: Named; readonly act: (target: Target) => ManyAct },
): Promise<ExitCode> =>
  withTarget(context, flags, named, async (target) => {
    const { service, of, rows } = target;
    const json = { ...act(target), units: [...named.units] };
    const done = await said(
      service,
      reportsOf(service).acts.$post({ param: param(of), json }, once()),
      ofUnit(named.units),
    );
    if (!done.ok) return refuseUnits(context, done.findings, flags);
    if (flags.json === true) say(context, JSON.stringify(done.value, null, 2));
    else showDone(context, { rows, answers: done.value.units, sentence: done.value.sentence });
    return 0;
  });
