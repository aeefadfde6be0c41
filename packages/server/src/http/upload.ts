import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';
import { sha256Hex } from './encoding.ts';
import { done, failed, type Outcome } from './outcome.ts';

export type UploadType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** A file that was sent and is what it says. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: UploadType;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

const extensions: Readonly<Record<UploadType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Media types that an uploaded file may have. */
// The keys of the record above, which Object.keys forgets.
export const uploadTypes = Object.keys(extensions) as readonly UploadType[];

/** The extension of a file of a media type. */
export const extensionOf = (mediaType: string): string =>
  uploadTypes.flatMap((type) => (type === mediaType ? [extensions[type]] : []))[0] ?? 'bin';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Where the end of a PDF is looked for: writers add line ends and padding after it (ISO 32000-1, annex H, note 18). */
const PDF_TAIL = 1024;

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Every byte as the character of its number: enough to find ASCII in. */
const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Tells what bytes are by their own signature; undefined: none of what is taken. */
export const uploadTypeOf = (bytes: Uint8Array): UploadType | undefined => {
  if (beginsWith(bytes, PDF))
    return asText(bytes.subarray(-PDF_TAIL)).includes('%%EOF') ? 'application/pdf' : undefined;
  if (beginsWith(bytes, PNG)) return 'image/png';
  return beginsWith(bytes, JPEG) ? 'image/jpeg' : undefined;
};

/**
 * Reads an uploaded file: its media type must be one of those accepted, and its bytes must be of that type by their own
 * signature. Its size was held to the limit before.
 */
export const readUpload = async (
  c: Context<AppEnv>,
  accepted: readonly UploadType[] = uploadTypes,
): Promise<Outcome<Upload>> => {
  const declared = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (!accepted.some((type) => type === declared))
    return failed('unsupported-media-type', { params: { accepted: accepted.join(', ') } });
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const mediaType = uploadTypeOf(bytes);
  if (mediaType === undefined || mediaType !== declared) return failed('file-refused');
  return done({ bytes, mediaType, sha256: await sha256Hex(bytes) });
};

/** Where a file is kept beside the database: the same bytes are kept once. */
export const fileKey = (sha256: string): string => `signed/${sha256}`;

/** How the ledger names a file: by its bytes, with the extension of what they are. */
export const fileName = ({ sha256, mediaType }: Pick<Upload, 'sha256' | 'mediaType'>): string =>
  `${sha256}.${extensions[mediaType]}`;

const NAME = /^([0-9a-f]{64})\.([a-z]+)$/;

/** Reads a name that the ledger gives; undefined: it is none of ours. */
export const fileNamed = (name: string): Pick<Upload, 'sha256' | 'mediaType'> | undefined => {
  const [, sha256, extension] = NAME.exec(name) ?? [];
  const mediaType = uploadTypes.find((type) => extensions[type] === extension);
  return sha256 === undefined || mediaType === undefined ? undefined : { sha256, mediaType };
};
