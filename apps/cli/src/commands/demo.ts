import { join, relative, resolve } from 'node:path';
import { bySeverity } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { deadlines } from '../deadlines/deadlines.ts';
import { deadlineTable } from '../deadlines/write.ts';
import { boardOn, days, officePath, papers, story, type Made, type Story } from '../demo/papers.ts';
import { boardTable, findingTable, sizeWords } from '../demo/print.ts';
import { demoSources } from '../demo/sources.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import { shown } from '../files/read.ts';
import { schemaFiles } from '../files/schemas.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { writeFiles, type Output } from '../files/write.ts';
import { colours } from '../print/colour.ts';
import { countWords, findingJson } from '../print/findings.ts';
import { progress } from '../print/progress.ts';
import { table } from '../print/table.ts';
import { word } from '../text/parse.ts';
import { checkFiles } from './check.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';
import { mention, refuse } from './refuse.ts';

interface Flags {
  readonly force?: boolean;
  readonly json?: boolean;
}

interface File {
  readonly path: string;
  readonly words: string;
  readonly content: string | Uint8Array;
}

/** Makes a ready office of invented data and everything that can be made of it. */
export async function demo(context: CliContext, flags: Flags, [dir]: readonly [string?]): Promise<ExitCode> {
  const target = resolve(context.cwd, dir ?? 'dondoc-demo');
  const stat = await context.files.stat(target);
  if (stat !== undefined && stat.kind !== 'folder')
    return refuse(context, [fileFinding('file.exists', shown(context, target))], flags);
  const held = stat === undefined ? [] : await context.files.list(target);
  if (held.length > 0 && flags.force !== true)
    return refuse(context, [fileFinding('folder.not-empty', shown(context, target))], flags);

  const office = officePath(target);
  const sources = demoSources().map(({ path, content }): Output => ({ path: join(office, path), content }));
  const failures = await writeFiles(context, [...sources, ...(await schemaFiles(context, office))], { force: true });
  if (failures.length > 0) return refuse(context, failures, flags);

  // From here on the demo does what the commands do, with the files that it has just written.
  const loaded = await loadOffice(context, office);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const inbox = await readInbox(context, loaded.value, { paths: [join(office, 'inbox')] });
  if (!inbox.ok) return refuse(context, inbox.findings, flags);
  const tale = story(
    loaded.value,
    inbox.value.map(({ submission }) => submission),
  );
  const files = await make(context, target, papers(tale));
  const unwritten = await writeFiles(
    context,
    files.map(({ path, content }) => ({ path, content })),
    { force: true },
  );
  if (unwritten.length > 0) return refuse(context, unwritten, flags);
  const plans = loaded.value.plans.map(({ source }) => source.path);
  const checked = bySeverityLocated((await checkFiles(context, plans)).findings);
  if (flags.json === true) {
    const made = files.map(({ path, words, content }) => ({
      file: shown(context, path),
      is: words,
      bytes: Buffer.byteLength(content),
    }));
    say(
      context,
      JSON.stringify(
        { demo: true, office: shown(context, office), files: made, findings: checked.map(findingJson) },
        null,
        2,
      ),
    );
    return 0;
  }
  show(context, { tale, checked, inbox: inbox.findings, files, target });
  return 0;
}

async function make(context: CliContext, target: string, list: readonly Made[]): Promise<readonly File[]> {
  const bar = progress(context, list.length);
  const files: File[] = [];
  for (const { name, words, make: paper } of list) {
    bar.step(name);
    files.push({ path: join(target, name), words, content: await paper() });
  }
  bar.end();
  return files;
}

const bySeverityLocated = (findings: readonly LocatedFinding[]): readonly LocatedFinding[] =>
  // bySeverity gives back the very findings it was given.
  bySeverity(findings) as readonly LocatedFinding[];

interface Shown {
  readonly tale: Story;
  readonly checked: readonly LocatedFinding[];
  readonly inbox: readonly LocatedFinding[];
  readonly files: readonly File[];
  readonly target: string;
}

function show(context: CliContext, { tale, checked, inbox, files, target }: Shown): void {
  const { columns } = context.terminal;
  const { bold } = colours(context);
  const heading = (words: string) => say(context, `\n${bold(words)}\n`);
  const { folder, annual, half } = tale;
  say(context, 'DỮ LIỆU MINH HỌA: 24 trường, số liệu và điện thoại đều do người viết phần mềm đặt ra.');
  for (const { file } of [annual, half]) {
    const findings = checked.filter((finding) => finding.file === file.source.file);
    heading(`Kiểm tra ${file.source.file}: ${countWords(findings)}`);
    if (findings.length > 0) say(context, findingTable(findings, columns));
  }
  heading('Thời hạn, tính tại ngày 01/6/2020');
  const all = deadlines(folder);
  const dated = all.filter(({ due }) => due.kind === 'dated');
  say(context, deadlineTable(folder, dated, { today: '2020-06-01', columns }));
  say(context, `${String(all.length - dated.length)} nội dung khác chưa ấn định ngày; xem đủ bằng: dondoc deadlines`);
  heading('Báo cáo năm 2019, tính đến hết ngày 11/11/2019');
  say(context, boardTable(boardOn(tale, annual, days.reminder), columns));
  heading('Báo cáo 6 tháng đầu năm 2020, tính đến hết ngày 05/6/2020');
  say(context, boardTable(boardOn(tale, half, days.half), columns));
  say(
    context,
    'Báo cáo 6 tháng đầu năm 2019: không áp dụng, không đôn đốc đơn vị nào (04/6/2019 qua trước khi có kế hoạch).',
  );
  mention(context, inbox);
  heading('Các tệp đã tạo');
  const rows = files.map(({ path, words, content }) => [
    shown(context, path),
    words,
    sizeWords(Buffer.byteLength(content)),
  ]);
  rows.push([
    `${shown(context, officePath(target))}/`,
    'Thư mục nguồn: office.yaml, kế hoạch, báo cáo của các đơn vị',
    '',
  ]);
  say(
    context,
    table([{ title: 'Tệp' }, { title: 'Nội dung', least: 30 }, { title: 'Dung lượng', align: 'right' }], rows, columns),
  );
  tell(
    context,
    `Thử tiếp: cd ${relative(context.cwd, officePath(target)) || '.'} rồi chạy dondoc check, dondoc deadlines, dondoc render --help.`,
  );
}

export const demoCommand = command<Flags, readonly [string?]>({
  run: demo,
  brief: 'Tạo một cơ quan mẫu với dữ liệu minh họa và mọi văn bản Word',
  more: [
    'Kế hoạch năm 2019 và năm 2020, 24 trường giả định: có trường gửi muộn, chưa gửi, sáp nhập, mới thành lập. Văn bản Word nằm ngay trong thư mục đích, tệp nguồn trong thư mục con van-phong. Mọi văn bản đều ghi rõ là dữ liệu minh họa.',
  ],
  parameters: {
    flags: { force: shared.force, json: shared.json },
    positional: {
      kind: 'tuple',
      parameters: [{ parse: word, optional: true, placeholder: 'dir', brief: 'Thư mục đích; mặc định: dondoc-demo' }],
    },
  },
});
