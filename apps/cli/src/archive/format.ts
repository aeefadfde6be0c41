import type { StreamHead } from '@dondoc/core';
import type { Snapshot } from '@dondoc/store';

/** What an archive says it is. */
export const BACKUP_FORMAT = 'dondoc.backup/1';
/** What a file of heads says it is: held elsewhere, it shows what a ledger must still contain. */
export const HEADS_FORMAT = 'dondoc.heads/1';

export const MANIFEST = 'manifest.json';
export const README = 'README.txt';
export const LEDGER = 'ledger.ndjson';
export const HEADS = 'heads.json';
export const DRAFTS = 'drafts.ndjson';
export const DESK_DRAFTS = 'desk-drafts.ndjson';
export const DOCUMENTS = 'documents';
export const SIGNED = 'files/signed';

/** Bytes that lie beside the database: a signed copy. */
export interface SignedFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All that an archive is made of. */
export interface Holdings {
  readonly snapshot: Snapshot;
  readonly signed: readonly SignedFile[];
  /** Whether what units have begun to fill in is among it: over a network nobody but the unit may read it. */
  readonly withUnitDrafts: boolean;
  /** A demo office's own clock, as the deployment keeps it. */
  readonly demoClock?: string | undefined;
}

/** A stream's newest entry. */
export interface HeldHead extends StreamHead {
  readonly stream: string;
}

export interface ListedFile {
  /** Within the archive, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ListedDocument {
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
  readonly path: string;
}

/** What `manifest.json` tells. */
export interface Manifest {
  readonly format: typeof BACKUP_FORMAT;
  /** Instant of the real clock, ISO 8601 in UTC. */
  readonly created: string;
  /** Version of dondoc that made it. */
  readonly version: string;
  readonly office: { readonly id: string; readonly name: string; readonly demo: boolean };
  /** A demo office's own clock, as the deployment keeps it. */
  readonly demoClock?: string;
  readonly entries: number;
  /** seq of the last entry; 0: there is none. */
  readonly seq: number;
  /** SHA-256 of the canonical JSON of the heads in `heads.json`. */
  readonly headsDigest: string;
  readonly withUnitDrafts: boolean;
  readonly documents: readonly ListedDocument[];
  readonly signed: readonly Omit<ListedDocument, 'name'>[];
  /** SHA-256 of bytes that the ledger names and that were not there, or not themselves, when the archive was made. */
  readonly missing: readonly string[];
  /** Every file of the archive but this one. */
  readonly files: readonly ListedFile[];
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PERIOD = '[A-Za-z0-9-]{1,80}';
const BYTES = '[0-9a-f]{64}\\.[a-z]{3,4}';
const PATHS = new RegExp(
  `^(?:${[
    'README\\.txt',
    'manifest\\.json',
    'heads\\.json',
    '(?:ledger|drafts|desk-drafts)\\.ndjson',
    'office\\.yaml',
    `plans/${SLUG}\\.yaml`,
    `submissions/${SLUG}/${SLUG}/${PERIOD}/${SLUG}\\.json`,
    `consolidations/${SLUG}/${SLUG}/${PERIOD}/[1-9][0-9]{0,3}\\.json`,
    `documents/${BYTES}`,
    `files/signed/${BYTES}`,
  ].join('|')})$`,
);

/** Tells whether an archive may have a file of this name: nothing else is ever written or read. */
export const isArchivePath = (path: string): boolean => path.length <= 400 && PATHS.test(path);
