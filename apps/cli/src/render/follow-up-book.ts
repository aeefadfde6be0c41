import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { askForLedger } from '../commands/consolidate-ledger.ts';
import { aliases, docxFlags, flags as shared, serviceFlags } from '../commands/flags.ts';
import { mention, refuse } from '../commands/refuse.ts';
import { asOn, momentOf } from '../commands/today.ts';
import { askedOf, chooseReport, nameOf, type ReportChoice } from '../desk/choice.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import { findPeriod } from '../service/api.ts';
import { withService } from '../service/connect.ts';
import { notRead } from '../service/findings.ts';
import { ledgerReport } from '../service/ledger-rows.ts';
import type { ConnectFlags } from '../service/service.ts';
import { UsageError } from '../text/vietnamese.ts';
import { word } from '../text/parse.ts';
import { board } from '../desk/board.ts';
import { followUpPaper } from '../desk/papers.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';

interface Flags extends OutputFlags, ConnectFlags {
  readonly plan?: string;
  readonly from?: readonly string[];
  readonly today?: string;
}

/** Makes the follow-up book: who owed what by when, when it came, in time or late. */
export async function renderFollowUpBook(
  context: CliContext,
  flags: Flags,
  args: readonly [string?, string?],
): Promise<ExitCode> {
  const [report, period] = args;
  askForDocx(flags.output);
  if ((report === undefined) !== (period === undefined))
    throw new UsageError('Ghi cả mã báo cáo và kỳ, hoặc không ghi cả hai để lập sổ cho mọi báo cáo có trong các tệp.');
  const { from } = flags;
  if (from !== undefined) return fromFiles(context, { ...flags, from }, args);
  await askForLedger(context, flags);
  if (report === undefined || period === undefined)
    throw new UsageError('Sổ lập từ nhật ký cần mã báo cáo và kỳ: dondoc render follow-up-book <báo-cáo> <kỳ>');
  return fromLedger(context, flags, [report, period]);
}

const fromLedger = (
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const of = await findPeriod(service, { plan: flags.plan, report, period });
    if (!of.ok) return notRead(context, of.findings, flags);
    const read = await ledgerReport(service, of.value);
    if (!read.ok) return notRead(context, read.findings, flags);
    const { office, choice, rows, now } = read.value;
    const bytes = await followUpPaper(office, choice.plan.desk.agency, {
      rows,
      day: now.day,
      period: choice.period.words,
    });
    const name = `so-theo-doi-${report}-${period}`;
    return deliver(context, { folder: service.folder ?? context.cwd }, { name, bytes, flags });
  });

async function fromFiles(
  context: CliContext,
  flags: Flags & { readonly from: readonly string[] },
  [report, period]: readonly [string?, string?],
): Promise<ExitCode> {
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const asked =
    report === undefined || period === undefined
      ? undefined
      : chooseReport(folder, { plan: flags.plan, report, period });
  if (asked?.ok === false) return refuse(context, asked.findings, flags);
  const now = momentOf(context, flags.today);
  const inbox = await readInbox(asOn(context, now.day), folder, {
    ...(asked === undefined ? {} : askedOf(asked.value)),
    paths: flags.from,
    countedOn: now.day,
  });
  if (!inbox.ok) return refuse(context, inbox.findings, flags);
  mention(context, inbox.findings, flags);
  const submissions = inbox.value.map(({ submission }) => submission);
  const choices = new Map<string, ReportChoice>();
  if (asked !== undefined) choices.set('', asked.value);
  else {
    for (const one of submissions) {
      const choice = chooseReport(folder, { plan: one.plan, report: one.report, period: one.period });
      if (choice.ok)
        choices.set(`${choice.value.period.lastDay}/${one.plan}/${one.report}/${one.period}`, choice.value);
    }
  }
  const ordered = [...choices].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
  const rows = ordered.flatMap((choice) => board(folder, choice, { submissions, now }));
  const words = ordered.map((choice) => choice.period.words);
  const bytes = await followUpPaper(folder, ordered[0]?.plan.desk.agency ?? folder.office.desk, {
    rows,
    day: now.day,
    period: [...new Set(words)].join(', '),
  });
  return deliver(context, folder, {
    name: asked === undefined ? `so-theo-doi-${now.day}` : `so-theo-doi-${nameOf(folder, asked.value)}`,
    bytes,
    flags,
  });
}

export const renderFollowUpBookCommand = command<Flags, readonly [string?, string?]>({
  run: renderFollowUpBook,
  brief: 'Sổ theo dõi, đôn đốc thực hiện chế độ báo cáo',
  parameters: {
    flags: {
      plan: shared.plan,
      from: shared.fromOrLedger,
      today: shared.today,
      ...serviceFlags,
      ...docxFlags,
    },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [
        {
          parse: word,
          optional: true,
          placeholder: 'báo-cáo',
          brief: 'Mã báo cáo; không ghi: mọi báo cáo có trong các tệp',
        },
        { parse: word, optional: true, placeholder: 'kỳ', brief: 'Kỳ: 2019, 2020-H1…' },
      ],
    },
  },
});
