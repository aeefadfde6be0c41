import { formatNumber } from '@dondoc/core';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, ServerConfig } from '../context.ts';
import { failed, done, type Outcome } from './outcome.ts';
import { sendProblem } from './send.ts';

const MEBIBYTE = 1024 * 1024;
const DEEPEST = 64;

/** Values that JSON may have: each costs far more than its bytes to be held against a schema. */
const MOST_VALUES = 20_000;
/** Of a whole office, or of a hundred reports at once. */
const MOST_VALUES_OF_MANY = 100_000;

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Tells how deep JSON is nested and how many values are in it, without reading it: a text that is no JSON has some of
 * both too.
 */
export const shapeOf = (json: string): { readonly depth: number; readonly values: number } => {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inText) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inText = false;
    } else if (code === QUOTE) inText = true;
    else if (code === COMMA) values++;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      values++;
      deepest = Math.max(deepest, ++depth);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  return { depth: deepest, values };
};

// NUL and lone surrogates: no database keeps them as they are. Decoded UTF-8 has them only where they are escaped.
const ESCAPED = /\\u(?:0000|[dD][89a-fA-F])/;
const UNSTORABLE = /[\0\p{Cs}]/u;

const holdsUnstorable = (value: unknown): boolean => {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => UNSTORABLE.test(key) || holdsUnstorable(item));
};

const parsed = (text: string, mostValues: number): Outcome<unknown> => {
  const { depth, values } = shapeOf(text);
  if (depth > DEEPEST) return failed('malformed-json');
  if (values > mostValues) return failed('too-large', { params: { limit: `${formatNumber(mostValues)} giá trị` } });
  try {
    const value: unknown = JSON.parse(text);
    return ESCAPED.test(text) && holdsUnstorable(value) ? failed('malformed-json') : done(value);
  } catch {
    return failed('malformed-json');
  }
};

/** Reads a body to its end, or until it is longer than `limit`: what the header says of its length is no promise. */
const bytesOf = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) return undefined;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done: ended, value } = await reader.read();
    if (ended) break;
    size += value.byteLength;
    if (size > limit) {
      // The rest is of no interest, and neither is how its end is taken.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
};

/** What a path takes: a signed copy's bytes, a page's form, else JSON. */
const kindOf = (path: string): 'file' | 'form' | 'json' => {
  if (path.endsWith('/signed-copy')) return 'file';
  return path.startsWith('/sign-') ? 'form' : 'json';
};

const FORM = 'application/x-www-form-urlencoded';

const mediaTypeOf = (c: Context): string | undefined =>
  c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();

/** What is read once is kept where Hono looks for it: it types the promises that it keeps as what they promise. */
const keep = (c: Context, as: 'arrayBuffer' | 'text', value: unknown): void => {
  (c.req.bodyCache as Record<string, unknown>)[as] = Promise.resolve(value);
};

/** The bytes as a number of the sentence: '1 MB'. */
const inMegabytes = (limit: number): string => `${Math.round(limit / MEBIBYTE)} MB`;

const hasBody = (c: Context): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);

/** Tells whether a path takes bytes that only whoever may send them should have us hold. */
export const takesFile = (c: Context): boolean => hasBody(c) && kindOf(c.req.path) === 'file';

/**
 * Reads the body to its end, no longer than its kind may be (413). A request has come when all of it has: one whose body
 * trickles in came neither in time nor with access because it began so.
 */
export const received = ({ bodyLimit = MEBIBYTE, fileLimit = 10 * MEBIBYTE }: ServerConfig) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!hasBody(c)) return next();
    const limit = takesFile(c) ? fileLimit : bodyLimit;
    const bytes = await bytesOf(c.req.raw, limit);
    if (bytes === undefined) return sendProblem(c, { code: 'too-large', params: { limit: inMegabytes(limit) } });
    keep(c, 'arrayBuffer', bytes.buffer);
    return next();
  });

/** Values that a path takes: more where it takes a whole office, or many reports. */
const mostValuesOf = (path: string): number =>
  path === '/v1/adoptions' || path.endsWith('/import') ? MOST_VALUES_OF_MANY : MOST_VALUES;

/**
 * Reads what was received before any route does: of the media type that the path takes (415), JSON that parses, no deeper
 * than 64 levels and without what cannot be stored (400), of no more values than can be looked at (413).
 */
export const bodies = createMiddleware<AppEnv>(async (c, next) => {
  const kind = kindOf(c.req.path);
  if (!hasBody(c) || kind === 'file') return next();
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.byteLength === 0) return next();
  const accepted = kind === 'form' ? FORM : 'application/json';
  if (mediaTypeOf(c) !== accepted) return sendProblem(c, { code: 'unsupported-media-type', params: { accepted } });
  if (kind === 'form') return next();
  const text = textOf(bytes);
  if (text === undefined) return sendProblem(c, { code: 'malformed-json' });
  const json = parsed(text, mostValuesOf(c.req.path));
  if (!json.ok) return sendProblem(c, json.failure);
  keep(c, 'text', text);
  c.set('json', json.value);
  return next();
});

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
