import { join, resolve } from 'node:path';
import { proseCount } from '@dondoc/core';
import { newDatabase, passingDatabase } from '../archive/new-database.ts';
import { checkedArchive, readHeld } from '../archive/open.ts';
import type { Archive } from '../archive/read-archive.ts';
import { restoreInto } from '../archive/restore.ts';
import { targetOf } from '../archive/target.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { sizeWords } from '../print/size.ts';
import { databasePath, FILES, LEDGER_FOLDER } from '../service/database.ts';
import { signedFiles } from '../service/signed-files.ts';
import { word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';
import { refuse } from './refuse.ts';
import { ledgerFindings } from './verify.ts';

interface Flags {
  readonly to?: string;
  readonly sql?: string;
  readonly held?: readonly string[];
  readonly force?: boolean;
  readonly json?: boolean;
}

interface Restored {
  /** What was made: the database, or the SQL. */
  readonly made: string;
  readonly files: readonly string[];
}

const failed = (...findings: readonly LocatedFinding[]): Read<never> => ({ ok: false, findings });

/** Reads the archive and refuses it unless every file and every entry is as it was. */
async function sound(context: CliContext, { held: paths = [] }: Flags, file: string): Promise<Read<Archive>> {
  const held = await readHeld(context, paths);
  if (!held.ok) return held;
  const checked = await checkedArchive(context, file, held.value);
  if (!checked.ok) return checked;
  const { archive, verification } = checked.value;
  const place = shown(context, resolve(context.cwd, file));
  if (verification.ok) return { ok: true, value: archive, findings: [] };
  const count = verification.problems.length;
  return failed(
    fileFinding('archive.ledger-altered', place, { count }),
    ...(await ledgerFindings(verification, place)).slice(0, 20),
  );
}

/** Makes the ledger of an office folder, and the files that say what was adopted. */
async function toFolder(
  context: CliContext,
  archive: Archive,
  { folder, file }: { folder: string; file: string },
): Promise<Read<Restored>> {
  const { refusals, outputs } = await targetOf(context, folder, archive);
  if (refusals.length > 0) return failed(...refusals);
  const database = await newDatabase(context, folder);
  try {
    const refusal = await restoreInto(context, database, { archive, file });
    if (refusal !== undefined) return failed(refusal);
    const { fileKey } = await import('@dondoc/server');
    const copies = signedFiles(context.files, join(folder, LEDGER_FOLDER, FILES));
    for (const { sha256, mediaType, bytes } of archive.signed) await copies.put(fileKey(sha256), { bytes, mediaType });
    const failures = await writeFiles(context, outputs);
    if (failures.length > 0) return failed(...failures);
    // Last: without it nothing has been restored, and the same command may be run again.
    await database.place();
    const files = outputs.map(({ path }) => shown(context, path));
    return { ok: true, value: { made: shown(context, databasePath(folder)), files }, findings: [] };
  } finally {
    await database.discard();
  }
}

/** Bytes that a row of D1 may have. */
const D1_ROW = 2_000_000;

/** What no row of D1 holds. */
function tooLargeForD1({ snapshot }: Archive): readonly LocatedFinding[] {
  const large = (what: string): LocatedFinding => fileFinding('restore.too-large-for-d1', 'D1', { what });
  return [
    ...snapshot.documents.filter(({ bytes }) => bytes.byteLength > D1_ROW).map(({ name }) => large(name)),
    ...snapshot.entries
      .filter(({ secret }) => secret && Buffer.byteLength(JSON.stringify(secret.data)) > D1_ROW)
      .map(({ stream, version }) => large(`${stream} mục ${String(version)}`)),
  ];
}

/** Writes the whole as SQL for an empty D1 database. */
async function toSql(
  context: CliContext,
  archive: Archive,
  { path, file, force }: { path: string; file: string; force: boolean },
): Promise<Read<Restored>> {
  const large = tooLargeForD1(archive);
  if (large.length > 0) return failed(...large);
  const { dumpSql } = await import('@dondoc/store');
  const database = await passingDatabase();
  try {
    const refusal = await restoreInto(context, database, { archive, file });
    if (refusal !== undefined) return failed(refusal);
    const chunks: Uint8Array[] = [];
    for await (const statement of dumpSql(database.driver)) chunks.push(Buffer.from(`${statement}\n`));
    const failures = await writeFiles(context, [{ path, content: Buffer.concat(chunks) }], { force });
    if (failures.length > 0) return failed(...failures);
    return { ok: true, value: { made: shown(context, path), files: [] }, findings: [] };
  } finally {
    await database.discard();
  }
}

function next(context: CliContext, { signed, manifest }: Archive, { sql, made }: { sql: boolean; made: string }): void {
  if (sql) {
    tell(
      context,
      `Nạp vào cơ sở dữ liệu D1 còn trống, đã chạy migrations: wrangler d1 execute dondoc --remote --file ${made}`,
    );
    tell(context, 'Cơ sở dữ liệu đã có mục nhật ký thì lệnh trên dừng ở dòng đầu và không ghi gì.');
    if (signed.length > 0)
      tell(
        context,
        `${proseCount(signed.length)} bản có chữ ký (files/signed trong bản sao lưu, ${sizeWords(signed.reduce((sum, { bytes }) => sum + bytes.byteLength, 0))}) cần chép lên R2, khóa signed/MÃ-SHA-256.`,
      );
  }
  tell(context, 'Bản sao lưu không có quyền truy cập nào; cần cấp lại: dondoc token create, dondoc link create.');
  if (!manifest.withUnitDrafts)
    tell(context, 'Bản này lấy qua mạng nên không có nội dung các đơn vị đang nhập mà chưa gửi.');
}

/** Restores an archive: into a new ledger in an office folder, or as SQL for an empty D1 database. */
export async function restore(context: CliContext, flags: Flags, [file]: readonly [string]): Promise<ExitCode> {
  const { sql, to } = flags;
  if (sql !== undefined && to !== undefined) throw new UsageError('--to và --sql không ghi cùng nhau. Chỉ giữ một.');
  if (sql === undefined && flags.force === true)
    throw new UsageError('--force chỉ đi cùng --sql: khôi phục không ghi đè lên nhật ký đang có.');
  const archive = await sound(context, flags, file);
  if (!archive.ok) return refuse(context, archive.findings, flags);
  const place = shown(context, resolve(context.cwd, file));
  const restored =
    sql === undefined
      ? await toFolder(context, archive.value, { folder: resolve(context.cwd, to ?? '.'), file: place })
      : await toSql(context, archive.value, {
          path: resolve(context.cwd, sql),
          file: place,
          force: flags.force === true,
        });
  if (!restored.ok) return refuse(context, restored.findings, flags);
  const { made, files } = restored.value;
  const { office, entries, seq, created } = archive.value.manifest;
  if (flags.json === true)
    say(context, JSON.stringify({ ok: true, made, files, office: office.id, entries, seq, created }, null, 2));
  else {
    say(context, [made, ...files].join('\n'));
    tell(context, `Đã khôi phục ${office.name}: ${proseCount(entries)} mục nhật ký, đã kiểm tra còn nguyên vẹn.`);
    next(context, archive.value, { sql: sql !== undefined, made });
  }
  return 0;
}

export const restoreCommand = command<Flags, readonly [string]>({
  run: restore,
  brief: 'Khôi phục từ bản sao lưu: nhật ký mới trong một thư mục, hoặc SQL cho D1 còn trống',
  more: [
    'Ví dụ: dondoc restore phong-gddt-sao-luu-2020-06-01.zip --to khoi-phuc\n       dondoc restore phong-gddt-sao-luu-2020-06-01.zip --sql du-lieu.sql',
    'Từng tệp và toàn bộ nhật ký được kiểm tra trước; bản sao lưu bị sửa thì không ghi gì. Thư mục đã có nhật ký, hoặc có office.yaml, kế hoạch khác với bản sao lưu, bị từ chối. Nhật ký ghi thêm một mục về việc khôi phục.',
    'SQL dành cho D1 trên Cloudflare còn trống, đã chạy migrations; nạp bằng wrangler d1 execute --file.',
  ],
  parameters: {
    flags: {
      to: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'DIR',
        brief: 'Thư mục của cơ quan; mặc định: thư mục hiện tại',
      },
      sql: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'FILE.sql',
        brief: 'Ghi SQL cho D1 còn trống thay vì tạo nhật ký',
      },
      held: {
        ...shared.held,
        brief: 'Đối chiếu thêm với bản sao lưu, heads.json hoặc mã xác nhận (JSON) giữ ở nơi khác',
      },
      force: { ...shared.force, brief: 'Ghi đè tệp SQL đã có' },
      json: shared.json,
    },
    positional: {
      kind: 'tuple',
      parameters: [{ parse: word, placeholder: 'FILE.zip', brief: 'Tệp do dondoc backup tạo' }],
    },
  },
});
