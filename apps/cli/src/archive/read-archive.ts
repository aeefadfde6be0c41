import { verify, type EntryData, type Json, type SealedEntry, type Verification } from '@dondoc/core';
import type { DeskDraft, Draft, LedgerRow, Snapshot, StoredDocument } from '@dondoc/store';
import {
  DESK_DRAFTS,
  DRAFTS,
  HEADS,
  HEADS_FORMAT,
  LEDGER,
  type HeldHead,
  type Manifest,
  type SignedFile,
} from './format.ts';
import { digest, headsDigest, sha256 } from './hashing.ts';
import { hasExactly, isCount, isHash, isObject, isText, parsed, parsedLines } from './json.ts';
import { namedBytes } from './named-bytes.ts';
import { unpack, type Refused, type Unpacked } from './zip.ts';

/** What an archive holds, read and held against its own manifest; whether the ledger is sound is `verifyEntries`' to say. */
export interface Archive {
  readonly manifest: Manifest;
  readonly snapshot: Snapshot;
  readonly signed: readonly SignedFile[];
  readonly heads: readonly HeldHead[];
}

export type ReadArchive = { readonly ok: true; readonly value: Archive } | ({ readonly ok: false } & Refused);

const anything = (): boolean => true;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

const entry = {
  seq: isCount,
  stream: isText,
  version: isCount,
  at: isText,
  receivedOn: isText,
  actor: isText,
  kind: isText,
  dataDigest: isHash,
  prev: isTextOrNull,
  hash: isHash,
};

/** Reads one line of the ledger: an entry with its words, or one whose words were erased. */
function rowOf(value: unknown): LedgerRow | undefined {
  if (hasExactly(value, { ...entry, data: anything, salt: isText }, ['receivedOn'])) {
    const { data, salt, ...rest } = value;
    // Every member has just been looked at; data are JSON of any shape.
    return { ...rest, secret: { data: data as Json, salt } } as LedgerRow;
  }
  if (hasExactly(value, { ...entry, erased: (erased) => erased === true }, ['receivedOn'])) {
    const { erased: _, ...rest } = value;
    return { ...rest, secret: null } as unknown as LedgerRow; // as above
  }
  return undefined;
}

const period = {
  plan: isText,
  report: isText,
  period: isText,
  rev: isCount,
  content: anything,
  by: isText,
  at: isText,
};
const unitDraft = {
  ...period,
  unit: isText,
  answered: isCount,
  asked: isCount,
  ready: (ready: unknown) => typeof ready === 'boolean',
};

const refused = (rule: string, path: string): ReadArchive => ({ ok: false, rule, path });

const ID = /^[a-z0-9-]+$/;
const PARTS: Readonly<Partial<Record<string, number>>> = { agency: 1, plan: 1, consolidation: 3, obligation: 4 };

/** Tells whether a stream is one that core names. */
function isStream(stream: string): boolean {
  if (['office', 'checkpoint'].includes(stream)) return true;
  const [of = '', ...rest] = stream.split(':');
  const parts = rest.join(':').split('/');
  return parts.length === PARTS[of] && parts.every((part, index) => (index === 2 ? /^[A-Za-z0-9-]+$/ : ID).test(part));
}

/** Reads the ledger: in the order of seq, every stream one that there is. */
function ledgerOf(bytes: Uint8Array): readonly LedgerRow[] | undefined {
  const values = parsedLines(bytes);
  const rows = values?.map(rowOf);
  let last = 0;
  const sound = rows?.every((row) => {
    if (row === undefined || row.seq <= last || !isStream(row.stream)) return false;
    last = row.seq;
    return true;
  });
  return sound === true ? rows?.flatMap((row) => row ?? []) : undefined;
}

function documentsOf({ manifest, files }: Unpacked): readonly StoredDocument[] | undefined {
  const list = manifest.documents.map(({ sha256: hash, mediaType, name, path }) => {
    const bytes = files.get(path);
    return bytes !== undefined && sha256(bytes) === hash ? { sha256: hash, mediaType, name, bytes } : undefined;
  });
  return list.includes(undefined) ? undefined : list.flatMap((one) => one ?? []);
}

