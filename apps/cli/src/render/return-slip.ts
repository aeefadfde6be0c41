import { describeForm, type FormDescription } from '@dondoc/core';
import { returnSlip } from '@dondoc/word';
import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { todayOf } from '../commands/today.ts';
import { askedOf, chooseReport, unknownUnit, type ReportChoice } from '../commands/which.ts';
import { jsonPaths, readOne } from '../files/inbox.ts';
import { loadOffice, type OfficeFolder } from '../files/office.ts';
import { readSource } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Source } from '../files/source.ts';
import { describe } from '../text/rules.ts';
import { word } from '../text/parse.ts';
import { formOf } from '../desk/consolidation.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { aliases, output } from './plans.ts';
import { sendBy } from './reminder.ts';
import { reportAndPeriod } from './request.ts';

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly from: readonly string[];
  readonly note?: readonly string[];
  readonly reviewer?: string;
  readonly phone?: string;
  readonly sendBy?: { readonly day: string; readonly time?: string };
  readonly today?: string;
}

interface Note {
  readonly section: string;
  readonly content: string;
  readonly ask: string;
}

/** Makes the slip that returns a report: what was found in its file, and what the reviewer adds. */
export async function renderReturnSlip(
  context: CliContext,
  flags: Flags,
  [unit, report, period]: readonly [string, string, string],
): Promise<ExitCode> {
  askForDocx(flags.output);
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const folder = loaded.value;
  const unknown = unknownUnit(folder, unit);
  const chosen = chooseReport(folder, { plan: flags.plan, report, period });
  if (!chosen.ok || unknown.length > 0)
    return refuse(context, [...unknown, ...(chosen.ok ? [] : chosen.findings)], flags);
  const choice = chosen.value;
  const today = todayOf(context, flags.today);
  const name = folder.directory.at(unit, today)?.name ?? unit;
  // A report that cannot be taken is just what a slip is for: only its file has to be readable.
  const source = await fileOf(context, flags.from, { unit, report, period });
  if (!source.ok) return refuse(context, source.findings, flags);
  if (source.value === undefined)
    return refuse(context, [fileFinding('command.unit-not-sent', flags.from.join(', '), { unit: name })], flags);
  const read = readOne(context, source.value, { folder, ...askedOf(choice) });
  const form = formOf(choice);
  const kind = folder.directory.at(unit, today)?.kind ?? 'other';
  const described = form === undefined ? undefined : describeForm({ form, report, kind, year: choice.period.year });
  const notes = [
    ...(flags.note ?? []).map((text) => ownNote(text, described)),
    ...read.findings.map((finding) => noteOf(finding, described)),
  ];
  if (notes.length === 0)
    return refuse(context, [fileFinding('render.nothing-to-return', source.value.file, { unit: name })], flags);
  const bytes = await returnSlip({
    directory: folder.directory,
    desk: choice.plan.desk.agency,
    unit,
    report: choice.report,
    period: choice.period,
    revision: 1,
    notes,
    sendBy: flags.sendBy,
    reviewer: { name: flags.reviewer ?? officerName(folder, choice), phone: flags.phone },
    date: today,
    demo: folder.office.demo,
  });
  return deliver(context, folder, { name: `phieu-de-nghi-bo-sung-${unit}-${period}`, bytes, flags });
}

const officerName = ({ office }: OfficeFolder, { plan }: ReportChoice): string =>
  office.people.find(({ roles }) => roles.includes('officer'))?.name ?? plan.desk.contact ?? plan.desk.name;

/** Finds the file of one unit for one report among those named. */
async function fileOf(context: CliContext, paths: readonly string[], wanted: Readonly<Record<string, string>>) {
  const found = await jsonPaths(context, paths);
  if (!found.ok) return found;
  const findings: LocatedFinding[] = [];
  const fits: Source[] = [];
  for (const path of found.value) {
    const source = await readSource(context, path);
    if (!source.ok) findings.push(...source.findings);
    else if (Object.entries(wanted).every(([key, value]) => valueAt(source.value.value, key) === value))
      fits.push(source.value);
  }
  // Files of other units are none of this slip's business, unless they hide the one that is looked for.
  return fits.length === 0 && findings.length > 0
    ? ({ ok: false, findings } as const)
    : ({ ok: true, value: fits[0] } as const);
}

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

function fieldAt(described: FormDescription | undefined, id: string) {
  for (const section of described?.sections ?? []) {
    const field = section.fields.find((one) => one.id === id);
    if (field !== undefined) return { section: section.number, label: field.label };
    if (section.id === id) return { section: section.number, label: section.title };
  }
  return undefined;
}

function noteOf(finding: LocatedFinding, described: FormDescription | undefined): Note {
  const [part, id] = finding.where;
  const field = part === 'answers' || part === 'gates' ? fieldAt(described, String(id)) : undefined;
  const { message, mend } = describe(finding);
  return {
    section: field?.section ?? '',
    content: field?.label ?? 'Thông tin chung',
    ask: mend === undefined ? message : `${message} Đề nghị: ${mend}`,
  };
}

/** `--note "events: Ghi rõ tên hoạt động"`: a field's id, or no field at all. */
function ownNote(text: string, described: FormDescription | undefined): Note {
  const [, id = '', ask = ''] = /^([a-z0-9-]+):\s*(.+)$/s.exec(text) ?? [];
  const field = id === '' ? undefined : fieldAt(described, id);
  return field === undefined
    ? { section: '', content: 'Toàn bộ báo cáo', ask: text }
    : { section: field.section, content: field.label, ask };
}

export const renderReturnSlipCommand = command<Flags, readonly [string, string, string]>({
  run: renderReturnSlip,
  brief: 'Phiếu đề nghị bổ sung, chỉnh sửa báo cáo của một đơn vị',
  more: [
    'Phiếu nêu những điểm dondoc tìm thấy trong tệp của đơn vị và các ghi chú --note; ghi "mã nội dung: đề nghị" để gắn với một nội dung của biểu mẫu.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      from: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        placeholder: 'PATH',
        brief: 'Tệp .json của đơn vị, hoặc thư mục chứa tệp đó',
      },
      note: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        optional: true,
        placeholder: 'TEXT',
        brief: 'Đề nghị của người kiểm tra; ghi được nhiều lần',
      },
      reviewer: { kind: 'parsed', parse: word, optional: true, placeholder: 'NAME', brief: 'Người kiểm tra' },
      phone: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'PHONE',
        brief: 'Điện thoại của người kiểm tra',
      },
      sendBy: {
        kind: 'parsed',
        parse: sendBy,
        optional: true,
        placeholder: 'MOMENT',
        brief: 'Hạn gửi lại: "14/11/2019 16:00"',
      },
      today: shared.today,
      ...output,
    },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [{ parse: word, placeholder: 'unit', brief: 'Mã đơn vị' }, ...reportAndPeriod],
    },
  },
});
