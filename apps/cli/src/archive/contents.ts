import type { ConsolidationEntry, Json } from '@dondoc/core';
import type { LedgerRow } from '@dondoc/store';
import {
  BACKUP_FORMAT,
  DESK_DRAFTS,
  DOCUMENTS,
  DRAFTS,
  HEADS,
  HEADS_FORMAT,
  LEDGER,
  README,
  SIGNED,
  type Holdings,
  type Manifest,
} from './format.ts';
import { headsDigest, headsJson, headsOf, sha256 } from './hashing.ts';
import { namedBytes } from './named-bytes.ts';
import { readme } from './readme.ts';
import { truthFiles, truthOf } from './truth.ts';

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Compressed already. */
  readonly packed?: boolean;
}

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const lines = (values: readonly unknown[]): Uint8Array =>
  Buffer.concat(values.map((value) => Buffer.from(`${JSON.stringify(value)}\n`)));

/** An entry as a line of `ledger.ndjson`: the words of one that was erased are not there. */
const line = ({ secret, ...entry }: LedgerRow) =>
  secret === null || secret === undefined ? { ...entry, erased: true } : { ...entry, ...secret };

const FILING: ReadonlySet<string> = new Set(['submit', 'record', 'revise']);

/** What each unit sent last, and what was issued, each a file of its own: for whoever reads without dondoc. */
function readableFiles(entries: readonly LedgerRow[]): readonly ArchiveFile[] {
  const files = new Map<string, Json>();
  for (const { stream, kind, secret } of entries) {
    const [of = '', id = ''] = [stream.slice(0, stream.indexOf(':')), stream.slice(stream.indexOf(':') + 1)];
    if (of === 'obligation' && FILING.has(kind)) {
      const path = `submissions/${id}.json`;
      // What was sent later takes the place of what was sent before, erased or not.
      files.delete(path);
      const content = (secret?.data as { readonly content?: Json } | undefined)?.content;
      if (content !== undefined) files.set(path, content);
    } else if (of === 'consolidation' && kind === 'issue' && secret) {
      // Of this stream the kinds and data are what core sealed into it.
      const data = secret.data as Extract<ConsolidationEntry, { kind: 'issue' }>['data'];
      files.set(`consolidations/${id}/${String(data.issue)}.json`, data);
    }
  }
  return [...files].map(([path, content]) => ({ path, bytes: json(content) }));
}

export interface Making {
  /** Instant of the real clock. */
  readonly created: string;
  readonly version: string;
}

export interface Contents {
  readonly manifest: Manifest;
  /** Every file but the manifest, in the order of the archive. */
  readonly files: readonly ArchiveFile[];
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Lays out an archive: the files, and the manifest that names each with its SHA-256. Bytes that are not themselves are left out. */
export async function contentsOf(
  { snapshot, signed, withUnitDrafts, demoClock }: Holdings,
  { created, version }: Making,
): Promise<Contents> {
  const { extensionOf } = await import('@dondoc/server');
  /** Names bytes by their SHA-256, with the extension that opens them. */
  const fileName = (hash: string, mediaType: string) =>
    `${hash}.${mediaType === DOCX ? 'docx' : extensionOf(mediaType)}`;
  const { entries, drafts, deskDrafts } = snapshot;
  const truth = truthOf(entries);
  const heads = headsOf(entries);
  const sound = <T extends { readonly sha256: string; readonly bytes: Uint8Array }>(list: readonly T[]) =>
    list.filter((one) => sha256(one.bytes) === one.sha256);
  const documents = sound(snapshot.documents).map((one) => ({
    ...one,
    path: `${DOCUMENTS}/${fileName(one.sha256, one.mediaType)}`,
  }));
  const copies = sound(signed).map((one) => ({ ...one, path: `${SIGNED}/${fileName(one.sha256, one.mediaType)}` }));
  const there = new Set([...documents, ...copies].map((one) => one.sha256));
  const wanted = new Set([...namedBytes(entries), ...snapshot.documents.map((one) => one.sha256)]);
  const seq = entries.at(-1)?.seq ?? 0;
  const { issuer = '', demo = false } = truth.settings ?? {};
  const office = {
    id: issuer,
    name: truth.agencies.find(({ id }) => id === issuer)?.names.at(-1)?.value.full ?? '',
    demo,
  };
  const about = { created, version, office, entries: entries.length, seq, withUnitDrafts };
  const files: readonly ArchiveFile[] = [
    { path: README, bytes: Buffer.from(readme(about)) },
    { path: LEDGER, bytes: lines(entries.map(line)) },
    { path: HEADS, bytes: json({ format: HEADS_FORMAT, created, office: office.id, seq, heads: headsJson(heads) }) },
    { path: DRAFTS, bytes: lines(drafts) },
    { path: DESK_DRAFTS, bytes: lines(deskDrafts) },
    ...truthFiles(truth).map(({ path, content }) => ({ path, bytes: Buffer.from(content) })),
    ...readableFiles(entries),
    ...[...documents, ...copies].map(({ path, bytes }) => ({ path, bytes, packed: true })),
  ];
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    ...about,
    ...(demoClock === undefined || !demo ? {} : { demoClock }),
    headsDigest: headsDigest(heads),
    documents: documents.map(({ sha256: hash, mediaType, name, path }) => ({ sha256: hash, mediaType, name, path })),
    signed: copies.map(({ sha256: hash, mediaType, path }) => ({ sha256: hash, mediaType, path })),
    missing: [...wanted].filter((one) => !there.has(one)).toSorted(),
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) })),
  };
  return { manifest, files };
}
