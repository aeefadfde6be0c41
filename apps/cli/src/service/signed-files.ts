import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FileStore } from '@dondoc/server';
import type { FileSystem } from '../files/file-system.ts';
import { codeOf } from '../files/node.ts';

const KEY = /^[a-z]+\/[0-9a-f]{64}$/;

const OTHER_TYPE = 'application/octet-stream';

/** Keeps signed copies in a folder, each under its key and the extension of its type: people can open it without dondoc. */
export function signedFiles(files: FileSystem, folder: string): FileStore {
  const pathOf = (key: string, extension: string): string => {
    if (!KEY.test(key)) throw new Error(`not a key of stored bytes: ${key}`);
    return `${join(folder, ...key.split('/'))}.${extension}`;
  };
  return {
    async put(key, { bytes, mediaType }) {
      const { extensionOf } = await import('@dondoc/server');
      const path = pathOf(key, extensionOf(mediaType));
      if ((await files.stat(path)) !== undefined) return;
      await files.makeFolder(join(path, '..'));
      // A name of its own for each: two may put the same bytes at once.
      const temporary = `${path}.${randomUUID()}.tmp`;
      await files.writeNew(temporary, bytes);
      // The last name wins, over the same bytes.
      await files.rename(temporary, path);
    },
    async get(key) {
      const { extensionOf, uploadTypes } = await import('@dondoc/server');
      for (const mediaType of [...uploadTypes, OTHER_TYPE]) {
        try {
          const bytes = await files.read(pathOf(key, extensionOf(mediaType)));
          return { bytes: new Uint8Array(bytes), mediaType };
        } catch (error) {
          if (codeOf(error) !== 'ENOENT') throw error;
        }
      }
      return undefined;
    },
  };
}
