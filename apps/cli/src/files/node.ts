import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
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
  makeFolder: (path) => mkdir(path, { recursive: true }),
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
