import { unzipSync, zipSync } from 'fflate';
import { openLibsql } from '@dondoc/store/libsql';
import type { Outcome } from '../testing/world.ts';
import { MANIFEST, type Manifest } from './format.ts';
import { sha256 } from './hashing.ts';

/** The files of an archive, to be tampered with. */
export type Files = Record<string, Uint8Array>;

export const opened = (zip: Uint8Array): Files => unzipSync(zip);

export const manifestOf = (files: Files): Manifest =>
  JSON.parse(Buffer.from(files[MANIFEST] ?? []).toString()) as Manifest;

export const withManifest = (files: Files, manifest: object): Files => ({
  ...files,
  [MANIFEST]: Buffer.from(JSON.stringify(manifest)),
});

/** Writes a manifest that fits the files as they are now: what somebody who tampers would do. */
export function fixedUp(files: Files, change: (manifest: Manifest) => Partial<Manifest> = () => ({})): Files {
  const manifest = manifestOf(files);
  const list = Object.entries(files).filter(([path]) => path !== MANIFEST);
  const listed = list.map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) }));
  return withManifest(files, { ...manifest, files: listed, ...change(manifest) });
}

export const zipped = (files: Files): Uint8Array => zipSync(files);

/** The lines of a file of an archive, as JSON. */
export const linesOf = (files: Files, path: string): readonly Record<string, unknown>[] =>
  Buffer.from(files[path] ?? [])
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

export const asLines = (values: readonly unknown[]): Uint8Array =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

const TABLES = [
  'ledger',
  'ledger_data',
  'office',
  'agencies',
  'plans',
  'plan_versions',
  'facts',
  'consolidations',
  'drafts',
  'desk_drafts',
  'documents',
  'settings',
] as const;

export type Tables = Readonly<Record<(typeof TABLES)[number], readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of every table that is not of access. */
export async function tablesOf(path: string): Promise<Tables> {
  const { driver, close } = await openLibsql(path);
  try {
    const results = await driver.batch(TABLES.map((table) => ({ sql: `SELECT * FROM ${table}`, params: [] })));
    const sorted = (rows: Tables['ledger'] = []) =>
      rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return Object.fromEntries(TABLES.map((table, index) => [table, sorted(results[index])])) as unknown as Tables; // the same keys
  } finally {
    close();
  }
}

/** Goes on only where a command has ended well. */
export function well({ code, stdout, stderr }: Outcome): void {
  if (code !== 0) throw new Error(stdout + stderr);
}
