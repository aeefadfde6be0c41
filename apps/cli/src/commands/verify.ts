import { formatDate, proseCount, timeOf, vietnamMoment, type Verification } from '@dondoc/core';
import type { LedgerRow } from '@dondoc/store';
import { ledgerHere } from '../archive/gather.ts';
import { pageLedger } from '../archive/gather-remote.ts';
import { openArchive, readHeld } from '../archive/open.ts';
import { verifyEntries } from '../archive/read-archive.ts';
import type { HeldHead } from '../archive/format.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { progress } from '../print/progress.ts';
import { deployment } from '../service/deployment.ts';
import { UsageError } from '../text/vietnamese.ts';
import { command } from './command.ts';
import { archiveOrNone, flags as shared, serviceFlags } from './flags.ts';
import { mention, refuse } from './refuse.ts';

interface Flags {
  readonly server?: string;
  readonly held?: readonly string[];
  readonly json?: boolean;
}

/** What a verification found, as findings. */
export async function ledgerFindings({ problems }: Verification, file: string): Promise<readonly LocatedFinding[]> {
  const { problemWords } = await import('@dondoc/server');
  return problems.map(({ stream, version, problem }) =>
    fileFinding('archive.ledger-problem', file, { stream, version, problem: problemWords[problem] }),
  );
}

interface Ledger {
  /** As shown. */
  readonly source: string;
  readonly entries: readonly LedgerRow[];
  /** What an archive says of its own heads. */
  readonly heads: readonly HeldHead[];
  /** SHA-256 of documents and signed copies that the ledger names and that are gone. */
  readonly missing: readonly string[];
}

async function ledgerOf(context: CliContext, { server }: Flags, file: string | undefined): Promise<Read<Ledger>> {
  if (file !== undefined) {
    const archive = await openArchive(context, file);
    if (!archive.ok) return archive;
    const { snapshot, heads, manifest } = archive.value;
    const { missing } = manifest;
    return { ok: true, value: { source: file, entries: snapshot.entries, heads, missing }, findings: [] };
  }
  if (server !== undefined) {
    const service = deployment(context, server);
    const entries = await pageLedger(context, service);
    if (!entries.ok) return entries;
    return { ok: true, value: { source: server, entries: entries.value, heads: [], missing: [] }, findings: [] };
  }
  const here = await ledgerHere(context);
  if (!here.ok) return here;
  return { ok: true, value: { source: 'nhật ký', heads: [], ...here.value }, findings: [] };
}

const momentOf = (at: string): string => {
  const { day, minute } = vietnamMoment(Date.parse(at));
  return `${timeOf(minute)} ngày ${formatDate(day)}`;
};

/** Lets the ledger prove itself: of the office folder, of a deployment, or in an archive. */
export async function verify(context: CliContext, flags: Flags, [file]: readonly [string?]): Promise<ExitCode> {
  if (file !== undefined && flags.server !== undefined)
    throw new UsageError('Tệp sao lưu và --server không ghi cùng nhau. Chỉ giữ một.');
  const held = await readHeld(context, flags.held ?? []);
  if (!held.ok) return refuse(context, held.findings, { ...flags, kept: '' });
  const ledger = await ledgerOf(context, flags, file);
  if (!ledger.ok) return refuse(context, ledger.findings, { ...flags, kept: '' });
  const { source, entries, heads, missing } = ledger.value;
  const bar = progress(context, 1);
  bar.step(`kiểm tra ${String(entries.length)} mục`);
  const found = await verifyEntries(entries, [...heads, ...held.value]);
  bar.end();
  const { problemWords, proofWords } = await import('@dondoc/server');
  const sealed = entries.findLast(({ stream }) => stream === 'checkpoint');
  const { streams, problems, redacted } = found;
  const ok = found.ok && missing.length === 0;
  if (flags.json === true) {
    const told = problems.map((one) => ({ ...one, message: problemWords[one.problem] }));
    const last = sealed === undefined ? {} : { sealed: { version: sealed.version, at: sealed.at } };
    const report = {
      ok,
      streams,
      entries: found.entries,
      problems: told,
      redacted,
      missing,
      ...last,
      held: held.value.length,
      ...proofWords,
    };
    say(context, JSON.stringify(report, null, 2));
    return ok ? 0 : 1;
  }
  say(
    context,
    found.ok
      ? `Nhật ký còn nguyên vẹn: ${proseCount(found.entries)} mục trong ${proseCount(streams)} chuỗi.`
      : `Nhật ký không còn nguyên vẹn: ${proseCount(problems.length)} điểm trong ${proseCount(found.entries)} mục, ${proseCount(streams)} chuỗi.`,
  );
  if (sealed !== undefined) say(context, `Niêm phong lần cuối: ${momentOf(sealed.at)}.`);
  if (redacted.length > 0)
    say(
      context,
      `Đã xóa nội dung của ${proseCount(redacted.length)} mục: ${redacted.map((one) => `${one.stream} mục ${String(one.version)}`).join('; ')}.`,
    );
  if (held.value.length > 0) say(context, `Đã đối chiếu với ${proseCount(held.value.length)} mục giữ ở nơi khác.`);
  const gone = missing.map((sha256) => fileFinding('archive.bytes-missing', source, { sha256 }));
  mention(context, [...(await ledgerFindings(found, source)), ...gone]);
  tell(context, proofWords.proves);
  tell(context, proofWords.doesNotProve);
  return ok ? 0 : 1;
}

export const verifyCommand = command<Flags, readonly [string?]>({
  run: verify,
  brief: 'Kiểm tra nhật ký còn nguyên vẹn: không mục nào bị sửa, bỏ, thêm hay đảo thứ tự',
  more: [
    'Ví dụ: dondoc verify\n       dondoc verify phong-gddt-sao-luu-2020-06-01.zip\n       dondoc verify --held phong-gddt-sao-luu-2019-12-31.zip',
    'Chạy được trong khi dondoc serve đang chạy. Với --held, nhật ký còn được đối chiếu với những gì giữ ở nơi khác: bản sao lưu cũ, tệp heads.json trong đó, hoặc mã xác nhận dạng JSON nhận khi gửi báo cáo. Với --server cần mã truy cập vai trò admin.',
    'Mã thoát 1 khi có điểm không khớp.',
  ],
  parameters: {
    flags: {
      server: serviceFlags.server,
      held: {
        ...shared.held,
        brief: 'Bản sao lưu, heads.json hoặc mã xác nhận (JSON) giữ ở nơi khác; ghi được nhiều lần',
      },
      json: serviceFlags.json,
    },
    positional: archiveOrNone('Bản sao lưu; mặc định: nhật ký của thư mục này'),
  },
});
