import { extname, join, resolve } from 'node:path';
import { parseOffice } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { append, editYaml } from '../files/edit.ts';
import { findOffice, readOffice } from '../files/office.ts';
import { parseSource, readText, shown } from '../files/read.ts';
import { fileFinding } from '../files/source.ts';
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

/** Takes units from a CSV file over into `office.yaml`: all or nothing, comments kept, nothing deleted. */
export async function importUnits(context: CliContext, options: Flags, [path]: readonly [string]): Promise<ExitCode> {
  const file = shown(context, resolve(context.cwd, path));
  const extension = extname(path).toLowerCase();
  if (['.xlsx', '.xls', '.ods'].includes(extension)) return refuse(context, [fileFinding('units.xlsx', file)], options);
  if (!['.csv', '.tsv', '.txt'].includes(extension))
    return refuse(context, [fileFinding('units.not-csv', file)], options);
  const folder = await findOffice(context);
  if (folder === undefined) return refuse(context, [fileFinding('office.not-found', file)], options);
  const [office, text] = [await readOffice(context, join(folder, 'office.yaml')), await readText(context, path)];
  const listed = text.ok ? readUnits(text.value.text, file) : text;
  if (!office.ok || !listed.ok) return refuse(context, [...office.findings, ...listed.findings], options);

  const changes = unitChanges(office.value.office, listed.value);
  const parent = options.parent ?? office.value.office.issuer;
  const { source } = office.value;
  const written = editYaml(source.text, (document) => {
    for (const change of changes) {
      if (change.is === 'new') append(document, 'agencies', agencyOf(change.id, change.unit, parent));
      if (change.is !== 'changed') continue;
      for (const { path: keys, after } of change.keys) document.setIn(['agencies', change.index, ...keys], after);
    }
  });
  const again = parseSource({ path: source.path, file: source.file, text: written }, false);
  const parsed = again.ok ? parseOffice(again.value.value) : again;
  if (!again.ok || !parsed.ok)
    return refuse(context, again.ok ? parsed.findings.map(again.value.locate) : again.findings, options);

  if (options.json === true) {
    say(
      context,
      JSON.stringify(
        {
          file,
          office: source.file,
          dryRun: options.dryRun === true,
          changes: changes.map((one) => ({ is: one.is, id: one.id, name: nameOf(one), details: details(one) })),
        },
        null,
        2,
      ),
    );
  } else {
    const rows = changes
      .filter(({ is }) => is !== 'same')
      .map((one) => [marks[one.is], one.id, nameOf(one), details(one)]);
    if (rows.length > 0) {
      say(
        context,
        table(
          [{ title: 'Thay đổi' }, { title: 'Mã' }, { title: 'Đơn vị', least: 20 }, { title: 'Chi tiết', least: 24 }],
          rows,
          context.terminal.columns,
        ),
      );
    }
  }
  const count = (is: UnitChange['is']) => changes.filter((one) => one.is === is).length;
  const words = `${String(count('new'))} đơn vị thêm mới, ${String(count('changed'))} cập nhật, ${String(count('same'))} giữ nguyên, ${String(count('absent'))} không có trong tệp (để nguyên).`;
  if (count('new') + count('changed') === 0) {
    tell(context, `Danh sách không có thay đổi: ${words}`);
    return 0;
  }
  if (options.dryRun === true) {
    tell(context, `Chưa ghi (--dry-run): ${words}`);
    return 0;
  }
  const failures = await writeFiles(context, [{ path: source.path, content: (source.bom ? '\uFEFF' : '') + written }], {
    force: true,
  });
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
