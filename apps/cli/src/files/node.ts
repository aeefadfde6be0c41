import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** Gives the code of a system error: 'ENOENT', 'EACCES' … */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The machine's own file system. */
export const nodeFiles: FileSystem = {
  async stat(path) {
    try {
      const found = await stat(path);
      return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size };
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
      throw error;
    }
  },
  realPath: (path) => realpath(path),
  read: (path) => readFile(path),
  list: (path) => readdir(path),
  async makeFolder(path) {
    // Not mkdir's own `recursive`: it never ends where a folder takes no children and says ENOENT, as /proc does.
    const missing: string[] = [];
    let above = path;
    while ((await this.stat(above)) === undefined && dirname(above) !== above) {
      missing.unshift(above);
      above = dirname(above);
    }
    let outermost: string | undefined;
    for (const folder of missing) {
      try {
        await mkdir(folder);
        outermost ??= folder;
      } catch (error) {
        // Another run may have made it meanwhile.
        if (codeOf(error) !== 'EEXIST' || (await this.stat(folder))?.kind !== 'folder') throw error;
      }
    }
    return outermost;
  },
  async writeNew(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
};
