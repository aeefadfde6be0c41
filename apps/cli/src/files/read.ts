import { extname, relative, resolve } from 'node:path';
import type { CliContext } from '../context.ts';
import { scanJson } from './json.ts';
import { codeOf } from './node.ts';
import { atMost, fileFinding, locator, placesIn, type LocatedFinding, type Read, type Source } from './source.ts';
import { parseYaml } from './yaml.ts';

/** Largest file that is read: a plan is some 30 KB, a submission 10 KB. */
export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_WORDS = '5 MB';

/** Shows a path as people type it: relative where that is shorter to read, with `/` on every system. */
export function shown(context: Pick<CliContext, 'cwd'>, path: string): string {
  const short = relative(context.cwd, path).replaceAll('\\', '/');
  return short === '' ? '.' : short.startsWith('../../..') ? path : short;
}

const failed = (...findings: readonly LocatedFinding[]): Read<never> => ({ ok: false, findings });

/** A text file that has been read. */
export interface TextFile {
  /** Absolute. */
  readonly path: string;
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly bom: boolean;
}

/** Reads a text file: at most 5 MB, strict UTF-8, a byte order mark and CRLF allowed. */
export async function readText(context: CliContext, path: string): Promise<Read<TextFile>> {
  const whole = resolve(context.cwd, path);
  const file = shown(context, whole);
  let bytes: Uint8Array;
  try {
    const stat = await context.files.stat(whole);
    if (stat === undefined) return failed(fileFinding('file.missing', file));
    if (stat.kind !== 'file') return failed(fileFinding('file.not-a-file', file));
    // By size first: a file of 50 MB is refused without being read.
    if (stat.size > MOST_BYTES)
      return failed(fileFinding('file.too-large', file, { bytes: stat.size, most: MOST_WORDS }));
    bytes = await context.files.read(whole);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return failed(fileFinding(code === 'ELOOP' ? 'file.link-loop' : 'file.unreadable', file, { code }));
  }
  if (isOfficeFile(bytes)) return failed(fileFinding('file.not-text', file));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const bom = text.startsWith('\uFEFF');
    return { ok: true, value: { path: whole, file, text: bom ? text.slice(1) : text, bom }, findings: [] };
  } catch {
    const { line } = placesIn(Buffer.from(bytes).toString('latin1'))(firstBadByte(bytes));
    return failed({ ...fileFinding('file.not-utf8', file, { line }), line, column: 1 });
  }
}

/** Tells Excel's and Word's own files, whatever they are called: ZIP archives, and the compound files of before 2007. */
const isOfficeFile = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((mark) => mark.every((byte, index) => bytes[index] === byte));

/** Finds where bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    try {
      // `stream` lets a letter be cut at the end.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return good;
}

/** Reads a YAML or JSON file, chosen by its extension. */
export async function readSource(context: CliContext, path: string): Promise<Read<Source>> {
  const extension = extname(path).toLowerCase();
  if (!['.yaml', '.yml', '.json'].includes(extension)) {
    const file = shown(context, resolve(context.cwd, path));
    const stat = await context.files.stat(resolve(context.cwd, path)).catch(() => undefined);
    return failed(
      fileFinding(stat?.kind === 'folder' ? 'file.not-a-file' : 'file.unknown-extension', file, { extension }),
    );
  }
  const read = await readText(context, path);
  return read.ok ? parseSource(read.value, extension === '.json') : read;
}

/** Parses a text that has been read. */
export function parseSource(
  { path, file, text, bom = false }: Omit<TextFile, 'bom'> & { readonly bom?: boolean },
  json: boolean,
): Read<Source> {
  const placeOf = placesIn(text);
  const place = (rule: string, offset: number, key?: string): LocatedFinding => ({
    ...fileFinding(rule, file, key === undefined ? {} : { key }),
    ...placeOf(offset),
  });
  if (text.includes('\u0000')) return failed(place('file.not-text', text.indexOf('\u0000')));
  if (text.trim() === '') return failed(fileFinding('file.empty', file));
  if (json) {
    const scan = scanJson(text);
    if (!scan.ok) return failed(place('file.json', scan.offset));
    if (scan.map.twice.length > 0) {
      const twice = scan.map.twice.map((one) => ({ ...fileFinding('file.yaml-key-twice', file), ...one }));
      return { ok: false, findings: atMost(file, twice, ({ rule, offset, key }) => place(rule, offset, key)) };
    }
    const value: unknown = JSON.parse(text);
    return {
      ok: true,
      value: {
        path,
        file,
        text,
        bom,
        value,
        ...locator(file, text, (path, what) => ({ from: scan.map.at(path, what) })),
      },
      findings: [],
    };
  }
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    const faults = parsed.faults.map((one) => ({ ...fileFinding(one.rule, file), ...one }));
    return { ok: false, findings: atMost(file, faults, ({ rule, offset, key }) => place(rule, offset, key)) };
  }
  return {
    ok: true,
    value: { path, file, text, bom, value: parsed.value, ...locator(file, text, parsed.at) },
    findings: [],
  };
}
