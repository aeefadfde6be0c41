import { resolve } from 'node:path';
import type { Verification } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import { codeOf } from '../files/node.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { progress } from '../print/progress.ts';
import { refusedFinding } from './findings.ts';
import type { HeldHead } from './format.ts';
import { isCount, isHash, isObject, isText, parsed } from './json.ts';
import { readArchive, readHeads, verifyEntries, type Archive } from './read-archive.ts';

/** Largest file that is read as an archive, in bytes: what one buffer of Node holds with room beside it. */
const MOST = 2 ** 31;

/** Reads a file whole, at most 2 GB. */
export async function readBytes(context: CliContext, path: string): Promise<Read<Uint8Array>> {
  const whole = resolve(context.cwd, path);
  const file = shown(context, whole);
  const refused = (rule: string, more: Readonly<Record<string, string | number>> = {}): Read<never> => ({
    ok: false,
    findings: [fileFinding(rule, file, more)],
  });
  try {
    const stat = await context.files.stat(whole);
    if (stat === undefined) return refused('file.missing');
    if (stat.kind !== 'file') return refused('file.not-a-file');
    if (stat.size > MOST) return refused('archive.too-large', { path: file });
    return { ok: true, value: await context.files.read(whole), findings: [] };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refused('file.unreadable', { code });
  }
}

/** Reads an archive: every file of it is what its manifest says. */
export async function openArchive(context: CliContext, path: string): Promise<Read<Archive>> {
  const bytes = await readBytes(context, path);
  if (!bytes.ok) return bytes;
  const read = readArchive(bytes.value);
  if (read.ok) return { ok: true, value: read.value, findings: [] };
  return { ok: false, findings: [refusedFinding(shown(context, resolve(context.cwd, path)), read)] };
}

export interface Checked {
  readonly archive: Archive;
  readonly verification: Verification;
}

/** Reads an archive and verifies its ledger, against its own heads and those held elsewhere. */
export async function checkedArchive(
  context: CliContext,
  path: string,
  held: readonly HeldHead[],
): Promise<Read<Checked>> {
  const bar = progress(context, 2);
  try {
    bar.step(`đọc ${path}`);
    const opened = await openArchive(context, path);
    if (!opened.ok) return opened;
    bar.step('kiểm tra nhật ký');
    const archive = opened.value;
    const verification = await verifyEntries(archive.snapshot.entries, [...archive.heads, ...held]);
    return { ok: true, value: { archive, verification }, findings: [] };
  } finally {
    bar.end();
  }
}

/** Reads one receipt as a program keeps it: the answer to an act. */
function receiptIn(value: unknown): HeldHead | undefined {
  if (!isObject(value)) return undefined;
  const { stream, obligation, version, hash } = value;
  const name = isText(stream) ? stream : isText(obligation) ? `obligation:${obligation}` : undefined;
  return name !== undefined && isCount(version) && isHash(hash) ? { stream: name, version, hash } : undefined;
}

/** Reads heads held elsewhere: another archive, its `heads.json`, or receipts as JSON (one, or a list). */
export async function readHeld(context: CliContext, paths: readonly string[]): Promise<Read<readonly HeldHead[]>> {
  const held: HeldHead[] = [];
  for (const path of paths) {
    const bytes = await readBytes(context, path);
    if (!bytes.ok) return bytes;
    // 'PK': a ZIP archive, whatever it is called.
    const isZip = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
    if (isZip) {
      const archive = await openArchive(context, path);
      if (!archive.ok) return archive;
      held.push(...archive.value.heads);
      continue;
    }
    const value = parsed(bytes.value);
    const heads: readonly (HeldHead | undefined)[] =
      readHeads(value) ?? (Array.isArray(value) ? value : [value]).map(receiptIn);
    if (heads.length === 0 || heads.includes(undefined))
      return { ok: false, findings: [fileFinding('archive.not-held', shown(context, resolve(context.cwd, path)))] };
    held.push(...heads.flatMap((head) => head ?? []));
  }
  return { ok: true, value: held, findings: [] };
}
