import { proseCount } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { LocatedFinding } from '../files/source.ts';
import { askForDocx } from '../render/output.ts';
import type { LetterFlags } from '../render/reminder-letter.ts';
import { findPeriod, once, only, param, reportsOf, said, type ReportOf } from '../service/api.ts';
import { agreed } from '../service/confirm.ts';
import { notDone, notRead } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import type { Reminders } from '../service/shapes.ts';
import { word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { draftLetter } from './draft-letter.ts';
import { showReminders, titleOf } from './remind-list.ts';

interface Flags extends ConnectFlags, LetterFlags {
  readonly plan?: string;
  readonly text?: boolean;
  readonly record?: boolean;
  readonly step?: readonly string[];
  readonly channel?: string;
  readonly send?: boolean;
  readonly yes?: boolean;
}

type Group = Reminders['texts'][number];

// How a step is said to have been taken, where it is not said.
const CHANNELS: Readonly<Partial<Record<string, string>>> = {
  message: 'Zalo',
  call: 'điện thoại',
  letter: 'công văn',
  'draft-letter': 'công văn',
};

/** What would be recorded: messages by their texts, other steps only where they are asked for. */
function groupsOf(
  { items, texts }: Reminders,
  steps: readonly string[],
): readonly (Group & { readonly channel: string })[] {
  const meansOf = new Map(items.map(({ rung }) => [rung.id, rung.means]));
  const asked = (rung: string, message: boolean) => (steps.length === 0 ? message : steps.includes(rung));
  const others = Map.groupBy(
    items.filter(({ rung }) => rung.means !== 'message'),
    ({ plan, report, period, rung }) => [plan, report.id, period.id, rung.id].join('/'),
  );
  const made = [...others.values()].flatMap((group): readonly Group[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { plan, report, period, rung } = first;
    const units = group.map(({ unit }) => unit.id);
    return [{ plan, report: report.id, period: period.id, act: rung.act, rung: rung.id, units, text: rung.words }];
  });
  return [...texts.filter(({ rung }) => asked(rung, true)), ...made.filter(({ rung }) => asked(rung, false))].map(
    (group) => ({
      ...group,
      channel: CHANNELS[meansOf.get(group.rung) ?? ''] ?? 'khác',
    }),
  );
}

/** Records that units were reminded, group by group. */
async function recordAll(
  context: CliContext,
  service: Service,
  { reminders, flags }: { reminders: Reminders; flags: Flags },
): Promise<ExitCode> {
  const groups = groupsOf(reminders, flags.step ?? []);
  const count = groups.reduce((sum, { units }) => sum + units.length, 0);
  if (count === 0) {
    tell(context, 'Không có bước nào để ghi. Bước gọi điện, công văn cần ghi rõ: --step call, --step urge-letter.');
    return 0;
  }
  const question = `Ghi vào nhật ký ${proseCount(count)} lượt nhắc, đôn đốc (đã thực hiện)?`;
  if (!(await agreed(context, question, flags))) {
    tell(context, 'Chưa ghi gì.');
    return 1;
  }
  const findings: LocatedFinding[] = [];
  const sentences: string[] = [];
  const titles = new Map(
    reminders.items.map((item) => [[item.plan, item.report.id, item.period.id].join('/'), titleOf(item)]),
  );
  for (const { plan, report, period, act, rung, units, text, channel } of groups) {
    const of: ReportOf = { plan, report, period };
    const json = { act, channel: flags.channel ?? channel, text, rung, units };
    const done = await said(service, reportsOf(service).acts.$post({ param: param(of), json }, once()));
    const title = titles.get([plan, report, period].join('/')) ?? `${report} ${period}`;
    if (done.ok) sentences.push(`${title}: ${done.value.sentence}`);
    else findings.push(...done.findings.map((one) => ({ ...one, file: title })));
  }
  for (const sentence of sentences) tell(context, sentence);
  return findings.length === 0 ? 0 : notDone(context, findings, flags);
}

/** Lists who is to be reminded or urged and why, gives the text for a chat group, drafts the letter, records what was done. */
export async function remind(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string?, string?],
): Promise<ExitCode> {
  if (flags.send === true)
    throw new UsageError(
      'Việc tự gửi thư, tin nhắn có ở phiên bản sau. Hiện dùng --text để lấy nội dung, gửi xong thì ghi bằng --record.',
    );
  if (flags.text === true && flags.record === true)
    throw new UsageError('--text và --record không ghi cùng nhau: gửi nội dung xong rồi mới ghi.');
  askForDocx(flags.output);
  const letter = flags.output !== undefined;
  if (letter && (report === undefined || period === undefined))
    throw new UsageError(
      'Công văn đôn đốc lập cho một báo cáo, một kỳ. Ghi: dondoc remind <báo-cáo> <kỳ> -o FILE.docx',
    );
  const acting = flags.record === true ? { role: 'officer' as const } : {};
  return withService(context, { ...flags, ...acting }, async (service) => {
    const found =
      report !== undefined && period !== undefined
        ? await findPeriod(service, { plan: flags.plan, report, period })
        : undefined;
    if (found?.ok === false) return notRead(context, found.findings, flags);
    if (letter && found?.ok === true) return draftLetter(context, service, { of: found.value, flags });
    const asked = await said(
      service,
      service.client.v1.reminders.$get({ query: only({ plan: flags.plan, report, period }) }),
    );
    if (!asked.ok) return notRead(context, asked.findings, flags);
    if (flags.record === true) {
      if (flags.json !== true) showReminders(context, asked.value);
      return recordAll(context, service, { reminders: asked.value, flags });
    }
    if (flags.json === true) say(context, JSON.stringify(asked.value, null, 2));
    else if (flags.text === true) {
      if (asked.value.texts.length === 0) tell(context, 'Hiện không có đơn vị nào cần nhắc hoặc đôn đốc qua tin nhắn.');
      else say(context, asked.value.texts.map(({ text }) => text).join('\n\n'));
    } else showReminders(context, asked.value);
    return 0;
  });
}

