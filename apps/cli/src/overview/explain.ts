import { command } from '../commands/command.ts';
import { flags as shared, reportAndPeriod, serviceFlags, unitParameter } from '../commands/flags.ts';
import { notRead } from '../service/findings.ts';
import { say, type CliContext, type ExitCode } from '../context.ts';
import { findReport, only, param, reportsOf, said } from '../service/api.ts';
import { toCome } from '../service/as-of.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags } from '../service/service.ts';
import { day } from '../text/parse.ts';
import { unitsOf } from '../service/units.ts';

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** Shows why an obligation is in its state: the rule, the law, the dates, what happened and who declared it. */
export async function explain(
  context: CliContext,
  flags: Flags,
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> {
  return withService(context, flags, async (service) => {
    const early = await toCome(service, flags.asOf);
    if (early.length > 0) return notRead(context, early, flags);
    const found = await findReport(service, { plan: flags.plan, asOf: flags.asOf, report, period });
    if (!found.ok) return notRead(context, found.findings, flags);
    const known = await unitsOf(service, found.value.board, [unit]);
    if (!known.ok) return notRead(context, known.findings, flags);
    const pending = reportsOf(service).obligations[':unit'].explain.$get({
      param: param({ ...found.value.of, unit }),
      query: only({ asOf: flags.asOf }),
    });
    const answer = await said(service, pending);
    if (!answer.ok) return notRead(context, answer.findings, flags);
    if (flags.json === true) say(context, JSON.stringify(answer.value, null, 2));
    else say(context, answer.value.lines.join('\n'));
    return 0;
  });
}

export const explainCommand = command<Flags, readonly [string, string, string]>({
  run: explain,
  brief: 'Căn cứ tính thời hạn và tình trạng báo cáo của một đơn vị',
  more: [
    'Ví dụ: dondoc explain mn-hoa-sen half-year 2020-H1',
    'Nêu quy tắc thời hạn và nguyên văn trong kế hoạch, căn cứ pháp lý, các mốc ngày, từng việc đã ghi nhận (thời điểm ghi, ngày nhận, người khai báo).',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      asOf: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Tình hình đến hết ngày này' },
      ...serviceFlags,
    },
    positional: { kind: 'tuple', parameters: [unitParameter, ...reportAndPeriod] },
  },
});
