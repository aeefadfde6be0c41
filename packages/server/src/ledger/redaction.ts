import { receiptCode } from '@dondoc/core';
import type { Redacted, Store } from '@dondoc/store';
import * as v from 'valibot';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { fileKey, fileNamed } from '../http/upload.ts';

export const redactionAnswer = v.object({
  stream: v.string(),
  version: v.number(),
  reason: v.string(),
  /** Of the entry in the office's stream that says so. */
  hash: v.string(),
  receipt: v.string(),
  /** Where the signed copy that the entry named still is, beside the database: a redaction erases no files. */
  file: v.exactOptional(v.string()),
  /** What is left to be done with that file. */
  note: v.exactOptional(v.string()),
});
export type RedactionAnswer = v.InferOutput<typeof redactionAnswer>;

/** How often it is tried again where something was entered meanwhile. */
const ATTEMPTS = 3;

/** Where the signed copy lies that an entry of an obligation names. */
const fileNamedBy = async (
  store: Pick<Store, 'entries'>,
  { stream, version }: { readonly stream: string; readonly version: number },
): Promise<string | undefined> => {
  if (!stream.startsWith('obligation:')) return undefined;
  const entries = await store.entries({ streams: [stream], data: 'without-content' });
  const data = entries.find((entry) => entry.version === version)?.secret?.data;
  // Whatever kind of entry it is: only some say this of theirs.
  const { signedDocument } = (data ?? {}) as { readonly signedDocument?: { readonly file?: string } };
  const named = fileNamed(signedDocument?.file ?? '');
  return named === undefined ? undefined : fileKey(named.sha256);
};

const isOvertaken = (redacted: Redacted | undefined): boolean =>
  redacted !== undefined && !redacted.ok && !('refused' in redacted);

/**
 * Erases the data of an entry, once. What says how things are now cannot be: it is replaced first. The bytes of a signed
 * copy stay where they are; the answer tells where, for nothing in the ledger names them any more.
 */
export const redact = async (
  store: Pick<Store, 'entries' | 'redact'>,
  asked: Parameters<Store['redact']>[0],
): Promise<Outcome<RedactionAnswer>> => {
  const { stream, version, reason } = asked;
  const file = await fileNamedBy(store, asked);
  let redacted = await store.redact(asked);
  for (let attempt = 1; attempt < ATTEMPTS && isOvertaken(redacted); attempt++) redacted = await store.redact(asked);
  if (redacted === undefined) return failed('not-found', { params: { what: `${stream} ${version}` } });
  if (!redacted.ok) {
    if (!('refused' in redacted)) return failed('busy');
    return failed(redacted.refused === 'erased' ? 'already-erased' : 'in-force');
  }
  const [entry] = redacted.entries;
  if (entry === undefined) throw new Error('a redaction without its entry');
  const note = `Tệp của bản có chữ ký (${file}) vẫn còn ở nơi lưu tệp; nếu cần, đề nghị người quản trị xóa tệp tại đó.`;
  return done({
    stream,
    version,
    reason,
    hash: entry.hash,
    receipt: receiptCode(entry.hash),
    ...(file === undefined ? {} : { file, note }),
  });
};
