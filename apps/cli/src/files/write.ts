import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CliContext } from '../context.ts';
import type { Stat } from './file-system.ts';
import { isSafeName } from './names.ts';
import { codeOf } from './node.ts';
import { shown } from './read.ts';
import { fileFinding, type LocatedFinding } from './source.ts';

export interface Output {
  /** Relative to where the command runs, or absolute. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface WriteOptions {
  /** Replace what stands there. */
  readonly force?: boolean;
  /** Folders of which the program's own results may be replaced without `force`: an office folder's `out`. */
  readonly own?: readonly string[];
}

const within = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !way.startsWith(sep) && !/^[a-z]:/i.test(way);
};

/**
 * Writes files, each whole or not at all: all to new files in the same folders first, which then take the names.
 * Everything that can be refused is refused before the first byte is written.
 */
export async function writeFiles(
  context: CliContext,
  outputs: readonly Output[],
  options: WriteOptions = {},
): Promise<readonly LocatedFinding[]> {
  const targets = outputs.map((output) => ({ ...output, path: resolve(context.cwd, output.path) }));
  const refusals: LocatedFinding[] = [];
  for (const { path } of targets) {
    const file = shown(context, path);
    if (!isSafeName(basename(path))) refusals.push(fileFinding('file.unsafe-name', file));
    let stat: Stat | undefined;
    try {
      stat = await context.files.stat(path);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      refusals.push(fileFinding('file.unwritable', file, { code }));
      continue;
    }
    if (stat !== undefined && stat.kind !== 'file') refusals.push(fileFinding('file.is-a-folder', file));
    const mayReplace = options.force === true || (options.own ?? []).some((folder) => within(folder, path));
    if (stat?.kind === 'file' && !mayReplace) refusals.push(fileFinding('file.exists', file));
  }
  if (refusals.length > 0) return refusals;
  const pending: { readonly temporary: string; readonly path: string }[] = [];
  const written: string[] = [];
  let at = '';
  try {
    for (const [index, { path, content }] of targets.entries()) {
      at = path;
      await context.files.makeFolder(dirname(path));
      // Hidden, in the same folder (a rename never crosses disks), and unlike any other run's.
      const temporary = join(
        dirname(path),
        `.dondoc-${String(process.pid)}-${String(context.now())}-${String(index)}.tmp`,
      );
      pending.push({ temporary, path });
      await context.files.writeNew(temporary, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    }
    for (const { temporary, path } of pending) {
      at = path;
      await context.files.rename(temporary, path);
      written.push(shown(context, path));
    }
    return [];
  } catch (error) {
    for (const { temporary } of pending) await context.files.remove(temporary).catch(() => undefined);
    const code = codeOf(error);
    if (code === undefined) throw error;
    // Windows holds a file that Word has open.
    const rule = ['EBUSY', 'EPERM'].includes(code) ? 'file.in-use' : 'file.unwritable';
    const failure = fileFinding(rule, shown(context, at), { code });
    return written.length === 0
      ? [failure]
      : [failure, { ...fileFinding('file.written-before', shown(context, at), { files: written }), severity: 'hint' }];
  }
}
