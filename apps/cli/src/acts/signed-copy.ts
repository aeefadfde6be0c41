import { resolve } from 'node:path';
import type { CliContext } from '../context.ts';
import { codeOf } from '../files/node.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type Read } from '../files/source.ts';

/** A scanned or digitally signed document, read. */
export interface SignedCopy {
  /** As shown. */
  readonly file: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** What the app takes: 10 MB. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Reads a signed copy; what is no PDF or image (where `pdf`, no PDF), or too large, is refused before anything is sent. */
export async function readSignedCopy(
  context: CliContext,
  path: string,
  { pdf = false }: { readonly pdf?: boolean } = {},
): Promise<Read<SignedCopy>> {
  const otherType = pdf ? 'issue.signed-copy-type' : 'record.signed-copy-type';
  const whole = resolve(context.cwd, path);
  const file = shown(context, whole);
  const refused = (rule: string, params = {}): Read<never> => ({
    ok: false,
    findings: [fileFinding(rule, file, params)],
  });
  try {
    const stat = await context.files.stat(whole);
    if (stat === undefined) return refused('file.missing');
    if (stat.kind !== 'file') return refused(otherType);
    if (stat.size > MOST_BYTES) return refused('record.signed-copy-large');
    const content = new Uint8Array(await context.files.read(whole));
    const { uploadTypeOf } = await import('@dondoc/server');
    const mediaType = uploadTypeOf(content);
    if (mediaType === undefined || (pdf && mediaType !== 'application/pdf')) return refused(otherType);
    return { ok: true, value: { file, content, mediaType }, findings: [] };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refused('file.unreadable', { code });
  }
}
