import { join } from 'node:path';
import type { LedgerRow } from '@dondoc/store';
import type { CliContext } from '../context.ts';
import { codeOf } from '../files/node.ts';
import { findOffice } from '../files/office.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { progress } from '../print/progress.ts';
import { databasePath, FILES, findLedger, LEDGER_FOLDER, openDatabase } from '../service/database.ts';
import { signedFiles } from '../service/signed-files.ts';
import type { Holdings, SignedFile } from './format.ts';
import { sha256 } from './hashing.ts';
import { namedBytes } from './named-bytes.ts';

const SIGNED = /^([0-9a-f]{64})\.([a-z]{3,4})$/;

/** Reads the signed copies beside the database; what is still being written has another name. */
async function signedIn(context: CliContext, folder: string): Promise<readonly SignedFile[]> {
  const place = join(folder, LEDGER_FOLDER, FILES, 'signed');
  const names = await context.files.list(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const { extensionOf, uploadTypes } = await import('@dondoc/server');
  const typeOf = (extension: string) => uploadTypes.find((type) => extensionOf(type) === extension);
  const files: SignedFile[] = [];
  const bar = progress(context, names.length);
  for (const name of names.toSorted()) {
    const [, hash, extension = ''] = SIGNED.exec(name) ?? [];
    if (hash === undefined) continue;
    bar.step(`bản có chữ ký ${hash.slice(0, 8)}`);
    const bytes = new Uint8Array(await context.files.read(join(place, name)));
    files.push({ sha256: hash, mediaType: typeOf(extension) ?? 'application/octet-stream', bytes });
  }
  bar.end();
  return files;
}

/** Finds the office folder in which the command runs, with or without its `office.yaml`. */
export async function ledgerFolder(context: CliContext): Promise<Read<string>> {
  const folder = (await findOffice(context)) ?? (await findLedger(context));
  return folder === undefined
    ? { ok: false, findings: [fileFinding('office.not-found', shown(context, context.cwd))] }
    : { ok: true, value: folder, findings: [] };
}

/** A ledger to which no office has been adopted yet: somebody started the server in the folder, and no more. */
const notAdopted = (context: CliContext, folder: string): Read<never> => ({
  ok: false,
  findings: [fileFinding('service.not-adopted', shown(context, databasePath(folder)))],
});

export interface LedgerHere {
  readonly entries: readonly LedgerRow[];
  /** SHA-256 of bytes that the ledger names and that are not there, or not themselves. */
  readonly missing: readonly string[];
}

/** Reads the office folder's own ledger, and looks at the bytes that it names one after the other. */
export async function ledgerHere(context: CliContext): Promise<Read<LedgerHere>> {
  const folder = await ledgerFolder(context);
  if (!folder.ok) return folder;
  const opened = await openDatabase(context, folder.value, { create: false });
  if (!opened.ok) return opened;
  const { store, close } = opened.value;
  try {
    const entries = await store.entries({ data: 'all' });
    if (entries.length === 0) return notAdopted(context, folder.value);
    const { fileKey } = await import('@dondoc/server');
    const copies = signedFiles(context.files, join(folder.value, LEDGER_FOLDER, FILES));
    const missing: string[] = [];
    for (const hash of namedBytes(entries)) {
      const found = (await store.document(hash)) ?? (await copies.get(fileKey(hash)));
      if (found === undefined || sha256(found.bytes) !== hash) missing.push(hash);
    }
    return { ok: true, value: { entries, missing }, findings: [] };
  } finally {
    await close();
  }
}

/** Reads all that the office's own machine has, as of one moment, whoever else works with it. */
export async function gatherHere(context: CliContext): Promise<Read<Holdings>> {
  const folder = await ledgerFolder(context);
  if (!folder.ok) return folder;
  const opened = await openDatabase(context, folder.value, { create: false });
  if (!opened.ok) return opened;
  const { driver, close } = opened.value;
  try {
    const [{ takeSnapshot }, { demoClockSetting }] = await Promise.all([
      import('@dondoc/store'),
      import('@dondoc/server'),
    ]);
    const snapshot = await takeSnapshot(driver, { settings: [demoClockSetting] });
    if (snapshot.entries.length === 0) return notAdopted(context, folder.value);
    // After the ledger: a copy lies there before its entry does.
    const signed = await signedIn(context, folder.value);
    const holdings = { snapshot, signed, withUnitDrafts: true, demoClock: snapshot.settings[demoClockSetting] };
    return { ok: true, value: holdings, findings: [] };
  } finally {
    await close();
  }
}