const flag = (brief: string) => ({ kind: 'boolean', optional: true, withNegated: false, brief }) as const;
const text = (placeholder: string, brief: string) =>
  ({ kind: 'parsed', parse: word, optional: true, placeholder, brief }) as const;

export const remindCommand = command<Flags, readonly [string?, string?]>({
  run: remind,
  brief: 'Ai cần nhắc, đôn đốc và vì sao; nội dung tin nhắn; dự thảo công văn',
  more: [
    'Ví dụ: dondoc remind\n       dondoc remind half-year 2020-H1 --text\n       dondoc remind half-year 2020-H1 --record --channel Zalo\n       dondoc remind half-year 2020-H1 -o out/cong-van-don-doc.docx',
    'Không nhắc đơn vị đã gửi, được miễn, đang được gia hạn; mỗi bước chỉ nhắc một lần sau khi đã ghi (--record). --record ghi các bước nhắn tin; bước gọi điện hoặc công văn thì thêm --step call, --step urge-letter sau khi đã thực hiện.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      text: flag('Nội dung để dán vào nhóm chat, ra stdout'),
      record: flag('Ghi vào nhật ký rằng đã nhắc, đã đôn đốc (hỏi trước khi ghi)'),
      step: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        optional: true,
        placeholder: 'STEP',
        brief: 'Chỉ ghi các bước này: remind, last-day, urge, call, urge-letter',
      },
      channel: text('TEXT', 'Đã nhắc qua kênh nào; mặc định theo bước: Zalo, điện thoại, công văn'),
      yes: flag('Không hỏi lại'),
      sendBy: {
        ...shared.sendBy,
        brief: 'Thời hạn gửi mới trong công văn: "14/11/2019 16:00"; mặc định: 16 giờ 00 sau 03 ngày làm việc',
      },
      contact: shared.contact,
      second: flag('Công văn đôn đốc lần 2'),
      send: flag('Tự gửi thư, tin nhắn (có ở phiên bản sau)'),
      output: { ...docxFlags.output, brief: 'Dự thảo công văn đôn đốc: tệp .docx' },
      force: docxFlags.force,
      ...serviceFlags,
    },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'báo-cáo', brief: 'Mã báo cáo; không ghi: mọi báo cáo' },
        { parse: word, optional: true, placeholder: 'kỳ', brief: 'Kỳ: 2019, 2020-H1…' },
      ],
    },
  },
});
