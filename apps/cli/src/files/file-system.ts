/** What stands at a path, links followed. */
export interface Stat {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
}

/** The few file operations that the commands need. All paths are absolute. Rejects with Node's own error codes. */
export interface FileSystem {
  /** Undefined where nothing is there. A loop of links rejects with `ELOOP`. */
  readonly stat: (path: string) => Promise<Stat | undefined>;
  /** The path with all links resolved. */
  readonly realPath: (path: string) => Promise<string>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Names in a folder, unsorted. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Creates a folder and its parents; gives back the outermost folder it had to create. */
  readonly makeFolder: (path: string) => Promise<string | undefined>;
  /** Creates a new file and flushes it to the disk; rejects with `EEXIST` where one is. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}
