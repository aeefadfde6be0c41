import { unzipSync, Zip, ZipDeflate, ZipPassThrough, type UnzipFileInfo } from 'fflate';
import { sha256 } from './hashing.ts';
import { isArchivePath, MANIFEST, type Manifest } from './format.ts';
import type { ArchiveFile } from './contents.ts';
import { readManifest } from './manifest.ts';

/** Packs files into a ZIP archive; told each file before it is packed. */
export function pack(
  files: readonly ArchiveFile[],
  {
    created,
    step,
    stored = false,
  }: { readonly created: string; readonly step: (path: string) => void; readonly stored?: boolean },
): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const { path, bytes, packed } of files) {
    step(path);
    const file = stored || packed === true ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = created;
    // Names are ASCII; readable by everybody who may read the archive.
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Most that is taken out of an archive: together, of one file, and of the manifest, in bytes. */
const MOST = { together: 2 ** 31, file: 2 ** 30, manifest: 64 * 2 ** 20, files: 200_000 } as const;
/** Text of a ledger is full of hashes and packs to a tenth; much that packs to a hundredth is made to burst. */
const MOST_RATIO = 100;
const SMALL = 64 * 2 ** 20;

export interface Unpacked {
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Why an archive is not taken: a rule, and the file in it that it is about. */
export interface Refused {
  readonly rule: string;
  readonly path?: string;
}

export type Opened = { readonly ok: true; readonly value: Unpacked } | ({ readonly ok: false } & Refused);

const refused = (rule: string, path?: string): Opened => ({ ok: false, rule, ...(path === undefined ? {} : { path }) });

/** Lists what a ZIP says it holds; undefined where it is none, or is cut off. */
function listed(zip: Uint8Array): readonly UnzipFileInfo[] | undefined {
  const list: UnzipFileInfo[] = [];
  try {
    unzipSync(zip, { filter: (info) => list.push(info) < 0 });
    return list;
  } catch {
    // Whatever it stumbles over: the bytes are not ours.
    return undefined;
  }
}

function unpackOnly(zip: Uint8Array, names: ReadonlySet<string>): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    return unzipSync(zip, { filter: ({ name }) => names.has(name) });
  } catch {
    return undefined;
  }
}

/** Finds what is wrong with the list of an archive, before anything is taken out of it. */
function wrongList(list: readonly UnzipFileInfo[]): Refused | undefined {
  if (list.length > MOST.files) return { rule: 'archive.too-large' };
  const seen = new Set<string>();
  let together = 0;
  for (const { name, size, originalSize, compression } of list) {
    if (!isArchivePath(name)) return { rule: 'archive.strange-file', path: name };
    if (seen.has(name)) return { rule: 'archive.file-twice', path: name };
    seen.add(name);
    together += originalSize;
    const most = name === MANIFEST ? MOST.manifest : MOST.file;
    const bursts = originalSize > SMALL && originalSize > size * MOST_RATIO;
    if (originalSize > most || together > MOST.together || bursts) return { rule: 'archive.too-large', path: name };
    if (compression !== 0 && compression !== 8) return { rule: 'archive.not-zip' };
  }
  return seen.has(MANIFEST) ? undefined : { rule: 'archive.not-backup' };
}

/** Tells whether an archive is one that would be taken again, by its sizes. */
export function isWithinLimits(zip: Uint8Array): boolean {
  const list = listed(zip);
  return list !== undefined && wrongList(list) === undefined;
}

/**
 * Opens an archive and holds every file against the manifest: names, sizes and SHA-256, none more and none less. Nothing
 * larger than what the manifest says is ever made room for.
 */
export function unpack(zip: Uint8Array): Opened {
  const list = listed(zip);
  if (list === undefined || list.length === 0) return refused('archive.not-zip');
  const wrong = wrongList(list);
  if (wrong !== undefined) return { ok: false, ...wrong };
  const manifestBytes = unpackOnly(zip, new Set([MANIFEST]))?.[MANIFEST];
  if (manifestBytes === undefined) return refused('archive.not-zip');
  const read = readManifest(manifestBytes);
  if (!read.ok) return read;
  const manifest = read.value;
  const expected = new Map(manifest.files.map((file) => [file.path, file]));
  for (const { name, originalSize } of list) {
    if (name === MANIFEST) continue;
    const file = expected.get(name);
    if (file === undefined) return refused('archive.strange-file', name);
    if (file.bytes !== originalSize) return refused('archive.file-altered', name);
  }
  if (expected.size !== manifest.files.length) return refused('archive.file-twice');
  const names = new Set(list.map(({ name }) => name));
  const absent = [...expected.keys()].find((path) => !names.has(path));
  if (absent !== undefined) return refused('archive.file-missing', absent);
  const all = unpackOnly(zip, new Set(expected.keys()));
  if (all === undefined) return refused('archive.not-zip');
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [path, { sha256: hash, bytes }] of expected) {
    const found = all[path];
    if (found === undefined || found.byteLength !== bytes || sha256(found) !== hash)
      return refused('archive.file-altered', path);
    files.set(path, new Uint8Array(found));
  }
  return { ok: true, value: { manifest, manifestBytes, files } };
}
