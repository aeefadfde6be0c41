import { duePhrase, obligations, windowPhrase } from '@dondoc/core';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { chooseReport } from '../commands/which.ts';
import { loadOffice } from '../files/office.ts';
import { fileFinding } from '../files/source.ts';
import { UsageError } from '../text/vietnamese.ts';
import { day, word } from '../text/parse.ts';
import { formOf } from '../desk/consolidation.ts';
import { requestPaper } from '../desk/papers.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { aliases, output } from './plans.ts';

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly cutoffFrom?: string;
  readonly cutoffTo?: string;
  readonly method?: string;
  readonly contact?: string;
  readonly today?: string;
}

/** Makes the letter that opens a period: what to report, figures of which days, by when, how. */
export async function renderRequest(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const { cutoffFrom, cutoffTo } = flags;
  if ((cutoffFrom === undefined) !== (cutoffTo === undefined))
    throw new UsageError('--cutoff-from và --cutoff-to cần ghi cùng nhau.');
  if (cutoffFrom !== undefined && cutoffTo !== undefined && cutoffTo < cutoffFrom)
    throw new UsageError('--cutoff-to sớm hơn --cutoff-from.');
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const chosen = chooseReport(folder, { plan: flags.plan, report, period });
  if (!chosen.ok) return refuse(context, chosen.findings, flags);
  const choice = chosen.value;
  const owed = obligations({
    plan: choice.plan,
    agencies: folder.directory,
    calendar: folder.calendar,
    range: { report, period },
  });
  const [first] = owed;
  if (first === undefined)
    return refuse(context, [fileFinding('render.nobody-owes', choice.file.source.file, { report, period })], flags);
  if (first.notApplicable)
    return refuse(context, [fileFinding('render.not-applicable', choice.file.source.file, { report, period })], flags);
  const { due, window } = first;
  // A cut-off after the due date cannot be asked for: the plan leaves it out, and only the office can say which it is.
  const late = due.kind === 'dated' && window.to > due.lastDay;
  if (cutoffFrom === undefined && late) {
    tell(
      context,
      `Kế hoạch không ghi thời gian chốt số liệu; theo quy định chung số liệu tính ${windowPhrase(window)}, sau thời hạn gửi (${duePhrase(due)}). Công văn để trống phần này; đề nghị ghi bằng --cutoff-from và --cutoff-to.`,
    );
  }
  const stated =
    cutoffFrom !== undefined && cutoffTo !== undefined ? { from: cutoffFrom, to: cutoffTo } : late ? undefined : window;
  const form = formOf(choice);
  const bytes = await requestPaper(folder, choice, {
    due,
    day: todayOf(context, flags.today),
    ...(stated === undefined ? {} : { cutoff: { from: stated.from, to: stated.to } }),
    ...(form === undefined ? {} : { form }),
    ...(flags.method === undefined ? {} : { method: flags.method }),
    ...(flags.contact === undefined ? {} : { contact: flags.contact }),
  });
  return deliver(context, folder, { name: `cong-van-de-nghi-bao-cao-${period}`, bytes, flags });
}

export const reportAndPeriod = [
  { parse: word, placeholder: 'report', brief: 'Mã báo cáo trong kế hoạch: year, half-year…' },
  { parse: word, placeholder: 'period', brief: 'Kỳ: 2019, 2020-H1, 2020-Q3…' },
] as const;

export const renderRequestCommand = command<Flags, readonly [string, string]>({
  run: renderRequest,
  brief: 'Công văn đề nghị báo cáo, kèm đề cương và biểu số liệu',
  parameters: {
    flags: {
      plan: shared.plan,
      cutoffFrom: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Số liệu tính từ ngày' },
      cutoffTo: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Số liệu tính đến hết ngày' },
      method: { kind: 'parsed', parse: word, optional: true, placeholder: 'TEXT', brief: 'Hình thức gửi báo cáo' },
      contact: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'TEXT',
        brief: 'Người liên hệ: chức danh, họ tên, điện thoại',
      },
      today: shared.today,
      ...output,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
