/** Bodies that were sent, by a key that says all that they follow from. */
export interface KeptBodies {
  readonly get: (key: string) => Uint8Array<ArrayBuffer> | undefined;
  readonly keep: (key: string, body: Uint8Array<ArrayBuffer>) => void;
}

/** Keeps the bodies that were asked for last, in memory: no more than so many, nor of more bytes together. */
export const keptBodies = ({
  most = 64,
  mostBytes = 4 * 1024 * 1024,
}: { readonly most?: number; readonly mostBytes?: number } = {}): KeptBodies => {
  // A Map keeps the order in which its keys came: the first is the one asked for longest ago.
  const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= bodies.get(key)?.byteLength ?? 0;
    bodies.delete(key);
  };
  return {
    get: (key) => {
      const body = bodies.get(key);
      if (body === undefined) return undefined;
      bodies.delete(key);
      bodies.set(key, body);
      return body;
    },
    keep: (key, body) => {
      drop(key);
      if (body.byteLength > mostBytes) return;
      bodies.set(key, body);
      bytes += body.byteLength;
      for (const oldest of bodies.keys()) {
        if (bodies.size <= most && bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
};
