import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';
export const csvType = 'text/csv; charset=utf-8';

/** A document to be downloaded. */
export interface SentFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** With its extension; any letters. */
  readonly name: string;
}

/** Names a file for old clients in ASCII and for all others in UTF-8 (RFC 6266). */
const disposition = (name: string): string => {
  const ascii = name.replaceAll(/[^\w.-]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
};

/** Answers with a document, always as an attachment: what was uploaded is never shown as a page of this site. */
export const sendFile = (c: Context<AppEnv>, { bytes, mediaType, name }: SentFile): Response =>
  c.body(bytes, 200, {
    'content-type': mediaType,
    'content-length': String(bytes.byteLength),
    'content-disposition': disposition(name),
  });