function signedOf({ manifest, files }: Unpacked): readonly SignedFile[] | undefined {
  const list = manifest.signed.map(({ sha256: hash, mediaType, path }) => {
    const bytes = files.get(path);
    return bytes !== undefined && sha256(bytes) === hash ? { sha256: hash, mediaType, bytes } : undefined;
  });
  return list.includes(undefined) ? undefined : list.flatMap((one) => one ?? []);
}

const headSchema = { version: isCount, hash: isHash };

/** Reads heads out of `heads.json`; undefined where it is none. */
export function readHeads(value: unknown): readonly HeldHead[] | undefined {
  if (!isObject(value) || value['format'] !== HEADS_FORMAT || !isObject(value['heads'])) return undefined;
  const heads = Object.entries(value['heads']);
  if (!heads.every(([, head]) => hasExactly(head, headSchema))) return undefined;
  // Each has just been looked at.
  return heads.map(([stream, head]) => ({ stream, ...(head as Omit<HeldHead, 'stream'>) }));
}

/** Opens an archive and reads what is in it. Everything that does not fit the manifest, or is not what dondoc writes, refuses the whole. */
export function readArchive(zip: Uint8Array): ReadArchive {
  const opened = unpack(zip);
  if (!opened.ok) return opened;
  const { manifest, files } = opened.value;
  const bytesOf = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
  const entries = ledgerOf(bytesOf(LEDGER));
  if (entries === undefined || entries.length !== manifest.entries || (entries.at(-1)?.seq ?? 0) !== manifest.seq)
    return refused('archive.bad-file', LEDGER);
  const told = readHeads(parsed(bytesOf(HEADS)));
  if (told === undefined || headsDigest(told) !== manifest.headsDigest) return refused('archive.bad-file', HEADS);
  const drafts = parsedLines(bytesOf(DRAFTS));
  if (drafts?.every((draft) => hasExactly(draft, unitDraft)) !== true) return refused('archive.bad-file', DRAFTS);
  const deskDrafts = parsedLines(bytesOf(DESK_DRAFTS));
  if (deskDrafts?.every((draft) => hasExactly(draft, period)) !== true) return refused('archive.bad-file', DESK_DRAFTS);
  const documents = documentsOf(opened.value);
  if (documents === undefined) return refused('archive.file-altered', 'documents');
  const signed = signedOf(opened.value);
  if (signed === undefined) return refused('archive.file-altered', 'files');
  const there = new Set([...documents, ...signed].map((one) => one.sha256));
  const lacking = [...namedBytes(entries)].find((hash) => !there.has(hash) && !manifest.missing.includes(hash));
  if (lacking !== undefined) return refused('archive.file-missing', lacking);
  return {
    ok: true,
    value: {
      manifest,
      // Each draft has just been looked at.
      snapshot: {
        entries,
        drafts: drafts as readonly unknown[] as readonly Draft[],
        deskDrafts: deskDrafts as readonly unknown[] as readonly DeskDraft[],
        documents,
        settings: {},
      },
      signed,
      heads: told,
    },
  };
}

/** Verifies a whole ledger, against heads held elsewhere too. */
export function verifyEntries(entries: readonly LedgerRow[], held: readonly HeldHead[]): Promise<Verification> {
  const place = ({ stream, version }: Pick<SealedEntry, 'stream' | 'version'>): string =>
    `${String(version)} ${stream}`;
  const secrets = new Map(entries.map((row): [string, EntryData | undefined] => [place(row), row.secret ?? undefined]));
  return verify({
    // The entry as it was sealed: a member more would change its hash.
    entries: entries.map((row) => {
      const { secret: _, ...sealed } = row;
      return sealed;
    }),
    dataOf: (one) => secrets.get(place(one)),
    held,
    digest,
  });
}
