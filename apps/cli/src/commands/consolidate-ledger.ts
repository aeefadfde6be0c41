import { join } from 'node:path';
import { parsePlan, type Form } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { coverageWords, totalsTable } from '../desk/totals.ts';
import { findOffice } from '../files/office.ts';
import type { LocatedFinding } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { consolidationPath } from '../issuing/workflow.ts';
import { askBytes, findPeriod, param, planOf, reportsOf, said, type ReportOf } from '../service/api.ts';
import { databasePath } from '../service/database.ts';
import { notRead } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import type { LiveConsolidation } from '../service/shapes.ts';
import { UsageError } from '../text/vietnamese.ts';
import { mention, refuse } from './refuse.ts';

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly previous?: readonly string[];
  readonly yearBefore?: readonly string[];
  readonly within?: readonly string[];
  readonly today?: string;
  readonly internal?: boolean;
  readonly output?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/**
 * Makes sure that there is a ledger to read where no files are named, and that no option says otherwise.
 *
 * @throws UsageError saying what is to be written
 */
export async function askForLedger(context: CliContext, flags: Flags): Promise<void> {
  const { server, today, previous, yearBefore, within } = flags;
  const folder = server === undefined ? await findOffice(context) : undefined;
  const there = folder !== undefined && (await context.files.stat(databasePath(folder))) !== undefined;
  if (server === undefined && !there)
    throw new UsageError(
      'Chưa ghi --from: thư mục này chưa có nhật ký. Ghi thư mục chứa báo cáo ở --from, hoặc chạy dondoc adopt trước.',
    );
  if (today !== undefined) throw new UsageError('--today chỉ dùng với --from: nhật ký có ngày của chính nó.');
  if ([previous, yearBefore, within].some((one) => one !== undefined))
    throw new UsageError(
      '--previous, --year-before, --within chỉ dùng với --from: nhật ký tự so sánh với các kỳ đã có.',
    );
}

/** What the app says is to be looked at again. */
const toLookAt = (of: ReportOf, { findings }: Pick<LiveConsolidation, 'findings'>): readonly LocatedFinding[] =>
  findings.map(({ rule, severity, message, mend, unit }) => ({
    rule,
    severity,
    where: [],
    params: {},
    file: [of.report, of.period, ...(unit === undefined ? [] : [unit])].join(' '),
    words: { message, ...(mend === undefined ? {} : { mend }) },
  }));

async function formOf(service: Service, of: ReportOf): Promise<Form | undefined> {
  const found = await planOf(service, of.plan);
  const parsed = found.ok ? parsePlan(found.value.plan) : undefined;
  const plan = parsed?.ok === true ? parsed.value : undefined;
  const report = plan?.reports.find(({ id }) => id === of.report);
  return plan?.forms.find(({ id }) => id === report?.form);
}

/** Shows or writes the consolidation as the ledger has it. */
export const consolidateLedger = (
  context: CliContext,
  flags: Flags & { readonly format: string },
  [report, period]: readonly [string, string],
): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const of = await findPeriod(service, { plan: flags.plan, report, period });
    if (!of.ok) return notRead(context, of.findings, flags);
    const path = consolidationPath(of.value);
    const live = await said(
      service,
      reportsOf(service).consolidation.$get({ param: param(of.value), query: { include: 'sources,paragraphs' } }),
    );
    if (!live.ok) return notRead(context, live.findings, flags);
    const { consolidation, findings } = live.value;
    const asJson = `${JSON.stringify({ ...consolidation, findings }, null, 2)}\n`;
    if (flags.output !== undefined) {
      const internal = flags.internal === true ? '?internal=1' : '';
      const made =
        flags.format === '.json'
          ? { ok: true as const, value: asJson }
          : await askBytes(service, flags.format === '.csv' ? `${path}.csv` : `${path}.docx${internal}`);
      if (!made.ok) return notRead(context, made.findings, flags);
      const own = service.folder === undefined ? [] : [join(service.folder, 'out')];
      const failures = await writeFiles(context, [{ path: flags.output, content: made.value }], {
        force: flags.force === true,
        own,
      });
      if (failures.length > 0) return refuse(context, failures, flags);
    }
    const form = flags.output === undefined && flags.json !== true ? await formOf(service, of.value) : undefined;
    if (flags.json === true) say(context, asJson);
    else if (form !== undefined) say(context, totalsTable(consolidation, form, context.terminal.columns));
    mention(context, toLookAt(of.value, live.value), flags);
    tell(context, coverageWords(consolidation));
    const { missing } = consolidation.coverage;
    if (missing.length > 0) {
      const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
      tell(context, `Chưa có báo cáo của: ${missing.map((id) => names.get(id) ?? id).join('; ')}.`);
    }
    if (flags.output !== undefined) tell(context, `Đã ghi ${flags.output}.`);
    return 0;
  });
