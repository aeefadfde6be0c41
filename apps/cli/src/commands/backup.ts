import { resolve } from 'node:path';
import { proseCount, vietnamMoment, type Verification } from '@dondoc/core';
import manifest from '../../package.json' with { type: 'json' };
import { contentsOf, type Contents } from '../archive/contents.ts';
import { isArchivePath, MANIFEST, type Holdings } from '../archive/format.ts';
import { gatherHere } from '../archive/gather.ts';
import { gatherThere } from '../archive/gather-remote.ts';
import { verifyEntries } from '../archive/read-archive.ts';
import { isWithinLimits, pack } from '../archive/zip.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { safeName } from '../files/names.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { findingJson } from '../print/findings.ts';
import { progress } from '../print/progress.ts';
import { sizeWords } from '../print/size.ts';
import { deployment } from '../service/deployment.ts';
import { command } from './command.ts';
import { archiveOrNone, flags as shared, serviceFlags } from './flags.ts';
import { mention, refuse } from './refuse.ts';
import { ledgerFindings } from './verify.ts';

interface Flags {
  readonly server?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Reads everything: from the office folder's own ledger, or over the network. */
async function gathered(context: CliContext, server: string | undefined): Promise<Read<Holdings>> {
  if (server === undefined) return gatherHere(context);
  const service = deployment(context, server);
  try {
    return await gatherThere(context, service);
  } finally {
    await service.close();
  }
}

/** Packs the archive; undefined: it has more than a restore would take. */
function packed(context: CliContext, { manifest: listed, files }: Contents): Uint8Array | undefined {
  const first = { path: MANIFEST, bytes: Buffer.from(`${JSON.stringify(listed, null, 2)}\n`) };
  // Text that packs too well looks like an attack to whoever restores it: then it is not packed.
  for (const stored of [false, true]) {
    const bar = progress(context, files.length + 1);
    const bytes = pack([first, ...files], { created: listed.created, step: bar.step, stored });
    bar.end();
    if (isWithinLimits(bytes)) return bytes;
  }
  return undefined;
}

/** What is to be looked at again: the archive is made all the same, for what there is should not be lost too. */
const concerns = async (
  { missing }: Contents['manifest'],
  verification: Verification,
  file: string,
): Promise<readonly LocatedFinding[]> => [
  ...(await ledgerFindings(verification, file)),
  ...missing.map((sha256) => fileFinding('archive.bytes-missing', file, { sha256 })),
];

/** Packs all that the office has into one archive. */
export async function backup(context: CliContext, flags: Flags, [file]: readonly [string?]): Promise<ExitCode> {
  const holdings = await gathered(context, flags.server);
  if (!holdings.ok) return refuse(context, holdings.findings, flags);
  const created = new Date(context.now()).toISOString();
  const contents = await contentsOf(holdings.value, { created, version: manifest.version });
  const { office, entries, seq, withUnitDrafts, documents, signed } = contents.manifest;
  const source = flags.server ?? 'nhật ký';
  if (!contents.files.every(({ path }) => isArchivePath(path)))
    return refuse(context, [fileFinding('archive.strange-stream', source)], flags);
  const { day } = vietnamMoment(context.now());
  const path = resolve(
    context.cwd,
    file ?? safeName(`${office.id === '' ? 'dondoc' : office.id}-sao-luu-${day}`, '.zip'),
  );
  const verification = await verifyEntries(holdings.value.snapshot.entries, []);
  const bytes = packed(context, contents);
  if (bytes === undefined) return refuse(context, [fileFinding('archive.too-much', source)], flags);
  const failures = await writeFiles(context, [{ path, content: bytes }], { force: flags.force === true });
  if (failures.length > 0) return refuse(context, failures, flags);
  const findings = await concerns(contents.manifest, verification, source);
  if (flags.json === true) {
    const made = { file: shown(context, path), bytes: bytes.byteLength, entries, seq, withUnitDrafts };
    const kept = { documents: documents.length, signed: signed.length };
    say(
      context,
      JSON.stringify({ ok: findings.length === 0, ...made, ...kept, findings: findings.map(findingJson) }, null, 2),
    );
  } else {
    say(context, shown(context, path));
    const drafts = holdings.value.snapshot.drafts.length;
    tell(
      context,
      `Đã sao lưu ${office.name}: ${proseCount(entries)} mục nhật ký, ${proseCount(documents.length)} văn bản, ${proseCount(signed.length)} bản có chữ ký, ${withUnitDrafts ? `${proseCount(drafts)} bản đang nhập` : 'không có bản đang nhập của đơn vị'}; ${sizeWords(bytes.byteLength)}.`,
    );
    mention(context, findings);
    tell(
      context,
      'Trong bản sao lưu không có mã truy cập nào. Giữ ít nhất một bản ngoài máy này; kiểm tra bằng: dondoc verify TỆP.zip',
    );
  }
  return findings.length === 0 ? 0 : 1;
}

export const backupCommand = command<Flags, readonly [string?]>({
  run: backup,
  brief: 'Sao lưu toàn bộ vào một tệp ZIP, đọc được mà không cần dondoc',
  more: [
    'Ví dụ: dondoc backup\n       dondoc backup /media/usb/sao-luu.zip\n       dondoc backup --server https://dondoc.example.vn',
    'Chạy được trong khi dondoc serve đang chạy. Bản sao lưu có nhật ký, kế hoạch, báo cáo, văn bản đã phát hành, bản có chữ ký và nội dung đang nhập; không có mã truy cập, đường dẫn hay phiên đăng nhập. Với --server cần mã truy cập vai trò admin; nội dung các đơn vị đang nhập mà chưa gửi không lấy được qua mạng.',
    'Khôi phục: dondoc restore. Kiểm tra: dondoc verify.',
  ],
  parameters: {
    flags: { force: shared.force, server: serviceFlags.server, json: shared.json },
    positional: archiveOrNone('Tệp sao lưu; mặc định: CƠ-QUAN-sao-luu-NGÀY.zip trong thư mục hiện tại'),
  },
});
