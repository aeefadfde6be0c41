import { BACKUP_FORMAT, isArchivePath, type ListedFile, type Manifest } from './format.ts';
import { hasExactly, isCount, isHash, isObject, isText, parsed } from './json.ts';
import type { Refused } from './zip.ts';

const isPath = (value: unknown): boolean => isText(value) && isArchivePath(value);
const isInstant = (value: unknown): boolean => isText(value) && Number.isFinite(Date.parse(value));
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const listOf = (is: (item: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(is);

const stored = { sha256: isHash, mediaType: isText, path: isPath };

const isFile = (value: unknown): value is ListedFile =>
  hasExactly(value, { path: isPath, bytes: isCount, sha256: isHash });

const isClock = (value: unknown): boolean =>
  isText(value) && hasExactly(parsed(Buffer.from(value)), { office: isInstant, real: isInstant });

const isManifest = (value: unknown): boolean =>
  hasExactly(
    value,
    {
      format: (format) => format === BACKUP_FORMAT,
      created: isInstant,
      version: isText,
      office: (office) => hasExactly(office, { id: isText, name: isText, demo: isFlag }),
      demoClock: isClock,
      entries: isCount,
      seq: isCount,
      headsDigest: isHash,
      withUnitDrafts: isFlag,
      documents: listOf((one) => hasExactly(one, { ...stored, name: isText })),
      signed: listOf((one) => hasExactly(one, stored)),
      missing: listOf(isHash),
      files: listOf(isFile),
    },
    ['demoClock'],
  );

/** Reads `manifest.json`: refused where it is not one, or of a version that this one does not know. */
export function readManifest(
  bytes: Uint8Array,
): { readonly ok: true; readonly value: Manifest } | ({ readonly ok: false } & Refused) {
  const value = parsed(bytes);
  if (!isObject(value)) return { ok: false, rule: 'archive.not-backup' };
  const { format } = value;
  if (!isText(format) || !format.startsWith('dondoc.backup/')) return { ok: false, rule: 'archive.not-backup' };
  if (format !== BACKUP_FORMAT) return { ok: false, rule: 'archive.other-version' };
  if (!isManifest(value)) return { ok: false, rule: 'archive.bad-manifest' };
  // Every member has just been looked at.
  return { ok: true, value: value as unknown as Manifest };
}
