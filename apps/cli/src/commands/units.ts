import { extname, join, resolve } from 'node:path';
import { parseOffice, proseCount, type Office } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { append, editYaml } from '../files/edit.ts';
import { findOffice, readOffice } from '../files/office.ts';
import { parseSource, readText, shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Read, type Source } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { table } from '../print/table.ts';
import { word } from '../text/parse.ts';
import { agencyOf, unitChanges, type UnitChange } from '../units/changes.ts';
import { readUnits } from '../units/read.ts';
import { command } from './command.ts';
import { flags } from './flags.ts';
import { refuse } from './refuse.ts';

interface Flags {
  readonly dryRun?: boolean;
  readonly parent?: string;
  readonly json?: boolean;
}

const marks = { new: 'thêm mới', changed: 'cập nhật', same: 'giữ nguyên', absent: 'không có trong tệp' } as const;

const nameOf = (change: UnitChange): string => (change.is === 'absent' ? change.name : change.unit.name);

const keyWords: Readonly<Record<string, string>> = {
  order: 'thứ tự',
  symbol: 'ký hiệu',
  place: 'địa danh',
  'contact.name': 'người liên hệ',
  'contact.phone': 'điện thoại',
  'contact.email': 'thư điện tử',
};

const details = (change: UnitChange): string => {
  if (change.is === 'new')
    return `${change.unit.kind}${change.unit.place === undefined ? '' : `, ${change.unit.place}`}`;
  if (change.is !== 'changed') return '';
  return change.keys
    .map(
      ({ path, before, after }) =>
        `${keyWords[path.join('.')] ?? path.join('.')}: ${String(before ?? '–')} → ${String(after)}`,
    )
    .join('; ');
};

interface Import {
  /** The list, as shown. */
  readonly file: string;
  readonly source: Source;
  readonly changes: readonly UnitChange[];
  /** `office.yaml` as it would be. */
  readonly written: string;
}

/** Reads list and office and works out what `office.yaml` would be; every finding at once. */
async function prepare(
  context: CliContext,
  { parent, folder, path }: { readonly parent: string | undefined; readonly folder: string; readonly path: string },
): Promise<Read<Import>> {
  const file = shown(context, resolve(context.cwd, path));
  const [office, text] = [await readOffice(context, join(folder, 'office.yaml')), await readText(context, path)];
  const listed = text.ok
    ? readUnits(text.value.text, file)
    : { ok: false as const, findings: text.findings.map(asList) };
  const unknown = office.ok ? unknownParent(office.value, parent) : [];
  if (!office.ok || !listed.ok || unknown.length > 0)
    return { ok: false, findings: [...office.findings, ...unknown, ...listed.findings] };
  const { source } = office.value;
  const changes = unitChanges(office.value.office, listed.value);
  const written = edited(source.text, changes, parent ?? office.value.office.issuer);
  const again = parseSource({ path: source.path, file: source.file, text: written }, false);
  if (!again.ok) return again;
  const parsed = parseOffice(again.value.value);
  if (!parsed.ok) return { ok: false, findings: again.value.locateAll(parsed.findings) };
  return { ok: true, value: { file, source, changes, written }, findings: [] };
}

// Of a list, what to do about a workbook under another name is another thing than of a plan.
const asList = (finding: LocatedFinding): LocatedFinding =>
  finding.rule === 'file.not-text' ? { ...finding, rule: 'units.office-file' } : finding;

function unknownParent(
  { office, source }: { readonly office: Office; readonly source: Source },
  parent: string | undefined,
): readonly LocatedFinding[] {
  if (parent === undefined || office.agencies.some(({ id }) => id === parent)) return [];
  const above = office.agencies.flatMap((agency) => agency.parent?.map(({ value }) => value) ?? []);
  const known = [...new Set([office.issuer, ...above])];
  return [fileFinding('units.unknown-parent', source.file, { parent, known })];
}

const edited = (text: string, changes: readonly UnitChange[], parent: string): string =>
  editYaml(text, (document) => {
    for (const change of changes) {
      if (change.is === 'new') append(document, 'agencies', agencyOf(change.id, change.unit, parent));
      if (change.is !== 'changed') continue;
      for (const { path, after } of change.keys) document.setIn(['agencies', change.index, ...path], after);
    }
  });

