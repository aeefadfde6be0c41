import { join, resolve } from 'node:path';
import { bySeverity } from '@dondoc/core';
import { say, type CliContext, type ExitCode } from '../context.ts';
import { ledgerInTheWay, makeLedger } from '../demo/ledger.ts';
import { officePath, papers, story, type Made, type Story } from '../demo/papers.ts';
import { serveDemo } from '../demo/serve.ts';
import { demoSources } from '../demo/sources.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import { shown } from '../files/read.ts';
import { schemaFiles } from '../files/schemas.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { writeFiles, type Output } from '../files/write.ts';
import { findingJson } from '../print/findings.ts';
import { progress } from '../print/progress.ts';
import { databasePath } from '../service/database.ts';
import { portNumber, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { checkFiles } from './check-files.ts';
import { command } from './command.ts';
import { showDemo, type MadeFile } from './demo-show.ts';
import { flags as shared } from './flags.ts';
import { refuse } from './refuse.ts';

interface Flags {
  readonly force?: boolean;
  readonly json?: boolean;
  readonly serve?: boolean;
  readonly port?: number;
}

/** Makes a ready office of invented data, its ledger and everything that can be made of it; serves it where asked to. */
export async function demo(context: CliContext, flags: Flags, [dir]: readonly [string?]): Promise<ExitCode> {
  if (flags.serve === true && flags.json === true)
    throw new UsageError('--json và --serve không ghi cùng nhau. Chỉ giữ một.');
  if (flags.port !== undefined && flags.serve !== true) throw new UsageError('--port đi cùng --serve.');
  const target = resolve(context.cwd, dir ?? 'dondoc-demo');
  const inTheWay = await refusalOf(context, target, flags.force === true);
  if (inTheWay !== undefined) return refuse(context, [inTheWay], flags);
  const office = officePath(target);
  const held = await ledgerInTheWay(context, office);
  if (held !== undefined) return refuse(context, [held], flags);
  const sources = demoSources().map(({ path, content }): Output => ({ path: join(office, path), content }));
  const failures = await writeFiles(context, [...sources, ...(await schemaFiles(context, office))], { force: true });
  if (failures.length > 0) return refuse(context, failures, flags);

  const written = { ...flags, written: [`${shown(context, office)}/`] };
  const read = await readBack(context, office);
  if (!read.ok) return refuse(context, read.findings, written);
  const { tale } = read.value;
  const files = await make(context, target, papers(tale));
  const outputs = files.map(({ path, content }) => ({ path, content }));
  const unwritten = await writeFiles(context, outputs, { force: true });
  if (unwritten.length > 0) return refuse(context, unwritten, written);
  const entries = await makeLedger(context, { folder: office, tale });
  const checked = await checkedPlans(context, tale);
  if (flags.json === true) {
    const made = files.map(({ path, words, content }) => ({
      file: shown(context, path),
      is: words,
      bytes: Buffer.byteLength(content),
    }));
    const ledger = { file: shown(context, databasePath(office)), entries };
    const report = {
      demo: true,
      office: shown(context, office),
      ledger,
      files: made,
      findings: checked.map(findingJson),
    };
    say(context, JSON.stringify(report, null, 2));
  } else showDemo(context, { tale, checked, inbox: read.findings, files, target, entries });
  return flags.serve === true ? serveDemo(context, { folder: office, port: flags.port }) : 0;
}

async function refusalOf(context: CliContext, target: string, force: boolean): Promise<LocatedFinding | undefined> {
  const stat = await context.files.stat(target);
  if (stat === undefined) return undefined;
  if (stat.kind !== 'folder') return fileFinding('file.exists', shown(context, target));
  const held = await context.files.list(target);
  return held.length > 0 && !force ? fileFinding('folder.not-empty', shown(context, target)) : undefined;
}

/** Reads what has just been written, as the commands do. */
async function readBack(context: CliContext, office: string): Promise<Read<{ readonly tale: Story }>> {
  const loaded = await loadOffice(context, office);
  if (!loaded.ok) return loaded;
  const inbox = await readInbox(context, loaded.value, { paths: [join(office, 'inbox')] });
  if (!inbox.ok) return inbox;
  const submissions = inbox.value.map(({ submission }) => submission);
  return { ok: true, value: { tale: story(loaded.value, submissions) }, findings: inbox.findings };
}

async function checkedPlans(context: CliContext, { folder }: Story): Promise<readonly LocatedFinding[]> {
  const { findings } = await checkFiles(
    context,
    folder.plans.map(({ source }) => source.path),
  );
  // bySeverity gives back the very findings it was given.
  return bySeverity(findings) as readonly LocatedFinding[];
}

async function make(context: CliContext, target: string, list: readonly Made[]): Promise<readonly MadeFile[]> {
  const bar = progress(context, list.length);
  const files: MadeFile[] = [];
  for (const { name, words, make: paper } of list) {
    bar.step(name);
    files.push({ path: join(target, name), words, content: await paper() });
  }
  bar.end();
  return files;
}

export const demoCommand = command<Flags, readonly [string?]>({
  run: demo,
  brief: 'Tạo một cơ quan minh họa với dữ liệu minh họa và mọi văn bản Word',
  more: [
    'Ví dụ: dondoc demo\n       dondoc demo out --force --serve',
    'Kế hoạch năm 2019 và năm 2020, 24 trường giả định: có trường gửi chậm, chưa gửi, sáp nhập, mới thành lập. Văn bản Word nằm ngay trong thư mục đích, tệp nguồn trong thư mục con van-phong. Mọi văn bản đều ghi rõ là dữ liệu minh họa.',
    'Nhật ký của cơ quan minh họa có đủ diễn biến đến sáng 01/6/2020 (đồng hồ riêng, chạy tiếp từ 08 giờ 00 ngày đó): gửi, ghi nhận, trả lại, đôn đốc, xác nhận, phát hành. Với --serve, chạy luôn máy chủ của cơ quan minh họa trên máy này và in đường dẫn đăng nhập cho từng vai trò.',
  ],
  parameters: {
    flags: {
      force: shared.force,
      json: shared.json,
      serve: {
        kind: 'boolean',
        optional: true,
        withNegated: false,
        brief: 'Tạo xong thì chạy máy chủ trên máy này cho đến khi dừng (Ctrl+C)',
      },
      port: {
        kind: 'parsed',
        parse: portNumber,
        optional: true,
        placeholder: 'PORT',
        brief: 'Cổng; mặc định: 8787 hoặc cổng còn trống kế tiếp',
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'thư-mục', brief: 'Thư mục đích; mặc định: dondoc-demo' },
      ],
    },
  },
});
