import { duePhrase, windowPhrase, type DataWindow } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, reportAndPeriod } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { withChoice } from '../commands/with-choice.ts';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { formOf, nameOf, owed, wordsOf } from '../desk/choice.ts';
import { requestPaper } from '../desk/papers.ts';
import { fileFinding } from '../files/source.ts';
import { day, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly cutoffFrom?: string;
  readonly cutoffTo?: string;
  readonly method?: string;
  readonly contact?: string;
  readonly today?: string;
}

/** The cut-off that the flags state, both days inclusive. */
function statedCutoff({ cutoffFrom: from, cutoffTo: to }: Flags): Pick<DataWindow, 'from' | 'to'> | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new UsageError('--cutoff-from và --cutoff-to cần ghi cùng nhau.');
  if (to < from) throw new UsageError('Ngày ghi ở --cutoff-to trước ngày ghi ở --cutoff-from. Đề nghị kiểm tra lại.');
  return { from, to };
}

/** Makes the letter that opens a period: what to report, figures of which days, by when, how. */
export async function renderRequest(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const stated = statedCutoff(flags);
  return withChoice(context, flags, { report, period }, async ({ folder, choice }) => {
    const refusal = (rule: string) =>
      refuse(context, [fileFinding(rule, choice.file.source.file, wordsOf(choice))], flags);
    const duties = owed(folder, choice);
    const [first] = duties;
    if (first === undefined) return refusal('render.nobody-owes');
    if (first.notApplicable) return refusal('render.not-applicable');
    const { due, window } = first;
    // A cut-off after the due date cannot be asked for: the plan leaves it out, and only the office can say which it is.
    const late = due.kind === 'dated' && window.to > due.lastDay;
    if (stated === undefined && late) {
      tell(
        context,
        `Kế hoạch không ghi thời gian chốt số liệu; theo quy định chung số liệu tính ${windowPhrase(window)}, sau thời hạn gửi (${duePhrase(due)}). Công văn không nêu thời gian chốt số liệu; đề nghị ghi bằng --cutoff-from và --cutoff-to.`,
      );
    }
    const cutoff = stated ?? (late ? undefined : { from: window.from, to: window.to });
    const form = formOf(choice);
    const bytes = await requestPaper(folder, choice, {
      due,
      duties,
      day: todayOf(context, flags.today),
      ...(cutoff === undefined ? {} : { cutoff }),
      ...(form === undefined ? {} : { form }),
      ...(flags.method === undefined ? {} : { method: flags.method }),
      ...(flags.contact === undefined ? {} : { contact: flags.contact }),
    });
    return deliver(context, folder, { name: `cong-van-de-nghi-bao-cao-${nameOf(folder, choice)}`, bytes, flags });
  });
}

export const renderRequestCommand = command<Flags, readonly [string, string]>({
  run: renderRequest,
  brief: 'Công văn đề nghị báo cáo, kèm đề cương và biểu số liệu',
  parameters: {
    flags: {
      plan: shared.plan,
      cutoffFrom: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Số liệu tính từ ngày' },
      cutoffTo: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Số liệu tính đến hết ngày' },
      method: { kind: 'parsed', parse: word, optional: true, placeholder: 'TEXT', brief: 'Hình thức gửi báo cáo' },
      contact: shared.contact,
      today: shared.today,
      ...docxFlags,
    },
    aliases,
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