function showChanges(context: CliContext, { file, source, changes }: Import, { json, dryRun }: Flags): void {
  if (json === true) {
    const told = changes.map((one) => ({ is: one.is, id: one.id, name: nameOf(one), details: details(one) }));
    say(context, JSON.stringify({ file, office: source.file, dryRun: dryRun === true, changes: told }, null, 2));
    return;
  }
  const rows = changes
    .filter(({ is }) => is !== 'same')
    .map((one) => [marks[one.is], one.id, nameOf(one), details(one)]);
  const columns = [
    { title: 'Thay đổi' },
    { title: 'Mã' },
    { title: 'Đơn vị', least: 20 },
    { title: 'Chi tiết', least: 24 },
  ];
  if (rows.length > 0) say(context, table(columns, rows, context.terminal.columns));
}

/** Takes units from a CSV file over into `office.yaml`: all or nothing, comments kept, nothing deleted. */
export async function importUnits(context: CliContext, options: Flags, [path]: readonly [string]): Promise<ExitCode> {
  const extension = extname(path).toLowerCase();
  const refusal = (rule: string) =>
    refuse(context, [fileFinding(rule, shown(context, resolve(context.cwd, path)))], options);
  if (['.xlsx', '.xls', '.ods'].includes(extension)) return refusal('units.xlsx');
  if (!['.csv', '.tsv', '.txt'].includes(extension)) return refusal('units.not-csv');
  const folder = await findOffice(context);
  if (folder === undefined) return refusal('office.not-found');
  const prepared = await prepare(context, { parent: options.parent, folder, path });
  if (!prepared.ok) return refuse(context, prepared.findings, options);
  const { source, changes, written } = prepared.value;
  showChanges(context, prepared.value, options);
  const count = (is: UnitChange['is']) => changes.filter((one) => one.is === is).length;
  const words = `${proseCount(count('new'))} đơn vị thêm mới, ${proseCount(count('changed'))} cập nhật, ${proseCount(count('same'))} giữ nguyên, ${proseCount(count('absent'))} không có trong tệp (để nguyên).`;
  if (count('new') + count('changed') === 0) {
    tell(context, `Danh sách không có thay đổi: ${words}`);
    return 0;
  }
  if (options.dryRun === true) {
    tell(context, `Chưa ghi (--dry-run): ${words}`);
    return 0;
  }
  const content = (source.bom ? '\uFEFF' : '') + written;
  const failures = await writeFiles(context, [{ path: source.path, content }], { force: true });
  if (failures.length > 0) return refuse(context, failures, options);
  tell(context, `Đã ghi ${source.file}: ${words}`);
  return 0;
}

export const unitsImportCommand = command<Flags, readonly [string]>({
  run: importUnits,
  brief: 'Nhập danh sách đơn vị từ tệp CSV vào office.yaml',
  more: [
    'Dòng tiêu đề nhận các tên cột quen dùng: STT, Tên đơn vị, Cấp học (hoặc Loại), Địa danh, Ký hiệu, Người liên hệ, Điện thoại, Email, Mã đơn vị. Ngăn cách bằng dấu phẩy, chấm phẩy hoặc tab; bảng mã UTF-8.',
    'Đơn vị đã có được nhận ra theo mã hoặc tên. Không đơn vị nào bị xóa; tên và loại đã có được giữ nguyên, vì việc đổi tên cần ghi rõ từ ngày nào. Chú thích trong office.yaml được giữ. Có một dòng chưa đúng thì không ghi gì.',
    'Tệp Excel (.xlsx): lưu thành “CSV UTF-8” rồi nhập.',
  ],
  parameters: {
    flags: {
      dryRun: { kind: 'boolean', optional: true, withNegated: false, brief: 'Chỉ hiện thay đổi, chưa ghi' },
      parent: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'AGENCY',
        brief: 'Mã cơ quan chủ quản của đơn vị thêm mới; mặc định: cơ quan ban hành',
      },
      json: flags.json,
    },
    positional: { kind: 'tuple', parameters: [{ parse: word, placeholder: 'FILE.csv', brief: 'Danh sách đơn vị' }] },
  },
});
