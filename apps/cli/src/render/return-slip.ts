import { describeForm, type FormDescription, type Obligation } from '@dondoc/core';
import { returnSlip } from '@dondoc/word';
import type { CliContext, ExitCode } from '../context.ts';
import { command } from '../commands/command.ts';
import { aliases, docxFlags, flags as shared, reportAndPeriod, unitParameter } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { momentOf } from '../commands/today.ts';
import { withChoice } from '../commands/with-choice.ts';
import { jsonPaths, readOne } from '../files/inbox.ts';
import type { OfficeFolder } from '../files/office.ts';
import { readSource } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Source } from '../files/source.ts';
import { describe } from '../text/rules.ts';
import { word, type SendBy } from '../text/parse.ts';
import { askedOf, formOf, nameOf, owed, type ReportChoice } from '../desk/choice.ts';
import { askForDocx, deliver, type OutputFlags } from './output.ts';
import { sendByPast } from './send-by.ts';

interface Flags extends OutputFlags {
  readonly plan?: string;
  readonly from: readonly string[];
  readonly note?: readonly string[];
  readonly reviewer?: string;
  readonly phone?: string;
  readonly sendBy?: SendBy;
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
  return withChoice(context, flags, { unit, report, period }, async ({ folder, choice }) => {
    const now = momentOf(context, flags.today);
    const today = now.day;
    // The slip is written on the day, not at its end: the hour of the day is still to come.
    const late = sendByPast(flags.sendBy, flags.today === undefined ? now : { ...now, minute: 0 });
    if (late.length > 0) return refuse(context, late, flags);
    const name = folder.directory.at(unit, today)?.name ?? unit;
    // A report that cannot be taken is just what a slip is for: only its file has to be readable.
    const source = await fileOf(context, flags.from, { unit, report, period });
    if (!source.ok) return refuse(context, source.findings, flags);
    if (source.value === undefined)
      return refuse(context, [fileFinding('command.unit-not-sent', flags.from.join(', '), { unit: name })], flags);
    const read = readOne(context, source.value, { folder, ...askedOf(choice) });
    const obligation = obligationOf(folder, choice, unit);
    const described = descriptionFor(folder, choice, obligation);
    const unknown = (flags.note ?? []).flatMap((text) => unknownCode(text, described));
    if (unknown.length > 0) return refuse(context, unknown, flags);
    const notes = [
      ...(flags.note ?? []).map((text) => ownNote(text, described)),
      ...read.findings.map((finding) => noteOf(finding, described)),
    ];
    if (notes.length === 0)
      return refuse(context, [fileFinding('render.nothing-to-return', source.value.file, { unit: name })], flags);
    const bytes = await returnSlip({
      directory: folder.directory,
      desk: choice.plan.desk.agency,
      obligation,
      revision: 1,
      notes,
      sendBy: flags.sendBy,
      reviewer: { name: flags.reviewer ?? officerName(folder, choice), phone: flags.phone },
      date: today,
      demo: folder.office.demo,
    });
    return deliver(context, folder, { name: `phieu-de-nghi-bo-sung-${unit}-${nameOf(folder, choice)}`, bytes, flags });
  });
}

type Answered = Pick<Obligation, 'unit' | 'report' | 'period' | 'settledOn'>;

/** What the unit's report answers; a unit that owes none may have sent one all the same. */
function obligationOf(folder: OfficeFolder, choice: ReportChoice, unit: string): Answered {
  const { report, period } = choice;
  return owed(folder, choice).find((one) => one.unit === unit) ?? { unit, report, period, settledOn: period.lastDay };
}

/** Describes the form as the unit was asked it. */
function descriptionFor(
  { directory }: OfficeFolder,
  choice: ReportChoice,
  { unit, report, period, settledOn }: Answered,
): FormDescription | undefined {
  const form = formOf(choice);
  const kind = directory.at(unit, settledOn)?.kind ?? 'other';
  return form === undefined ? undefined : describeForm({ form, report: report.id, kind, year: period.year });
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

const NOTE = /^([a-z0-9-]+):\s*(.+)$/s;

/** Names the codes like one that the form does not have: the note would else stand in the slip with its code. */
function unknownCode(text: string, described: FormDescription | undefined): readonly LocatedFinding[] {
  const code = NOTE.exec(text)?.[1];
  if (code === undefined || described === undefined || fieldAt(described, code) !== undefined) return [];
  const codes = described.sections.flatMap(({ id, fields }) => [id, ...fields.map((field) => field.id)]);
  return [fileFinding('render.unknown-note-code', 'dondoc', { code, known: nearCodes(code, [...new Set(codes)]) })];
}

const MOST_NEAR = 5;

/** Orders codes by how many pairs of letters they share with the one typed; those that share few are left out. */
function nearCodes(code: string, codes: readonly string[]): readonly string[] {
  const pairs = (word: string) => new Set(Array.from(word).map((_, index) => word.slice(index, index + 2)));
  const typed = pairs(code);
  const likeness = (other: string) => {
    const theirs = pairs(other);
    return (2 * [...typed].filter((pair) => theirs.has(pair)).length) / (typed.size + theirs.size);
  };
  return codes
    .map((other) => ({ other, like: likeness(other) }))
    .filter(({ like }) => like > 0.4)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST_NEAR)
    .map(({ other }) => other);
}

/** `--note "events: Ghi rõ tên hoạt động"`: a field's id, or no field at all. */
function ownNote(text: string, described: FormDescription | undefined): Note {
  const [, id = '', ask = ''] = NOTE.exec(text) ?? [];
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
      from: { ...shared.from, brief: 'Tệp .json của đơn vị, hoặc thư mục chứa tệp đó' },
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
      sendBy: { ...shared.sendBy, brief: 'Thời hạn gửi lại: "14/11/2019 16:00"' },
      today: shared.today,
      ...docxFlags,
    },
    aliases,
    positional: {
      kind: 'tuple',
      parameters: [unitParameter, ...reportAndPeriod],
    },
  },
});
